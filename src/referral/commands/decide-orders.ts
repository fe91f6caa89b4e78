import {
  compareMoney,
  currencyDecimals,
  formatInstant,
  formatMinorUnits,
  type Money,
  parseMinorUnits,
} from "../../core/index.js";
import { parseMoment, refusal, refuseAll } from "../../core/shared.js";
import { checkTransaction, orderFacts } from "../../model/index.js";
import { decimalsOf, judgeOrder } from "../stream/judge-order.js";
import type { EarlyOrder, Payment, ReferralEvent, ReferralTerms } from "../stream/referral-event.js";
import { own, type ReferralOrder } from "../stream/referral-state.js";
import { inactiveSince } from "./decide-attribution.js";
import type { PurchaseCommand, RefundCommand } from "./referral-command.js";
import { type Finding, found, no, type Work } from "./work.js";

export function purchase(command: PurchaseCommand, work: Work): Finding {
  const { order, paid, customer, number } = command;
  const { state, program, at, schema } = work;
  refuseAll(
    checkTransaction(order, undefined, "ignore").map((issue) => ({ ...issue, path: ["order", ...issue.path] })),
  );
  if (program.currencies !== undefined && !program.currencies.includes(order.currency)) {
    return no({ code: "CURRENCY_NOT_CONFIGURED", currency: order.currency });
  }
  const other = otherCurrency(paid, order.currency) ?? otherCurrency(own(state.refunds, order.id), order.currency);
  if (other !== undefined) return other;
  const { refereeId, terms, boundAt } = state;
  if (order.customerId !== null && refereeId !== null && order.customerId !== refereeId) {
    return no({ code: "ORDER_OF_ANOTHER", customerId: order.customerId });
  }
  if (paid === undefined && (order.status ?? "completed") !== "completed") {
    return found([], [{ code: "referral.order-not-completed", params: { orderId: order.id } }]);
  }
  const placed = formatInstant(parseMoment(order.at, { timeZone: program.timeZone, path: ["order", "at"] }));
  const payment = paymentOf(command, placed, at);
  const early: EarlyOrder = {
    order: { ...order, at: placed },
    payments: [payment],
    ...(customer === undefined ? {} : { customer }),
    ...(number === undefined ? {} : { number }),
  };
  if (terms === null || boundAt === null) return noteEarly(early, work);
  const known = own(state.orders, order.id);
  if (known !== undefined) return toldAgain(known, early, terms, work);
  const { judged, reasons } = judgeOrder(early, terms, schema);
  const facts: ReferralEvent[] = [{ type: "OrderJudged", v: 1, at, order: judged, payments: [payment], reasons }];
  if (placed >= boundAt) return found(facts, reasons);
  const { newCustomer, timeZone } = terms;
  const since =
    newCustomer === "never-bought"
      ? ""
      : newCustomer === "never-registered"
        ? boundAt
        : inactiveSince(boundAt, newCustomer.inactiveDays, timeZone);
  if (placed <= since || state.voided !== null)
    return found(facts, [{ code: "referral.before-sign-up", params: { orderId: order.id } }]);
  // Told late: the referee had bought before, so nothing was ever due.
  const late = [{ code: "referral.not-new", params: { orderId: order.id } }];
  return found([...facts, { type: "ReferralVoided", v: 1, at, reasons: late }], late);
}

/** What was paid in all, read with the order's decimals. */
function paymentOf({ order, paid }: PurchaseCommand, placed: string, at: string): Payment {
  if (paid === undefined) return { at: placed, paid: null };
  const scale = decimalsOf(orderFacts(order).attributes["order.paidNet"]?.amount ?? "0");
  const minor = parseMinorUnits(paid.amount, scale, ["paid", "amount"]);
  if (minor < 0) throw refusal("INVALID_REFERRAL_COMMAND", ["paid", "amount"], "an amount from zero", paid.amount);
  return { at, paid: formatMinorUnits(minor, scale) };
}

