import type { FactColumn, FactValue } from "../../model/index.js";
import { type FactGap, factGaps } from "../../model/shared.js";
import type { MoneyType, ValueType } from "../typing/value-type.js";

/** Reads one row of a column as a rule reckons with it. */
export type ColumnCell = (row: number) => FactValue | FactGap;

/** How a column is read for a field of a type: an amount of another scale is brought to the field's, exactly. */
export function cellInColumn(column: FactColumn, type: ValueType): ColumnCell {
  const { known, faults } = column;
  const value = valueInColumn(column, type);
  return (row) => {
    if (known[row] === 1) return value(row);
    return faults?.has(row) === true ? factGaps["wrong-type"] : factGaps.absent;
  };
}

function valueInColumn(column: FactColumn, type: ValueType): ColumnCell {
  switch (column.type) {
    case "boolean": {
      const { values } = column;
      return (row) => values[row] === 1;
    }
    case "string": {
      const { codes, dictionary } = column;
      return (row) => dictionary[codes[row] as number] as string;
    }
    case "money":
      return amountInColumn(column, type as MoneyType);
    default: {
      const { values } = column;
      return (row) => values[row] as FactValue;
    }
  }
}

function amountInColumn(column: Extract<FactColumn, { type: "money" }>, type: MoneyType): ColumnCell {
  const { values, currency, scale } = column;
  if (type.currency === "*") return (row) => ({ minor: values[row] as number, currency });
  if (currency !== type.currency) return () => factGaps["other-currency"];
  const difference = (type.scale as number) - scale;
  if (difference === 0) return (row) => values[row] as number;
  const factor = 10 ** Math.abs(difference);
  return (row) => {
    const minor = difference > 0 ? (values[row] as number) * factor : (values[row] as number) / factor;
    if (Number.isSafeInteger(minor)) return minor;
    return difference > 0 ? factGaps["out-of-range"] : factGaps.inexact;
  };
}
