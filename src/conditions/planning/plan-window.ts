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
  type Zone,
} from "../../core/index.js";
import type { BetweenWindow, Window } from "../window.js";
import { boundText, requireRange } from "./bound-value.js";
import type { FixedWindow, WindowPlan, WindowUse } from "./plan.js";
import { planCell } from "./plan-cell.js";
import type { Planner } from "./planner.js";
import type { RunClock } from "./run-clock.js";

/** Plans a window: its parameters are put in, and those that are the wrong way round refused. */
export function planWindow(window: Window, use: WindowUse, planner: Planner): WindowPlan {
  switch (window.type) {
    case "between": {
      const [start, end] = [window.start, window.end].map((end) => boundText(end, planner));
      const bound = {
        type: window.type,
        ...(start === undefined ? {} : { start }),
        ...(end === undefined ? {} : { end }),
      };
      const { from, to } = pointsOf(bound, use, planner.zone);
      requireRange(window.start, window.end, from >= to);
      return { window: bound, use };
    }
    case "after":
      return { window, use, anchor: planCell(window.anchor, { schema: planner.schema }, planner).plan };
    default:
      return { window, use };
  }
}

/** Where a window lies in a run: two numbers, half-open. One with an anchor lies somewhere else for every subject. */
export function resolveWindow({ window, use }: WindowPlan, clock: RunClock): FixedWindow {
  const inDays = use === "day";
  const fixed = inDays ? dayWindow(window, clock) : instantWindow(window, clock);
  const isOpen = window.type === "rolling" || window.type === "upcoming";
  return {
    from: fixed.from,
    to: use === "events" ? Math.min(fixed.to, clock.asOf + 1) : fixed.to,
    told: {
      start: isOpen ? fixed.from - 1 : fixed.from,
      end: isOpen ? fixed.to - 1 : fixed.to,
      bounds: isOpen ? "(]" : "[)",
      inDays,
    },
  };
}

/** The two ends of a window, the later one out. */
interface Ends {
  readonly from: number;
  readonly to: number;
}

function instantWindow(window: Window, { asOf, zone }: RunClock): Ends {
  switch (window.type) {
    case "rolling":
      return afterStart(rollingWindow(asOf, window, zone));
    case "calendar": {
      const { start, end } = calendarWindow(asOf, window, zone);
      return { from: start, to: end };
    }
    case "upcoming":
      return afterStart({ start: asOf, end: addDuration(asOf, window.next, zone) });
    default:
      return pointsOf(window as BetweenWindow, "instant", zone);
  }
}

function dayWindow(window: Window, { asOfDay, zone }: RunClock): Ends {
  switch (window.type) {
    case "rolling":
      return afterStart({
        start: addDurationToDay(asOfDay, window.last, -1),
        end: window.until === undefined ? asOfDay : addDurationToDay(asOfDay, window.until, -1),
      });
    case "calendar": {
      const { period, offset, count, weekStartsOn } = window;
      const current = startOfPeriod(asOfDay, period, weekStartsOn);
      return { from: addPeriods(current, period, offset), to: addPeriods(current, period, offset + count) };
    }
    case "upcoming":
      return afterStart({ start: asOfDay, end: addDurationToDay(asOfDay, window.next) });
    default:
      return pointsOf(window as BetweenWindow, "day", zone);
  }
}

/** `(start, end]` in whole milliseconds or days is `[start + 1, end + 1)`. */
const afterStart = ({ start, end }: Interval): Ends => ({ from: start + 1, to: end + 1 });

function pointsOf({ start, end }: BetweenWindow, use: WindowUse, zone: Zone): Ends {
  const point = (text: string): number => {
    if (use !== "day") return parseInstant(text, { timeZone: zone.timeZone });
    return readDay(text) === undefined ? zone.dayAt(parseInstant(text)) : parseDay(text);
  };
  return {
    from: start === undefined ? Number.NEGATIVE_INFINITY : point(start as string),
    to: end === undefined ? Number.POSITIVE_INFINITY : point(end as string),
  };
}
