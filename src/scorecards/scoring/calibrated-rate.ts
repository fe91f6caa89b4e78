import { refusal, requireList } from "../../core/shared.js";
import type { CalibrationPoint } from "./scorecard.js";

/**
 * The rate that a calibration table gives for a score.
 *
 * Linear between the two nearest points, the end points beyond them: nothing is extrapolated. The table is sorted by score, as
 * `defineScorecard` demands. An empty table gives undefined.
 * @example
 * import { calibratedRate } from "clientele/scorecards";
 * calibratedRate([[0, 0.02], [5, 0.12], [9, 0.5]], 7); // => 0.31
 * calibratedRate([[0, 0.02], [5, 0.12], [9, 0.5]], 12); // => 0.5
 * @category Scorecards
 */
export function calibratedRate(calibration: readonly CalibrationPoint[], score: number): number | undefined {
  requireList(calibration, "calibration");
  calibration.forEach((point, index) => {
    requireList(point, ["calibration", index], "a score and its rate");
    requireFinite(point[0], ["calibration", index, 0]);
    requireFinite(point[1], ["calibration", index, 1]);
  });
  requireFinite(score, ["score"]);
  const above = calibration.findIndex(([known]) => known >= score);
  const upper = calibration[above < 0 ? calibration.length - 1 : above];
  const lower = above > 0 ? calibration[above - 1] : upper;
  if (upper === undefined || lower === undefined) return undefined;
  const [scoreAbove, rateAbove] = upper;
  const [scoreBelow, rateBelow] = lower;
  if (above <= 0 || scoreAbove === score) return rateAbove;
  return rateBelow + ((rateAbove - rateBelow) * (score - scoreBelow)) / (scoreAbove - scoreBelow);
}

function requireFinite(value: number, path: readonly (string | number)[]): void {
  if (!Number.isFinite(value)) throw refusal("INVALID_ARGUMENT", path, "a finite number", value);
}
