import { addDuration, addPeriods, DAY_MS, type Duration, startOfPeriod, type Zone } from "../../core/index.js";
import { once } from "../once.js";
import type { CellPlan, ItemsPlan, Plan, SequencePlan, TestPlan, ValuePlan } from "../planning/plan.js";
import type { RunClock } from "../planning/run-clock.js";
import { windowReader } from "../rows/select-items.js";
import type { ItemView, RowCompiler } from "../rows/subject.js";
import type { Window } from "../window.js";
import { firstReach, NEVER, nextTurnBack, type Timer } from "./crossings.js";
import { comingOf, meetings, midnight, pointsOf, tick } from "./now-timers.js";

/** A year of clock changes is looked ahead. */
const LOOK_AHEAD = 400 * DAY_MS;

/** Everything in a plan that time alone can change, as timers; none where it is timeless. */
export function timersOf(plan: Plan, rows: RowCompiler): readonly Timer[] {
  switch (plan.type) {
    case "constant":
      return [];
    case "group":
      return [...new Set(plan.of.flatMap((child) => timersOf(child, rows)))];
    case "not":
    case "assume":
      return timersOf(plan.of, rows);
    case "reference":
      return once(timersByRun(rows), plan.of, (of) => timersOf(of, rows));
    case "compare":
      return [...valueTimers(plan.subject, rows), ...testTimers(plan.test, plan.subject, rows)];
    case "quantifier": {
      const holds = plan.holds === undefined ? [] : [plan.holds];
      return itemsTimers(plan.items, holds, [], rows);
    }
    case "sequence":
      return sequenceTimers(plan, rows);
  }
}

// What is referred to twice has its timers once.
const known = new WeakMap<RowCompiler, Map<Plan, readonly Timer[]>>();

function timersByRun(rows: RowCompiler): Map<Plan, readonly Timer[]> {
  const own = known.get(rows) ?? new Map<Plan, readonly Timer[]>();
  known.set(rows, own);
  return own;
}

/** Clocks that are turned back move every edge that is told in days, so this is a possible change of whoever has such an edge. */
export function nextTurn({ asOf, zone }: RunClock): number {
  const known = looked.get(zone);
  const goesOn = known !== undefined && asOf >= known.from && asOf < known.to;
  if (goesOn && known.turn !== NEVER) return known.turn;
  const to = nextTurnBack(goesOn ? known.to : asOf, asOf + LOOK_AHEAD, zone);
  const turn = zone.offsetAt(to) < zone.offsetAt(to - 1) ? to : NEVER;
  looked.set(zone, { from: goesOn ? known.from : asOf, to, turn });
  return turn;
}

// What has been looked through is not looked through again: a table asks at a million moments.
const looked = new WeakMap<Zone, { readonly from: number; readonly to: number; readonly turn: number }>();

function sequenceTimers(plan: SequencePlan, rows: RowCompiler): readonly Timer[] {
  const { asOf, zone } = rows.clock;
  const { within } = plan;
  const deadline = (at: number): number => {
    const end = within === undefined ? NEVER : addDuration(at, within, zone);
    return end > asOf ? end : NEVER;
  };
  const steps = plan.steps.flatMap(({ items }) =>
    itemsTimers(items, [], plan.absent === undefined ? [] : [deadline], rows),
  );
  return plan.absent === undefined ? steps : [...steps, ...itemsTimers(plan.absent.items, [], [], rows)];
}

function valueTimers(value: ValuePlan, rows: RowCompiler): readonly Timer[] {
  switch (value.type) {
    case "literal":
      return [];
    case "now":
      return value.part === undefined ? [] : [tick(value.part, rows.clock)];
    case "attribute":
    case "item":
      return partTimers(value, rows);
    case "aggregate": {
      const { fn } = value.value;
      const ages = fn === "daysSinceFirst" || fn === "daysSinceLast" ? [nextDaySince(rows.clock)] : [];
      return [
        ...itemsTimers(value.items, [], ages, rows),
        ...(value.of === undefined ? [] : eachItem(value.items, valueTimers(value.of, rows), rows)),
      ];
    }
    default:
      return valueTimers(value.of, rows);
  }
}

/** When one more day has passed since an instant. */
const nextDaySince =
  (clock: RunClock) =>
  (at: number): number =>
    reachDays(clock, at, clock.daysSince(at) + 1);

function reachDays({ asOf, zone }: RunClock, at: number, days: number): number {
  return firstReach(asOf, at, { days: Math.abs(days) }, days >= 0 ? -1 : 1, zone);
}

