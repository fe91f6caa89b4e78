import { type Assessed, known, type Reason, unknown } from "../../core/index.js";
import type { ModelReasonCode } from "../reasons.js";
import type { QualityExample, QualityMeasure } from "./quality-spec.js";

/** Counts of one dimension, growing. */
export interface QualityTally {
  judged: number;
  passed: number;
  readonly examples: QualityExample[];
}

export const newTally = (): QualityTally => ({ judged: 0, passed: 0, examples: [] });

/** Counts one customer. */
export function count(tally: QualityTally, passes: boolean, example: QualityExample): void {
  tally.judged++;
  if (passes) tally.passed++;
  else tally.examples.push(example);
}

/** The counts as a measure; where nothing was judged, unknown with the reason. */
export function measureOf(
  { judged, passed, examples }: QualityTally,
  limit: number,
  missing: readonly string[],
  reason: Reason<ModelReasonCode>,
): Assessed<QualityMeasure> {
  if (judged === 0) return unknown(missing, [reason]);
  const first = [...examples].sort((left, right) => left.index - right.index).slice(0, limit);
  return known({ judged, passed, share: passed / judged, examples: first });
}

/** The counts of several fields together. */
export function pooled(tallies: readonly QualityTally[]): QualityTally {
  return {
    judged: tallies.reduce((sum, tally) => sum + tally.judged, 0),
    passed: tallies.reduce((sum, tally) => sum + tally.passed, 0),
    examples: tallies.flatMap((tally) => tally.examples),
  };
}
