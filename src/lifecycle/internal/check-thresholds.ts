import type { DefinitionChecker } from "../../core/index.js";
import type { StageThresholds } from "../lifecycle-rules.js";
import { dayDuration, type Path, positive, RULE_INVALID, wholeFrom } from "./rule-values.js";

type Mode = StageThresholds["mode"];

const modes: Readonly<Record<Mode, readonly string[]>> = {
  fixed: ["mode", "upTo"],
  "population-percentile": ["mode", "upTo"],
  "own-cadence": ["mode", "upTo", "minGaps", "minGapDays"],
  "survival-curve": ["mode", "upTo", "curve"],
};

/** Checks one bound and gives it as a number to compare. */
type BoundCheck = (check: DefinitionChecker, value: unknown, path: Path) => number | undefined;

const share: BoundCheck = (check, value, path) => positive(check, value, path, 1);
const boundOf: Readonly<Record<Mode, BoundCheck>> = {
  fixed: dayDuration,
  "own-cadence": positive,
  "population-percentile": share,
  "survival-curve": share,
};

/** The thresholds of any mode. */
export function checkThresholds(check: DefinitionChecker, value: unknown, path: Path): void {
  const written = (value as { readonly mode?: unknown } | null | undefined)?.mode;
  const mode = check.choice(written, Object.keys(modes) as Mode[], [...path, "mode"]);
  const thresholds = mode === undefined ? undefined : check.record(value, path, modes[mode]);
  if (mode === undefined || thresholds === undefined) return;
  checkBounds(check, thresholds.upTo, [...path, "upTo"], boundOf[mode]);
  if (mode === "own-cadence") {
    wholeFrom(check, thresholds.minGaps, [...path, "minGaps"], 1);
    positive(check, thresholds.minGapDays, [...path, "minGapDays"]);
  }
  if (mode === "survival-curve") checkCurve(check, thresholds.curve, [...path, "curve"]);
}

const boundNames = ["active", "atRisk", "dormant"];

/** Three bounds that do not fall. */
export function checkBounds(check: DefinitionChecker, value: unknown, path: Path, boundCheck: BoundCheck): void {
  const upTo = check.record(value, path, boundNames);
  if (upTo === undefined) return;
  let before: number | undefined;
  for (const [at, name] of boundNames.entries()) {
    const bound = boundCheck(check, upTo[name], [...path, name]);
    if (bound !== undefined && before !== undefined && bound < before) {
      check.report(RULE_INVALID, [...path, name], `no less than ${boundNames[at - 1]}`, upTo[name]);
    }
    before = bound ?? before;
  }
}

function checkCurve(check: DefinitionChecker, value: unknown, path: Path): void {
  let days = -1;
  let survival = 1;
  check.list(value, path, 1)?.forEach((json, at) => {
    const point = check.record(json, [...path, at], ["days", "survival"]);
    if (point === undefined) return;
    const nextDays = check.number(point.days, [...path, at, "days"], 0);
    if (nextDays !== undefined && nextDays <= days) {
      check.report(RULE_INVALID, [...path, at, "days"], `more than ${days}, the days of the point before`, nextDays);
    }
    const next = check.number(point.survival, [...path, at, "survival"], 0, 1);
    if (next !== undefined && next > survival) {
      check.report(RULE_INVALID, [...path, at, "survival"], `${survival} or less: a survival curve falls`, next);
    }
    days = nextDays ?? days;
    survival = next ?? survival;
  });
}
