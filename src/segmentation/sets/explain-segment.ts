import { compileCondition, explainCondition, type Verdict } from "../../conditions/index.js";
import type { FactSchema, Facts } from "../../model/index.js";
import type { SubjectRunOptions } from "../../scorecards/index.js";
import { checkSegment } from "./define-segment.js";
import { conditionOf } from "./evaluate-segments.js";
import type { SegmentDefinition } from "./segment.js";

/**
 * Why one customer belongs to a segment or does not: every part of the rule with its result, the parts that decide, what is missing, and how
 * little would change the answer. Without a table.
 * @throws INVALID_DEFINITION, INVALID_CONDITION, INVALID_OPTIONS
 * @example
 * import { conditions } from "clientele/conditions";
 * import { defineSchema } from "clientele/model";
 * import { defineSegment, explainSegment } from "clientele/segmentation";
 * const schema = defineSchema({ attributes: { orders: { type: "number" } } });
 * const regulars = defineSegment({ id: "regulars", version: 1, when: conditions(schema).attr("orders").gte(5) }, schema);
 * explainSegment({ attributes: { orders: 3 } }, regulars, { schema, asOf: "2026-04-01" }).result; // => false
 * @category Segments
 */
export function explainSegment<S extends FactSchema>(
  facts: Facts<S>,
  segment: SegmentDefinition,
  options: SubjectRunOptions<S>,
): Verdict {
  const { schema, ...frame } = Object(options) as SubjectRunOptions<S>;
  checkSegment(segment, schema).refuseFaults();
  return explainCondition(facts, compileCondition(conditionOf(segment), schema, frame));
}
