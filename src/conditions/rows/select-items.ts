import { addDuration, addDurationToDay, type Duration } from "../../core/index.js";
import { factGaps, isFactGap } from "../../model/shared.js";
import type { CellPlan, FixedWindow, ItemsPlan, WindowPlan } from "../planning/plan.js";
import { resolveWindow } from "../planning/plan-window.js";
import type { RunClock } from "../planning/run-clock.js";
import { type Code, FALSE, TRUE, UNKNOWN } from "../reading/compare-readings.js";
import { unlessOutOfRange } from "../reading/read-part.js";
import type { Reading } from "../reading/reading.js";
import { typeOfPart } from "../typing/value-types.js";
import type { AfterWindow } from "../window.js";
import {
  firstFrom,
  type ItemView,
  type Judge,
  type RowCompiler,
  type RowSubject,
  type ValueReader,
} from "./subject.js";

/** The items that count, in order, each certain or not; undated ones stand last. */
export interface Selection {
  readonly view: ItemView;
  readonly positions: readonly number[];
  readonly codes: readonly (typeof TRUE | typeof UNKNOWN)[];
  /** True where every code is TRUE. */
  readonly isCertain: boolean;
  /** Part of the window lies before the known history, or the window itself is unknown. */
  readonly isTruncated: boolean;
  /** The window of this subject; undefined where its anchor is unknown. */
  readonly window: FixedWindow | undefined;
}

/** Finds the items of one subject that a plan looks at. */
export type ItemSelector = (subject: RowSubject) => Selection;

/** How the items of a plan are found in rows. */
export function itemSelector(plan: ItemsPlan, rows: RowCompiler): ItemSelector {
  const where = plan.where === undefined ? undefined : rows.judgeOf(plan.where);
  const find = rows.source.items(plan);
  const bounds = eventWindow(plan, rows);
  const { latest } = plan;
  const idOf = latest === undefined ? undefined : idReader(plan, rows);
  const narrow = (all: Selection, subject: RowSubject): Selection =>
    latest === undefined ? all : latestOf(all, latest, (position) => readAt(all.view, position, idOf!, subject));
  return (subject) => {
    const view = find(subject);
    const window = bounds(subject);
    if (window === undefined) return narrow(anyOf(view, where, subject), subject);
    return narrow(select(view, window, where, subject), subject);
  };
}

/** How many items there are surely and at most, as far as history is known. */
export interface Tally {
  readonly certain: number;
  readonly possible: number;
  readonly isTruncated: boolean;
}

/** Counts the items of one subject that a plan looks at. Where only their time matters no list of them is made: that is most of what rules ask. */
export function itemCounter(plan: ItemsPlan, rows: RowCompiler): (subject: RowSubject) => Tally {
  const select = itemSelector(plan, rows);
  const find = rows.source.items(plan);
  const bounds = eventWindow(plan, rows);
  const isOfTime = plan.where === undefined && plan.latest === undefined;
  return (subject) => {
    const window = isOfTime ? bounds(subject) : undefined;
    if (window === undefined) return tallyOf(select(subject));
    const view = find(subject);
    const low = firstFrom(view.at, window.from, 0, view.seen);
    const certain = firstFrom(view.at, window.to, low, view.seen) - low;
    const undated = window.from < window.to ? view.items.length - view.undated : 0;
    return { certain, possible: certain + undated, isTruncated: isCutOff(view, window) };
  };
}

/** How many of the items that were selected there are. */
export function tallyOf({ positions, codes, isCertain, isTruncated }: Selection): Tally {
  const certain = isCertain ? positions.length : codes.filter((code) => code === TRUE).length;
  return { certain, possible: positions.length, isTruncated };
}

/** Reads a value of one item. */
export function readAt(view: Selection["view"], position: number, of: ValueReader, subject: RowSubject): Reading {
  const { item, itemAt } = subject;
  subject.item = view.items[position];
  subject.itemAt = view.at[position] as number;
  const reading = of(subject);
  subject.item = item;
  subject.itemAt = itemAt;
  return reading;
}

/**
 * The last so many: an item is surely among them where fewer could stand after it, and may be where fewer surely do. Of equal instants
 * without ids none stands after the other. Once there are enough, it does not matter how far back history is known.
 */
function latestOf(all: Selection, count: number, idAt: (position: number) => unknown): Selection {
  const { view, positions, codes } = all;
  const kept: number[] = [];
  const keptCodes: (typeof TRUE | typeof UNKNOWN)[] = [];
  const isTied = (a: number, b: number): boolean => view.at[a] === view.at[b] && idAt(a) === idAt(b);
  const isUndated = (position: number): boolean => position >= view.undated;
  let surely = 0;
  positions.forEach((position, index) => {
    let sure = 0;
    let possible = 0;
    for (let other = 0; other < positions.length; other++) {
      const at = positions[other] as number;
      if (other === index) continue;
      const mayFollow = other > index || isTied(at, position) || isUndated(position) || isUndated(at);
      if (mayFollow) possible++;
      if (other > index && codes[other] === TRUE && !isTied(at, position) && !isUndated(position)) sure++;
    }
    if (sure >= count) return;
    const isSure = codes[index] === TRUE && possible < count;
    if (isSure) surely++;
    kept.push(position);
    keptCodes.push(isSure ? TRUE : UNKNOWN);
  });
  const isTruncated = all.isTruncated && surely < count;
  return { ...all, positions: kept, codes: keptCodes, isCertain: !keptCodes.includes(UNKNOWN), isTruncated };
}