/** A bound referral's order again: judged anew where it did not qualify and more may be known of it now, else a payment more. */
function toldAgain(known: ReferralOrder, early: EarlyOrder, terms: ReferralTerms, { schema, at }: Work): Finding {
  const [payment] = early.payments as [Payment];
  const again = payAgain(known, early, payment, at);
  if ("error" in again || known.qualifiesFrom !== null) return again;
  const { judged, reasons } = judgeOrder(early, terms, schema);
  if (judged.qualifiesFrom === null) return found(again.facts, reasons);
  const payments = again.facts.length === 0 ? known.payments : [...known.payments, payment];
  return found([{ type: "OrderJudged", v: 1, at, order: judged, payments, reasons }], reasons);
}

/** The same order again: a payment more, or nothing new. */
function payAgain(
  known: {
    readonly orderId: string;
    readonly currency: string;
    readonly amount: string;
    readonly payments: readonly Payment[];
  },
  { order }: EarlyOrder,
  payment: Payment,
  at: string,
): Finding {
  const { orderId, currency, amount, payments } = known;
  const isSame =
    order.currency === currency && compareMoney({ amount, currency }, { amount: String(order.amount), currency }) === 0;
  if (!isSame) return no({ code: "ORDER_CHANGED", orderId });
  if (payments.some((each) => each.at === payment.at && each.paid === payment.paid)) return found([]);
  return found([{ type: "PaymentNoted", v: 1, at, orderId, payment }]);
}

function noteEarly(early: EarlyOrder, { state, at }: Work): Finding {
  const { order, payments } = early;
  const known = state.early.find((each) => each.order.id === order.id);
  const reasons = [{ code: "referral.not-bound-yet", params: { orderId: order.id } }];
  if (known === undefined) return found([{ type: "OrderNoted", v: 1, at, early }], reasons);
  const amount = String(known.order.amount);
  const again = payAgain(
    { orderId: order.id, currency: known.order.currency, amount, payments: known.payments },
    early,
    payments[0] as Payment,
    at,
  );
  if ("error" in again) return again;
  const isKnown = Object.keys(early).every((name) => Object.hasOwn(known, name));
  if (again.facts.length === 0 && isKnown) return again;
  const all = again.facts.length === 0 ? known.payments : [...known.payments, ...payments];
  return found([{ type: "OrderNoted", v: 1, at, early: { ...known, ...early, payments: all } }], reasons);
}

export function refund({ orderId, cumulative }: RefundCommand, { state, program, at }: Work): Finding {
  if (program.currencies !== undefined && !program.currencies.includes(cumulative.currency)) {
    return no({ code: "CURRENCY_NOT_CONFIGURED", currency: cumulative.currency });
  }
  const judged = own(state.orders, orderId);
  const order = judged ?? state.early.find((early) => early.order.id === orderId)?.order;
  const before = own(state.refunds, orderId);
  const other = otherCurrency(cumulative, order?.currency ?? before?.currency ?? cumulative.currency);
  if (other !== undefined) return other;
  const zero = { amount: "0", currency: cumulative.currency };
  if (compareMoney(cumulative, zero) < 0) {
    throw refusal("INVALID_REFERRAL_COMMAND", ["cumulative", "amount"], "an amount from zero", cumulative.amount);
  }
  const scale = judged === undefined ? currencyDecimals(cumulative.currency) : decimalsOf(judged.paidNet);
  parseMinorUnits(cumulative.amount, scale, ["cumulative", "amount"]);
  if (order !== undefined) {
    const eligible = { amount: String(order.amount), currency: order.currency };
    if (compareMoney(cumulative, eligible) > 0) return no({ code: "REFUND_EXCEEDS_ELIGIBLE", eligible });
  }
  // Cumulative amounts only grow: a smaller one is an older message.
  if (compareMoney(cumulative, before ?? zero) <= 0) return found([]);
  return found([{ type: "RefundNoted", v: 1, at, orderId, cumulative }]);
}

function otherCurrency(money: Money | undefined, expected: string): Finding | undefined {
  if (money === undefined || money.currency === expected) return undefined;
  return no({ code: "CURRENCY_MISMATCH", expected, received: money.currency });
}
