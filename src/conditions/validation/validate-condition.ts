import type { Issue } from "../../core/index.js";
import { anything, checkOptions, fields, object, optional, refuseAll, whole } from "../../core/shared.js";
import type { FactSchema } from "../../model/index.js";
import type { Condition } from "../condition.js";
import type { ConditionEnvelope, Parameters } from "../envelope.js";
import { type ConditionLimits, conditionLimits } from "../limits.js";
import type { Over } from "../value.js";
import { checkInput, declaredParameters, guardSize } from "./check-inputs.js";
import { checkCondition } from "./check-nodes.js";
import { checkReferences } from "./check-references.js";
import { makeChecker, type Path } from "./checker.js";

/** Named conditions by id: what a `reference` may name. */
export type References = Readonly<Record<string, Condition | ConditionEnvelope>>;

/** What a condition is checked against beside the schema. */
export interface ValidateConditionOptions {
  /** The conditions that may be referred to. Left out: references are not followed. */
  readonly references?: References | undefined;
  /** Parameters that are declared outside, where there is no envelope. */
  readonly parameters?: Parameters | undefined;
  /** The condition judges one item of this collection. */
  readonly scope?: Over | undefined;
  /** Lower limits than {@link conditionLimits}. */
  readonly limits?: Partial<ConditionLimits> | undefined;
  /** Where the condition stands in the definition around it. */
  readonly path?: Path | undefined;
}

const fromOne = whole({ from: 1 });
const optionRules = {
  references: object("conditions by id"),
  parameters: object("parameters by name"),
  scope: anything,
  limits: fields(Object.fromEntries(Object.keys(conditionLimits).map((name) => [name, optional(fromOne)]))),
  path: anything,
};

/**
 * Checks a condition, or an envelope around one, against a schema: all faults at once, each with its path, what was expected and the
 * nearest known name. Nothing is coerced and no key is passed over; an empty answer means that it can be compiled.
 *
 * Depth and size are counted without recursion first; past a limit there is that one issue.
 * @throws INVALID_OPTIONS
 * @example
 * import { validateCondition } from "clientele/conditions";
 * import { defineSchema } from "clientele/model";
 * const schema = defineSchema({ attributes: { country: { type: "string" } } });
 * const json = { type: "compare", subject: { type: "attribute", field: "contry" }, op: "eq", value: "DE" };
 * validateCondition(json, schema).map(({ path, hint }) => `${path.join("/")}: ${hint}`); // => ['subject/field: Did you mean "country"?']
 * @category Conditions
 */
export function validateCondition(
  input: unknown,
  schema: FactSchema,
  options: ValidateConditionOptions = {},
): readonly Issue[] {
  checkOptions<ValidateConditionOptions>(options, optionRules);
  const { path = [], references } = options;
  const checker = makeChecker(
    checkCondition,
    { ...conditionLimits, ...options.limits },
    declaredParameters(input, options.parameters),
  );
  const nodes = guardSize(input, path, checker);
  if (nodes === undefined) return checker.issues;
  checkInput(input, path, schema, options.scope, checker);
  if (references !== undefined) checkReferences(nodes, schema, references, checker);
  return checker.issues;
}

/** @throws INVALID_CONDITION with all faults as `issues` */
export function requireSound(input: unknown, schema: FactSchema, options: ValidateConditionOptions): void {
  refuseAll(validateCondition(input, schema, options), "INVALID_CONDITION");
}
