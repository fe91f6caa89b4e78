import { type AmountInput, ClienteleError, type DayNumber } from "../../core/index.js";
import { earlyTime, isEarly } from "../../core/shared.js";
import { isTransaction, type Transaction } from "../../model/index.js";
import { amountRule, idRule } from "../../model/shared.js";
import { setAsideTally } from "../base/set-aside.js";
import { customerDictionary, GUEST } from "../texts/customer-dictionary.js";
import { orderIds } from "../texts/order-ids.js";
import { textIndex } from "../texts/text-index.js";
import { AFTER_AS_OF, dayReader } from "./day-reader.js";
import { dimensionRecorder } from "./dimension-recorder.js";
import { knownNames } from "./known-names.js";
import { linkRefunds } from "./link-refunds.js";
import { moneyReader } from "./money-reader.js";
import { duplicateTransaction, earlierFate, type Fate, type PendingRefund, refundRefused } from "./pending-refund.js";
import { growingEntries } from "./purchase-entries.js";
import type { PurchaseRecords } from "./purchase-records.js";
import { readMeasure, type ToMinor } from "./read-measure.js";
import type { ReadRules } from "./read-rules.js";
import { rowFault } from "./row-fault.js";

/** Reads transactions one by one, in any order; refunds find their orders at the end. */
export interface TransactionReader {
  read(row: Transaction, index: number): void;
  /** To be called when reading broke off: a row that repeats an id is told before any later fault. */
  requireDistinctIds(): void;
  finish(): PurchaseRecords;
}

