import { formatDay, parseDay } from "../../src/core/index.js";
import { type CustomerBase, summarizePurchases } from "../../src/history/index.js";
import type { Transaction } from "../../src/model/index.js";

/** A customer by what RFM looks at: days since the last order, orders, whole net. */
export interface Buyer {
  readonly customerId: string;
  readonly days: number;
  readonly orders: number;
  readonly net: number;
}

export const asOf = "2026-04-01";

/** A base whose customers have exactly these measures; a net below zero comes from a refund without its order. */
export function baseOf(buyers: readonly Buyer[], customerIds: readonly string[] = []): CustomerBase {
  return summarizePurchases(buyers.flatMap(transactionsOf), { asOf, currency: "USD", customerIds });
}

function transactionsOf({ customerId, days, orders, net }: Buyer): Transaction[] {
  const at = formatDay(parseDay(asOf) - days);
  const gross = Math.max(net, 0);
  const transactions: Transaction[] = Array.from({ length: orders }, (_, index) => ({
    id: `${customerId}/${index}`,
    customerId,
    at,
    amount: String(index === 0 ? gross : 0),
    currency: "USD",
  }));
  const refund = {
    id: `${customerId}/r`,
    customerId,
    at,
    amount: String(-net),
    currency: "USD",
    kind: "refund",
  } as const;
  return net < 0 ? [...transactions, refund] : transactions;
}
