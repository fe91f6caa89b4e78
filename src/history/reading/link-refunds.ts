import type { AmountInput, DayNumber } from "../../core/index.js";
import { compareLinkedRefunds, type LinkedOrder, type LinkedRefund } from "../base/linked-order.js";
import { anotherCustomerLabel, type SetAsideTally } from "../base/set-aside.js";
import { type CustomerDictionary, GUEST } from "../texts/customer-dictionary.js";
import type { DimensionRecorder } from "./dimension-recorder.js";
import type { MoneyReader } from "./money-reader.js";
import { type Fate, type PendingRefund, refundInOtherCurrency } from "./pending-refund.js";
import { type GrowingEntries, growingEntries } from "./purchase-entries.js";
import { readMeasure, type ToMinor } from "./read-measure.js";
import type { ReadRules } from "./read-rules.js";
import { rowFault } from "./row-fault.js";

/** What was read before the refunds find their orders. */
export interface ReadSoFar {
  readonly rules: ReadRules;
  readonly money: MoneyReader;
  readonly customers: CustomerDictionary;
  readonly orders: GrowingEntries;
  /** By order number, with exchange rates only: its own currency and minor units. */
  readonly sources: readonly { readonly currency: string; readonly minor: number }[];
  /** The number of each order that a refund names, by its id. */
  readonly orderOf: ReadonlyMap<string, number>;
  readonly fates: ReadonlyMap<string, Fate>;
  readonly setAside: SetAsideTally;
  readonly recorders: readonly DimensionRecorder[];
}

/**
 * Gives each refund to the customer of its order; one without an order lowers net on its own day. A refund dated on an earlier day than its
 * order has none: so a cut between the two days sees what reading up to then would have seen.
 */
export function linkRefunds(
  pending: readonly PendingRefund[],
  read: ReadSoFar,
): { readonly refunds: GrowingEntries; readonly linked: readonly LinkedOrder[] } {
  const { money, orders, sources, orderOf, fates, setAside } = read;
  const refunds = growingEntries(read.rules.measures, -1);
  const byOrder = new Map<number, { refund: PendingRefund; own: number }[]>();
  for (const refund of pending) {
    const { row, index, day } = refund;
    const order = row.refundOf === undefined ? undefined : orderOf.get(row.refundOf);
    if (order !== undefined && orders.days.at(order) <= day) {
      const currency = sources[order]?.currency ?? money.currency;
      if (row.currency !== currency) {
        if (read.rules.rates !== undefined) throw refundInOtherCurrency(refund, currency);
        money.accepts(row.currency, day, row.amount, index);
        continue;
      }
      const own = ownMinor(refund, money);
      const siblings = byOrder.get(order);
      if (siblings === undefined) byOrder.set(order, [{ refund, own }]);
      else siblings.push({ refund, own });
      continue;
    }
    const fate = row.refundOf === undefined ? undefined : fates.get(row.refundOf);
    if (fate !== undefined && fate.day <= day) setAside.add(fate.kind, fate.label, day);
    else takeUnlinked(refund, refunds, read);
  }
  const linked = [...byOrder].map(([order, siblings]) => takeLinked(order, siblings, refunds, read));
  return { refunds, linked };
}

function takeUnlinked(refund: PendingRefund, refunds: GrowingEntries, read: ReadSoFar): void {
  const { money, customers, setAside } = read;
  const { row, index, day, customer } = refund;
  if (!money.accepts(row.currency, day, row.amount, index)) {
    if (read.rules.rates !== undefined) setAside.add("no-exchange-rate", row.currency, day);
    return;
  }
  const minor = money.convert(ownMinor(refund, money), row.currency, day);
  setAside.add("unlinked-refund", "", day, 1, BigInt(minor));
  take(refund, customer === null ? GUEST : customers.codeOf(customer), minor, day, refunds, read);
}

/** Converts what was given back so far, refund by refund, so that a full refund leaves exactly nothing of the order. */
function takeLinked(
  order: number,
  siblings: readonly { readonly refund: PendingRefund; readonly own: number }[],
  refunds: GrowingEntries,
  read: ReadSoFar,
): LinkedOrder {
  const { money, orders, sources, customers, setAside } = read;
  const customer = orders.customers.at(order);
  const orderDay = orders.days.at(order);
  const currency = sources[order]?.currency ?? money.currency;
  const inOrder = siblings
    .map(({ refund, own }) => ({ refund, day: refund.day, minor: own }))
    .sort(compareLinkedRefunds);
  let ownSoFar = 0;
  let soFar = 0;
  const linkedRefunds: LinkedRefund[] = inOrder.map(({ refund, day, minor: own }) => {
    ownSoFar += own;
    const minor = money.convert(ownSoFar, currency, orderDay) - soFar;
    soFar += minor;
    if (refund.customer !== null && customers.find(refund.customer) !== customer) {
      const bearing = customer === GUEST ? null : customers.idOf(customer);
      setAside.add("refund-of-another-customer", anotherCustomerLabel(refund.customer, bearing), day);
    }
    take(refund, customer, minor, orderDay, refunds, read);
    return { day, minor };
  });
  return {
    customer,
    day: orderDay,
    minor: orders.minor.at(order),
    online: orders.onlineAt(order),
    refunds: linkedRefunds.sort(compareLinkedRefunds),
  };
}

function take(
  { row, index, day }: PendingRefund,
  customer: number,
  minor: number,
  rateDay: DayNumber,
  refunds: GrowingEntries,
  { money, recorders }: ReadSoFar,
): void {
  const toMinor: ToMinor = (part: AmountInput, path) =>
    money.convert(money.minorOf(part, row.currency, path), row.currency, rateDay);
  refunds.push(customer, day, minor, (measure) => readMeasure(row, index, measure, toMinor));
  for (const recorder of recorders) recorder.record({ row, index, customer, day, minor, toMinor });
}

function ownMinor({ row, index }: PendingRefund, money: MoneyReader): number {
  const own = money.amountOf(row.amount, row.currency, index);
  if (own < 0) throw rowFault(row, index);
  return own;
}
