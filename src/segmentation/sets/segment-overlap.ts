import { type Assessed, known, unknown } from "../../core/index.js";
import { itemsOf } from "../../core/shared.js";
import { IN, type SegmentMemberships } from "./evaluate-segments.js";

/** How much two segments have in common. */
export interface SegmentOverlap {
  readonly a: string;
  readonly b: string;
  readonly both: number;
  readonly either: number;
  /** both / either; unknown where both are empty. */
  readonly jaccard: Assessed<number>;
}

/**
 * How much every two of some segments have in common, by certain members.
 *
 * The Jaccard index (P. Jaccard, 1901), |A ∩ B| / |A ∪ B|. Pairs stand in the order of the segments.
 * @example
 * import { defineSchema, factTable } from "clientele/model";
 * import { evaluateSegments, segmentOverlap, staticSegment } from "clientele/segmentation";
 * const facts = factTable(defineSchema({ attributes: {} }), ["a", "b", "c"].map((customerId) => ({ customerId, attributes: {} })), { asOf: "2026-04-01" });
 * const named = (id: string, customerIds: string[]) => staticSegment({ id, version: 1, customerIds });
 * const [pair] = segmentOverlap(evaluateSegments(facts, [named("x", ["a", "b"]), named("y", ["b", "c"])]));
 * [pair?.both, pair?.either]; // => [1, 3]
 * @category Segments
 */
export function segmentOverlap(memberships: SegmentMemberships): readonly SegmentOverlap[] {
  const all = itemsOf(memberships, "memberships", "members of a segment", "definition", "members");
  return all.flatMap((a, at) =>
    all.slice(at + 1).map((b): SegmentOverlap => {
      let both = 0;
      let either = 0;
      for (let index = 0; index < a.truth.length; index++) {
        const [inA, inB] = [a.truth[index] === IN, b.truth[index] === IN];
        if (inA && inB) both++;
        if (inA || inB) either++;
      }
      const jaccard = either === 0 ? unknown(["members"]) : known(both / either);
      return { a: a.definition.id, b: b.definition.id, both, either, jaccard };
    }),
  );
}
