import type { DefinitionChecker } from "../../core/index.js";
import type { ScorecardBand } from "../scorecard.js";
import type { ScoringPlan } from "./scoring-plan.js";

/** Bands go up, the first holds the least score and the last can be reached: so every score lies in exactly one. */
export function checkBands(
  bands: readonly ScorecardBand[],
  { minScore, maxScore }: Pick<ScoringPlan, "minScore" | "maxScore">,
  check: DefinitionChecker,
): void {
  bands.forEach(({ min }, index) => {
    const path = ["bands", index, "min"];
    const before = bands[index - 1]?.min;
    if (before !== undefined && min <= before) {
      check.report("SCORECARD_BANDS", path, `more than ${before}, the band before`, min, "Write bands lowest first");
    } else if (index === 0 && min > minScore) {
      check.report("SCORECARD_BANDS", path, `${minScore} or less: scores begin there`, min);
    } else if (index > 0 && min <= minScore) {
      check.report("SCORECARD_BANDS", path, `more than ${minScore}: no score lies in the band before`, min);
    } else if (min > maxScore) {
      check.report("SCORECARD_BANDS", path, `${maxScore} or less: no score is higher`, min);
    }
  });
}
