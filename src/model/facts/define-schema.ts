import { checkFactSchema } from "./fact-schema-rule.js";
import type { Collection, Collections, FactSchema, Fields } from "./facts.js";

/** What {@link defineSchema} takes: collections may be left out. */
export interface FactSchemaInput<A extends Fields, C extends Collections> {
  readonly attributes: A;
  readonly collections?: C | undefined;
}

/**
 * Describes the facts of one kind of subject, checked whole and frozen. The schema is JSON, so it can be stored beside the definitions.
 *
 * Names are letters, digits, `_`, `.` and `-`, at most 64, and start with a letter or `_`. Items of a timed collection have `at`
 * and all items may have `id` without naming them; items hold collections at most one level deep.
 * @throws INVALID_FACT_SCHEMA, with every fault in `issues`
 * @example
 * import { defineSchema } from "clientele/model";
 * const shop = defineSchema({ attributes: { country: { type: "string", values: ["DE", "FR"] } } });
 * shop.collections; // => {}
 * @category Facts
 */
export function defineSchema<const A extends Fields, const C extends Collections = Readonly<Record<never, Collection>>>(
  schema: FactSchemaInput<A, C>,
): FactSchema<A, C> {
  checkFactSchema(schema);
  const { attributes, collections = {} } = schema;
  return frozenCopy({ attributes, collections }) as FactSchema<A, C>;
}

function frozenCopy(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return Object.freeze(value.map(frozenCopy));
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  return Object.freeze(Object.fromEntries(entries.map(([name, part]) => [name, frozenCopy(part)])));
}
