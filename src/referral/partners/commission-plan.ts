import type { CONDITION_LANGUAGE, Condition, Parameters } from "../../conditions/index.js";
import { compileItemCondition } from "../../conditions/index.js";
import { conditionScope, filledIn, ruledFields } from "../../conditions/shared.js";
import {
  currencyDecimals,
  type Definition,
  type Issue,
  isClienteleError,
  parseExactMinorUnits,
  readAmount,
  type Written,
} from "../../core/index.js";
import {
  type Checker,
  checker,
  choice,
  completed,
  currencyOfRecord,
  distinct,
  fields,
  type Json,
  listOf,
  optional,
  type Rule,
  readBy,
  text,
} from "../../core/shared.js";
import { type FactSchema, orderSchema } from "../../model/index.js";
import { rateRule } from "../program/define-referral-program.js";

/** From these net sales of the period on, this rate. */
export interface CommissionStep {
  readonly from: string;
  readonly rate: string;
}

/** Lines of orders with a rate of their own; they do not count towards the steps. The first that holds decides. */
export interface CommissionCategory {
  readonly id: string;
  /** A condition on one `line`. */
  readonly when: Condition;
  readonly rate: string;
}

/** An amount for a result: paid once for each whose net sales are reached. */
export interface CommissionBonus {
  readonly id: string;
  readonly from: string;
  readonly amount: string;
}

/**
 * How partners and staff are paid for sales. JSON, to be stored and versioned.
 * @category Partners
 */
export interface CommissionPlan extends Definition<"commission-plan"> {
  readonly language: typeof CONDITION_LANGUAGE;
  readonly parameters?: Parameters | undefined;
  readonly currency: string;
  /** The first from zero, then upwards. */
  readonly steps: readonly CommissionStep[];
  /** Each step's rate for the sales within it, or the rate of the step reached for all. There is no default: the two differ by much money. */
  readonly mode: "slab" | "whole-tier";
  readonly categories?: readonly CommissionCategory[] | undefined;
  readonly bonuses?: readonly CommissionBonus[] | undefined;
}

/**
 * Defines a commission plan, checked whole. Conditions of categories judge one line of an order.
 * @throws INVALID_DEFINITION with all faults as `issues`
 * @example
 * import { defineCommissionPlan } from "clientele/referral";
 * const steps = [{ from: "0", rate: "0.05" }, { from: "10000", rate: "0.08" }];
 * defineCommissionPlan({ id: "dealers", version: 1, currency: "USD", mode: "slab", steps }).kind; // => "commission-plan"
 */
export function defineCommissionPlan(
  definition: Written<CommissionPlan>,
  schema: FactSchema = orderSchema("*"),
): CommissionPlan {
  const whole = completed(definition, filledIn("commission-plan"));
  checkCommissionPlan(whole, schema).refuseFaults();
  return whole as CommissionPlan;
}

/**
 * Checks a stored plan: all faults at once, none if it is sound.
 * @example
 * import { validateCommissionPlan } from "clientele/referral";
 * validateCommissionPlan({ id: "dealers" }).length > 0; // => true
 */
export const validateCommissionPlan = (json: unknown, schema: FactSchema = orderSchema("*")): readonly Issue[] =>
  checkCommissionPlan(json, schema).issues;

/** The faults of a plan. */
export function checkCommissionPlan(json: unknown, schema: FactSchema): Checker {
  const check = checker("INVALID_COMMISSION_PLAN");
  const { currency, steps, categories, bonuses, parameters } = Object(json) as Json;
  const scope = conditionScope(parameters, schema, check);
  const onLine: Rule = (when, path) => {
    try {
      compileItemCondition({ language: 1, parameters: scope.parameters, when: when as Condition }, schema, "line", {
        asOf: 0,
      });
    } catch (error) {
      if (!isClienteleError(error)) throw error;
      check.adopt(error.issues, path);
    }
  };
  const amount = amountIn(currency);
  fields({
    ...ruledFields("commission-plan"),
    currency: readBy(currencyOfRecord),
    steps: listOf(fields({ from: amount, rate: rateRule }), 1),
    mode: choice(["slab", "whole-tier"]),
    categories: optional(listOf(fields({ id: text, when: onLine, rate: rateRule }))),
    bonuses: optional(listOf(fields({ id: text, from: amount, amount }))),
  })(json, [], check);
  if (Array.isArray(steps)) checkRising(steps, check);
  for (const [name, list] of [
    ["categories", categories],
    ["bonuses", bonuses],
  ] as const) {
    if (!Array.isArray(list)) continue;
    distinct(
      list.map((each, index) => [String((Object(each) as Json).id), [name, index, "id"]]),
      check,
    );
  }
  return check;
}

/** A decimal text from zero, no finer than the currency. */
function amountIn(currency: unknown): Rule {
  return (value, path, check) => {
    const read = typeof value === "string" ? readAmount(value) : undefined;
    if (read === undefined || read.units < 0n) return check.report(path, "a decimal text from 0", value);
    try {
      parseExactMinorUnits(value as string, currencyDecimals(currency as string), path);
    } catch (error) {
      if (!isClienteleError(error)) throw error;
      // An unknown currency is told where it stands.
      if (error.code !== "INVALID_CURRENCY") check.adopt(error.issues, []);
    }
    return undefined;
  };
}

function checkRising(steps: readonly unknown[], check: Checker): void {
  let before: bigint | undefined;
  for (const [index, step] of steps.entries()) {
    const { from } = Object(step) as Json;
    const read = typeof from === "string" ? readAmount(from) : undefined;
    if (read === undefined) return;
    const units = read.units * 10n ** BigInt(Math.max(0, 18 - read.scale));
    if (index === 0 && units !== 0n) check.report(["steps", 0, "from"], '"0", so that every sale has a rate', from);
    if (before !== undefined && units <= before)
      check.report(["steps", index, "from"], "more than the step before", from);
    before = units;
  }
}
