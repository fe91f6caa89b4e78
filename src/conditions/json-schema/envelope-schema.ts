import { CONDITION_LANGUAGE } from "../envelope.js";
import { conditionLimits } from "../limits.js";
import { closed, type JsonSchema, only, whole } from "./json-schema.js";
import { someText } from "./literal-schemas.js";

const types = ["string", "number", "boolean", "day", "instant", "birthday", "money", "strings"];

/** An envelope around a condition; `scope` is there where the condition judges an item. */
export function envelopeSchema(when: JsonSchema, scope: JsonSchema | undefined): JsonSchema {
  const parameter: JsonSchema = { type: "object", properties: { type: { enum: types } }, required: ["type"] };
  return closed(
    { language: only(CONDITION_LANGUAGE), when, ...(scope === undefined ? {} : { scope }) },
    {
      id: someText,
      version: whole(1, 1e9),
      parameters: {
        type: "object",
        additionalProperties: parameter,
        maxProperties: conditionLimits.parameters,
      },
    },
  );
}