function partTimers(cell: CellPlan, rows: RowCompiler): readonly Timer[] {
  const { clock } = rows;
  const { part } = cell;
  if (part !== "daysSince" && part !== "daysUntil" && part !== "age") return [];
  if (cell.fieldType.kind !== "instant") return [midnight(clock)];
  const read = rows.source.cell(cell);
  return [
    (subject) => {
      const at = read(subject);
      if (typeof at !== "number") return NEVER;
      // A day less until it is a day more since, but for the instant itself: both edges are tried.
      const since = clock.daysSince(at);
      return Math.min(
        reachDays(clock, at, since + 1),
        reachDays(clock, at + 1, since + 1),
        reachDays(clock, at + 1, since),
      );
    },
  ];
}

function testTimers(test: TestPlan, subject: ValuePlan, rows: RowCompiler): readonly Timer[] {
  switch (test.type) {
    case "comparison":
      return [...valueTimers(test.operand, rows), ...meetings([subject, test.operand], rows)];
    case "between":
      return [
        ...[test.from, test.to].flatMap((end) => valueTimers(end, rows)),
        ...meetings([subject, test.from, test.to], rows),
      ];
    case "anniversary":
      return [midnight(rows.clock)];
    case "within": {
      const { window, use } = test.window;
      if (use === "day") return window.type === "between" || window.type === "after" ? [] : [midnight(rows.clock)];
      const read = rows.readerOf(subject);
      if (subject.type === "now") {
        const bounds = windowReader(test.window, rows);
        return [
          (row) =>
            comingOf(
              Object.values(bounds(row) ?? {}).filter((end) => typeof end === "number"),
              rows.clock,
            ),
        ];
      }
      const next = nextEdge(window, rows.clock);
      return [(row) => pointsOf(read(row)).reduce((soonest, at) => Math.min(soonest, next(at)), NEVER)];
    }
    default:
      return [];
  }
}

/** When an edge of a window passes an instant next. */
function nextEdge(window: Window | undefined, { asOf, zone }: RunClock): (at: number) => number {
  const reach = (at: number, duration: Duration, sign: 1 | -1): number => firstReach(asOf, at, duration, sign, zone);
  const arrival = (at: number): number => (at > asOf ? at : NEVER);
  switch (window?.type) {
    case "rolling": {
      const edges = [window.last, window.until].filter((edge) => edge !== undefined) as readonly Duration[];
      return (at) => edges.reduce((soonest, edge) => Math.min(soonest, reach(at, edge, -1)), arrival(at));
    }
    case "upcoming": {
      const { next } = window;
      return (at) => Math.min(arrival(at), reach(at, next as Duration, 1));
    }
    case "calendar": {
      const { period, weekStartsOn } = window;
      const start = startOfPeriod(zone.dayAt(asOf), period, weekStartsOn);
      const next = zone.startOfDay(addPeriods(start, period, 1));
      return (at) => Math.min(next, arrival(at));
    }
    default:
      return arrival;
  }
}

/** Events that come to be seen, or that an edge passes; the history's own start; and what time changes about each item. */
function itemsTimers(
  items: ItemsPlan,
  conditions: readonly Plan[],
  more: readonly ((at: number) => number)[],
  rows: RowCompiler,
): readonly Timer[] {
  const inner = [...(items.where === undefined ? [] : [items.where]), ...conditions].flatMap((plan) =>
    timersOf(plan, rows),
  );
  const nested = inner.length === 0 ? [] : eachItem(items, inner, rows);
  if (!items.collection.timed) return nested;
  const find = rows.source.items(items);
  const window = items.window?.window;
  const next = nextEdge(window, rows.clock);
  const bounds = windowReader(items.window, rows);
  const own: Timer = (subject) => {
    const { at, undated, knownSince } = find(subject);
    let soonest = window?.type === "calendar" ? next(Number.NEGATIVE_INFINITY) : NEVER;
    // Until it begins a window is empty, whatever is not known.
    const { from } = bounds(subject) ?? { from: NEVER };
    if (from > rows.clock.asOf) soonest = Math.min(soonest, from);
    // A window is whole once its first moment is known: from the millisecond before.
    if (Number.isFinite(knownSince)) soonest = Math.min(soonest, next(knownSince), next(knownSince - 1));
    for (let position = 0; position < undated; position++) {
      const instant = at[position] as number;
      soonest = Math.min(soonest, next(instant));
      for (const timer of more) soonest = Math.min(soonest, timer(instant));
    }
    return soonest;
  };
  return [own, ...nested];
}

/** Timers of one item, asked of every item. */
function eachItem(items: ItemsPlan, timers: readonly Timer[], rows: RowCompiler): readonly Timer[] {
  if (timers.length === 0) return [];
  const find = rows.source.items(items);
  return [
    (subject) => {
      const view: ItemView = find(subject);
      const { item, itemAt } = subject;
      let soonest = NEVER;
      for (let position = 0; position < view.items.length; position++) {
        subject.item = view.items[position];
        subject.itemAt = view.at[position] as number;
        for (const timer of timers) soonest = Math.min(soonest, timer(subject));
      }
      subject.item = item;
      subject.itemAt = itemAt;
      return soonest;
    },
  ];
}
