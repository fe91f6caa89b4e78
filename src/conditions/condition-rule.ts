import { anything, type Checker, constant, headFields, type Rule } from "../core/shared.js";
import type { FactSchema } from "../model/index.js";
import { requireSchema } from "../model/shared.js";
import type { Condition } from "./condition.js";
import { CONDITION_LANGUAGE, type Parameters } from "./envelope.js";
import { validateCondition } from "./validation/validate-condition.js";

/** What the conditions inside one definition are checked against. */
export interface ConditionScope {
  readonly schema: FactSchema;
  readonly parameters: Parameters;
}

/** The fields of every definition that holds conditions; {@link conditionScope} checks the parameters. */
export function ruledFields(kind: string): Readonly<Record<string, Rule>> {
  return { ...headFields(kind), language: constant(CONDITION_LANGUAGE), parameters: anything };
}

/** What is filled in where a definition that holds conditions is written. */
export const filledIn = (kind: string): Readonly<Record<string, unknown>> => ({ kind, language: CONDITION_LANGUAGE });

/** The scope of a definition's conditions, after its parameters have been checked. */
export function conditionScope(parameters: unknown, schema: FactSchema, check: Checker): ConditionScope {
  requireSchema(schema);
  if (parameters === undefined) return { schema, parameters: {} };
  const holder = { language: CONDITION_LANGUAGE, parameters, when: { type: "constant", value: true } };
  const issues = validateCondition(holder, schema);
  check.adopt(issues, []);
  return { schema, parameters: issues.length === 0 ? (parameters as Parameters) : {} };
}

/** A condition over the facts of the scope. */
export function conditionRule({ schema, parameters }: ConditionScope): Rule<Condition> {
  return (value, path, check) => {
    const issues = validateCondition(value, schema, { parameters, path });
    check.adopt(issues, []);
    return issues.length === 0 ? (value as Condition) : undefined;
  };
}
