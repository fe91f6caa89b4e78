import { refusal } from "../../core/shared.js";
import type { SparseRows, SumColumn } from "../rows/sparse-rows.js";
import type { DehydratedRows } from "./dehydrated-base.js";
import { requireCount, requireKeys, requireList } from "./dehydrated-checks.js";

/** Whole numbers: counts of 32 bits and amounts up to 2^53, neither below zero; days of 32 bits; sums, which refunds may take below zero. */
export type ColumnKind = "count" | "amount" | "day" | "sum";

/** Checks rows and puts them into typed columns. `names` is how many values a dimension has; undefined for the calendar. */
export function readDehydratedRows(
  data: DehydratedRows,
  customers: number,
  kinds: Readonly<Record<string, ColumnKind>>,
  path: readonly (string | number)[],
  names: number | undefined,
): SparseRows {
  if (typeof data !== "object" || data === null) throw refusal("INVALID_BASE", path, "rows", data);
  const known = ["rowsPerCustomer", "days", "columns"];
  requireKeys(data, names === undefined ? known : [...known, "values"], path);
  requireKeys(data.columns, Object.keys(kinds), [...path, "columns"]);
  const counts = requireList<number>(data.rowsPerCustomer, [...path, "rowsPerCustomer"]);
  if (counts.length !== customers + 1) {
    throw refusal(
      "INVALID_BASE",
      [...path, "rowsPerCustomer"],
      `${customers + 1} counts, the last of guests`,
      counts.length,
    );
  }
  const offsets = new Int32Array(customers + 2);
  counts.forEach((count, i) => {
    offsets[i + 1] = (offsets[i] as number) + requireCount(count, [...path, "rowsPerCustomer", i], 2 ** 31 - 1);
  });
  const rows = offsets[customers + 1] as number;
  const days = typedColumn(data.days, "day", rows, [...path, "days"]) as Int32Array;
  const values =
    names === undefined ? undefined : (typedColumn(data.values, "count", rows, [...path, "values"]) as Int32Array);
  requireOrder({ offsets, days, values }, names, path);
  const columns: Record<string, SumColumn> = {};
  for (const name of Object.keys(kinds)) {
    columns[name] = typedColumn(data.columns?.[name], kinds[name] as ColumnKind, rows, [...path, "columns", name]);
  }
  return { offsets, days, values, columns };
}

function typedColumn(data: unknown, kind: ColumnKind, rows: number, path: readonly (string | number)[]): SumColumn {
  const list = requireList<number>(data, path);
  if (list.length !== rows) throw refusal("INVALID_BASE", path, `${rows} numbers`, list.length);
  const column = kind === "count" || kind === "day" ? new Int32Array(rows) : new Float64Array(rows);
  const least = kind === "count" || kind === "amount" ? 0 : Number.MIN_SAFE_INTEGER;
  for (let row = 0; row < rows; row++) {
    const value = list[row] as number;
    column[row] = value;
    if (Number.isSafeInteger(value) && column[row] === value && value >= least) continue;
    throw refusal("INVALID_BASE", [...path, row], least === 0 ? "a whole number from 0" : "a whole number", value);
  }
  return column;
}

function requireOrder(
  { offsets, days, values }: Pick<SparseRows, "offsets" | "days" | "values">,
  names: number | undefined,
  path: readonly (string | number)[],
): void {
  for (let customer = 0; customer + 1 < offsets.length; customer++) {
    const first = offsets[customer] as number;
    for (let row = first; row < (offsets[customer + 1] as number); row++) {
      const value = values?.[row] ?? 0;
      if (value < 0 || value > (names ?? 0))
        throw refusal("INVALID_BASE", [...path, "values", row], `0 to ${names}`, value);
      if (row === first) continue;
      const later = (days[row] as number) - (days[row - 1] as number);
      if (later < 0 || (later === 0 && value <= (values?.[row - 1] ?? 0))) {
        throw refusal("INVALID_BASE", [...path, "days", row], "rows of a customer in ascending order", days[row]);
      }
    }
  }
}
