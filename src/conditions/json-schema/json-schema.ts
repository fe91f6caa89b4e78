import type { JsonSchema } from "../../model/index.js";

export type { JsonSchema } from "../../model/index.js";

type Properties = Readonly<Record<string, JsonSchema>>;

/** What stands here is looked at elsewhere, or not at all. */
export const anyValue: JsonSchema = {};

/** An object with these keys, of which the first must be there, and no others. */
export function closed(required: Properties, optional: Properties = {}): JsonSchema {
  return {
    type: "object",
    properties: { ...required, ...optional },
    required: Object.keys(required),
    additionalProperties: false,
  };
}

/**
 * An object that is looked at by what one of its keys says. Not `anyOf`, which tells the faults of every form that it might have been: this
 * tells those of the one that it is.
 */
export function byWord(
  key: string,
  forms: readonly (readonly [words: readonly string[], form: JsonSchema])[],
): JsonSchema {
  return {
    type: "object",
    required: [key],
    properties: { [key]: oneWord(forms.flatMap(([words]) => words)) },
    allOf: forms.map(([words, form]) => ({
      if: { type: "object", required: [key], properties: { [key]: oneWord(words) } },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: form,
    })),
  };
}

/** One very value. */
export const only = (value: unknown): JsonSchema => ({ const: value });

/** One of some words. */
export const oneWord = (words: readonly string[]): JsonSchema => ({ enum: words });

/** A whole number within bounds. */
export const whole = (minimum: number, maximum: number): JsonSchema => ({ type: "integer", minimum, maximum });

/** A definition of the same document by its name. */
export const refTo = (name: string): JsonSchema => ({ $ref: `#/$defs/${encodeURIComponent(name)}` });
