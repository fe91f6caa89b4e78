import { isClienteleError } from "../errors/clientele-error.js";
import { nearestName } from "../errors/nearest-name.js";
import type { Checker, Path } from "./checker.js";

/** Looks at one value: gives it where it is what was asked for, or reports why not and gives undefined. */
export type Rule<T = unknown> = (value: unknown, path: Path, check: Checker) => T | undefined;

/** An object whose keys are not known yet. */
export type Json = Readonly<Record<string, unknown>>;

/** Lets every value through: somebody else looks at it. */
export const anything: Rule = (value) => value;

/** A text that says something: blanks are nobody's name. */
export const text: Rule<string> = (value, path, check) =>
  typeof value === "string" && /\S/.test(value) ? value : check.report(path, "a text that is not blank", value);

/** `true` or `false`. */
export const flag: Rule<boolean> = (value, path, check) =>
  typeof value === "boolean" ? value : check.report(path, "true or false", value);

/** Words in several languages, by locale. */
export const localized: Rule<Readonly<Record<string, string>>> = (value, path, check) => {
  const words = object("texts by language")(value, path, check);
  for (const [locale, word] of Object.entries(words ?? {})) text(word, [...path, locale], check);
  return words as Readonly<Record<string, string>> | undefined;
};

/** What a number may be; every bound is optional. */
export interface Bounds {
  readonly from?: number;
  readonly to?: number;
  readonly above?: number;
  readonly below?: number;
}

/** A safe whole number within bounds. */
export function whole(bounds: Bounds = {}): Rule<number> {
  return satisfying(
    `a whole number${wordsOf(bounds)}`,
    (value) => Number.isSafeInteger(value) && within(value, bounds),
  );
}

/** A finite number within bounds. */
export function finite(bounds: Bounds = {}): Rule<number> {
  return satisfying(`a finite number${wordsOf(bounds)}`, (value) => Number.isFinite(value) && within(value, bounds));
}

/** One of a few words. */
export function choice<T extends string>(words: readonly T[]): Rule<T> {
  return (value, path, check) => {
    const found = words.find((word) => word === value);
    if (found !== undefined) return found;
    return check.report(path, `one of ${words.join(", ")}`, value, didYouMean(value, words));
  };
}

/** This value and no other. */
export function constant<T>(expected: T): Rule<T> {
  return satisfying(String(expected), (value) => value === expected);
}

/** A value that a test accepts; `expected` says in words what the test asks for. */
export function satisfying<T>(expected: string, accepts: (value: unknown) => boolean, hint?: string): Rule<T> {
  return (value, path, check) => (accepts(value) ? (value as T) : check.report(path, expected, value, hint));
}

/** A value that one of core's readers takes, such as `parseDay`; gives what the reader made of it. */
export function readBy<T>(read: (value: never, path: Path) => T): Rule<T> {
  return (value, path, check) => {
    try {
      return read(value as never, path);
    } catch (error) {
      if (!isClienteleError(error)) throw error;
      return check.report(path, error.expected, value, error.hint);
    }
  };
}

/** A value that may be left out. */
export function optional<T>(rule: Rule<T>): Rule<T> {
  return (value, path, check) => (value === undefined ? undefined : rule(value, path, check));
}

/** A list of values under one rule, at least so many. */
export function listOf<T>(item: Rule<T>, atLeast = 0): Rule<readonly T[]> {
  return (value, path, check) => {
    if (!Array.isArray(value) || value.length < atLeast) {
      return check.report(path, atLeast === 0 ? "a list" : `a list of ${atLeast} or more`, value);
    }
    // By index: a hole in a list is nothing where a value is wanted.
    for (let index = 0; index < value.length; index++) item(value[index], [...path, index], check);
    return value;
  };
}

/** An object; which keys it has is not looked at. */
export function object(expected = "an object"): Rule<Json> {
  return satisfying(expected, (value) => typeof value === "object" && value !== null && !Array.isArray(value));
}

/** An object with these fields and no others. A known field that is undefined counts as left out. */
export function fields(rules: Readonly<Record<string, Rule>>): Rule<Json> {
  const names = Object.keys(rules);
  const asObject = object(`an object with ${names.join(", ")}`);
  return (value, path, check) => {
    const record = asObject(value, path, check);
    if (record === undefined) return undefined;
    for (const key of Object.keys(record)) {
      if (Object.hasOwn(rules, key)) continue;
      check.report([...path, key], `one of ${names.join(", ")}`, key, didYouMean(key, names));
    }
    for (const name of names) {
      (rules[name] as Rule)(Object.hasOwn(record, name) ? record[name] : undefined, [...path, name], check);
    }
    return record;
  };
}

/** Reports each name that stood before. */
export function distinct(names: readonly (readonly [name: string, path: Path])[], check: Checker): void {
  const seen = new Set<string>();
  for (const [name, path] of names) {
    if (seen.has(name)) check.report(path, "a name that is used once", name);
    seen.add(name);
  }
}

/** "Did you mean "country"?", where a known name is near. */
export function didYouMean(name: unknown, known: Iterable<string>): string | undefined {
  const nearest = typeof name === "string" ? nearestName(name, known) : undefined;
  return nearest === undefined ? undefined : `Did you mean "${nearest}"?`;
}

function within(value: unknown, bounds: Bounds): boolean {
  const { from = -Infinity, to = Infinity, above = -Infinity, below = Infinity } = bounds;
  const number = value as number;
  return number >= from && number <= to && number > above && number < below;
}

function wordsOf({ from, to, above, below }: Bounds): string {
  const lower = from !== undefined ? ` from ${from}` : above !== undefined ? ` above ${above}` : "";
  const upper = to !== undefined ? ` up to ${to}` : below !== undefined ? ` below ${below}` : "";
  return from !== undefined && to !== undefined
    ? ` from ${from} to ${to}`
    : `${lower}${lower && upper && " and"}${upper}`;
}
