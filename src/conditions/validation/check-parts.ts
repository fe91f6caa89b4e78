import { type Duration, parseDuration, readDay, readInstant, type Unit } from "../../core/index.js";
import type { Collection } from "../../model/index.js";
import type { NameScope } from "../typing/value-types.js";
import type { Window } from "../window.js";
import { checkAttribute, checkOver, checkParameter } from "./check-value.js";
import { type Checker, checkKeys, isOneOf, isPlainRecord, isRecord, isWhole, type Json, type Path } from "./checker.js";

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
interface DurationRule {
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
    checker.report(path, `exactly one of ${units.join(", ")}`, duration);
    return undefined;
  }
  const count = duration[unit];
  const at = [...path, unit];
  if (!isOneOf(unit, units, at, checker)) return undefined;
  if (!Number.isInteger(count) || (count as number) < 1) {
    const code = typeof count === "number" ? "CONDITION_RANGE" : "CONDITION_SHAPE";
    checker.reportAs(code, at, "a whole number from 1", count);
    return undefined;
  }
  const days = (count as number) * daysPerUnit[unit];
  if (days > checker.limits.years * daysPerUnit.years) {
    checker.reportAs("CONDITION_LIMIT", path, `at most ${checker.limits.years} years`, duration);
  } else if (rule.wholeDays === true && unit === "hours") {
    checker.reportAs("CONDITION_WINDOW", path, "days or a longer unit: the value is a day", duration);
  } else return days;
  return undefined;
}

/** What lies in the window: events of a collection, an instant or a day. */
type WindowSubject = "events" | "instant" | "day" | { readonly item: Collection };

const keysByType: Readonly<Record<Window["type"], readonly string[]>> = {
  rolling: ["last", "until"],
  calendar: ["period", "offset", "count", "weekStartsOn"],
  between: ["start", "end"],
  after: ["anchor", "next"],
  upcoming: ["next"],
};
const types = Object.keys(keysByType) as readonly Window["type"][];
const periods = ["day", "week", "month", "quarter", "year"] as const;

/** Checks a window against what is to lie in it. */
export function checkWindow(
  window: unknown,
  path: Path,
  subject: WindowSubject,
  scope: NameScope,
  checker: Checker,
): void {
  const isEvents = typeof subject === "object" || subject === "events";
  if (typeof subject === "object" && !subject.item.timed) {
    checker.reportAs("CONDITION_WINDOW", path, "no window: these items have no clock", window);
    return;
  }
  if (!isRecord(window, path, "a window", checker)) return;
  const { type } = window;
  if (!isOneOf(type, types, [...path, "type"], checker)) return;
  checkKeys(window, ["type", ...keysByType[type]], path, checker);
  const rule = { wholeDays: subject === "day" };
  switch (type) {
    case "rolling": {
      if (window.last === undefined && window.until === undefined) {
        checker.report(path, "last, until or both", window);
      }
      const [last, until] = (["last", "until"] as const).map((key) =>
        window[key] === undefined ? undefined : checkWindowDuration(window[key], [...path, key], rule, checker),
      );
      if (last !== undefined && until !== undefined && until >= last) {
        checker.reportAs(
          "CONDITION_RANGE",
          [...path, "until"],
          "less than last: nothing lies between them",
          window.until,
        );
      }
      return;
    }
    case "calendar":
      checkCalendar(window, path, isEvents, checker);
      return;
    case "between":
      checkFixed(window, path, checker);
      return;
    case "after":
      checkWindowDuration(window.next, [...path, "next"], rule, checker);
      checkAnchor(window.anchor, [...path, "anchor"], scope, checker);
      return;
    case "upcoming":
      checkWindowDuration(window.next, [...path, "next"], rule, checker);
      if (isEvents) checker.reportAs("CONDITION_WINDOW", path, "the past: no event after asOf is ever read", window);
  }
}

/** Checks the items that a node looks at: their collection, the condition on them, the window, and how many of the last. */
export function checkItems(node: Json, path: Path, scope: NameScope, checker: Checker): Collection | undefined {
  const item = checkOver(node.over, [...path, "over"], scope, checker);
  if (item === undefined) return undefined;
  const { where, window, latest } = node;
  if (where !== undefined) checker.condition(where, [...path, "where"], { ...scope, item });
  if (window !== undefined) checkWindow(window, [...path, "window"], { item }, scope, checker);
  if (latest === undefined) return item;
  const at = [...path, "latest"];
  if (item.timed) isWhole(latest, 1, checker.limits.listValues, at, checker);
  else checker.reportAs("CONDITION_WINDOW", at, "nothing: these items have no clock", latest);
  return item;
}

