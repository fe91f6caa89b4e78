import { conditionSchema } from "./json-schema/condition-schemas.js";
import { envelopeSchema } from "./json-schema/envelope-schema.js";
import { anyOf, closed, type JsonSchema, oneWord, only, refTo } from "./json-schema/json-schema.js";
import { anyLiteral, factorSchema, someText } from "./json-schema/literal-schemas.js";
import { festivalPartSchema } from "./json-schema/part-schemas.js";
import { compareSchemas } from "./json-schema/test-schemas.js";
import { durationSchemas, parameterSchema, windowSchema } from "./json-schema/window-schemas.js";
import { operators } from "./typing/operators.js";
import { aggregateRules } from "./typing/type-of-aggregate.js";
import { namedParts } from "./typing/type-of-part.js";
import type { AggregateFunction } from "./value.js";

const condition = refTo("condition");
const over = closed({ collection: someText }, { of: only("item") });
const window = refTo("window of events");

const partSchema: JsonSchema = anyOf([oneWord(namedParts), festivalPartSchema]);
const field = (type: "attribute" | "item"): JsonSchema =>
  closed({ type: only(type), field: someText }, { part: partSchema });

const functions = Object.keys(aggregateRules) as readonly AggregateFunction[];
const aggregate = (takesField: boolean): JsonSchema =>
  closed(
    {
      type: only("aggregate"),
      fn: oneWord(functions.filter((fn) => (aggregateRules[fn].takes !== undefined) === takesField)),
      over,
      ...(takesField ? { of: field("item") } : {}),
    },
    { where: condition, window, skipMissing: only(true) },
  );

const value = refTo("value");
const operand = anyOf([anyLiteral, value, closed({ type: only("scaled"), times: factorSchema, of: value })]);
const compares = compareSchemas(value, {
  operators,
  equal: operand,
  ordered: operand,
  element: anyLiteral,
  window: refTo("window of values"),
});

/**
 * The JSON Schema (draft 2020-12) of the rule language itself: the form of conditions and envelopes, whatever fields they speak of. For
 * one fact schema {@link conditionJsonSchema} says far more.
 *
 * What it refuses, {@link validateCondition} refuses under every schema. Beside what no JSON Schema can say it leaves out names and types.
 * @category JSON Schema
 */
export const conditionLanguageJsonSchema: JsonSchema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  ...anyOf([condition, envelopeSchema(condition, undefined), envelopeSchema(condition, over)]),
  $defs: {
    ...durationSchemas(),
    "window of events": windowSchema("events", field("attribute")),
    "window of values": windowSchema("instant", field("attribute")),
    value: anyOf([field("attribute"), field("item"), parameterSchema, aggregate(true), aggregate(false)]),
    condition: conditionSchema(condition, compares, [{ over, inner: condition, window }]),
  },
};
