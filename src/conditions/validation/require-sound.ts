import { refuseAll } from "../../core/shared.js";
import type { FactSchema } from "../../model/index.js";
import { type ValidateConditionOptions, validateCondition } from "./validate-condition.js";

/** @throws INVALID_CONDITION with all faults as `issues` */
export function requireSound(input: unknown, schema: FactSchema, options: ValidateConditionOptions): void {
  refuseAll(validateCondition(input, schema, options), "INVALID_CONDITION");
}
