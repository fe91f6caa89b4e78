import type { Column } from "../../core/index.js";
import { checkOptions, whole } from "../../core/shared.js";
import { isotonicFit, sortedPositions, wilsonInterval } from "../../math/index.js";
import type { CalibrationPoint } from "../../scorecards/index.js";
import { isShare, requireLabels, scoreGroups } from "./evaluate-classifier.js";

/** Customers of like probabilities: what was said of them and what happened. */
export interface CalibrationBin {
  readonly from: number;
  readonly to: number;
  readonly predicted: number;
  readonly seen: number;
  readonly customers: number;
  /** Wilson's 95 % interval of `seen`. */
  readonly interval: readonly [low: number, high: number];
}

/** How {@link calibrationTable} cuts. */
export interface CalibrationTableOptions {
  /** A whole number from 1; default 10. */
  readonly bins?: number | undefined;
}

/**
 * What was said against what happened, in bins of about as many customers each; equal probabilities stay together, so there may be fewer bins.
 * @throws INVALID_SCORES, INVALID_OPTIONS
 * @example
 * import { calibrationTable } from "clientele/churn";
 * const [low, high] = calibrationTable([0.1, 0.1, 0.6, 0.8], [0, 0, 1, 0], { bins: 2 });
 * [low?.predicted, low?.seen, high?.predicted, high?.seen]; // => [0.1, 0, 0.7, 0.5]
 * @category Backtests
 */
export function calibrationTable(
  probabilities: Column,
  labels: Column,
  options: CalibrationTableOptions = {},
): readonly CalibrationBin[] {
  checkOptions<CalibrationTableOptions>(options, { bins: whole({ from: 1, to: 1000 }) });
  requireLabels(probabilities, "probabilities", labels, isShare, "a probability from 0 to 1");
  const { bins = 10 } = options;
  const order = sortedPositions(probabilities);
  const table: CalibrationBin[] = [];
  for (let start = 0, bin = 1; start < order.length; bin++) {
    let end = Math.max(start + 1, Math.round((bin * order.length) / bins));
    while (end < order.length && probabilities[order[end]!] === probabilities[order[end - 1]!]) end++;
    const rows = order.subarray(start, end);
    let [said, seen] = [0, 0];
    for (const row of rows) {
      said += probabilities[row]!;
      seen += labels[row]!;
    }
    table.push({
      from: probabilities[rows[0]!]!,
      to: probabilities[rows.at(-1)!]!,
      predicted: said / rows.length,
      seen: seen / rows.length,
      customers: rows.length,
      interval: wilsonInterval(seen, rows.length),
    });
    start = end;
    while (Math.round(((bin + 1) * order.length) / bins) <= start && start < order.length) bin++;
  }
  return table;
}

/**
 * The rate seen at each score, made never to fall as scores rise: goes into a scorecard's `calibration` as it is.
 *
 * Isotonic regression of the labels on the scores (`isotonicFit`); of equal rates in a row only the ends are kept. Nobody: no points.
 * @throws INVALID_SCORES
 * @example
 * import { calibrateScores } from "clientele/churn";
 * calibrateScores([0, 0, 10, 20, 20], [0, 0, 1, 0, 1]).map(([score, rate]) => `${score}: ${rate.toFixed(3)}`); // => ["0: 0.000", "10: 0.667", "20: 0.667"]
 * @category Backtests
 */
export function calibrateScores(scores: Column, labels: Column): readonly CalibrationPoint[] {
  const groups = [...scoreGroups(scores, labels)].reverse();
  const rates = isotonicFit(
    groups.map(({ events, customers }) => events / customers),
    { weights: groups.map(({ customers }) => customers) },
  );
  return groups.flatMap(({ score }, index): CalibrationPoint[] => {
    const isInside =
      index > 0 && index + 1 < rates.length && rates[index - 1] === rates[index] && rates[index + 1] === rates[index];
    return isInside ? [] : [[score, rates[index]!]];
  });
}
