import { isFactGap } from "../../model/shared.js";
import type { AggregatePlan } from "../planning/plan.js";
import type { RunClock } from "../planning/run-clock.js";
import { TRUE } from "../reading/compare-readings.js";
import { type Reading, readingGaps } from "../reading/reading.js";
import type { ValueType } from "../typing/value-types.js";
import { aggregateReadings, countDistinct, medianGap } from "./aggregate-readings.js";
import {
  type ItemSelector,
  idReader,
  itemCounter,
  itemSelector,
  readAt,
  type Selection,
  type Tally,
  tallyOf,
} from "./select-items.js";
import type { RowCompiler, RowSubject, ValueReader } from "./subject.js";

/** How an aggregate is read in rows. */
export function aggregateReader(plan: AggregatePlan, rows: RowCompiler): ValueReader {
  if (plan.value.fn === "count" && plan.value.skipMissing !== true) {
    const count = itemCounter(plan.items, rows);
    return (subject) => countBetween(count(subject));
  }
  const { select, read } = aggregateParts(plan, rows);
  return (subject) => read(select(subject), subject);
}

/** The two halves of reading an aggregate: which items, and what is made of them. */
export interface AggregateParts {
  readonly select: ItemSelector;
  readonly read: SelectionReader;
}

/** Makes one value of the items that were selected. */
export type SelectionReader = (selection: Selection, subject: RowSubject) => Reading;

/** The halves of an aggregate. */
export function aggregateParts(plan: AggregatePlan, rows: RowCompiler): AggregateParts {
  const select = itemSelector(plan.items, rows);
  const of = plan.of === undefined ? undefined : rows.readerOf(plan.of);
  const read = selectionReader(plan, of, rows);
  if (plan.value.skipMissing !== true) return { select, read };
  return { select, read: (selection, subject) => read(certainOnly(selection, of, subject), subject) };
}

function selectionReader(plan: AggregatePlan, of: ValueReader | undefined, rows: RowCompiler): SelectionReader {
  const { fn } = plan.value;
  const { clock } = rows;
  const idOf = idReader(plan.items, rows);
  switch (fn) {
    case "count":
      return (selection) => countBetween(tallyOf(selection));
    case "countDistinct":
      return (selection, subject) => {
        const { known, uncertain } = readItems(selection, of!, subject);
        const distinct = countDistinct(known);
        return countBetween({ certain: distinct, possible: distinct + uncertain, isTruncated: selection.isTruncated });
      };
    case "min":
    case "max":
      return (selection, subject) => extremeBetween(fn, selection, of!, subject, plan.ofType!);
    case "sum":
    case "avg":
      return whenCertain((selection, subject) => {
        const { known, uncertain, gap } = readItems(selection, of!, subject);
        return uncertain > 0 ? gap : aggregateReadings(fn, known, plan.ofType!);
      });
    case "medianGap":
      return whenCertain(({ view, positions }) =>
        medianGap(positions.map((at) => clock.zone.dayAt(view.at[at] as number))),
      );
    case "first":
    case "daysSinceFirst":
      return (selection, subject) => {
        if (selection.isTruncated) return readingGaps.truncated;
        // An undated item could be any of them, wherever it stands.
        if (hasUndated(selection)) return readingGaps.uncertainItem;
        return readEnd(selection, "first", { of, idOf, clock }, subject);
      };
    case "last":
    case "daysSinceLast":
      return (selection, subject) => {
        if (hasUndated(selection)) return readingGaps.uncertainItem;
        if (selection.positions.length === 0 && selection.isTruncated) return readingGaps.truncated;
        return readEnd(selection, "last", { of, idOf, clock }, subject);
      };
  }
}

const countBetween = ({ certain, possible, isTruncated }: Tally): Reading =>
  isTruncated || certain < possible
    ? { atLeast: certain, atMost: isTruncated ? Number.POSITIVE_INFINITY : possible }
    : certain;

function whenCertain(read: SelectionReader): SelectionReader {
  return (selection, subject) => {
    if (selection.isTruncated) return readingGaps.truncated;
    return selection.isCertain ? read(selection, subject) : readingGaps.uncertainItem;
  };
}