/** `expected`: how many rows will come, where that is known: a million rows take a tenth to a fifth less time into room that is there. */
export function transactionReader(rules: ReadRules, expected = 0): TransactionReader {
  const dayOf = dayReader(rules);
  const money = moneyReader(rules);
  const customers = customerDictionary();
  const orders = growingEntries(rules.measures, 1, expected);
  const sources: { currency: string; minor: number }[] = [];
  const ids = orderIds(expected);
  const fates = new Map<string, Fate>();
  const setAside = setAsideTally();
  const recorders = rules.dimensions.map((dimension) => dimensionRecorder(dimension, rules));
  const pending: PendingRefund[] = [];
  const refundIds = textIndex();
  const requireKnownNames = knownNames();
  const isDetailed = rules.measures.length > 0 || recorders.length > 0;
  let afterAsOf = 0;
  let [numbers, early, firstNumber, firstAt] = [0, 0, 0, 0];

  const leaveOut = ({ id, kind }: Transaction, fate: Fate): void => {
    if (kind !== "refund") fates.set(id, earlierFate(fates.get(id), fate));
    setAside.add(fate.kind, fate.label, fate.day);
  };

  const readRefund = (row: Transaction, index: number, day: DayNumber, customer: string | null): void => {
    if (row.refundOf !== undefined && !isId(row.refundOf)) throw rowFault(row, index);
    if (rules.refunds === "refuse") throw refundRefused(index);
    const refundsBefore = refundIds.size;
    if (refundIds.numberOf(row.id) < refundsBefore) throw duplicateTransaction(row.id, index);
    if (rules.refunds === "ignore") setAside.add("refunds-ignored", "", day);
    else pending.push({ row, index, day, customer });
  };

  const readOrder = (row: Transaction, index: number, day: DayNumber, customer: string | null): void => {
    const { id, amount, currency } = row;
    if (row.refundOf !== undefined) throw rowFault(row, index);
    if (!money.accepts(currency, day, amount, index)) {
      leaveOut(row, { kind: "no-exchange-rate", label: currency, day });
      return;
    }
    const own = money.amountOf(amount, currency, index);
    if (own < 0) throw rowFault(row, index);
    const minor = money.convert(own, currency, day);
    const code = customer === null ? GUEST : customers.codeOf(customer);
    ids.add(id, index);
    if (rules.rates !== undefined) sources.push({ currency, minor: own });
    if (isDetailed) readDetails(row, index, code, day, minor);
    else orders.push(code, day, minor, undefined);
  };

  // By itself, because a function that makes closures pays for them in every call.
  const readDetails = (row: Transaction, index: number, customer: number, day: DayNumber, minor: number): void => {
    const toMinor: ToMinor = (part: AmountInput, path) =>
      money.convert(money.minorOf(part, row.currency, path), row.currency, day);
    orders.push(customer, day, minor, (measure) => readMeasure(row, index, measure, toMinor));
    for (const recorder of recorders) recorder.record({ row, index, customer, day, minor, toMinor });
  };

  return {
    read(row, index) {
      if (typeof row !== "object" || row === null || Array.isArray(row)) throw rowFault(row, index);
      const { at } = row;
      if (typeof at === "number") {
        if (numbers++ === 0) [firstNumber, firstAt] = [at, index];
        if (isEarly(at)) early++;
      }
      const day = dayOf(at, index);
      if (day === AFTER_AS_OF) {
        afterAsOf++;
        return;
      }
      const { id, customerId, status, kind } = row;
      if (!isId(id) || (customerId !== null && !isId(customerId))) throw rowFault(row, index);
      requireKnownNames(row, index);
      if (status !== undefined && status !== "completed") {
        if (status !== "pending" && status !== "cancelled" && status !== "test") throw rowFault(row, index);
        leaveOut(row, { kind: "not-completed", label: "", day });
        return;
      }
      // What details and exclusions read is held to the rules of records whole; a plain base reads none of it but the amounts.
      const readsMore = isDetailed || (rules.exclusion !== undefined && row.tags !== undefined);
      if (!(readsMore ? isTransaction(row, "ignore") : hasRightAmounts(row))) throw rowFault(row, index);
      const customer = customerId === null || rules.survivor === undefined ? customerId : rules.survivor(customerId);
      const reason = rules.exclusion?.(customer, row.tags);
      if (reason !== undefined) leaveOut(row, { kind: "excluded", label: reason, day });
      else if (kind === "refund") readRefund(row, index, day, customer);
      else if (kind === undefined || kind === "purchase") readOrder(row, index, day, customer);
      else throw rowFault(row, index);
    },
    requireDistinctIds: ids.requireDistinct,
    finish() {
      ids.requireDistinct();
      if (numbers > 0 && early === numbers) throw new ClienteleError(earlyTime([firstAt, "at"], firstNumber));
      const { refunds, linked } = linkRefunds(pending, {
        rules,
        money,
        customers,
        orders,
        sources,
        orderOf: ids.ordersOf(refundedIds(pending)),
        fates,
        setAside,
        recorders,
      });
      money.requireOneCurrency(orders, refunds);
      const listed: number[] = [];
      for (const id of rules.customerIds) {
        const survivor = rules.survivor?.(id) ?? id;
        if (rules.exclusion?.(survivor, undefined) === undefined) listed.push(customers.codeOf(survivor));
      }
      return {
        currency: money.currency,
        scale: money.scale,
        measures: rules.measures,
        customers: customers.finish(),
        listed,
        orders: orders.finish(),
        refunds: refunds.finish(),
        linked,
        dimensionOf: (position, count) =>
          new Map(recorders.map((recorder) => [recorder.dimension, recorder.finish(position, count)])),
        setAside: setAside.entries(),
        afterAsOf,
      };
    },
  };
}

function* refundedIds(pending: readonly PendingRefund[]): Iterable<string> {
  for (const { row } of pending) if (row.refundOf !== undefined) yield row.refundOf;
}

const isId = idRule.accepts;
const isAmount = amountRule.accepts;

/** By name: this runs once per row. A plain base does not add these up, but a discount below zero is a mistake in every base. */
const hasRightAmounts = (row: Transaction): boolean =>
  (row.discount === undefined || isAmount(row.discount)) &&
  (row.cost === undefined || isAmount(row.cost)) &&
  (row.tax === undefined || isAmount(row.tax)) &&
  (row.shipping === undefined || isAmount(row.shipping)) &&
  (row.paidWithPoints === undefined || isAmount(row.paidWithPoints)) &&
  (row.paidWithGiftCard === undefined || isAmount(row.paidWithGiftCard));
