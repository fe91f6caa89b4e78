import { conditionRule, conditionScope, filledIn, ruledFields } from "../../conditions/shared.js";
import type { Issue, Written } from "../../core/index.js";
import {
  type Checker,
  checker,
  completed,
  distinct,
  fields,
  headFields,
  type Json,
  listOf,
  text,
} from "../../core/shared.js";
import type { FactSchema } from "../../model/index.js";
import type { SegmentDefinition, StaticSegment } from "./segment.js";

/**
 * Defines a segment: a condition with an id and a version, checked whole against a schema. The result is JSON, to be stored.
 *
 * A condition may refer to other segments by their id; references are followed where segments are judged together.
 * @throws INVALID_DEFINITION with all faults as `issues`
 * @example
 * import { conditions } from "clientele/conditions";
 * import { customerSchema } from "clientele/model";
 * import { defineSegment } from "clientele/segmentation";
 * const schema = customerSchema("EUR");
 * const { attr } = conditions(schema);
 * const regulars = defineSegment({ id: "regulars", version: 1, when: attr("orders").gte(5) }, schema);
 * regulars.kind; // => "segment"
 * @category Segments
 */
export function defineSegment(definition: Written<SegmentDefinition>, schema: FactSchema): SegmentDefinition {
  const whole = completed(definition, filledIn("segment"));
  checkSegment(whole, schema).refuseFaults();
  return whole as SegmentDefinition;
}

/**
 * Checks a stored segment, by a rule or by names, against a schema: all faults at once, none where it is sound.
 * @example
 * import { customerSchema } from "clientele/model";
 * import { validateSegment } from "clientele/segmentation";
 * validateSegment({ id: "regulars" }, customerSchema("EUR")).length > 0; // => true
 * @category Segments
 */
export function validateSegment(json: unknown, schema: FactSchema): readonly Issue[] {
  return checkAnySegment(json, schema).issues;
}

/** Checks a segment of either kind. */
export const checkAnySegment = (json: unknown, schema: FactSchema): Checker =>
  (Object(json) as Json).kind === "static-segment" ? checkStaticSegment(json) : checkSegment(json, schema);

/** Checks what a segment by a rule is made of. */
export function checkSegment(json: unknown, schema: FactSchema): Checker {
  const check = checker("INVALID_SEGMENT");
  const scope = conditionScope((Object(json) as Json).parameters, schema, check);
  fields({ ...ruledFields("segment"), when: conditionRule(scope) })(json, [], check);
  return check;
}

/**
 * Defines a segment by the names of its members.
 * @throws INVALID_DEFINITION also for a customer who is named twice
 * @example
 * import { staticSegment } from "clientele/segmentation";
 * staticSegment({ id: "spring-invitation", version: 1, customerIds: ["ann", "ben"] }).customerIds.length; // => 2
 * @category Segments
 */
export function staticSegment(definition: Written<StaticSegment>): StaticSegment {
  const whole = completed(definition, { kind: "static-segment" });
  checkStaticSegment(whole).refuseFaults();
  return whole as StaticSegment;
}

function checkStaticSegment(json: unknown): Checker {
  const check = checker("INVALID_SEGMENT");
  const sound = fields({ ...headFields("static-segment"), customerIds: listOf(text) })(json, [], check);
  if (sound === undefined || check.issues.length > 0) return check;
  const ids = sound.customerIds as readonly string[];
  distinct(
    ids.map((id, index) => [id, ["customerIds", index]]),
    check,
  );
  return check;
}
