import { type Assessed, addDurationToDay, type Duration, formatDay, known, unknown } from "../../core/index.js";
import { todayOf } from "../../core/shared.js";
import type { CustomerBase } from "../../history/index.js";
import type { RulesWorth } from "../risks/churn-risks.js";
import type { ChurnRules } from "../rules/churn-rules.js";
import type { ReadSources } from "../signals/churn-options.js";
import { testOnDays } from "./backtest-churn.js";

/** With fewer who left, or who stayed, an AUC says nothing. */
const ENOUGH = 20;
/** Below this AUC little separates. */
const LITTLE = 0.6;

/** What rules were worth on a base, one and two horizons before its end. */
export function rulesWorth(
  base: CustomerBase,
  rules: ChurnRules,
  horizon: Duration,
  sources: ReadSources,
): Assessed<RulesWorth> {
  const tooShort = unknown(["history"], [{ code: "churn.too-short-to-tell", params: {} }]);
  const today = todayOf(base);
  const one = addDurationToDay(today, horizon, -1);
  // Taken back by months a horizon may end a day or two later than it began.
  const days = [one, addDurationToDay(one, horizon, -1)].filter((day) => addDurationToDay(day, horizon) <= today);
  if (days.length === 0) return tooShort;
  const asOf = days.map((day) => formatDay(day));
  const { auc, aucInterval, customers, rate } = testOnDays(base, rules, { asOf, horizon }, sources);
  if (Math.min(rate, 1 - rate) * customers < ENOUGH) return tooShort;
  const [low, high] = aucInterval;
  const code =
    low <= 0.5 ? "churn.nothing-separates" : auc < LITTLE ? "churn.little-separates" : "churn.rules-separate";
  return known({ auc, interval: aucInterval, customers, rate }, [
    { code, params: { auc, low, high, customers, rate } },
  ]);
}
