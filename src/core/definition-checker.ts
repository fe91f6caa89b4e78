import type { Issue } from "./errors/clientele-error.js";
import { nearestName } from "./errors/nearest-name.js";
import { refuseAll } from "./errors/refusal.js";
import { showValue } from "./errors/show-value.js";

type Path = Issue["path"];
type Json = Readonly<Record<string, unknown>>;

/**
 * Reads a definition that came as JSON and gathers every fault on the way. Each reader gives the value where it is what was asked for,
 * and undefined after reporting where it is not.
 * @category Definitions
 */
export interface DefinitionChecker {
  readonly issues: readonly Issue[];
  report(code: string, path: Path, expected: string, received: unknown, hint?: string): void;
  /** Faults found by another check, at their place in the whole. */
  adopt(issues: readonly Issue[], path: Path): void;
  /** An object that has every required key, and no key but those. */
  record(value: unknown, path: Path, required: readonly string[], optional?: readonly string[]): Json | undefined;
  list(value: unknown, path: Path, atLeast?: number): readonly unknown[] | undefined;
  text(value: unknown, path: Path): string | undefined;
  whole(value: unknown, path: Path): number | undefined;
  /** A finite number from `from` to `to`. */
  number(value: unknown, path: Path, from?: number, to?: number): number | undefined;
  choice<T extends string>(value: unknown, words: readonly T[], path: Path): T | undefined;
  /** Reports each value that stood before. */
  distinct(values: readonly (readonly [value: string, path: Path])[]): void;
  /** @throws INVALID_DEFINITION with all faults as `issues`, where there are any */
  refuseFaults(): void;
}

/** A checker that reports misshapen values under one code, with nothing found yet. */
export function definitionChecker(shapeCode: string): DefinitionChecker {
  const issues: Issue[] = [];
  const report: DefinitionChecker["report"] = (code, path, expected, received, hint) => {
    const shown = received === undefined ? "nothing" : showValue(received);
    issues.push({ code, path, expected, received: shown, ...(hint === undefined ? {} : { hint }) });
  };
  const misshapen = (path: Path, expected: string, received: unknown, hint?: string): undefined => {
    report(shapeCode, path, expected, received, hint);
    return undefined;
  };
  return {
    issues,
    report,
    adopt(found, path) {
      for (const issue of found) issues.push({ ...issue, path: [...path, ...issue.path] });
    },
    record(value, path, required, optional = []) {
      if (typeof value !== "object" || value === null || Array.isArray(value)) {
        return misshapen(path, `an object with ${required.join(", ")}`, value);
      }
      const known = [...required, ...optional];
      for (const key of Object.keys(value)) {
        if (known.includes(key)) continue;
        const nearest = nearestName(key, known);
        misshapen([...path, key], `one of ${known.join(", ")}`, key, nearest && `Did you mean ${nearest}?`);
      }
      const record = value as Json;
      const missing = required.filter((key) => !Object.hasOwn(record, key) || record[key] === undefined);
      for (const key of missing) misshapen([...path, key], "a value", undefined);
      return missing.length === 0 ? record : undefined;
    },
    list(value, path, atLeast = 0) {
      if (Array.isArray(value) && value.length >= atLeast) return value;
      return misshapen(path, atLeast === 0 ? "a list" : `a list of ${atLeast} or more`, value);
    },
    text: (value, path) => (typeof value === "string" && value !== "" ? value : misshapen(path, "a text", value)),
    whole: (value, path) =>
      Number.isSafeInteger(value) ? (value as number) : misshapen(path, "a whole number", value),
    number(value, path, from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY) {
      if (typeof value === "number" && Number.isFinite(value) && value >= from && value <= to) return value;
      const range = Number.isFinite(from) ? ` from ${from}${Number.isFinite(to) ? ` to ${to}` : ""}` : "";
      return misshapen(path, `a finite number${range}`, value);
    },
    choice(value, words, path) {
      const found = words.find((word) => word === value);
      if (found !== undefined) return found;
      const nearest = typeof value === "string" ? nearestName(value, words) : undefined;
      return misshapen(path, `one of ${words.join(", ")}`, value, nearest && `Did you mean ${nearest}?`);
    },
    distinct(values) {
      const seen = new Set<string>();
      for (const [value, path] of values) {
        if (seen.has(value)) misshapen(path, "a name that stands once", value);
        seen.add(value);
      }
    },
    refuseFaults() {
      refuseAll(issues, "INVALID_DEFINITION");
    },
  };
}
