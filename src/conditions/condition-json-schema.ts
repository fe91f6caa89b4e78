import type { FactSchema } from "../model/index.js";
import { envelopeSchema } from "./json-schema/envelope-schema.js";
import { anyOf, closed, type JsonSchema, only, refTo } from "./json-schema/json-schema.js";
import { conditionAt, itemOf, placeSchemas, placesOf, SUBJECT } from "./json-schema/place-schemas.js";
import { attributeSchemas } from "./json-schema/value-schemas.js";
import { durationSchemas, windowSchema } from "./json-schema/window-schemas.js";

/**
 * The JSON Schema (draft 2020-12) of the conditions on one fact schema, alone or in an envelope: every field and collection by name,
 * operators and operands as the type of each value takes them. For editors, which complete and check as people type.
 *
 * What it refuses, {@link validateCondition} refuses. What it cannot say, and only that, is left to the validator:
 * - which of two values is the greater: `from` and `to`, `last` and `until`, `start` and `end`, `count` and the length of `of`, a window
 *   of events whose `offset` and `count` reach into the future;
 * - how deep and how large a whole condition is, and the length of a text in UTF-16 code units (JSON Schema counts characters);
 * - the decimals of an amount in a field of any currency (`"*"`), and whether minor units pass 2^53;
 * - parameters: whether one is declared, of a fitting type, and its declaration sound; so nothing is asked of a comparison whose
 *   subject is a parameter;
 * - references: whether the named condition exists, and circles.
 * @example
 * import { conditionJsonSchema } from "clientele/conditions";
 * import { defineSchema } from "clientele/model";
 * const schema = defineSchema({ attributes: { vip: { type: "boolean" } } });
 * conditionJsonSchema(schema).$schema; // => "https://json-schema.org/draft/2020-12/schema"
 * @category JSON Schema
 */
export function conditionJsonSchema(schema: FactSchema): JsonSchema {
  const anchors = attributeSchemas({ schema })
    .filter(({ type }) => type.kind === "instant" || type.kind === "day")
    .map(({ schema }) => schema);
  const anchor = anchors.length === 0 ? undefined : anyOf(anchors);
  const places = placesOf(schema);
  const onSubject = refTo(conditionAt(SUBJECT));
  const scoped = Object.keys(schema.collections).map((collection) =>
    envelopeSchema(refTo(conditionAt(itemOf(SUBJECT, collection))), closed({ collection: only(collection) })),
  );
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    ...anyOf([onSubject, envelopeSchema(onSubject, undefined), ...scoped]),
    $defs: {
      ...durationSchemas(),
      "window of events": windowSchema("events", anchor),
      "window of instants": windowSchema("instant", anchor),
      "window of days": windowSchema("day", anchor),
      ...Object.assign({}, ...places.map(placeSchemas)),
    },
  };
}
