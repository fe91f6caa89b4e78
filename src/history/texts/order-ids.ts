import { duplicateTransaction } from "../reading/pending-refund.js";
import { growingInt32 } from "../rows/growing-columns.js";
import { firstRepetition } from "./first-repetition.js";
import { textHash } from "./text-hash.js";
import { textIndex } from "./text-index.js";

/** The ids of the orders read, in their order. Nothing is looked up while rows are read. */
export interface OrderIds {
  add(id: string, row: number): void;
  /** @throws DUPLICATE_TRANSACTION with the first row whose id an order before it has */
  requireDistinct(): void;
  /** The orders that have one of these ids, by id. */
  ordersOf(ids: Iterable<string>): ReadonlyMap<string, number>;
}

export function orderIds(expected: number): OrderIds {
  const ids: string[] = [];
  const hashes = growingInt32(expected);
  const rows = growingInt32(expected);
  return {
    add(id, row) {
      ids.push(id);
      hashes.push(textHash(id));
      rows.push(row);
    },
    requireDistinct() {
      const order = firstRepetition(ids, hashes.finish());
      if (order >= 0) throw duplicateTransaction(ids[order] as string, rows.at(order));
    },
    ordersOf(wanted) {
      const asked = textIndex();
      for (const id of wanted) asked.numberOf(id);
      const orders = new Map<string, number>();
      if (asked.size === 0) return orders;
      ids.forEach((id, order) => {
        if (asked.find(id, hashes.at(order)) !== undefined) orders.set(id, order);
      });
      return orders;
    },
  };
}
