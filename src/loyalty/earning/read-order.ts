import { allocate, currencyDecimals, formatMinorUnits, parseMinorUnits, type Reason } from "../../core/index.js";
import { parseMoment } from "../../core/shared.js";
import { type FactSchema, type Facts, type OrderCustomer, orderFacts, type Transaction } from "../../model/index.js";
import { requirePurchase } from "../../model/shared.js";
import type { Exclusion } from "../program/loyalty-program.js";
import type { ReadyProgram } from "../program/ready-program.js";

/** An order as earning sees it: the minor units of its parts that count, and why others do not. */
export interface ReadOrder {
  readonly order: Transaction;
  readonly at: number;
  readonly scale: number;
  /** Its lines or, without any, the order as one; then what no line tells of. */
  readonly parts: readonly number[];
  readonly lines: number;
  readonly eligible: number;
  readonly reasons: readonly Reason[];
  facts(): Facts<FactSchema>;
}

/** What does not earn where a programme does not say. */
export const usualExclusions: readonly Exclusion[] = ["tax", "shipping", "gift-card"];

/**
 * Reads an order. Its `amount` is what was paid for goods: where lines add up to more, each counts its share; what they fall short of
 * counts as a part of its own.
 * @throws what is wrong with the transaction; INVALID_CHOICE for a refund
 */
export function readOrder(order: Transaction, ready: ReadyProgram, customer: OrderCustomer): ReadOrder {
  requirePurchase(order);
  const scale = currencyDecimals(order.currency);
  const units = (amount: string | number | undefined, ...path: (string | number)[]): number =>
    amount === undefined ? 0 : parseMinorUnits(amount, scale, ["order", ...path]);
  const { exclude = usualExclusions, giftCardCategories = ["gift-card"] } = ready.program.earning;
  const amount = units(order.amount, "amount");
  const lines = order.lines ?? [];
  let parts = lines.map(({ net }, index) => units(net, "lines", index, "net"));
  const told = parts.reduce((all, part) => all + part, 0);
  if (told > amount) parts = allocate(amount, parts);
  else if (lines.length === 0 || told < amount) parts.push(amount - told);
  const reasons: Reason[] = [];
  const excluded = (what: Exclusion, of: number): void => {
    const params = { what, amount: { amount: formatMinorUnits(of, scale), currency: order.currency } };
    if (of > 0) reasons.push({ code: "loyalty.excluded", params });
  };
  if (exclude.includes("gift-card")) {
    const sells = (category = ""): boolean =>
      giftCardCategories.some((each) => category === each || category.startsWith(`${each}/`));
    lines.forEach(({ category }, index) => {
      if (!sells(category)) return;
      excluded("gift-card", parts[index] as number);
      parts[index] = 0;
    });
  }
  for (const [what, of] of [
    ["points-paid", units(order.paidWithPoints, "paidWithPoints")],
    ["gift-card-paid", units(order.paidWithGiftCard, "paidWithGiftCard")],
  ] as const) {
    if (of === 0 || !exclude.includes(what)) continue;
    const left = parts.reduce((all, part) => all + part, 0);
    if (left > 0) parts = allocate(Math.max(0, left - of), parts);
    excluded(what, Math.min(of, left));
  }
  for (const what of ["tax", "shipping"] as const) {
    const of = units(order[what], what);
    if (exclude.includes(what)) excluded(what, of);
    else if (of > 0) parts.push(of);
  }
  let facts: Facts<FactSchema> | undefined;
  return {
    order,
    at: parseMoment(order.at, { timeZone: ready.program.timeZone, path: ["order", "at"] }),
    scale,
    parts,
    lines: lines.length,
    eligible: parts.reduce((all, part) => all + part, 0),
    reasons,
    facts: () => (facts ??= orderFacts(order, { customer }) as Facts<FactSchema>),
  };
}
