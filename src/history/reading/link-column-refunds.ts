import { refusal } from "../../core/shared.js";
import { compareLinkedRefunds, type LinkedOrder, type LinkedRefund } from "../base/linked-order.js";
import { anotherCustomerLabel, type SetAsideTally } from "../base/set-aside.js";
import { GUEST } from "../texts/customer-dictionary.js";
import { AFTER_AS_OF } from "./day-reader.js";
import type { PurchaseColumns } from "./purchase-columns.js";
import type { GrowingEntries } from "./purchase-entries.js";

/** What was read before the refunds find their orders. */
export interface ColumnsSoFar {
  /** By entry: its row among the orders that count, or -1. */
  readonly rowOf: Int32Array | undefined;
  /** By customer code: why entries are left out. */
  readonly reasons: readonly (string | undefined)[] | undefined;
  readonly orders: GrowingEntries;
  readonly setAside: SetAsideTally;
}

/** Gives each refund to the customer of its order (`take`), by the rules of {@link linkRefunds}; here a refund names the entry of its order. */
export function linkColumnRefunds(
  columns: PurchaseColumns,
  pending: readonly number[],
  { rowOf, reasons, orders, setAside }: ColumnsSoFar,
  take: (entry: number, customer: number) => void,
): readonly LinkedOrder[] {
  const { codes, names, days, minor, refundOf, length } = columns;
  const nameOf = (code: number): string | null => (code === GUEST ? null : (names[code] as string));
  const refundsOf = new Map<number, LinkedRefund[]>();
  for (const entry of pending) {
    const day = days[entry] as number;
    const amount = minor[entry] as number;
    const code = codes[entry] as number;
    const order = refundOf === undefined ? -1 : (refundOf[entry] as number);
    if (!(Number.isInteger(order) && order >= -1 && order < length)) {
      throw refusal("INVALID_TRANSACTION_COLUMNS", ["refundOf", entry], "the entry of an order, or -1", order);
    }
    const isEarlier = order >= 0 && days[order] !== AFTER_AS_OF && (days[order] as number) <= day;
    const row = isEarlier ? (rowOf?.[order] as number) : -1;
    const bearing = row < 0 ? code : orders.customers.at(row);
    const reason =
      isEarlier && row < 0 && columns.isRefund?.[order] !== 1 ? reasons?.[codes[order] as number] : undefined;
    if (reason !== undefined) {
      setAside.add("excluded", reason, day);
      continue;
    }
    if (row < 0) setAside.add("unlinked-refund", "", day, 1, BigInt(amount));
    else {
      const siblings = refundsOf.get(row);
      if (siblings === undefined) refundsOf.set(row, [{ day, minor: amount }]);
      else siblings.push({ day, minor: amount });
      const named = nameOf(code);
      if (named !== null && named !== nameOf(bearing)) {
        setAside.add("refund-of-another-customer", anotherCustomerLabel(named, nameOf(bearing)), day);
      }
    }
    take(entry, bearing);
  }
  return Array.from(refundsOf, ([row, refunds]) => ({
    customer: orders.customers.at(row),
    day: orders.days.at(row),
    minor: orders.minor.at(row),
    online: orders.onlineAt(row),
    refunds: refunds.sort(compareLinkedRefunds),
  }));
}
