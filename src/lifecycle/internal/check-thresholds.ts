import type { StageThresholds } from "../lifecycle-rules.js";
import {
  addFault,
  checkChoice,
  checkDuration,
  checkFields,
  checkNumber,
  checkWhole,
  type Faults,
  type Path,
} from "./faults.js";

type Mode = StageThresholds["mode"];

const modes: Readonly<Record<Mode, readonly string[]>> = {
  fixed: ["mode", "upTo"],
  "population-percentile": ["mode", "upTo"],
  "own-cadence": ["mode", "upTo", "minGaps", "minGapDays"],
  "survival-curve": ["mode", "upTo", "curve"],
};

/** The thresholds of any mode. */
export function checkThresholds(faults: Faults, path: Path, value: unknown): void {
  const mode = (value as { readonly mode?: unknown } | null | undefined)?.mode;
  if (!checkChoice(faults, [...path, "mode"], mode, Object.keys(modes) as Mode[])) return;
  if (!checkFields(faults, path, value, modes[mode])) return;
  checkBounds(faults, [...path, "upTo"], value.upTo, boundChecks[mode]);
  if (mode === "own-cadence") {
    checkWhole(faults, [...path, "minGaps"], value.minGaps, 1);
    checkNumber(faults, [...path, "minGapDays"], value.minGapDays, "days, more than 0", (days) => days > 0);
  }
  if (mode === "survival-curve") checkCurve(faults, [...path, "curve"], value.curve);
}

/** Checks one bound and gives it as a number to compare; NaN where it is none. */
type BoundCheck = (faults: Faults, path: Path, value: unknown) => number;

const checkMultiple: BoundCheck = (faults, path, value) =>
  checkNumber(faults, path, value, "a multiple above 0", (times) => times > 0);
const checkShare: BoundCheck = (faults, path, value) =>
  checkNumber(faults, path, value, "a share between 0 and 1", (share) => share > 0 && share < 1);

const boundChecks: Readonly<Record<Mode, BoundCheck>> = {
  fixed: checkDuration,
  "own-cadence": checkMultiple,
  "population-percentile": checkShare,
  "survival-curve": checkShare,
};

const boundNames = ["active", "atRisk", "dormant"];

/** Three bounds that do not fall. */
export function checkBounds(faults: Faults, path: Path, value: unknown, check: BoundCheck): void {
  if (!checkFields(faults, path, value, boundNames)) return;
  let before = Number.NEGATIVE_INFINITY;
  for (const [at, name] of boundNames.entries()) {
    const bound = check(faults, [...path, name], value[name]);
    if (bound < before) addFault(faults, [...path, name], `no less than ${boundNames[at - 1]}`, value[name]);
    before = bound;
  }
}

function checkCurve(faults: Faults, path: Path, value: unknown): void {
  if (!Array.isArray(value) || value.length === 0) {
    addFault(faults, path, "one point or more", value);
    return;
  }
  let before = { days: -1, survival: 1 };
  value.forEach((point: unknown, at) => {
    if (!checkFields(faults, [...path, at], point, ["days", "survival"])) return;
    const { days, survival } = before;
    before = {
      days: checkNumber(faults, [...path, at, "days"], point.days, "more days than before", (now) => !(now <= days)),
      survival: checkNumber(
        faults,
        [...path, at, "survival"],
        point.survival,
        "a share from 0 to 1 that does not rise",
        (now) => now >= 0 && now <= 1 && !(now > survival),
      ),
    };
  });
}
