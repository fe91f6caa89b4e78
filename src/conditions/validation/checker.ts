import {
  type Checker as CoreChecker,
  checker,
  choice,
  didYouMean,
  type Json,
  object,
  type Path,
} from "../../core/shared.js";
import type { Parameters } from "../envelope.js";
import type { ConditionsErrorCode } from "../errors.js";
import type { ConditionLimits } from "../limits.js";
import type { NameScope } from "../typing/value-types.js";

export type { Json, Path } from "../../core/shared.js";

/** A named condition that is mentioned, and where. */
export interface Mention {
  readonly id: string;
  readonly path: Path;
}

/** What all checks of one condition share: the faults found so far, and what names may be used. */
export interface Checker extends CoreChecker {
  readonly mentions: Mention[];
  readonly parameters: Parameters;
  readonly limits: ConditionLimits;
  /** Reports a fault that is not one of shape. */
  reportAs(code: ConditionsErrorCode, path: Path, expected: string, received: unknown, hint?: string): void;
  /** Reports a name that nothing has, with the nearest; `none` is what is expected where there are no names at all. */
  reportUnknown(code: ConditionsErrorCode, path: Path, name: string, names: readonly string[], none: string): void;
  /** Checks a condition inside a value or a step; here, because conditions and values contain each other. */
  condition(node: unknown, path: Path, scope: NameScope): void;
}

/** How conditions are checked. */
export type CheckCondition = (node: unknown, path: Path, scope: NameScope, checker: Checker) => void;

/** A checker with nothing found yet. */
export function makeChecker(checkCondition: CheckCondition, limits: ConditionLimits, parameters: Parameters): Checker {
  const found = checker("CONDITION_SHAPE");
  const made: Checker = {
    ...found,
    reportAs: (code, path, expected, received, hint) => found.report(path, expected, received, hint, code),
    reportUnknown(code, path, name, names, none) {
      made.reportAs(
        code,
        path,
        names.length === 0 ? none : `one of ${names.join(", ")}`,
        name,
        didYouMean(name, names),
      );
    },
    mentions: [],
    parameters,
    limits,
    condition: (node, path, scope) => checkCondition(node, path, scope, made),
  };
  return made;
}

/** Reports unless the value is a JSON object. */
export const isRecord = (value: unknown, path: Path, expected: string, checker: Checker): value is Json =>
  object(expected)(value, path, checker) !== undefined;

/** True for a JSON object. */
export function isPlainRecord(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Reports every key that has no meaning here: what is not understood is never passed over. */
export function checkKeys(node: Json, known: readonly string[], path: Path, checker: Checker): void {
  for (const key of Object.keys(node)) {
    if (known.includes(key)) continue;
    checker.report([...path, key], `one of ${known.join(", ")}`, key, didYouMean(key, known));
  }
}

/** Reports unless the value is one of some words. */
export const isOneOf = <T extends string>(
  value: unknown,
  words: readonly T[],
  path: Path,
  checker: Checker,
): value is T => choice(words)(value, path, checker) !== undefined;

/** Reports unless the value is a text of a sensible length. */
export function isText(value: unknown, path: Path, expected: string, checker: Checker): value is string {
  if (typeof value !== "string" || value === "") {
    checker.report(path, expected, value);
    return false;
  }
  if (value.length <= checker.limits.textLength) return true;
  checker.reportAs("CONDITION_LIMIT", path, `at most ${checker.limits.textLength} characters`, value);
  return false;
}

/** Reports unless the value is a whole number within bounds. */
export function isWhole(value: unknown, from: number, to: number, path: Path, checker: Checker): value is number {
  if (Number.isInteger(value) && (value as number) >= from && (value as number) <= to) return true;
  const code = typeof value === "number" ? "CONDITION_RANGE" : "CONDITION_SHAPE";
  checker.reportAs(code, path, `a whole number from ${from} to ${to}`, value);
  return false;
}
