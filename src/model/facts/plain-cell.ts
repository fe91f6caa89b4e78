import { currencyDecimals, formatDay, formatInstant, formatMinorUnits } from "../../core/index.js";
import type { FactColumn } from "./fact-column.js";

/** The value of one row as a host would write it; undefined if absent. An unusable value comes back as it was given. */
export function plainCell(column: FactColumn, row: number): unknown {
  if (column.known[row] !== 1) return column.faults?.get(row);
  switch (column.type) {
    case "number":
    case "string":
    case "strings":
    case "numbers":
    case "birthday":
      return column.values[row];
    case "boolean":
      return column.values[row] === 1;
    case "day":
      return formatDay(column.values[row] as number);
    case "instant":
      return formatInstant(column.values[row] as number);
    case "money":
      return formatMinorUnits(column.values[row] as number, column.scale);
    case "any-money": {
      const { minor, currency } = column.values[row] as { minor: number; currency: string };
      return { amount: formatMinorUnits(minor, column.scale ?? currencyDecimals(currency)), currency };
    }
  }
}
