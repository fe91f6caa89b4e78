import type { JsonSchema } from "../../model/index.js";

export type { JsonSchema } from "../../model/index.js";

type Properties = Readonly<Record<string, JsonSchema>>;

/** An object with these keys, of which the first must be there, and no others. */
export function closed(required: Properties, optional: Properties = {}): JsonSchema {
  return {
    type: "object",
    properties: { ...required, ...optional },
    required: Object.keys(required),
    additionalProperties: false,
  };
}

/** One of several; of one, that one. */
export function anyOf(schemas: readonly JsonSchema[]): JsonSchema {
  return schemas.length === 1 ? (schemas[0] as JsonSchema) : { anyOf: schemas };
}

/** One very value. */
export const only = (value: unknown): JsonSchema => ({ const: value });

/** One of some words. */
export const oneWord = (words: readonly string[]): JsonSchema => ({ enum: words });

/** A whole number within bounds. */
export const whole = (minimum: number, maximum: number): JsonSchema => ({ type: "integer", minimum, maximum });

/** A definition of the same document by its name. */
export const refTo = (name: string): JsonSchema => ({ $ref: `#/$defs/${encodeURIComponent(name)}` });
