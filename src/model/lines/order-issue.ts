import { formatDay, formatMinorUnits, type Issue, type Zone } from "../../core/index.js";
import { inWords, issueOf, showValue } from "../../core/shared.js";
import type { LineRow } from "./line-row.js";
import { finestScale, instantOf, unitsOf } from "./order-of-lines.js";

/** Why rows that are right one by one do not make one order. */
export function orderIssue(
  rows: readonly LineRow[],
  zone: Zone,
  severalDays: "reject" | "earliest",
): Issue | undefined {
  const customers = distinct(rows, (row) => row.customerId);
  if (customers.length > 1) return conflict("ORDER_OF_SEVERAL_CUSTOMERS", "customerId", "customer", customers);
  const currencies = distinct(rows, (row) => row.currency);
  if (currencies.length > 1) return conflict("ORDER_IN_SEVERAL_CURRENCIES", "currency", "currency", currencies);
  const scale = finestScale(rows);
  const [bought, discount] = [unitsOf(rows, "sale", scale), unitsOf(rows, "discount", scale)];
  if (discount > bought) {
    const expected = `discounts of at most what was bought, ${formatMinorUnits(bought, scale)}`;
    return issueOf("DISCOUNT_ABOVE_ORDER", ["net"], expected, inWords(formatMinorUnits(discount, scale)));
  }
  const days = severalDays === "earliest" ? [] : distinct(rows, (row) => formatDay(zone.dayAt(instantOf(row, zone))));
  if (days.length <= 1) return undefined;
  const hint = 'Pass severalDays: "earliest" if it is one order all the same';
  return { ...conflict("ORDER_ON_SEVERAL_DAYS", "at", "day", days), hint };
}

/** Why a row that is right is not used: another row of its order is wrong. */
export function spoiltIssue(orderId: string, culprit: number): Issue {
  return {
    code: "ORDER_WITH_A_BAD_LINE",
    path: ["orderId"],
    expected: "an order whose rows are all right",
    received: showValue(orderId),
    hint: `Mend row ${culprit}`,
  };
}

function conflict(code: string, field: string, noun: string, values: readonly unknown[]): Issue {
  const received = values.map(showValue).join(", ");
  return { code, path: [field], expected: `one ${noun} in all rows of the order`, received };
}

const distinct = <T>(rows: readonly LineRow[], read: (row: LineRow) => T): readonly T[] => [...new Set(rows.map(read))];
