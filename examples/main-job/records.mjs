import { formatDay, parseInstant, zoneOf } from "clientele/core";
import { LINE } from "./read-rows.mjs";

/** Which column is what. Without an order column every row is an order of its own, named by its line in the file. */
export function lineColumns({ customer, date, amount, cost, category, order = LINE, ...written }) {
  const format = written["date-format"];
  const marks = stated({
    decimalMark: written["decimal-mark"],
    groupMark: written["group-mark"],
    currencyMark: written["currency-mark"],
  });
  return {
    orderId: order,
    customerId: customer,
    at: format === undefined ? date : { column: date, format },
    net: { column: amount, ...marks },
    cost: typeof cost === "string" ? { column: cost, ...marks } : cost,
    category,
    sku: () => "goods",
  };
}

const stated = (fields) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

/** The last local day on which anything happened; today is nobody's business here. */
export function lastDay(transactions, timeZone) {
  const zone = zoneOf(timeZone);
  const latest = transactions.reduce((last, { at }) => Math.max(last, parseInstant(at, { timeZone })), 0);
  return formatDay(zone.dayAt(latest));
}
