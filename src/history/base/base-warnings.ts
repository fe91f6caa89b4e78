import { formatMinorUnits, type Money, type Reason } from "../../core/index.js";
import type { SummaryColumns } from "../customer-base.js";
import type { HistoryReasonCode } from "../reasons.js";
import type { BaseParts } from "./base-parts.js";
import { refundedMinorOf } from "./linked-order.js";
import type { SetAsideKind } from "./set-aside.js";

/** What a reader of the base should know: what was left out and what looks odd, counted. */
export function baseWarnings(parts: BaseParts, columns: SummaryColumns): readonly Reason<HistoryReasonCode>[] {
  return [...setAsideWarnings(parts), ...beyondOrder(parts), ...netNotPositive(parts, columns)];
}

function setAsideWarnings(parts: BaseParts): Reason<HistoryReasonCode>[] {
  const byGroup = new Map<string, { kind: SetAsideKind; label: string; count: number; minor: bigint }>();
  for (const { kind, label, count, minor } of parts.setAside) {
    const key = kind === "refund-of-another-customer" ? kind : `${kind} ${label}`;
    const group = byGroup.get(key) ?? { kind, label, count: 0, minor: 0n };
    byGroup.set(key, { kind, label, count: group.count + count, minor: group.minor + minor });
  }
  return [...byGroup.values()].flatMap(({ kind, label, count, minor }): Reason<HistoryReasonCode>[] => {
    switch (kind) {
      case "not-completed":
        return [];
      case "excluded":
        return [{ code: "history.excluded", params: { reason: label, transactions: count } }];
      case "refunds-ignored":
        return [{ code: "history.refunds-ignored", params: { refunds: count } }];
      case "no-exchange-rate":
        return [{ code: "history.no-exchange-rate", params: { currency: label, transactions: count } }];
      case "unlinked-refund":
        return [{ code: "history.unlinked-refund", params: { refunds: count, amount: moneyOf(parts, minor) } }];
      case "refund-of-another-customer":
        return [{ code: "history.refund-of-another-customer", params: { refunds: count } }];
      case "later-than-first-read":
        return [{ code: "history.later-than-first-read", params: { transactions: count } }];
      default:
        return kind satisfies never;
    }
  });
}

function beyondOrder(parts: BaseParts): Reason<HistoryReasonCode>[] {
  let orders = 0;
  let minor = 0n;
  for (const order of parts.linked) {
    const beyond = refundedMinorOf(order) - order.minor;
    if (beyond <= 0) continue;
    orders++;
    minor += BigInt(beyond);
  }
  if (orders === 0) return [];
  return [{ code: "history.refunded-beyond-order", params: { orders, amount: moneyOf(parts, minor) } }];
}

function netNotPositive({ calendar }: BaseParts, { netMinor }: SummaryColumns): Reason<HistoryReasonCode>[] {
  let customers = 0;
  for (let customer = 0; customer < netMinor.length; customer++) {
    const records = (calendar.offsets[customer + 1] as number) - (calendar.offsets[customer] as number);
    if (records > 0 && (netMinor[customer] as number) <= 0) customers++;
  }
  return customers === 0 ? [] : [{ code: "history.net-not-positive", params: { customers } }];
}

const moneyOf = ({ rules }: BaseParts, minor: bigint): Money => ({
  amount: formatMinorUnits(minor, rules.scale),
  currency: rules.currency,
});
