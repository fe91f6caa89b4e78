import {
  type Assessed,
  type Column,
  known,
  type MaybeColumn,
  type Money,
  multiplyMoney,
  type Reason,
  subtractMoney,
  unknown,
} from "../../core/index.js";
import { anything, checkOptions, costInMinorUnits, finite, whole } from "../../core/shared.js";
import { plain } from "../backtest/rule-contributions.js";
import { requireRisks } from "../risks/assess-churn-risk.js";
import type { ChurnRisks } from "../risks/churn-risks.js";
import { valuesOf } from "./rank-for-action.js";

/** What winning back costs and brings. */
export interface WinBackOptions {
  /** What each customer is worth once back, in the order of the risks and in the currency of the cost. */
  readonly values: Column | MaybeColumn;
  /** The share of lapsed customers who come back when asked, 0 to 1. */
  readonly returnRate: number;
  /** Of one attempt. */
  readonly cost: Money;
  /** How many at most; by default all who are worth it. */
  readonly capacity?: number | undefined;
}

/** A lapsed customer who is worth the attempt. */
export interface WinBackCandidate {
  readonly customerId: string;
  /** return rate × value − cost. */
  readonly expectedValue: number;
  /** Why the customer counts as lapsed. */
  readonly reasons: readonly Reason[];
}

/**
 * Which lapsed customers are worth winning back: those whose expected value is above 0, the highest first, equal ones by id.
 *
 * Who came back stands in `riskChanges(…).wonBack`.
 * @throws INVALID_RISKS, INVALID_OPTIONS, INVALID_AMOUNT
 * @example
 * import { assessChurnRisk, defaultChurnRules, winBackCandidates } from "clientele/churn";
 * import { summarizePurchases } from "clientele/history";
 *
 * const order = (at: string) => ({ id: at, customerId: "ann", at, amount: "10.00", currency: "USD" });
 * const base = summarizePurchases(["2025-01-05", "2025-01-15", "2025-01-25"].map(order), { asOf: "2026-03-20" });
 * const risks = assessChurnRisk(base, defaultChurnRules, { horizon: { days: 60 } });
 * const cost = { amount: "5.00", currency: "USD" };
 * winBackCandidates(risks, { values: [200], returnRate: 0.1, cost })[0]?.expectedValue; // => 15
 * @category Churn
 */
export function winBackCandidates(risks: ChurnRisks, options: WinBackOptions): readonly WinBackCandidate[] {
  requireRisks(risks);
  checkOptions<WinBackOptions>(
    options,
    { values: anything, returnRate: finite({ from: 0, to: 1 }), cost: anything, capacity: whole({ from: 0 }) },
    ["values", "returnRate", "cost"],
  );
  const { returnRate, cost, capacity = Number.POSITIVE_INFINITY } = options;
  const { minor, scale } = costInMinorUnits(cost, ["cost"]);
  const attempt = minor / 10 ** scale;
  const worthOf = valuesOf(options.values, risks.size);
  const worth: { place: number; expectedValue: number }[] = [];
  for (let place = 0; place < risks.size; place++) {
    if (risks.columns.status[place] !== "lapsed") continue;
    const expectedValue = returnRate * (worthOf(place) ?? 0) - attempt;
    if (expectedValue > 0) worth.push({ place, expectedValue });
  }
  return worth
    .sort((a, b) => b.expectedValue - a.expectedValue || a.place - b.place)
    .slice(0, capacity)
    .map(({ place, expectedValue }) => ({
      customerId: risks.customerIds[place]!,
      expectedValue,
      reasons: risks.at(place).reasons,
    }));
}

/** An offer to somebody who may leave. */
export interface RetentionOffer {
  /** That the customer leaves without it, 0 to 1. */
  readonly probability: number;
  /** That one who would leave stays for it, 0 to 1. */
  readonly saveRate: number;
  readonly value: Money;
  readonly cost: Money;
}

/** Whether an offer is worth its cost. */
export interface RetentionOfferValue {
  readonly worthIt: boolean;
  readonly expected: Money;
  /** The save rate from which on it is worth it; more than 1: never. Unknown where nothing is at risk. */
  readonly breakEvenSaveRate: Assessed<number>;
}

/**
 * Whether a retention offer is worth its cost: probability × save rate × value − cost, in exact money.
 * @throws INVALID_OPTIONS, CURRENCY_MISMATCH, INVALID_AMOUNT
 * @example
 * import { retentionOfferValue } from "clientele/churn";
 * const usd = (amount: string) => ({ amount, currency: "USD" });
 * const offer = retentionOfferValue({ probability: 0.4, saveRate: 0.25, value: usd("300.00"), cost: usd("20.00") });
 * offer.expected; // => { amount: "10.00", currency: "USD" }
 * offer.breakEvenSaveRate.status === "known" && offer.breakEvenSaveRate.value; // ≈ 0.16667
 * @category Churn
 */
export function retentionOfferValue(offer: RetentionOffer): RetentionOfferValue {
  const shareRule = finite({ from: 0, to: 1 });
  checkOptions<RetentionOffer>(
    offer,
    { probability: shareRule, saveRate: shareRule, value: anything, cost: anything },
    ["probability", "saveRate", "value", "cost"],
  );
  const { probability, saveRate, value, cost } = offer;
  costInMinorUnits(cost, ["cost"]);
  const expected = subtractMoney(multiplyMoney(value, plain(probability * saveRate)), cost);
  const atRisk = probability * Number(value.amount);
  return {
    worthIt: Number(expected.amount) > 0,
    expected,
    breakEvenSaveRate: atRisk > 0 ? known(Number(cost.amount) / atRisk) : unknown(["value"]),
  };
}
