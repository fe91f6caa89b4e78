import type { Collections, FactSchema } from "../../model/index.js";
import { conditionLimits } from "../limits.js";
import { testForms } from "../typing/operators.js";
import { itemFieldNames } from "../typing/type-of-value.js";
import { aggregateRules, type NameScope } from "../typing/value-types.js";
import { someText } from "./common-schemas.js";
import { anyValue, byWord, closed, type JsonSchema, oneWord, only, refTo, whole } from "./json-schema.js";

/** A place that conditions stand at: the subject as a whole, or an item of a collection. */
export interface Place {
  readonly name: string;
  readonly scope: NameScope;
}

/** The name of the subject's own place. */
export const SUBJECT = "subject";

/** The definition of conditions at a place. */
export const conditionAt = (place: string): string => `condition on ${place}`;

/** The place of the items of a collection; a colon stands in no name. */
export const itemOf = (place: string, collection: string): string => `${place}:${collection}`;

/** Every place of a schema: the subject, the items of each collection, the items inside them. */
export function placesOf(schema: FactSchema): readonly Place[] {
  const within = (place: string, collections: Collections): readonly Place[] =>
    Object.entries(collections).flatMap(([name, item]) => {
      const inner = itemOf(place, name);
      return [{ name: inner, scope: { schema, item } }, ...within(inner, item.collections ?? {})];
    });
  return [{ name: SUBJECT, scope: { schema } }, ...within(SUBJECT, schema.collections)];
}

const named = { id: someText };
const type = anyValue;
const latest = whole(1, conditionLimits.listValues);
const window = refTo("window");

/** The definitions of one place: its conditions, their tests, its values, and the items within reach. */
export function placeSchemas({ name, scope }: Place): Readonly<Record<string, JsonSchema>> {
  const self = refTo(conditionAt(name));
  const value = refTo(`value on ${name}`);
  const items = refTo(`items on ${name}`);
  const several: JsonSchema = { type: "array", items: self, minItems: 1 };
  const where = { where: anyValue };
  const over = { over: anyValue };
  const selected = { ...named, ...where, window, latest };
  const step = { allOf: [closed(over, { ...where, absent: only(true) }), items] };
  const steps: JsonSchema = { type: "array", items: step, minItems: 1, maxItems: conditionLimits.steps };
  return {
    [conditionAt(name)]: byWord("type", [
      [["constant"], closed({ type, value: { enum: [true, false, "unknown"] } }, named)],
      [["all", "any"], closed({ type, of: several }, named)],
      [["atLeast"], closed({ type, count: whole(1, conditionLimits.nodes), of: several }, named)],
      [["not"], closed({ type, of: self }, named)],
      [["assume"], closed({ type, unknown: { type: "boolean" }, of: self }, named)],
      [["reference"], closed({ type, id: someText })],
      [["compare"], refTo(`test on ${name}`)],
      [["some", "none"], { allOf: [closed({ type, ...over }, selected), items] }],
      [["every"], { allOf: [closed({ type, ...over, holds: anyValue }, selected), items] }],
      [
        ["sequence"],
        closed({ type, steps }, { ...named, within: refTo("duration"), window, ties: only("allowed"), same: someText }),
      ],
    ]),
    [`test on ${name}`]: testSchema(value, refTo(`operand on ${name}`)),
    [`value on ${name}`]: byWord("type", [
      [["attribute"], refTo("attribute")],
      ...(scope.item === undefined ? [] : [[["item"], refTo(`field of ${name}`)] as const]),
      [["parameter"], refTo("parameter")],
      [["now"], closed({ type }, { part: refTo("part") })],
      [
        ["aggregate"],
        {
          allOf: [
            closed(
              { type, fn: oneWord(Object.keys(aggregateRules)), ...over },
              { of: anyValue, ...where, window, latest, skipMissing: only(true) },
            ),
            items,
          ],
        },
      ],
    ]),
    [`operand on ${name}`]: {
      if: { type: "object", required: ["type"] },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: {
        if: { properties: { type: only("scaled") } },
        // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
        then: closed({ type, times: { type: "string" }, of: value }),
        else: value,
      },
      else: refTo("literal"),
    },
    [`items on ${name}`]: itemsSchema(name, scope),
    ...(scope.item === undefined
      ? {}
      : {
          [`field of ${name}`]: closed(
            { type: only("item"), field: oneWord(itemFieldNames(scope.item)) },
            { part: refTo("part") },
          ),
        }),
  };
}

/** A value put to a test, by its operator. */
function testSchema(subject: JsonSchema, operand: JsonSchema): JsonSchema {
  const keys: Readonly<Record<string, JsonSchema>> = {
    value: operand,
    from: operand,
    to: operand,
    values: refTo("values"),
    window,
    bounds: oneWord(["[]", "[)", "(]", "()"]),
    leapDay: oneWord(["feb28", "mar1"]),
    orMissing: only(true),
    ignoreCase: only(true),
  };
  const some = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, keys[name] as JsonSchema]));
  const tests = testForms.map(([words, required, optional]) => {
    const form = closed({ type, subject, op: anyValue, ...some(required) }, { ...named, ...some(optional) });
    return [words, form] as const;
  });
  return byWord("op", tests);
}

/** Which items may be looked through, and what their names mean inside. */
function itemsSchema(place: string, { schema, item }: NameScope): JsonSchema {
  const outer = Object.keys(schema.collections).map((name) => [name, itemOf(SUBJECT, name), false] as const);
  const inner = Object.keys(item?.collections ?? {}).map((name) => [name, itemOf(place, name), true] as const);
  const named = (names: typeof inner | typeof outer): JsonSchema => oneWord(names.map(([name]) => name));
  const over =
    inner.length === 0
      ? closed({ collection: named(outer) })
      : {
          ...closed({ collection: anyValue }, { of: only("item") }),
          if: { required: ["of"] },
          // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
          then: { properties: { collection: named(inner) } },
          else: { properties: { collection: named(outer) } },
        };
  return {
    properties: { over },
    allOf: [...outer, ...inner].map(([name, at, isInner]) => ({
      if: {
        properties: {
          over: {
            properties: { collection: only(name) },
            ...(isInner ? { required: ["of"] } : { not: { required: ["of"] } }),
          },
        },
      },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: {
        properties: { where: refTo(conditionAt(at)), holds: refTo(conditionAt(at)), of: refTo(`field of ${at}`) },
      },
    })),
  };
}
