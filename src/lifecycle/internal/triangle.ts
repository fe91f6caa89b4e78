import type { PeriodGrid } from "./period-grid.js";

/** A cohort's row: one cell for each age up to `asOf`, null where the period is not shown. */
export function triangleRow<Cell>(
  { count, shown }: PeriodGrid,
  cohort: number,
  cell: (age: number) => Cell,
): readonly (Cell | null)[] {
  return Array.from({ length: count - cohort }, (_, age) => (cohort + age < shown ? cell(age) : null));
}
