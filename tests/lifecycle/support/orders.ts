import { type CustomerBase, summarizePurchases } from "clientele/history";
import type { Transaction } from "clientele/model";
import { superstoreLines } from "../../support/superstore.js";

/** One order of ten dollars per customer and day. */
export function ordersOn(days: Readonly<Record<string, readonly string[]>>): Transaction[] {
  return Object.entries(days).flatMap(([customerId, own]) =>
    own.map((at, index) => ({ id: `${customerId}-${index}`, customerId, at, amount: "10.00", currency: "USD" })),
  );
}

/** A base of customers who bought on these days. */
export const baseOf = (
  days: Readonly<Record<string, readonly string[]>>,
  asOf: string,
  timeZone?: string,
): CustomerBase =>
  summarizePurchases(ordersOn(days), { asOf, timeZone, currency: "USD", customerIds: Object.keys(days) });

/** Superstore's order days by customer, read straight from the CSV. */
export function superstoreDays(): Record<string, string[]> {
  const days: Record<string, Set<string>> = {};
  for (const line of superstoreLines()) {
    (days[line["Customer ID"] as string] ??= new Set()).add(line["Order Date"] as string);
  }
  return Object.fromEntries(Object.entries(days).map(([id, own]) => [id, [...own].sort()]));
}
