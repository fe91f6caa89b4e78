import { type DefinitionChecker, type Issue, isClienteleError, parseDuration } from "../../core/index.js";

/** Where in the rules a value stands. */
export type Path = Issue["path"];

/** The code of every fault of lifecycle rules. */
export const RULE_INVALID = "LIFECYCLE_RULE_INVALID";

/** A whole number from `least`. */
export function wholeFrom(check: DefinitionChecker, value: unknown, path: Path, least: number): number | undefined {
  const whole = check.whole(value, path);
  if (whole === undefined || whole >= least) return whole;
  check.report(RULE_INVALID, path, `${least} or more`, value);
  return undefined;
}

/** A number above 0, and below `limit` where there is one. */
export function positive(
  check: DefinitionChecker,
  value: unknown,
  path: Path,
  limit: number = Number.POSITIVE_INFINITY,
): number | undefined {
  if (typeof value === "number" && value > 0 && value < limit && Number.isFinite(value)) return value;
  const expected = Number.isFinite(limit) ? `a number above 0 and below ${limit}` : "a number above 0";
  check.report(RULE_INVALID, path, expected, value);
  return undefined;
}

// Only to compare durations of several units.
const daysOf = { days: 1, weeks: 7, months: 30, quarters: 91, years: 365 } as const;

/** A duration of days or longer units; given in days, roughly. */
export function dayDuration(check: DefinitionChecker, value: unknown, path: Path): number | undefined {
  try {
    const { unit, count } = parseDuration(value as Parameters<typeof parseDuration>[0], path);
    if (unit !== "hours") return count * daysOf[unit];
    check.report(RULE_INVALID, path, "a duration in days or longer", value);
  } catch (error) {
    if (!isClienteleError(error)) throw error;
    check.report(RULE_INVALID, path, error.expected, value);
  }
  return undefined;
}
