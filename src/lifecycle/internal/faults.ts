import { type Issue, isClienteleError, nearestName, parseDuration, showValue } from "../../core/index.js";

/** Where in the rules a value stands. */
export type Path = readonly (string | number)[];

/** An object of whose fields nothing is known yet. */
export type Fields = Readonly<Record<string, unknown>>;

/** The faults found so far; every check adds to them and lets the next one run. */
export type Faults = Issue[];

/** Notes a fault. */
export function addFault(faults: Faults, path: Path, expected: string, received: unknown, hint?: string): void {
  faults.push({ code: "LIFECYCLE_RULE_INVALID", path, expected, received: showValue(received), hint });
}

/** A finite number for which something holds; returned as it is, for comparisons that NaN fails. */
export function checkNumber(
  faults: Faults,
  path: Path,
  value: unknown,
  expected: string,
  holds: (value: number) => boolean,
): number {
  if (typeof value === "number" && Number.isFinite(value) && holds(value)) return value;
  addFault(faults, path, expected, value);
  return Number.NaN;
}

/** A whole number from `least`. */
export const checkWhole = (faults: Faults, path: Path, value: unknown, least: number): number =>
  checkNumber(faults, path, value, `a whole number from ${least}`, (n) => Number.isInteger(n) && n >= least);

// Only to compare durations of several units.
const daysOf = { days: 1, weeks: 7, months: 30, quarters: 91, years: 365 } as const;

/** A duration of days or longer units; returned in days, roughly. */
export function checkDuration(faults: Faults, path: Path, value: unknown): number {
  try {
    const { unit, count } = parseDuration(value as Parameters<typeof parseDuration>[0], path);
    if (unit !== "hours") return count * daysOf[unit];
    addFault(faults, path, "a duration in days or longer", value);
  } catch (error) {
    if (!isClienteleError(error)) throw error;
    addFault(faults, path, error.expected, value);
  }
  return Number.NaN;
}

/** An object without fields other than those allowed. */
export function checkFields(faults: Faults, path: Path, value: unknown, allowed: readonly string[]): value is Fields {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    addFault(faults, path, `an object with ${allowed.join(", ")}`, value);
    return false;
  }
  for (const name of Object.keys(value)) {
    if (!allowed.includes(name)) checkChoice(faults, [...path, name], name, allowed);
  }
  return true;
}

/** One of a few names. */
export function checkChoice<Name extends string>(
  faults: Faults,
  path: Path,
  value: unknown,
  allowed: readonly Name[],
): value is Name {
  if (allowed.includes(value as Name)) return true;
  const nearest = nearestName(String(value), allowed);
  addFault(
    faults,
    path,
    `one of ${allowed.join(", ")}`,
    value,
    nearest === undefined ? undefined : `Did you mean "${nearest}"?`,
  );
  return false;
}