/** A duration whose count may be a parameter; of such a one the length is not known yet. */
function checkWindowDuration(node: unknown, path: Path, rule: DurationRule, checker: Checker): number | undefined {
  const [unit, ...more] = isPlainRecord(node) ? Object.keys(node) : [];
  const count = unit === undefined ? undefined : (node as Json)[unit];
  if (more.length > 0 || !isPlainRecord(count)) return checkDuration(node, path, checker, rule);
  if (checkDuration({ [unit as string]: 1 }, path, checker, rule) === undefined) return undefined;
  const type = checkParameter(count, [...path, unit as string], checker);
  if (type !== undefined && type.kind !== "number") {
    checker.reportAs("CONDITION_PARAMETER", [...path, unit as string], "a parameter that is a number", count.name);
  }
  return undefined;
}

function checkCalendar(window: Json, path: Path, isEvents: boolean, checker: Checker): void {
  const { period, offset, count, weekStartsOn } = window;
  if (!isOneOf(period, periods, [...path, "period"], checker)) return;
  const most = Math.floor((checker.limits.years * daysPerUnit.years) / daysPerUnit[`${period}s`]);
  const sound =
    isWhole(offset, -most, most, [...path, "offset"], checker) && isWhole(count, 1, most, [...path, "count"], checker);
  if (sound && isEvents && (offset as number) + (count as number) > 1) {
    checker.reportAs(
      "CONDITION_WINDOW",
      path,
      "no period after the current one: no event after asOf is ever read",
      window,
    );
  }
  if (weekStartsOn === undefined) return;
  if (period === "week") isWhole(weekStartsOn, 1, 7, [...path, "weekStartsOn"], checker);
  else checker.report([...path, "weekStartsOn"], "nothing, unless the period is a week", weekStartsOn);
}

function checkFixed(window: Json, path: Path, checker: Checker): void {
  const ends = (["start", "end"] as const).map((key) => {
    const end = window[key];
    if (end === undefined) return undefined;
    if (isPlainRecord(end)) {
      checkPointParameter(end, [...path, key], checker);
      return undefined;
    }
    const point = typeof end === "string" ? pointOf(end) : undefined;
    if (point === undefined) checker.reportAs("CONDITION_OPERAND", [...path, key], "an instant or a day", end);
    return point;
  });
  if (window.start === undefined && window.end === undefined) {
    checker.report(path, "a start, an end or both", window);
  }
  const [start, end] = ends;
  // Bare days and instants meet only in the run's zone: two of one sort can be compared without it.
  if (start !== undefined && end !== undefined && start.isDay === end.isDay && start.at >= end.at) {
    checker.reportAs("CONDITION_RANGE", [...path, "end"], "later than start: nothing lies between them", window.end);
  }
}

function pointOf(text: string): { readonly isDay: boolean; readonly at: number } | undefined {
  const day = readDay(text);
  if (day !== undefined) return { isDay: true, at: day };
  const at = readInstant(text);
  return at === undefined ? undefined : { isDay: false, at };
}

function checkPointParameter(node: Json, path: Path, checker: Checker): void {
  const type = checkParameter(node, path, checker);
  if (type === undefined || type.kind === "instant" || type.kind === "day") return;
  checker.reportAs("CONDITION_PARAMETER", path, "a parameter that is an instant or a day", node.name);
}

function checkAnchor(anchor: unknown, path: Path, scope: NameScope, checker: Checker): void {
  if (!isRecord(anchor, path, "an attribute", checker)) return;
  if (anchor.type !== "attribute") {
    checker.report([...path, "type"], '"attribute"', anchor.type);
    return;
  }
  const type = checkAttribute(anchor, path, scope, checker);
  if (type === undefined || type.kind === "instant" || type.kind === "day") return;
  checker.reportAs("CONDITION_OPERAND", path, "an attribute that is an instant or a day", anchor.field);
}
