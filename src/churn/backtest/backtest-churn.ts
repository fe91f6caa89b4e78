import type { Column, Day, Reason } from "../../core/index.js";
import { anything, checkOptions, flag, listOf, satisfying, text, whole } from "../../core/shared.js";
import { type CustomerBase, requireBase } from "../../history/index.js";
import type { ChurnRules } from "../rules/churn-rules.js";
import { type ChurnSources, type ReadSources, readSources, sourceRules } from "../signals/churn-options.js";
import type { BacktestOptions } from "./backtest-options.js";
import { type ClassifierEvaluation, evaluateClassifier, scoreGroups } from "./evaluate-classifier.js";
import { type LiftBin, liftTable, topShare } from "./lift-table.js";
import { testOnDay } from "./test-on-day.js";

/** One day of a backtest. */
export interface BacktestDate extends ClassifierEvaluation {
  readonly asOf: Day;
  readonly topDecileLift: number;
}

/**
 * What rules would have told on past days, against what happened then. Measures of the whole are over all days together.
 * @category Backtests
 */
export interface ChurnBacktest extends ClassifierEvaluation {
  readonly topDecileLift: number;
  readonly dates: readonly BacktestDate[];
  /** Tenths, over all days. */
  readonly lift: readonly LiftBin[];
  readonly scores: Column;
  /** 1 churned, 0 stayed. */
  readonly labels: Column;
  /** By rule: 1 where it held, 0 where not, 2 where that was unknown. */
  readonly truths: Readonly<Record<string, Column>>;
}

/**
 * Tests churn rules on the past: stands on earlier days, judges with what was known then, and looks at who did not buy in the horizon after.
 *
 * Nothing later than the day reaches a score: signals are read from `baseAt`, records are cut, and `factsAt` gets the base of that day; facts of
 * another moment are refused. Only who would have been scored then is looked at, unless `lapsedToo`. Who has a contract counts as churned when it ended by the
 * horizon's end; everybody else with no purchase day in (day + gap, day + gap + horizon]. Flagged is the highest band. A rule that tells the future too well is
 * named as a suspected leak, and customers whose signals are all the same as another's are counted: they make results look surer than they are.
 * @throws INVALID_BASE, INVALID_OPTIONS, INVALID_DEFINITION, CHURN_FACTS_MISMATCH, DAY_AFTER_AS_OF; HORIZON_BEYOND_DATA where a horizon ends later than the base
 * @example
 * import { backtestChurn, defaultChurnRules } from "clientele/churn";
 * import { summarizePurchases } from "clientele/history";
 * const order = (customerId: string, at: string) => ({ id: customerId + at, customerId, at, amount: "10.00", currency: "USD" });
 * const base = summarizePurchases(
 *   [order("ann", "2026-01-05"), order("ann", "2026-01-25"), order("ann", "2026-04-05"), order("ben", "2026-01-02"), order("ben", "2026-01-12")],
 *   { asOf: "2026-05-31" },
 * );
 * const { auc, customers } = backtestChurn(base, defaultChurnRules, { asOf: ["2026-02-28"], horizon: { days: 60 } });
 * [auc, customers]; // => [1, 2]
 * @category Backtests
 */
export function backtestChurn(base: CustomerBase, rules: ChurnRules, options: BacktestOptions): ChurnBacktest {
  requireBase(base);
  checkOptions<BacktestOptions>(options, optionRules, ["asOf", "horizon"]);
  return testOnDays(base, rules, options, readSources(sourcesOf(options)));
}

/** The same with sources that have been read. */
export function testOnDays(
  base: CustomerBase,
  rules: ChurnRules,
  options: BacktestOptions,
  sources: ReadSources,
): ChurnBacktest {
  const tested = options.asOf.map((day, index) => testOnDay(base, rules, { day, index }, options, sources));
  const scores = tested.flatMap((one) => one.scores);
  const labels = tested.flatMap((one) => one.labels);
  const probabilities = tested.flatMap((one) => one.probabilities);
  const threshold = rules.scorecard.bands.at(-1)?.min ?? 0;
  const measured = evaluateClassifier(scores, labels, {
    threshold,
    ...(probabilities.length === scores.length ? { probabilities } : {}),
  });
  const truths = Object.fromEntries(
    rules.scorecard.rules.map(({ id }) => [
      id,
      tested.flatMap((one) => one.truths[id] ?? one.scores.map(() => UNKNOWN)),
    ]),
  );
  return {
    ...measured,
    topDecileLift: topShare(scoreGroups(scores, labels), 0.1).lift,
    dates: tested.map((one, index) => ({
      asOf: options.asOf[index]!,
      ...evaluateClassifier(one.scores, one.labels, { threshold }),
      topDecileLift: topShare(scoreGroups(one.scores, one.labels), 0.1).lift,
    })),
    lift: liftTable(scores, labels),
    scores,
    labels,
    truths,
    warnings: [...measured.warnings, ...tested.flatMap((one) => one.warnings), ...leaks(truths, labels)],
  };
}

const UNKNOWN = 2;

const optionRules = {
  ...sourceRules,
  asOf: listOf(text, 1),
  horizon: anything,
  gap: anything,
  factsAt: satisfying("a function", (facts) => typeof facts === "function"),
  lapsedToo: flag,
  minPurchaseDays: whole({ from: 1 }),
};

const sourcesOf = ({
  interactions,
  cases,
  contracts,
  feedback,
  customers,
  pointsLapsing,
}: ChurnSources): ChurnSources => ({
  interactions,
  cases,
  contracts,
  feedback,
  customers,
  pointsLapsing,
});

/** A rule that holds for many and is almost never wrong, about something that is seldom: it knows the future. */
const LEAK = { fires: 20, precision: 0.98, recall: 0.5, rate: 0.8 } as const;

function leaks(truths: Readonly<Record<string, Column>>, labels: readonly number[]): readonly Reason[] {
  const all = labels.reduce((sum, label) => sum + label, 0);
  return Object.entries(truths).flatMap(([rule, column]) => {
    let [fires, right] = [0, 0];
    for (let row = 0; row < labels.length; row++) {
      if (column[row] !== 1) continue;
      fires++;
      right += labels[row]!;
    }
    const precision = fires === 0 ? 0 : right / fires;
    const isLeak =
      fires >= LEAK.fires &&
      precision >= LEAK.precision &&
      right >= LEAK.recall * all &&
      all < LEAK.rate * labels.length;
    return isLeak ? [{ code: "churn.suspected-leak", params: { rule, precision } }] : [];
  });
}
