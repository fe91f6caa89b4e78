import { type Duration, isClienteleError, parseDuration, type Unit } from "../../core/index.js";
import type { Checker, Path } from "./checker.js";

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
  const parsed = tryParse(duration);
  if (parsed === undefined) {
    checker.report("CONDITION_SHAPE", path, "exactly one of hours, days, weeks, months, quarters, years", duration);
    return undefined;
  }
  const days = parsed.count * daysPerUnit[parsed.unit];
  if (parsed.count === 0) checker.report("CONDITION_RANGE", path, "more than nothing", duration);
  else if (days > checker.limits.years * daysPerUnit.years) {
    checker.report("CONDITION_LIMIT", path, `at most ${checker.limits.years} years`, duration);
  } else if (rule.wholeDays === true && parsed.unit === "hours") {
    checker.report("CONDITION_WINDOW", path, "days or a longer unit: the value is a day", duration);
  } else return days;
  return undefined;
}

function tryParse(duration: unknown): ReturnType<typeof parseDuration> | undefined {
  try {
    return parseDuration(duration as Duration);
  } catch (error) {
    if (isClienteleError(error)) return undefined;
    throw error;
  }
}
