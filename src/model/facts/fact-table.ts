import {
  ClienteleError,
  checkOptionNames,
  formatInstant,
  type InstantInput,
  parseInstant,
  showValue,
  zoneOf,
} from "../../core/index.js";
import { requireRows } from "../records/require-rows.js";
import { assembleFactTable } from "./assemble-fact-table.js";
import { collectItems } from "./collect-items.js";
import type { FactColumn } from "./fact-column.js";
import type { CollectionColumns, FactSchema, Facts, FactTable } from "./facts.js";
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
 * @throws NOT_ROWS, NOT_A_RECORD or INVALID_ID with the row's number in the path; INVALID_OPTIONS, INVALID_INSTANT, INVALID_TIME_ZONE
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
  options: FactTableOptions,
): FactTable<S> {
  checkOptionNames(options, ["asOf", "timeZone"]);
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
    asOf: formatInstant(parseInstant(asOf, { timeZone, dayAs: "end", path: ["asOf"] })),
    timeZone,
    customerIds: facts.map(({ customerId }) => customerId),
    columns,
    collections,
  });
}

/** What each row must have to stand in a table; its values are read, and faults of theirs kept, cell by cell. */
function requireFacts(row: Facts & { readonly customerId: string }, index: number): void {
  const refuse = (code: string, path: readonly string[], expected: string, received: unknown): never => {
    throw new ClienteleError({ code, path: ["rows", index, ...path], expected, received: showValue(received) });
  };
  if (typeof row !== "object" || row === null) refuse("NOT_A_RECORD", [], "the facts of a customer", row);
  const { customerId, attributes } = row;
  if (typeof customerId !== "string" || customerId === "") {
    refuse("INVALID_ID", ["customerId"], "a text that is not empty", customerId);
  }
  if (typeof attributes !== "object" || attributes === null) {
    refuse("NOT_A_RECORD", ["attributes"], "attributes by name", attributes);
  }
}
