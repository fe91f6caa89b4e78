import { parseDuration } from "../../core/index.js";
import { choice, constant, fields, finite, listOf, type Rule, readBy, whole } from "../../core/shared.js";
import type { StageThresholds } from "./lifecycle-rules.js";

type Mode = StageThresholds["mode"];

// Only to compare durations of several units.
const daysOf = { days: 1, weeks: 7, months: 30, quarters: 91, years: 365 } as const;

/** A duration of days or longer units; gives its days, roughly. */
export const dayDuration: Rule<number> = (value, path, check) => {
  const found = readBy(parseDuration)(value, path, check);
  if (found === undefined) return undefined;
  const { unit, count } = found;
  return unit === "hours" ? check.report(path, "a duration in days or longer", value) : count * daysOf[unit];
};

const boundNames = ["active", "atRisk", "dormant"] as const;

/** Three bounds that do not fall, each under one rule that gives it as a number. */
export function bounds(bound: Rule<number>): Rule {
  return (value, path, check) => {
    let before: number | undefined;
    const rising =
      (index: number): Rule =>
      (value, here, check) => {
        const found = bound(value, here, check);
        if (found !== undefined && before !== undefined && found < before) {
          check.report(here, `no less than ${boundNames[index - 1]}`, value);
        }
        before = found ?? before;
        return found;
      };
    return fields({ active: rising(0), atRisk: rising(1), dormant: rising(2) })(value, path, check);
  };
}

/** Points that go forward in days and never up. */
const curve: Rule = (value, path, check) => {
  let days = -1;
  let survival = 1;
  const later: Rule = (value, here, check) => {
    const next = finite({ from: 0 })(value, here, check);
    if (next !== undefined && next <= days) check.report(here, `more than ${days}, the days of the point before`, next);
    days = next ?? days;
    return next;
  };
  const lower: Rule = (value, here, check) => {
    const next = finite({ from: 0, to: 1 })(value, here, check);
    if (next !== undefined && next > survival) check.report(here, `${survival} or less: a survival curve falls`, next);
    survival = next ?? survival;
    return next;
  };
  return listOf(fields({ days: later, survival: lower }), 1)(value, path, check);
};

const share = finite({ above: 0, below: 1 });
const multiple = finite({ above: 0 });
const modes: Readonly<Record<Mode, Readonly<Record<string, Rule>>>> = {
  fixed: { upTo: bounds(dayDuration) },
  "population-percentile": { upTo: bounds(share) },
  "own-cadence": { upTo: bounds(multiple), minGaps: whole({ from: 1 }), minGapDays: multiple },
  "survival-curve": { upTo: bounds(share), curve },
};

/** The thresholds of any mode. */
export const thresholds: Rule = (value, path, check) => {
  const { mode: written } = Object(value) as { readonly mode?: unknown };
  const mode = choice(Object.keys(modes) as Mode[])(written, [...path, "mode"], check);
  return mode === undefined ? undefined : fields({ mode: constant(mode), ...modes[mode] })(value, path, check);
};
