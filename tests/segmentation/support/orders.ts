import { type CustomerBase, type SummarizeOptions, summarizePurchases } from "clientele/history";
import type { Transaction } from "clientele/model";

export const asOf = "2026-04-01";

let orders = 0;

/** An order of its own id; in winter 2025 unless another day is given. */
export const order = (
  customerId: string,
  amount: string,
  at = "2025-01-10",
  more: Partial<Transaction> = {},
): Transaction => ({ id: `o${orders++}`, customerId, at, amount, currency: "USD", ...more });

export const baseOf = (rows: readonly Transaction[], options: Partial<SummarizeOptions> = {}): CustomerBase =>
  summarizePurchases(rows, { asOf, currency: "USD", ...options });

/** The class of each customer, in base order. */
export const classesOf = (table: {
  readonly columns: { readonly class: { readonly values: Iterable<string> } };
}): readonly string[] => [...table.columns.class.values];
