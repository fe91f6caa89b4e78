import type { AllCondition, AnyCondition, Condition } from "../condition.js";
import type { Parameters } from "../envelope.js";
import type { NameScope } from "../typing/value-type.js";
import { compareTests } from "./compare-tests.js";
import type { Finding } from "./finding.js";

/** Siblings that contradict each other under `all`, or leave nothing out under `any`. */
export function groupWarnings(
  { type, of }: AllCondition | AnyCondition,
  scope: NameScope,
  parameters: Parameters,
): readonly Finding[] {
  const code = type === "all" ? "conditions.contradiction" : "conditions.always-true";
  const found: Finding[] = [];
  for (const [second, right] of of.entries()) {
    for (const [first, left] of of.slice(0, second).entries()) {
      if (!isSettled(type, left, right, scope, parameters)) continue;
      found.push({ code, params: { first: first + 1, second: second + 1 }, path: ["of", second] });
    }
  }
  return found;
}

function isSettled(
  type: "all" | "any",
  left: Condition,
  right: Condition,
  scope: NameScope,
  parameters: Parameters,
): boolean {
  if (isOpposite(left, right) || isOpposite(right, left)) return true;
  if (left.type !== "compare" || right.type !== "compare") return false;
  const together = compareTests(left, right, scope, parameters);
  if (together === undefined) return false;
  return type === "all" ? !together.canBothHold : !together.canNeitherHold;
}

const isOpposite = (one: Condition, other: Condition): boolean =>
  other.type === "not" && JSON.stringify(other.of) === JSON.stringify(one);
