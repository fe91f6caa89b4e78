import { addDuration, type Duration } from "../../core/index.js";
import { isFactGap } from "../../model/shared.js";
import type { SequencePlan } from "../planning/plan.js";
import { type Code, either, FALSE, TRUE, UNKNOWN } from "../reading/compare-readings.js";
import type { Reading } from "../reading/reading.js";
import { itemSelector, readAt, type Selection } from "./select-items.js";
import type { Judge, RowCompiler, ValueReader } from "./subject.js";

/** The events of one instant: which steps each of them could be. */
interface Moment {
  readonly at: number;
  readonly masks: readonly number[];
}

/**
 * Events one after the other. Certain events alone prove it; certain and uncertain ones together could still be it, so it is false only
 * where even they are not. For the absent step it is the other way round.
 */
export function sequenceJudge(plan: SequencePlan, rows: RowCompiler): Judge {
  const parts = [...plan.steps, ...(plan.absent === undefined ? [] : [plan.absent])];
  const selectors = parts.map(({ items }) => itemSelector(items, rows));
  const { same } = plan;
  const readers = same === undefined ? undefined : parts.map((step) => rows.readerOf(same(step)));
  return (subject) => {
    const selections = selectors.map((select) => select(subject));
    if (readers === undefined) return judgeSequence(selections, plan, rows);
    const keyed = selections.map((selection, step) => ({
      selection,
      keys: selection.positions.map((position) =>
        readAt(selection.view, position, readers[step] as ValueReader, subject),
      ),
    }));
    // Where a key is not known it may be any, also one that nobody has: the gap itself stands for that one.
    return [...new Set(keyed[0]?.keys)]
      .map((key) =>
        judgeSequence(
          keyed.map((step) => ofKey(step, key)),
          plan,
          rows,
        ),
      )
      .reduce<Code>(either, FALSE);
  };
}

interface Keyed {
  readonly selection: Selection;
  readonly keys: readonly Reading[];
}

/** The events that have a key, and those that may have it. */
function ofKey({ selection, keys }: Keyed, key: Reading): Selection {
  const kept = keys.flatMap((own, index) => (own === key || isFactGap(own) ? [index] : []));
  const codes = kept.map((index) => (isFactGap(keys[index]) ? UNKNOWN : (selection.codes[index] as typeof TRUE)));
  return { ...selection, positions: kept.map((index) => selection.positions[index] as number), codes };
}

/** The selections are those of the steps, and of the absent one last. */
function judgeSequence(selections: readonly Selection[], plan: SequencePlan, rows: RowCompiler): Code {
  const { within } = plan;
  const { asOf, zone } = rows.clock;
  const keys = plan.steps.map(({ items }) => items.name);
  const steps = selections.slice(0, plan.steps.length);
  const gone = plan.absent === undefined ? undefined : selections.at(-1);
  const later = (at: number, within: Duration): number => addDuration(at, within, zone);
  /** Whether a run of events that ends now is long enough ago, and nothing came after it. */
  const endsAt =
    (isCertain: boolean) =>
    (start: number, end: number): boolean => {
      if (within !== undefined && end > later(start, within)) return false;
      return gone === undefined || staysAway(gone, end, later(end, within as Duration), isCertain, asOf);
    };
  if (isPossible(momentsOf(steps, keys, true), plan, endsAt(true))) return TRUE;
  if (steps.some(couldHoldMore)) return UNKNOWN;
  return isPossible(momentsOf(steps, keys, false), plan, endsAt(false)) ? UNKNOWN : FALSE;
}

/** History that is not known, or an event that may lie anywhere. */
const couldHoldMore = ({ view, positions, isTruncated }: Selection): boolean =>
  isTruncated || (positions.at(-1) ?? -1) >= view.undated;

/** Absence counts once its deadline has come. It is certain where no event could be in between, possible where none surely is. */
function staysAway(gone: Selection, after: number, deadline: number, isCertain: boolean, asOf: number): boolean {
  if (deadline > asOf) return false;
  const { view, positions, codes } = gone;
  if (isCertain && view.knownSince > after) return false;
  return !positions.some((position, index) => {
    const at = view.at[position] as number;
    if (at === Number.POSITIVE_INFINITY) return isCertain;
    return at > after && at <= deadline && (isCertain || codes[index] === TRUE);
  });
}

function momentsOf(steps: readonly Selection[], keys: readonly string[], isCertain: boolean): readonly Moment[] {
  const masks = new Map<string, { readonly at: number; mask: number }>();
  steps.forEach(({ view, positions, codes }, step) => {
    positions.forEach((position, index) => {
      const at = view.at[position] as number;
      if ((isCertain && codes[index] !== TRUE) || at === Number.POSITIVE_INFINITY) return;
      const key = `${position} ${keys[step]}`;
      const event = masks.get(key) ?? { at, mask: 0 };
      event.mask |= 1 << step;
      masks.set(key, event);
    });
  });
  const moments = new Map<number, number[]>();
  for (const { at, mask } of masks.values()) moments.set(at, [...(moments.get(at) ?? []), mask]);
  return [...moments].map(([at, events]) => ({ at, masks: events })).sort((a, b) => a.at - b.at);
}

/**
 * Walks the moments in order. `latestStart[k]` is the latest first event of a run that has done steps 0 to k so far: a later start is
 * never worse for `within`. At one moment a run may do one step, or with ties several, each by an event of its own.
 */
function isPossible(
  moments: readonly Moment[],
  { steps, ties }: SequencePlan,
  ends: (start: number, end: number) => boolean,
): boolean {
  const latestStart: number[] = steps.map(() => Number.NEGATIVE_INFINITY);
  for (const { at, masks } of moments) {
    const before = [...latestStart];
    const together = ties ? stepsTogether(masks) : undefined;
    for (let first = 0; first < steps.length; first++) {
      const start = first === 0 ? at : (before[first - 1] as number);
      if (start === Number.NEGATIVE_INFINITY) continue;
      for (let last = first; last < (ties ? steps.length : first + 1); last++) {
        const run = (1 << (last + 1)) - (1 << first);
        const isDone = together === undefined ? masks.some((mask) => (mask & run) !== 0) : together.has(run);
        if (!isDone) break;
        if (last === steps.length - 1 && ends(start, at)) return true;
        latestStart[last] = Math.max(latestStart[last] as number, start);
      }
    }
  }
  return false;
}

/** Every set of steps that different events of one moment can do together. */
function stepsTogether(masks: readonly number[]): ReadonlySet<number> {
  let sets = new Set<number>([0]);
  for (const mask of masks) {
    const more = new Set(sets);
    for (const done of sets) {
      for (let left = mask & ~done; left !== 0; left &= left - 1) more.add(done | (left & -left));
    }
    sets = more;
  }
  return sets;
}
