import { currencyDecimals, parseMinorUnits } from "../../core/index.js";
import { isTransaction, type Transaction } from "../../model/index.js";
import { isOn, type ReadyProgram, type ReadyRule } from "../program/ready-program.js";
import type { Quotient } from "./earn-basis.js";
import { type Fraction, plus, times, zero } from "./fraction.js";
import { usualExclusions } from "./read-order.js";

/** Points of the main type, and what rounding took. */
export interface PlainPoints {
  readonly points: number;
  readonly lost: number;
}

/** What a plain order earns; undefined for one that is not. */
export type PlainReckoning = (order: Transaction, at: number) => PlainPoints | undefined;

const nothing: PlainPoints = { points: 0, lost: 0 };

/**
 * What `earnByOrder` gives for orders without lines under rules that are rates and nothing else, in one multiplication: for history by the million.
 * Undefined for a programme that asks more of an order than its amount, currency and instant.
 */
export function plainPoints({
  program,
  mainType,
  orderRules,
  promotions,
  zone,
}: ReadyProgram): PlainReckoning | undefined {
  const {
    rounding,
    combine = "sum",
    promotionCombine = "multiply",
    multiplierBase,
    exclude = usualExclusions,
  } = program.earning;
  const rules = orderRules.filter(({ pointType }) => pointType === mainType);
  const offers = promotions.filter(({ pointType }) => pointType === mainType);
  const isPlain =
    rules.every(isRate) &&
    offers.every(({ holds, promotion }) => holds === undefined && promotion.on !== "line") &&
    (combine === "sum" || rules.length < 2) &&
    (promotionCombine === "multiply" || offers.length < 2) &&
    offers.length <= MOST_OFFERS &&
    multiplierBase !== "rounded" &&
    (rounding?.mode ?? "floor") === "floor" &&
    rounding?.at !== "line" &&
    (program.earning.caps ?? []).length === 0 &&
    exclude.includes("tax") &&
    exclude.includes("shipping");
  if (!isPlain) return undefined;
  const factors = new Map<string, Factor | undefined>();
  return (order, at) => {
    const { currency, lines, paidWithPoints, paidWithGiftCard, status = "completed" } = order;
    const isWhole = lines === undefined && paidWithPoints === undefined && paidWithGiftCard === undefined;
    if (!isWhole || status !== "completed" || !isTransaction(order, "ignore")) return undefined;
    let on = 0;
    for (let index = 0; index < offers.length; index++) {
      if (isOn(offers[index]!, at, zone, undefined)) on |= 1 << index;
    }
    const key = on === 0 ? currency : `${currency} ${on}`;
    let factor = factors.get(key);
    if (factor === undefined && !factors.has(key)) {
      factors.set(
        key,
        (factor = factorOf(
          rules,
          offers.filter((_, index) => on & (1 << index)),
          currency,
        )),
      );
    }
    if (factor === undefined) return undefined;
    const { gives, per, added } = factor;
    const amount = parseMinorUnits(order.amount, currencyDecimals(currency), ["order", "amount"]);
    if (amount <= 0) return nothing;
    const exact = amount * gives + added;
    if (!Number.isSafeInteger(exact)) return undefined;
    const rest = exact % per;
    return { points: (exact - rest) / per, lost: rest / per };
  };
}

const MOST_OFFERS = 30; // bits of a whole number

/** A rule that gives so much for so much, of every order. */
const isRate = ({ rule, holds }: ReadyRule): boolean =>
  holds === undefined &&
  rule.rates !== undefined &&
  rule.on !== "line" &&
  rule.mode !== "whole-increments" &&
  rule.points === undefined &&
  rule.minimumSpend === undefined &&
  rule.birthday === undefined;

/** Points are (amount × gives + added) ÷ per. */
interface Factor {
  readonly gives: number;
  readonly per: number;
  readonly added: number;
}

/** All rates and promotions in one; undefined for a currency that has no rate, and for numbers that are not safe. */
function factorOf(
  rules: readonly ReadyRule[],
  offers: ReadyProgram["promotions"],
  currency: string,
): Factor | undefined {
  let rate = zero;
  for (const { rates } of rules) {
    const own = rates.get(currency);
    if (own !== undefined) rate = plus(rate, times(fraction(own.gives), inverse(own.per)));
  }
  if (rate.n === 0n) return undefined;
  for (const offer of offers) if (offer.times !== undefined) rate = times(rate, fraction(offer.times));
  const added = offers.reduce((all, { promotion }) => all + (promotion.add ?? 0), 0);
  const [gives, per] = [Number(rate.n), Number(rate.d)];
  const factor = { gives, per, added: added * per };
  return Object.values(factor).every(Number.isSafeInteger) ? factor : undefined;
}

const fraction = ([n, d]: Quotient): Fraction => ({ n: BigInt(n), d: BigInt(d) });
const inverse = ([n, d]: Quotient): Fraction => ({ n: BigInt(d), d: BigInt(n) });
