import type { Money } from "../../core/index.js";
import type { Truth } from "../truth.js";
import type { Literal } from "../value.js";

/** A value in JSON: a literal, a list, a birthday, or a number that is known only to lie between two. */
export type ShownValue = Literal | readonly Literal[] | Readonly<Record<string, unknown>> | ShownBounds;

/** A number, an amount or a time that is known only to lie between two; an end that is left out is open. */
export interface ShownBounds {
  readonly atLeast?: number | string | Money;
  readonly atMost?: number | string | Money;
}

/** What a test asks for. */
export interface Expected {
  readonly op: string;
  readonly value?: ShownValue;
}

/** A window as it was resolved for this run and subject; an end that is left out is open. */
export interface ResolvedWindow {
  readonly start?: string;
  readonly end?: string;
  readonly bounds: "(]" | "[)";
}

/** The items behind an answer, the newest first. */
export interface Evidence {
  readonly ids: readonly string[];
  /** How many there are; `ids` may be fewer. */
  readonly total: number;
}

/**
 * How one node of a condition came out for one subject.
 * @category Explanation
 */
export interface Explanation {
  /** JSON Pointer into what was compiled; conditions that are referred to stand under `/references`. */
  readonly path: string;
  readonly type: string;
  readonly id?: string;
  readonly result: Truth;
  /** Among the leaves that alone fix the result of the whole. */
  readonly decisive: boolean;
  readonly expected?: Expected;
  readonly actual?: ShownValue;
  readonly window?: ResolvedWindow;
  readonly evidence?: Evidence;
  /** Why it is unknown. */
  readonly reason?: string;
  /** The path where this condition, referred to twice, is explained. */
  readonly sharedWith?: string;
  readonly children?: readonly Explanation[];
}

/** Data that would settle an unknown. */
export interface MissingData {
  readonly path: string;
  readonly field: string;
  readonly reason: string;
}

/** One leaf of a near miss: what would have to change, and by how much where that can be said. */
export interface NearMissLeaf {
  readonly path: string;
  /** In the leaf's own unit: a decimal for money, days for days, milliseconds for instants. */
  readonly distance?: string | number;
  /** The bound itself is not enough, and there is no next number to name. */
  readonly open?: true;
}

/** Leaves which, given suitable values, make the whole true. Arithmetic, not advice. */
export interface NearMiss {
  readonly leaves: readonly NearMissLeaf[];
}

/**
 * The judgement of one subject with its reasons.
 *
 * `decisive`, where the result is known: a least set of leaves that fixes it, whatever all others say. `missing`, where it is not: the
 * leaves that could settle it. `nearMiss`, where it is not true: all least sets of leaves that would make it true, at most five.
 * @category Explanation
 */
export interface Verdict {
  readonly result: Truth;
  readonly tree: Explanation;
  readonly decisive: readonly string[];
  readonly missing: readonly MissingData[];
  readonly nearMiss?: readonly NearMiss[];
}

/** How much an explanation tells. */
export interface ExplainOptions {
  /** Most ids of items per leaf; default 5. */
  readonly evidence?: number | undefined;
  /** Largest number of leaves in a near miss; default 1, 0 for none. */
  readonly nearMiss?: number | undefined;
}
