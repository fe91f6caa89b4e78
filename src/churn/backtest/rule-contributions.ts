import { type Money, multiplyMoney, subtractMoney } from "../../core/index.js";
import { anything, checkOptions, costInMinorUnits, finite, requireShape } from "../../core/shared.js";
import type { ChurnBacktest } from "./backtest-churn.js";
import { scoreGroups } from "./evaluate-classifier.js";

/** What one rule told. */
export interface RuleContribution {
  readonly ruleId: string;
  /** For how many it held. */
  readonly customers: number;
  /** The share of them who left; 0 where it held for nobody. */
  readonly precision: number;
  /** The share of all who left. */
  readonly recall: number;
  /** Precision over the share who left among all. */
  readonly lift: number;
}

/**
 * What each rule told by itself in a backtest, the one with the highest lift first; equal ones in the order of the rules.
 * @example
 * import { backtestChurn, defaultChurnRules, ruleContributions } from "clientele/churn";
 * import { summarizePurchases } from "clientele/history";
 *
 * const order = (customerId: string, at: string) => ({ id: customerId + at, customerId, at, amount: "10.00", currency: "USD" });
 * const base = summarizePurchases(
 *   [order("ann", "2026-01-05"), order("ann", "2026-01-25"), order("ann", "2026-04-05"), order("ben", "2026-01-02"), order("ben", "2026-01-12")],
 *   { asOf: "2026-05-31" },
 * );
 * const backtest = backtestChurn(base, defaultChurnRules, { asOf: ["2026-02-28"], horizon: { days: 60 } });
 * ruleContributions(backtest)[0]; // => { ruleId: "three-gaps-ago", customers: 1, precision: 1, recall: 1, lift: 2 }
 * @category Backtests
 */
export function ruleContributions(backtest: ChurnBacktest): readonly RuleContribution[] {
  requireShape(backtest, "backtest", "a backtest of backtestChurn", "truths", "labels", "rate");
  const { truths, labels, rate } = backtest;
  const contributions = Object.entries(truths).map(([ruleId, column]): RuleContribution => {
    let [customers, events] = [0, 0];
    for (let row = 0; row < labels.length; row++) {
      if (column[row] !== 1) continue;
      customers++;
      events += labels[row]!;
    }
    const precision = customers === 0 ? 0 : events / customers;
    const all = rate * labels.length;
    return {
      ruleId,
      customers,
      precision,
      recall: all === 0 ? 0 : events / all,
      lift: rate === 0 ? 0 : precision / rate,
    };
  });
  return contributions.sort((a, b) => b.lift - a.lift);
}

/** What a campaign costs and brings. */
export interface CampaignProfitOptions {
  /** What keeping one customer is worth. */
  readonly valueSaved: Money;
  readonly contactCost: Money;
  /** The share of those contacted who would have left and stay, 0 to 1. */
  readonly saveRate: number;
}

/** A campaign down to one score. */
export interface CampaignProfit {
  readonly fromScore: number;
  readonly contacted: number;
  /** Of those contacted, who leave without it. */
  readonly leaving: number;
  readonly saved: number;
  readonly profit: Money;
}

/**
 * What contacting everybody down to each score would have brought: leaving × save rate × value saved − contacted × contact cost.
 *
 * From the highest score on, equal scores together. The best line says how far down to go; a campaign that never pays has only losses.
 * @throws INVALID_OPTIONS, CURRENCY_MISMATCH, INVALID_AMOUNT
 * @example
 * import { backtestChurn, defaultChurnRules, expectedCampaignProfit } from "clientele/churn";
 * import { summarizePurchases } from "clientele/history";
 *
 * const order = (customerId: string, at: string) => ({ id: customerId + at, customerId, at, amount: "10.00", currency: "USD" });
 * const base = summarizePurchases(
 *   [order("ann", "2026-01-05"), order("ann", "2026-01-25"), order("ann", "2026-04-05"), order("ben", "2026-01-02"), order("ben", "2026-01-12")],
 *   { asOf: "2026-05-31" },
 * );
 * const backtest = backtestChurn(base, defaultChurnRules, { asOf: ["2026-02-28"], horizon: { days: 60 } });
 * const usd = (amount: string) => ({ amount, currency: "USD" });
 * const lines = expectedCampaignProfit(backtest, { valueSaved: usd("40.00"), contactCost: usd("2.00"), saveRate: 0.25 });
 * lines.map(({ contacted, profit }) => [contacted, profit.amount]); // => [[1, "8.00"], [2, "6.00"]]
 * @category Backtests
 */
export function expectedCampaignProfit(
  backtest: Pick<ChurnBacktest, "scores" | "labels">,
  options: CampaignProfitOptions,
): readonly CampaignProfit[] {
  requireShape(backtest, "backtest", "a backtest of backtestChurn", "scores", "labels");
  const { scores, labels } = backtest;
  checkOptions<CampaignProfitOptions>(
    options,
    { valueSaved: anything, contactCost: anything, saveRate: finite({ from: 0, to: 1 }) },
    ["valueSaved", "contactCost", "saveRate"],
  );
  const { valueSaved, contactCost, saveRate } = options;
  costInMinorUnits(contactCost, ["contactCost"]);
  let [contacted, leaving] = [0, 0];
  return scoreGroups(scores, labels).map((group) => {
    contacted += group.customers;
    leaving += group.events;
    const saved = leaving * saveRate;
    const cost = multiplyMoney(contactCost, String(contacted));
    return {
      fromScore: group.score,
      contacted,
      leaving,
      saved,
      profit: subtractMoney(multiplyMoney(valueSaved, plain(saved)), cost),
    };
  });
}

/** A number as a plain decimal. */
export const plain = (value: number): string => (Number.isInteger(value) ? String(value) : value.toFixed(12));
