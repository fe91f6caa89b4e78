import type { Aggregation, DecisionTable } from "./decision-table.js";

/** What an aggregating table makes of some of its rows; null for the sum, the least and the greatest of no rows. */
export function aggregateOutputs(
  aggregation: Aggregation,
  table: Pick<DecisionTable, "rows">,
  rows: readonly number[],
): number | null {
  if (aggregation === "count") return rows.length;
  if (rows.length === 0) return null;
  // Such a table has one output, and it is a number.
  const values = rows.map((row) => Object.values(table.rows[row]?.output ?? {})[0] as number);
  switch (aggregation) {
    case "sum":
      return decimalSum(values);
    case "min":
      return Math.min(...values);
    case "max":
      return Math.max(...values);
  }
}

/** The sum to as many decimals as the values have: 0.1 and 0.2 are 0.3, as in DMN, whose numbers are decimals. */
function decimalSum(values: readonly number[]): number {
  const decimals = Math.max(...values.map(decimalsOf));
  // Adding 0 makes of "-0.0" a plain 0.
  return Number(values.reduce((sum, value) => sum + value, 0).toFixed(Math.min(decimals, 100))) + 0;
}

function decimalsOf(value: number): number {
  const [, fraction = "", exponent = "0"] = /^-?\d+(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value)) ?? [];
  return Math.max(0, fraction.length - Number(exponent));
}
