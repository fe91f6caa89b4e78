import { ClienteleError } from "../../core/index.js";
import type { FactSchema } from "../../model/index.js";
import { type ValidateConditionOptions, validateCondition } from "../validate-condition.js";

/** @throws INVALID_CONDITION with all faults as `issues` */
export function requireSound(input: unknown, schema: FactSchema, options: ValidateConditionOptions): void {
  const issues = validateCondition(input, schema, options);
  const [first] = issues;
  if (first !== undefined) throw new ClienteleError({ ...first, code: "INVALID_CONDITION", issues });
}
