import { formatInstant, type InstantInput, zoneOf } from "../../core/index.js";
import { anything, checkOptions, parseMoment, refusal } from "../../core/shared.js";
import { requireRows } from "../reading/require-rows.js";
import type { Rows } from "../reading/rows.js";
import { idRule } from "../records/value-rules.js";
import { assembleFactTable } from "./assemble-fact-table.js";
import { collectItems } from "./collect-items.js";
import type { FactColumn } from "./fact-column.js";
import type { CollectionColumns, FactSchema, Facts, FactTable } from "./facts.js";
import { givenItems, knownSince } from "./known-since.js";
import { makeFactColumn } from "./make-fact-column.js";
import { requireSchema } from "./require-facts.js";

/** The facts of one customer, with its id. */
export type CustomerFacts<S extends FactSchema> = Facts<S> & { readonly customerId: string };

/** The moment and the time zone of a table. */
export interface FactTableOptions {
  /** A bare day is its last millisecond. */
  readonly asOf: InstantInput;
  readonly timeZone?: string | undefined;
}

/**
 * Puts plain facts into columns: one row per customer in the order given, items sorted by (at, id).
 * @throws INVALID_ROWS, INVALID_RECORD or INVALID_ID with the row's number in the path; INVALID_OPTIONS, INVALID_INSTANT, INVALID_TIME_ZONE
 * @example
 * import { defineSchema, factTable } from "clientele/model";
 * const schema = defineSchema({ attributes: { country: { type: "string" } } });
 * const table = factTable(schema, [{ customerId: "ann", attributes: { country: "DE" } }], { asOf: "2026-04-01" });
 * table.get("ann"); // => { attributes: { country: "DE" }, collections: {} }
 * @category Facts
 */
export function factTable<S extends FactSchema>(
  schema: S,
  rows: Rows<CustomerFacts<S>>,
  options: FactTableOptions,
): FactTable<S> {
  requireSchema(schema);
  // The moment and the zone have readers of their own.
  checkOptions<FactTableOptions>(options, { asOf: anything, timeZone: anything });
  requireRows(rows);
  const { asOf, timeZone = "UTC" } = options;
  const zone = zoneOf(timeZone);
  const facts = [...rows] as unknown as readonly (Facts & { readonly customerId: string })[];
  facts.forEach(requireFacts);
  const columns: Record<string, FactColumn> = {};
  for (const [name, field] of Object.entries(schema.attributes)) {
    const cells = facts.map(({ attributes }) => (Object.hasOwn(attributes, name) ? attributes[name] : undefined));
    columns[name] = makeFactColumn(field, cells, zone);
  }
  const collections: Record<string, CollectionColumns> = {};
  for (const [name, collection] of Object.entries(schema.collections)) {
    const given = facts.map((row) => givenItems(row, name));
    const items = collectItems(collection, given, zone);
    const since = Float64Array.from(facts, (row, index) => knownSince(given[index], row, name, collection, zone));
    const isComplete = since.every((instant) => instant === Number.NEGATIVE_INFINITY);
    collections[name] = isComplete ? items : { ...items, knownSince: since };
  }
  return assembleFactTable({
    schema,
    asOf: formatInstant(parseMoment(asOf, { timeZone, dayAs: "end", path: ["asOf"] })),
    timeZone,
    customerIds: facts.map(({ customerId }) => customerId),
    columns,
    collections,
  });
}

/** Checks what every row of a table needs. Its values are read later, cell by cell, and bad ones kept as faults. */
function requireFacts(row: Facts & { readonly customerId: string }, index: number): void {
  const path = ["rows", index];
  if (!isObject(row)) throw refusal("INVALID_RECORD", path, "the facts of a customer", row);
  const { customerId, attributes } = row;
  if (!idRule.accepts(customerId)) {
    throw refusal("INVALID_ID", [...path, "customerId"], idRule.fault(customerId).expected, customerId);
  }
  if (!isObject(attributes)) throw refusal("INVALID_RECORD", [...path, "attributes"], "attributes by name", attributes);
}

const isObject = (value: unknown): boolean => typeof value === "object" && value !== null && !Array.isArray(value);
