import {
  addDuration,
  addDurationToDay,
  addPeriods,
  calendarWindow,
  type Duration,
  type Interval,
  parseDay,
  parseInstant,
  readDay,
  startOfPeriod,
  type Unit,
  type Zone,
} from "../../core/index.js";
import { issueOf, refuseAll } from "../../core/shared.js";
import { conditionLimits } from "../limits.js";
import { averageDays, daysPerUnit } from "../validation/check-parts.js";
import type { ParameterValue } from "../value.js";
import type { BetweenWindow, RollingWindowNode, Window, WindowDuration } from "../window.js";
import type { FixedWindow, WindowPlan, WindowUse } from "./plan.js";
import { boundText, boundValue, planCell, requireRange } from "./plan-leaves.js";
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
    case "after": {
      const anchor = planCell(window.anchor, { schema: planner.schema }, planner).plan;
      return { window: { ...window, next: boundDuration(window.next, planner) }, use, anchor };
    }
    case "rolling": {
      const [last, until] = [window.last, window.until].map((end) => end && boundDuration(end, planner));
      const isEmpty = last !== undefined && until !== undefined && averageDays(until) >= averageDays(last);
      requireRange(countOf(window.until), countOf(window.last), isEmpty);
      return {
        window: { type: "rolling", ...(last === undefined ? {} : { last }), ...(until === undefined ? {} : { until }) },
        use,
      };
    }
    case "upcoming":
      return { window: { ...window, next: boundDuration(window.next, planner) }, use };
    default:
      return { window, use };
  }
}

const countOf = (duration: WindowDuration | undefined): unknown => Object.values(duration ?? {})[0];

/** A duration with its parameter put in. @throws INVALID_CONDITION for one that is bound to no such count */
function boundDuration(duration: WindowDuration, planner: Planner): Duration {
  const [[unit, count] = []] = Object.entries(duration) as [Unit, number | ParameterValue][];
  if (typeof count !== "object") return duration as Duration;
  const value = boundValue(count.name, planner);
  const bound = { [unit as Unit]: value } as unknown as Duration;
  const most = Math.floor((conditionLimits.years * daysPerUnit.years) / daysPerUnit[unit as Unit]);
  if (!Number.isInteger(value) || (value as number) < 1 || (value as number) > most) {
    const issue = issueOf("CONDITION_RANGE", ["parameters", count.name], `a whole number from 1 to ${most}`, value);
    refuseAll([issue], "INVALID_CONDITION");
  }
  return bound;
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
      return rolling(window, asOf, (duration) => addDuration(asOf, duration, zone, -1));
    case "calendar": {
      const { start, end } = calendarWindow(asOf, window, zone);
      return { from: start, to: end };
    }
    case "upcoming":
      return afterStart({ start: asOf, end: addDuration(asOf, window.next as Duration, zone) });
    default:
      return pointsOf(window as BetweenWindow, "instant", zone);
  }
}

function dayWindow(window: Window, { asOfDay, zone }: RunClock): Ends {
  switch (window.type) {
    case "rolling":
      return rolling(window, asOfDay, (duration) => addDurationToDay(asOfDay, duration, -1));
    case "calendar": {
      const { period, offset, count, weekStartsOn } = window;
      const current = startOfPeriod(asOfDay, period, weekStartsOn);
      return { from: addPeriods(current, period, offset), to: addPeriods(current, period, offset + count) };
    }
    case "upcoming":
      return afterStart({ start: asOfDay, end: addDurationToDay(asOfDay, window.next as Duration) });
    default:
      return pointsOf(window as BetweenWindow, "day", zone);
  }
}

/** `(start, end]` in whole milliseconds or days is `[start + 1, end + 1)`. */
const afterStart = ({ start, end }: Interval): Ends => ({ from: start + 1, to: end + 1 });

/** Without `last` it reaches back for ever. */
function rolling({ last, until }: RollingWindowNode, now: number, before: (duration: Duration) => number): Ends {
  const start = last === undefined ? Number.NEGATIVE_INFINITY : before(last as Duration);
  return afterStart({ start, end: until === undefined ? now : before(until as Duration) });
}

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
