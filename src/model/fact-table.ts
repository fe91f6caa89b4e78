import { formatInstant, type InstantInput, parseInstant, zoneOf } from "../core/index.js";
import { assembleFactTable } from "./assemble-fact-table.js";
import type { FactColumn } from "./fact-column.js";
import type { CollectionColumns, FactSchema, Facts, FactTable } from "./facts.js";
import { collectItems } from "./internal/collect-items.js";
import { knownSince } from "./known-since.js";
import { makeFactColumn } from "./make-fact-column.js";

/** The facts of one customer, with its id. */
export type CustomerFacts<S extends FactSchema> = Facts<S> & { readonly customerId: string };

/** The moment and the place that a table is about. */
export interface FactTableOptions {
  /** A bare day is its last millisecond. */
  readonly asOf: InstantInput;
  readonly timeZone?: string | undefined;
}

/**
 * Puts plain facts into columns: one row per customer in the order given, items sorted by (at, id).
 * @throws INVALID_INSTANT, INVALID_TIME_ZONE
 * @example
 * import { defineSchema, factTable } from "clientele/model";
 * const schema = defineSchema({ attributes: { country: { type: "string" } } });
 * const table = factTable(schema, [{ customerId: "ann", attributes: { country: "DE" } }], { asOf: "2026-04-01" });
 * table.get("ann"); // => { attributes: { country: "DE" }, collections: {} }
 * @category Facts
 */
export function factTable<S extends FactSchema>(
  schema: S,
  rows: Iterable<CustomerFacts<S>>,
  { asOf, timeZone = "UTC" }: FactTableOptions,
): FactTable<S> {
  const zone = zoneOf(timeZone);
  const facts = [...rows] as unknown as readonly (Facts & { readonly customerId: string })[];
  const columns: Record<string, FactColumn> = {};
  for (const [name, field] of Object.entries(schema.attributes)) {
    const cells = facts.map(({ attributes }) => (Object.hasOwn(attributes, name) ? attributes[name] : undefined));
    columns[name] = makeFactColumn(field, cells, zone);
  }
  const collections: Record<string, CollectionColumns> = {};
  for (const [name, collection] of Object.entries(schema.collections)) {
    const items = collectItems(
      collection,
      facts.map(({ collections }) => collections?.[name]),
      zone,
    );
    const since = Float64Array.from(facts, (row) => knownSince(row, name, collection.timed, zone));
    const isComplete = since.every((instant) => instant === Number.NEGATIVE_INFINITY);
    collections[name] = isComplete ? items : { ...items, knownSince: since };
  }
  return assembleFactTable({
    schema,
    asOf: formatInstant(parseInstant(asOf, { timeZone, dayAs: "end" })),
    timeZone,
    customerIds: facts.map(({ customerId }) => customerId),
    columns,
    collections,
  });
}
