import type { Issue } from "../../core/index.js";
import { earlyTime, isOtherClock, type Path } from "../../core/shared.js";
import { type AnyRule, ruleIn } from "../records/record-table.js";
import { instantRule } from "./border-rules.js";

/** The moments of a record, or of a list of them, that are seconds or the days of a spreadsheet, as faults. */
export function otherClocks(value: unknown, rule: AnyRule, path: Path): readonly Issue[] {
  if (rule === instantRule) return typeof value === "number" && isOtherClock(value) ? [earlyTime(path, value)] : [];
  if ("item" in rule)
    return Array.isArray(value) ? value.flatMap((item, index) => otherClocks(item, rule.item, [...path, index])) : [];
  if (!("fields" in rule)) return [];
  return Object.entries(rule.fields).flatMap(([name, field]) =>
    otherClocks(Object(value)[name], ruleIn(field), [...path, name]),
  );
}
