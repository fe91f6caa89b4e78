import type { Column, MaybeColumn } from "../core/index.js";
import { inWords, refusal } from "../core/shared.js";

type Path = readonly (string | number)[];

/** Refuses what has not one row for each customer. @throws INVALID_OPTIONS */
export function requireColumn(column: unknown, size: number, path: Path): asserts column is Column<never> {
  const length: unknown = typeof column === "object" && column !== null ? (column as Column).length : undefined;
  if (length === size) return;
  throw refusal("INVALID_OPTIONS", path, `${size} rows, one for each customer`, inWords(`${length}`));
}

/** The same of values and of which of them are known. @throws INVALID_OPTIONS */
export function requireMaybeColumn(column: unknown, size: number, path: Path): asserts column is MaybeColumn<never> {
  const { values, known } = Object(column) as Partial<MaybeColumn>;
  requireColumn(values, size, path);
  requireColumn(known, size, path);
}