/** The extreme of what is certain, and how far what is not certain, not usable or not known could move it. */
function extremeBetween(
  fn: "min" | "max",
  selection: Selection,
  of: ValueReader,
  subject: RowSubject,
  type: ValueType,
): Reading {
  const { known, uncertain, gap } = readItems(selection, of, subject);
  const { isTruncated } = selection;
  const sure = aggregateReadings(fn, known, type);
  if (uncertain === 0 && !isTruncated) return sure;
  if (known.length === 0 || typeof sure !== "number") return isTruncated ? readingGaps.truncated : gap;
  const maybe = readMaybe(selection, of, subject);
  const open = fn === "max" ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  const end = isTruncated || maybe.some(isFactGap) ? open : Math[fn](sure, ...(maybe as readonly number[]));
  if (end === sure) return sure;
  return fn === "max" ? { atLeast: sure, atMost: end } : { atLeast: end, atMost: sure };
}

const hasUndated = ({ view, positions }: Selection): boolean =>
  (positions.at(-1) ?? -1) >= view.undated && view.undated < view.items.length;

interface EndReaders {
  readonly of: ValueReader | undefined;
  readonly idOf: ValueReader;
  readonly clock: RunClock;
}

/**
 * The first or last item: known when it is certain and its value usable. Of several at that instant without ids none stands before the
 * others, so it is known only where they say the same.
 */
function readEnd(
  { view, positions, codes }: Selection,
  which: "first" | "last",
  { of, idOf, clock }: EndReaders,
  subject: RowSubject,
): Reading {
  const end = positions.at(which === "first" ? 0 : -1);
  if (end === undefined) return readingGaps.nothing;
  const at = view.at[end] as number;
  const isThere = (position: number): boolean => codes[positions.indexOf(position)] === TRUE;
  const together = positions.filter((position) => view.at[position] === at);
  if (of === undefined) return together.some(isThere) ? clock.daysSince(at) : readingGaps.uncertainItem;
  const id = readAt(view, end, idOf, subject);
  const tied = together.filter((position) => readAt(view, position, idOf, subject) === id);
  const readings = tied.map((position) => readAt(view, position, of, subject));
  const isSame = new Set(readings.map((reading) => JSON.stringify(reading))).size === 1;
  if (!isSame || !tied.every(isThere)) return readingGaps.uncertainItem;
  const [reading] = readings as [Reading];
  // The value of an item that is there is not "nothing there".
  return isFactGap(reading) && reading.missing ? { gap: reading.gap, missing: false } : reading;
}

interface ItemReadings {
  readonly known: readonly Reading[];
  /** How many items are not certain, or have no usable value. */
  readonly uncertain: number;
  /** Why the first of them is not. */
  readonly gap: Reading;
}

function readItems({ view, positions, codes }: Selection, of: ValueReader, subject: RowSubject): ItemReadings {
  const known: Reading[] = [];
  let uncertain = 0;
  let gap: Reading = readingGaps.uncertainItem;
  for (let index = 0; index < positions.length; index++) {
    const reading =
      codes[index] === TRUE ? readAt(view, positions[index] as number, of, subject) : readingGaps.uncertainItem;
    if (!isFactGap(reading)) known.push(reading);
    else if (uncertain++ === 0) gap = { gap: reading.gap, missing: false };
  }
  return { known, uncertain, gap };
}

/** The values of the items that are not certain, and the gaps of those that are. */
function readMaybe({ view, positions, codes }: Selection, of: ValueReader, subject: RowSubject): readonly Reading[] {
  return positions
    .map((position) => readAt(view, position, of, subject))
    .filter((reading, index) => codes[index] !== TRUE || isFactGap(reading));
}

/** `skipMissing`: uncertain items, and those without a usable value, are not there. Truncated history stays what it is. */
function certainOnly(selection: Selection, of: ValueReader | undefined, subject: RowSubject): Selection {
  const { view, positions, codes } = selection;
  const kept = positions.filter(
    (position, index) => codes[index] === TRUE && (of === undefined || !isFactGap(readAt(view, position, of, subject))),
  );
  return { ...selection, positions: kept, codes: kept.map(() => TRUE), isCertain: true };
}
