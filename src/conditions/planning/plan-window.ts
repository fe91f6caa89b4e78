import {
  addDuration,
  addDurationToDay,
  addPeriods,
  calendarWindow,
  type Interval,
  parseDay,
  parseInstant,
  readDay,
  rollingWindow,
  startOfPeriod,
} from "../../core/index.js";
import type { Literal } from "../value.js";
import type { BetweenWindow, Window } from "../window.js";
import { boundValue, requireRange } from "./bound-value.js";
import type { FixedWindow, ToldWindow, WindowPlan } from "./plan.js";
import { planCell } from "./plan-cell.js";
import type { Planner } from "./planner.js";

/** What lies in the window: events up to asOf, or an instant or a day of any time. */
export type WindowUse = "events" | "instant" | "day";

/** Resolves a window to two numbers, half-open, once per run; one with an anchor is resolved per subject. */
export function planWindow(window: Window, use: WindowUse, planner: Planner): WindowPlan {
  if (window.type === "after") {
    const { plan, type } = planCell(window.anchor, { schema: planner.schema }, planner);
    const inDays = use === "day";
    return { type: "anchored", anchor: plan, anchorIsDay: type.kind === "day", next: window.next, inDays };
  }
  const fixed = use === "day" ? dayWindow(window, planner) : instantWindow(window, planner);
  const isOpen = window.type === "rolling" || window.type === "upcoming";
  const told: ToldWindow = {
    start: isOpen ? fixed.from - 1 : fixed.from,
    end: isOpen ? fixed.to - 1 : fixed.to,
    bounds: isOpen ? "(]" : "[)",
    inDays: use === "day",
  };
  return { ...fixed, to: use === "events" ? Math.min(fixed.to, planner.clock.asOf + 1) : fixed.to, told };
}

type Fixed = Exclude<Window, { readonly type: "after" }>;

function instantWindow(window: Fixed, planner: Planner): FixedWindow {
  const { asOf, zone } = planner.clock;
  switch (window.type) {
    case "rolling":
      return afterStart(rollingWindow(asOf, window, zone));
    case "calendar": {
      const { start, end } = calendarWindow(asOf, window, zone);
      return { type: "fixed", from: start, to: end };
    }
    case "upcoming":
      return afterStart({ start: asOf, end: addDuration(asOf, window.next, zone) });
    case "between": {
      const [start, end] = endsOf(window, planner);
      const point = (text: string): number => parseInstant(text, { timeZone: zone.timeZone });
      return fixedOf(window, start, end, point);
    }
  }
}

function dayWindow(window: Fixed, planner: Planner): FixedWindow {
  const { asOfDay, zone } = planner.clock;
  switch (window.type) {
    case "rolling":
      return afterStart({
        start: addDurationToDay(asOfDay, window.last, -1),
        end: window.until === undefined ? asOfDay : addDurationToDay(asOfDay, window.until, -1),
      });
    case "calendar": {
      const { period, offset, count, weekStartsOn } = window;
      const current = startOfPeriod(asOfDay, period, weekStartsOn);
      return {
        type: "fixed",
        from: addPeriods(current, period, offset),
        to: addPeriods(current, period, offset + count),
      };
    }
    case "upcoming":
      return afterStart({ start: asOfDay, end: addDurationToDay(asOfDay, window.next) });
    case "between": {
      const [start, end] = endsOf(window, planner);
      const day = (text: string): number =>
        readDay(text) === undefined ? zone.dayAt(parseInstant(text)) : parseDay(text);
      return fixedOf(window, start, end, day);
    }
  }
}

/** `(start, end]` in whole milliseconds or days is `[start + 1, end + 1)`. */
const afterStart = ({ start, end }: Interval): FixedWindow => ({ type: "fixed", from: start + 1, to: end + 1 });

function fixedOf(
  window: BetweenWindow,
  start: string | undefined,
  end: string | undefined,
  point: (text: string) => number,
): FixedWindow {
  const from = start === undefined ? Number.NEGATIVE_INFINITY : point(start);
  const to = end === undefined ? Number.POSITIVE_INFINITY : point(end);
  requireRange(window.start, window.end, from >= to);
  return { type: "fixed", from, to };
}

function endsOf(window: BetweenWindow, planner: Planner): readonly (string | undefined)[] {
  return [window.start, window.end].map((end) =>
    typeof end === "object" ? (boundValue(end.name, planner) as Literal as string) : end,
  );
}