/** The id of an item; the same gap for all that have none. */
export function idReader({ collection }: ItemsPlan, { source }: RowCompiler): ValueReader {
  return source.cell({
    type: "item",
    field: "id",
    collection,
    read: (raw) => (raw as string | undefined) ?? factGaps.absent,
    part: undefined,
    fieldType: { kind: "text", ordered: false },
    isAssessed: false,
  });
}

function select(view: ItemView, window: FixedWindow, where: Judge | undefined, subject: RowSubject): Selection {
  const { from, to } = window;
  const { at, items, seen, undated } = view;
  const positions: number[] = [];
  const codes: (typeof TRUE | typeof UNKNOWN)[] = [];
  const low = firstFrom(at, from, 0, seen);
  const high = firstFrom(at, to, low, seen);
  const { item, itemAt } = subject;
  let isCertain = true;
  for (let position = low; position < high; position++) {
    const code = where === undefined ? TRUE : judgeItem(view, position, where, subject);
    if (code === FALSE) continue;
    positions.push(position);
    codes.push(code);
    isCertain &&= code === TRUE;
  }
  // An item without a readable instant may lie in any window, or after asOf.
  for (let position = undated; position < items.length && from < to; position++) {
    if (where !== undefined && judgeItem(view, position, where, subject) === FALSE) continue;
    positions.push(position);
    codes.push(UNKNOWN);
    isCertain = false;
  }
  subject.item = item;
  subject.itemAt = itemAt;
  return { view, positions, codes, isCertain, isTruncated: isCutOff(view, window), window };
}

/** Part of the window lies before the known history. */
const isCutOff = ({ knownSince }: ItemView, { from, to }: FixedWindow): boolean => from < Math.min(to, knownSince);

/** Under a window that is itself unknown every item may lie in it, and none has to. */
function anyOf(view: ItemView, where: Judge | undefined, subject: RowSubject): Selection {
  const all = select(view, unbounded, where, subject);
  return {
    ...all,
    codes: all.codes.map(() => UNKNOWN),
    isCertain: all.codes.length === 0,
    window: undefined,
  };
}

const unbounded: FixedWindow = {
  from: Number.NEGATIVE_INFINITY,
  to: Number.POSITIVE_INFINITY,
};

/** Puts an item to a condition. The caller restores the item that was there before. */
export function judgeItem(view: ItemView, position: number, where: Judge, subject: RowSubject): Code {
  subject.item = view.items[position];
  subject.itemAt = view.at[position] as number;
  return where(subject);
}

/** The window of a subject as a half-open range; undefined where its anchor is unknown. */
export type WindowReader = (subject: RowSubject) => FixedWindow | undefined;

/** How a window is read in rows; of no window, everything. */
export function windowReader(plan: WindowPlan | undefined, rows: RowCompiler): WindowReader {
  if (plan === undefined) return () => unbounded;
  if (plan.anchor !== undefined) return anchoredWindow(plan, rows.readerOf(plan.anchor), rows.clock);
  const fixed = resolveWindow(plan, rows.clock);
  return () => fixed;
}

/** The window of items. One that the subject moves may reach past asOf; nothing that lies there has happened. */
function eventWindow({ window, collection }: ItemsPlan, rows: RowCompiler): WindowReader {
  const bounds = windowReader(window, rows);
  if (window?.anchor === undefined || !collection.timed) return bounds;
  const end = rows.clock.asOf + 1;
  return (subject) => {
    const found = bounds(subject);
    return found === undefined || found.to <= end ? found : { ...found, to: end };
  };
}

function anchoredWindow({ window, use, anchor }: WindowPlan, read: ValueReader, { zone }: RunClock): WindowReader {
  const { next } = window as AfterWindow;
  const isDay = typeOfCell(anchor as CellPlan) === "day";
  return (subject) => {
    const at = read(subject);
    if (typeof at !== "number") return undefined;
    const found = unlessOutOfRange(() => {
      if (use === "day") {
        const from = isDay ? at : zone.dayAt(at);
        return startingAt(from, addDurationToDay(from, next as Duration), true);
      }
      const from = isDay ? zone.startOfDay(at) : at;
      return startingAt(from, addDuration(from, next as Duration, zone), false);
    });
    return isFactGap(found) ? undefined : found;
  };
}

const typeOfCell = ({ part, fieldType }: CellPlan): string | undefined =>
  (part === undefined ? fieldType : typeOfPart(fieldType, part))?.kind;

const startingAt = (from: number, to: number, inDays: boolean): FixedWindow => ({
  from,
  to,
  told: { start: from, end: to, bounds: "[)", inDays },
});
