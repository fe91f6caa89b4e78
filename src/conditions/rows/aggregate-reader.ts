import { isFactGap } from "../../model/shared.js";
import type { AggregatePlan } from "../planning/plan.js";
import type { RunClock } from "../planning/run-clock.js";
import { TRUE } from "../reading/kleene.js";
import { type Reading, readingGaps } from "../reading/reading.js";
import { aggregateReadings, countDistinct, medianGap } from "./aggregate-readings.js";
import type { RowCompiler, ValueReader } from "./row-compiler.js";
import { type ItemSelector, itemSelector, type Selection } from "./select-items.js";
import type { RowSubject } from "./subject.js";

/** How an aggregate is read in rows. */
export function aggregateReader(plan: AggregatePlan, rows: RowCompiler): ValueReader {
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
  const read = selectionReader(plan, of, rows.clock);
  if (plan.value.skipMissing !== true) return { select, read };
  return { select, read: (selection, subject) => read(certainOnly(selection, of, subject), subject) };
}

function selectionReader(plan: AggregatePlan, of: ValueReader | undefined, clock: RunClock): SelectionReader {
  const { fn } = plan.value;
  switch (fn) {
    case "count":
      return ({ positions, codes, isCertain, isTruncated }) =>
        countBetween(
          isCertain ? positions.length : codes.filter((code) => code === TRUE).length,
          positions.length,
          isTruncated,
        );
    case "countDistinct":
      return (selection, subject) => {
        const { known, uncertain } = readItems(selection, of!, subject);
        const distinct = countDistinct(known);
        return countBetween(distinct, distinct + uncertain, selection.isTruncated);
      };
    case "sum":
    case "avg":
    case "min":
    case "max":
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
        return readEnd(selection, 0, of, subject, clock);
      };
    case "last":
    case "daysSinceLast":
      return (selection, subject) => {
        if (hasUndated(selection)) return readingGaps.uncertainItem;
        if (selection.positions.length === 0 && selection.isTruncated) return readingGaps.truncated;
        return readEnd(selection, selection.positions.length - 1, of, subject, clock);
      };
  }
}

const countBetween = (certain: number, possible: number, isTruncated: boolean): Reading =>
  isTruncated || certain < possible
    ? { atLeast: certain, atMost: isTruncated ? Number.POSITIVE_INFINITY : possible }
    : certain;

function whenCertain(read: SelectionReader): SelectionReader {
  return (selection, subject) => {
    if (selection.isTruncated) return readingGaps.truncated;
    return selection.isCertain ? read(selection, subject) : readingGaps.uncertainItem;
  };
}

const hasUndated = ({ view, positions }: Selection): boolean =>
  (positions.at(-1) ?? -1) >= view.undated && view.undated < view.items.length;

/** The first or last item: known when it is certain and its value usable. */
function readEnd(
  { view, positions, codes }: Selection,
  index: number,
  of: ValueReader | undefined,
  subject: RowSubject,
  clock: RunClock,
): Reading {
  const position = positions[index];
  if (position === undefined) return readingGaps.nothing;
  if (codes[index] !== TRUE) return readingGaps.uncertainItem;
  if (of === undefined) return clock.daysSince(view.at[position] as number);
  const reading = readAt(view, position, of, subject);
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

function readAt(view: Selection["view"], position: number, of: ValueReader, subject: RowSubject): Reading {
  const { item, itemAt } = subject;
  subject.item = view.items[position];
  subject.itemAt = view.at[position] as number;
  const reading = of(subject);
  subject.item = item;
  subject.itemAt = itemAt;
  return reading;
}

/** `skipMissing`: uncertain items, and those without a usable value, are not there. Truncated history stays what it is. */
function certainOnly(selection: Selection, of: ValueReader | undefined, subject: RowSubject): Selection {
  const { view, positions, codes } = selection;
  const kept = positions.filter(
    (position, index) => codes[index] === TRUE && (of === undefined || !isFactGap(readAt(view, position, of, subject))),
  );
  return { ...selection, positions: kept, codes: kept.map(() => TRUE), isCertain: true };
}
