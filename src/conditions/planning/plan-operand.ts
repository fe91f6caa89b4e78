import { currencyDecimals } from "../../core/index.js";
import type { Operand, ScaledValue } from "../condition.js";
import type { Ratio } from "../reading/exact-numbers.js";
import { isNode } from "../typing/type-of-value.js";
import type { MoneyType, NameScope, ValueType } from "../typing/value-types.js";
import type { ValuePlan } from "./plan.js";
import { type DayEdge, literalValue, type TypedPlan } from "./plan-leaves.js";
import { planValue } from "./plan-value.js";
import type { Planner } from "./planner.js";

/** Plans what a subject of a type is compared with. */
export function planOperand(
  operand: Operand,
  subject: ValueType,
  dayAs: DayEdge,
  scope: NameScope,
  planner: Planner,
): TypedPlan {
  if (!isNode(operand)) {
    return { plan: { type: "literal", value: literalValue(operand, subject, planner.zone, dayAs) }, type: subject };
  }
  return operand.type === "scaled" ? planScaled(operand, scope, planner) : planValue(operand, scope, planner, dayAs);
}

function planScaled({ times, of }: ScaledValue, scope: NameScope, planner: Planner): TypedPlan {
  const { plan, type } = planValue(of, scope, planner);
  return { plan: { type: "scaled", times: ratioOfDecimal(times), of: plan }, type };
}

function ratioOfDecimal(text: string): Ratio {
  const decimals = text.includes(".") ? text.length - text.indexOf(".") - 1 : 0;
  const numerator = BigInt(text.replace(".", ""));
  const small = Number(numerator);
  return { numerator: Number.isSafeInteger(small) ? small : numerator, denominator: 10 ** decimals };
}

/** An operand brought to its subject: amounts to the subject's scale, exactly, and with or without a currency as the subject is. */
export function alignOperand(subject: ValueType, { plan, type }: TypedPlan): ValuePlan {
  if (subject.kind !== "money" || type.kind !== "money") return plan;
  const scaled = timesPowerOfTen(plan, scaleBeside(subject, type) - scaleBeside(type, subject));
  if (subject.currency === "*" && type.currency !== "*") return { type: "tagged", currency: type.currency, of: scaled };
  if (subject.currency !== "*" && type.currency === "*")
    return { type: "untagged", currency: subject.currency, of: scaled };
  return scaled;
}

/** The scale of an amount; of any currency without a scale, that of the currency that it meets. */
function scaleBeside(type: MoneyType, other: MoneyType): number {
  if (type.scale !== undefined) return type.scale;
  // Both of any currency, each in its own decimals: equal currencies have equal scales.
  return other.currency === "*" ? 0 : currencyDecimals(other.currency);
}

function timesPowerOfTen(of: ValuePlan, exponent: number): ValuePlan {
  if (exponent === 0) return of;
  const power = 10 ** Math.abs(exponent);
  const times = exponent > 0 ? { numerator: power, denominator: 1 } : { numerator: 1, denominator: power };
  return { type: "scaled", times, of };
}
