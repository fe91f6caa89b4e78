import { type Assessed, type CustomerTable, customerTable, known, type MaybeList, unknown } from "../../core/index.js";
import { anything, checkOptions, maybeTexts, text } from "../../core/shared.js";
import type { FactSchema, FactTable } from "../../model/index.js";
import type { TableRunOptions } from "../../scorecards/index.js";
import { IN, segmentTruths, UNKNOWN } from "./evaluate-segments.js";
import type { Segment } from "./segment.js";

/** Where customers go whom no segment takes. */
export interface AssignExclusiveOptions extends TableRunOptions {
  /** Default "other". */
  readonly fallback?: string | undefined;
}

/** The one segment of a customer. */
export interface AssignedSegment {
  readonly customerId: string;
  readonly segment: Assessed<string>;
}

/**
 * Puts every customer into exactly one segment: the first of the list that holds, or the fallback.
 *
 * Unknown where a segment that cannot be told stands before the first that holds, because it might take the customer: `missing` names it. Sizes
 * add up to the base.
 * @throws INVALID_DEFINITION, INVALID_CONDITION, INVALID_OPTIONS, DUPLICATE_SEGMENT
 * @example
 * import { conditions } from "clientele/conditions";
 * import { defineSchema, factTable } from "clientele/model";
 * import { assignExclusive, defineSegment } from "clientele/segmentation";
 * const schema = defineSchema({ attributes: { orders: { type: "number" } } });
 * const from = (id: string, orders: number) => defineSegment({ id, version: 1, when: conditions(schema).attr("orders").gte(orders) }, schema);
 * const rows = [12, 6, 1].map((orders, i) => ({ customerId: `c${i}`, attributes: { orders } }));
 * const assigned = assignExclusive(factTable(schema, rows, { asOf: "2026-04-01" }), [from("devoted", 10), from("regular", 5)]);
 * assigned.columns.segment.values; // => ["devoted", "regular", "other"]
 * @category Segments
 */
export function assignExclusive<S extends FactSchema>(
  facts: FactTable<S>,
  segments: readonly Segment[],
  options: AssignExclusiveOptions = {},
): CustomerTable<AssignedSegment, { readonly segment: MaybeList<string> }> {
  checkOptions<AssignExclusiveOptions>(options, { parameters: anything, references: anything, fallback: text });
  const { fallback = "other", ...run } = options;
  const truths = segmentTruths(facts, segments, run);
  const firstAt = (index: number): number =>
    truths.findIndex((truth) => truth[index] === IN || truth[index] === UNKNOWN);
  const segment = maybeTexts(facts.size, (index) => {
    const first = firstAt(index);
    if (first < 0) return fallback;
    return truths[first]![index] === IN ? segments[first]!.id : undefined;
  });
  return customerTable<AssignedSegment, { readonly segment: MaybeList<string> }>({
    customerIds: facts.customerIds,
    columns: { segment },
    row: (index) => ({
      customerId: facts.customerIds[index]!,
      segment: segment.known[index] === 1 ? known(segment.values[index]!) : unknown([segments[firstAt(index)]!.id]),
    }),
  });
}
