import type { FactSchema } from "../../model/index.js";
import type { ConditionInput } from "../envelope.js";
import { requireSound, type ValidateConditionOptions } from "./validate-condition.js";

/**
 * A condition, or an envelope around one, from JSON that somebody else wrote: checked whole against a schema and typed.
 * @throws INVALID_CONDITION with all faults as `issues`, INVALID_OPTIONS
 * @example
 * import { parseCondition } from "clientele/conditions";
 * import { customerSchema } from "clientele/model";
 * const text = '{ "type": "none", "over": { "collection": "order" } }';
 * parseCondition(JSON.parse(text), customerSchema("EUR")); // => { type: "none", over: { collection: "order" } }
 * parseCondition({ type: "nun" }, customerSchema("EUR")); // => throws INVALID_CONDITION
 * @category Stored conditions
 */
export function parseCondition(
  json: unknown,
  schema: FactSchema,
  options: ValidateConditionOptions = {},
): ConditionInput {
  requireSound(json, schema, options);
  return json as ConditionInput;
}
