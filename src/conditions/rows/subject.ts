import type { FactValue } from "../../model/index.js";
import type { FactGap } from "../../model/shared.js";
import type { CellPlan, ComparePlan, ItemsPlan, Plan, ValuePlan } from "../planning/plan.js";
import type { RunClock } from "../planning/run-clock.js";
import type { Code } from "../reading/compare-readings.js";
import type { Reading } from "../reading/reading.js";

/** One subject while it is judged. Where its values are is known to its {@link FactSource} alone. */
export interface RowSubject {
  /** The innermost item, and its instant: a plain item, or its row in the columns of its collection. */
  item: unknown;
  itemAt: number;
  /** Results of plans that several places share; made on first use. */
  results: Map<Plan, Code> | undefined;
}

/** Whom literals are read of and put to tests. */
export const nobody: RowSubject = { item: undefined, itemAt: 0, results: undefined };

/** The items of one collection of one subject, sorted; those after `asOf` are among them and not seen. */
export interface ItemView {
  readonly items: ArrayLike<unknown>;
  readonly at: ArrayLike<number>;
  /** Items 0 to `seen`, exclusive, have an instant up to asOf (or need none); */
  readonly seen: number;
  /** those from `undated` on have one that cannot be read. Between the two lies what has not happened yet. */
  readonly undated: number;
  /** History before this instant is not known. */
  readonly knownSince: number;
  /** False where there is nothing, rather than a list. */
  readonly isGiven?: boolean;
}

/** Where values come from: plain facts, or the columns of a table. */
export interface FactSource {
  /** How a cell is read, before any part is taken of it. */
  cell(plan: CellPlan): (subject: RowSubject) => FactValue | FactGap;
  /** A leaf on a cell that this source judges faster than by reading it first; undefined for all others. */
  leaf(plan: ComparePlan): ((subject: RowSubject) => Code) | undefined;
  /** How the items of a collection are found. */
  items(plan: ItemsPlan): (subject: RowSubject) => ItemView;
}

/** The first position in `[low, high)` whose instant is `from` or later; `high` where there is none. */
export function firstFrom(at: ArrayLike<number>, from: number, low: number, high: number): number {
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((at[middle] as number) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Judges one subject; never throws. */
export type Judge = (subject: RowSubject) => Code;

/** Reads a value of one subject; never throws. */
export type ValueReader = (subject: RowSubject) => Reading;

/** What makes closures of plans: handed to all of them, since judges and readers contain each other. */
export interface RowCompiler {
  readonly clock: RunClock;
  readonly source: FactSource;
  /** The judge of a plan, made once. */
  judgeOf(plan: Plan): Judge;
  readerOf(plan: ValuePlan): ValueReader;
}
