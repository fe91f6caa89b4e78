import type { Definition } from "../tables/definition.js";
import { choice, constant, localized, optional, type Rule, text, whole } from "./rules.js";

/** The version of the form in which this library writes definitions. */
const SCHEMA_VERSION = 1;

/** The fields that every definition has, to be spread into the table of its own. */
export function headFields(kind: string): Readonly<Record<string, Rule>> {
  return {
    kind: choice([kind]),
    id: text,
    version: whole({ from: 1 }),
    schemaVersion: constant(SCHEMA_VERSION),
    label: optional(localized),
  };
}

/**
 * A definition as it is written: what the library fills in may be left out.
 * @category Definitions
 */
export type Written<D extends Definition<string>> = Omit<D, "kind" | "schemaVersion" | "language"> & {
  readonly kind?: D["kind"] | undefined;
  readonly schemaVersion?: number | undefined;
} & (D extends { readonly language: infer Language } ? { readonly language?: Language | undefined } : unknown);

/** Fills in what may be left out; what is not an object stays as it is, for the check to say so. */
export function completed(written: unknown, filledIn: Readonly<Record<string, unknown>>): unknown {
  if (typeof written !== "object" || written === null || Array.isArray(written)) return written;
  const given = Object.entries(written).filter(([, value]) => value !== undefined);
  return { schemaVersion: SCHEMA_VERSION, ...filledIn, ...Object.fromEntries(given) };
}
