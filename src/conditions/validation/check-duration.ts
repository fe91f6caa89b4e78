import { type Duration, parseDuration, type Unit } from "../../core/index.js";
import { type Checker, isOneOf, isRecord, type Path } from "./checker.js";

export const daysPerUnit: Readonly<Record<Unit, number>> = {
  hours: 1 / 24,
  days: 1,
  weeks: 7,
  months: 30.4375,
  quarters: 91.3125,
  years: 365.25,
};

/** How long a duration is in average days. */
export function averageDays(duration: Duration): number {
  const { unit, count } = parseDuration(duration);
  return count * daysPerUnit[unit];
}

/** What rules may say of a duration's days. */
export interface DurationRule {
  /** Days have no hours. */
  readonly wholeDays?: boolean;
}

/** Checks a duration: one unit, more than nothing, at most the longest window. Its length in average days, or undefined where it is faulty. */
export function checkDuration(
  duration: unknown,
  path: Path,
  checker: Checker,
  rule: DurationRule = {},
): number | undefined {
  if (!isRecord(duration, path, "a duration such as { days: 90 }", checker)) return undefined;
  const [unit, ...more] = Object.keys(duration) as Unit[];
  const units = Object.keys(daysPerUnit) as Unit[];
  if (unit === undefined || more.length > 0) {
    checker.report("CONDITION_SHAPE", path, `exactly one of ${units.join(", ")}`, duration);
    return undefined;
  }
  const count = duration[unit];
  const at = [...path, unit];
  if (!isOneOf(unit, units, at, checker)) return undefined;
  if (!Number.isInteger(count) || (count as number) < 1) {
    const code = typeof count === "number" ? "CONDITION_RANGE" : "CONDITION_SHAPE";
    checker.report(code, at, "a whole number from 1", count);
    return undefined;
  }
  const days = (count as number) * daysPerUnit[unit];
  if (days > checker.limits.years * daysPerUnit.years) {
    checker.report("CONDITION_LIMIT", path, `at most ${checker.limits.years} years`, duration);
  } else if (rule.wholeDays === true && unit === "hours") {
    checker.report("CONDITION_WINDOW", path, "days or a longer unit: the value is a day", duration);
  } else return days;
  return undefined;
}
