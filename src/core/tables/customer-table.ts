import { requireList, requireShape } from "../checking/argument.js";
import { refusal } from "../errors/refusal.js";
import type { Reason } from "../reasons.js";
import type { Column } from "./column.js";
import type { DefinitionRef } from "./definition.js";

/**
 * Every batch result: one row per customer in base order; columns for speed, rows and reasons built on demand.
 * @category Tables
 */
export interface CustomerTable<Row, Columns extends object = object> extends Iterable<Row> {
  readonly size: number;
  readonly customerIds: readonly string[];
  readonly columns: Readonly<Columns>;
  readonly definition?: DefinitionRef | undefined;
  readonly warnings: readonly Reason[];
  /** The row at a position. @throws INDEX_OUT_OF_RANGE */
  at(index: number): Row;
  get(customerId: string): Row | undefined;
}

/** What a {@link CustomerTable} is made of. */
export interface CustomerTableParts<Row, Columns extends object> {
  readonly customerIds: readonly string[];
  readonly columns: Columns;
  /** Builds one row on demand; called with a valid position only. */
  readonly row: (index: number) => Row;
  readonly definition?: DefinitionRef | undefined;
  readonly warnings?: readonly Reason[] | undefined;
}

/**
 * Builds a {@link CustomerTable} over ready columns.
 * @example
 * import { customerTable } from "clientele/core";
 * const ids = ["ann", "ben"];
 * const table = customerTable({ customerIds: ids, columns: { age: [41, 37] }, row: (i) => ids[i] });
 * table.get("ben"); // => "ben"
 * @category Tables
 */
export function customerTable<Row, Columns extends object>(
  parts: CustomerTableParts<Row, Columns>,
): CustomerTable<Row, Columns> {
  requireShape(parts, "parts", "customerIds, columns and row", "customerIds", "columns", "row");
  const { customerIds, columns, row } = parts;
  const size = customerIds.length;
  return {
    size,
    customerIds,
    columns,
    ...(parts.definition === undefined ? {} : { definition: parts.definition }),
    warnings: parts.warnings ?? [],
    at(index) {
      if (!Number.isInteger(index) || index < 0 || index >= size) {
        throw refusal(
          "INDEX_OUT_OF_RANGE",
          ["index"],
          size === 0 ? "no index: the table is empty" : `a whole number from 0 to ${size - 1}`,
          index,
        );
      }
      return row(index);
    },
    get(customerId) {
      const index = customerPositions(customerIds).get(customerId);
      return index === undefined ? undefined : row(index);
    },
    *[Symbol.iterator]() {
      for (let index = 0; index < size; index++) yield row(index);
    },
  };
}

// Tables of one base share their id column, so they share the look-up too. A cache of pure data: it changes no result.
const positionsByColumn = new WeakMap<object, ReadonlyMap<string, number>>();

/** Customer id to position, made once per id column. */
export function customerPositions(customerIds: Column<string>): ReadonlyMap<string, number> {
  requireList(customerIds, "customerIds");
  let positions = positionsByColumn.get(customerIds);
  if (positions === undefined) {
    const made = new Map<string, number>();
    for (let index = 0; index < customerIds.length; index++) made.set(customerIds[index] as string, index);
    positions = made;
    positionsByColumn.set(customerIds, positions);
  }
  return positions;
}
