import { formatInstant } from "../../core/index.js";
import { customerPositions, inWords, refusal } from "../../core/shared.js";
import type { FactColumn } from "./fact-column.js";
import type { CollectionColumns, FactSchema, Facts, FactTable } from "./facts.js";
import { plainCell } from "./plain-cell.js";

/** What a fact table is made of: one column per attribute and the columns of each collection. */
export interface FactTableParts<S extends FactSchema> {
  readonly schema: S;
  readonly asOf: string;
  readonly timeZone: string;
  readonly customerIds: readonly string[];
  readonly columns: Readonly<Record<string, FactColumn>>;
  readonly collections: Readonly<Record<string, CollectionColumns>>;
}

/**
 * Makes a fact table from ready columns: one for every attribute and collection of the schema, each with a row per customer.
 * @throws INVALID_FACT_TABLE, INDEX_OUT_OF_RANGE (by `at`)
 */
export function assembleFactTable<S extends FactSchema>(parts: FactTableParts<S>): FactTable<S> {
  const { schema, asOf, timeZone, customerIds, columns, collections } = parts;
  const size = customerIds.length;
  for (const field of Object.keys(schema.attributes)) {
    requireLength(["columns", field], ownColumn(columns, field)?.known.length, size);
  }
  for (const name of Object.keys(schema.collections)) {
    requireLength(["collections", name, "offsets"], ownColumn(collections, name)?.offsets.length, size + 1);
  }
  const row = (index: number): Facts<S> => factsAt(parts, index) as unknown as Facts<S>;
  return {
    schema,
    asOf,
    timeZone,
    size,
    customerIds,
    at(index) {
      if (Number.isInteger(index) && index >= 0 && index < size) return row(index);
      const expected = size === 0 ? "no index: the table is empty" : `a whole number from 0 to ${size - 1}`;
      throw refusal("INDEX_OUT_OF_RANGE", ["index"], expected, index);
    },
    get(customerId) {
      const index = customerPositions(customerIds).get(customerId);
      return index === undefined ? undefined : row(index);
    },
    column: (field) => required(columns, field, "columns"),
    collection: (name) => required(collections, name, "collections"),
  };
}

function factsAt(parts: FactTableParts<FactSchema>, index: number): object {
  const collections: Record<string, readonly object[]> = {};
  const knownSince: Record<string, string> = {};
  for (const [name, items] of Object.entries(parts.collections)) {
    if (isNotGiven(items, index)) continue;
    collections[name] = itemsAt(items, index);
    const since = items.knownSince?.[index] ?? Number.NEGATIVE_INFINITY;
    // Nothing is known: any text that is not an instant says so.
    if (since !== Number.NEGATIVE_INFINITY) knownSince[name] = Number.isFinite(since) ? formatInstant(since) : "never";
  }
  const attributes = cellsAt(parts.columns, index);
  return { attributes, collections, ...(Object.keys(knownSince).length === 0 ? {} : { knownSince }) };
}

/** No items, and nothing is known of them: not even that there are none. */
const isNotGiven = ({ offsets, knownSince }: CollectionColumns, owner: number): boolean =>
  knownSince?.[owner] === Number.POSITIVE_INFINITY && offsets[owner] === offsets[owner + 1];

function itemsAt(items: CollectionColumns, owner: number): readonly object[] {
  const found: object[] = [];
  for (let index = items.offsets[owner] as number; index < (items.offsets[owner + 1] as number); index++) {
    const item = cellsAt(items.columns, index);
    const id = items.ids[index] as string;
    if (id !== "") item.id = id;
    if (items.at.length > 0)
      item.at = Number.isFinite(items.at[index]) ? formatInstant(items.at[index] as number) : null;
    for (const [name, inner] of Object.entries(items.collections ?? {}))
      if (!isNotGiven(inner, index)) item[name] = itemsAt(inner, index);
    found.push(item);
  }
  return found;
}

function cellsAt(columns: Readonly<Record<string, FactColumn>>, index: number): Record<string, unknown> {
  const cells: Record<string, unknown> = {};
  for (const [name, column] of Object.entries(columns)) {
    const cell = plainCell(column, index);
    if (cell !== undefined) cells[name] = cell;
  }
  return cells;
}

const ownColumn = <T>(record: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(record, name) ? record[name] : undefined;

function required<T>(record: Readonly<Record<string, T>>, name: string, what: string): T {
  const found = ownColumn(record, name);
  if (found !== undefined) return found;
  throw refusal("INVALID_FACT_TABLE", [what, name], `one of ${Object.keys(record).join(", ")}`, name);
}

function requireLength(path: readonly string[], length: number | undefined, expected: number): void {
  if (length === expected) return;
  const found = inWords(length === undefined ? "none" : `${length} rows`);
  throw refusal("INVALID_FACT_TABLE", path, `a column of ${expected} rows`, found);
}
