import type { FactSchema } from "../../model/index.js";
import { requireSchema } from "../../model/shared.js";
import { CONDITION_LANGUAGE } from "../envelope.js";
import { conditionLimits } from "../limits.js";
import { commonSchemas, someText } from "./common-schemas.js";
import { closed, type JsonSchema, oneWord, only, refTo, whole } from "./json-schema.js";
import { conditionAt, itemOf, placeSchemas, placesOf, SUBJECT } from "./place-schemas.js";

const types = ["string", "number", "boolean", "day", "instant", "birthday", "money", "strings", "numbers"];

/**
 * The JSON Schema (draft 2020-12) of the conditions on one fact schema, alone or in an envelope, for editors that complete and check as people
 * type: every node by its type with its keys, every field and collection by name, every operator with what stands beside it.
 *
 * What it refuses, {@link validateCondition} refuses. Left to the validator is whether values fit each other: operators and operands by
 * the type of the subject, ranges, parameters, references, and how large a whole condition is. A misspelt name gives few errors, and one of them
 * names it. For the ready schema of customers it is some 110 kB.
 * @example
 * import { conditionJsonSchema } from "clientele/conditions";
 * import { defineSchema } from "clientele/model";
 * const schema = defineSchema({ attributes: { vip: { type: "boolean" } } });
 * conditionJsonSchema(schema).$schema; // => "https://json-schema.org/draft/2020-12/schema"
 * @category JSON Schema
 */
export function conditionJsonSchema(schema: FactSchema): JsonSchema {
  requireSchema(schema);
  const onSubject = refTo(conditionAt(SUBJECT));
  const collections = Object.keys(schema.collections);
  const isScoped = (collection: string): JsonSchema => ({
    required: ["scope"],
    properties: { scope: { type: "object", properties: { collection: only(collection) } } },
  });
  const parameters: JsonSchema = {
    type: "object",
    additionalProperties: { type: "object", properties: { type: { enum: types } }, required: ["type"] },
    maxProperties: conditionLimits.parameters,
  };
  const envelope = closed(
    { language: only(CONDITION_LANGUAGE), when: {} },
    { id: someText, version: whole(1, 1e9), parameters, scope: closed({ collection: oneWord(collections) }) },
  );
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    type: "object",
    if: { required: ["when"] },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: {
      ...envelope,
      allOf: [
        // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
        { if: { not: { required: ["scope"] } }, then: { properties: { when: onSubject } } },
        ...collections.map((collection) => ({
          if: isScoped(collection),
          // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
          then: { properties: { when: refTo(conditionAt(itemOf(SUBJECT, collection))) } },
        })),
      ],
    },
    else: onSubject,
    $defs: { ...commonSchemas(schema), ...Object.assign({}, ...placesOf(schema).map(placeSchemas)) },
  };
}
