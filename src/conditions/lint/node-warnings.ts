import type { Reason } from "../../core/index.js";
import type {
  AllCondition,
  AnyCondition,
  CompareCondition,
  Condition,
  EveryCondition,
  ExistenceCondition,
  Value,
} from "../condition.js";
import type { Parameters } from "../envelope.js";
import type { ConditionsReasonCode } from "../reasons.js";
import { attributeField, isNode, itemField, operandsOf, typeOfValue } from "../typing/type-of-value.js";
import type { NameScope } from "../typing/value-types.js";
import type { Path } from "../validation/checker.js";
import { compareTests } from "./compare-tests.js";

/**
 * Something in a sound condition that may not mean what its author meant: a reason with the path of the node.
 * @category Conditions
 */
export interface ConditionWarning extends Reason<ConditionsReasonCode> {
  readonly path: Path;
}

/** Siblings that contradict each other under `all`, or leave nothing out under `any`. */
function groupWarnings(
  { type, of }: AllCondition | AnyCondition,
  scope: NameScope,
  parameters: Parameters,
): readonly ConditionWarning[] {
  const code = type === "all" ? "conditions.contradiction" : "conditions.always-true";
  const found: ConditionWarning[] = [];
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

/** What is to be said of one condition, apart from those in it. */
export function nodeWarnings(
  node: Condition,
  beside: readonly Condition[],
  scope: NameScope,
  parameters: Parameters,
): readonly ConditionWarning[] {
  switch (node.type) {
    case "all":
    case "any":
      return groupWarnings(node, scope, parameters);
    case "atLeast":
      return node.count === node.of.length && node.count > 1
        ? [{ code: "conditions.at-least-is-all", params: { count: node.count }, path: ["count"] }]
        : [];
    case "compare":
      return [
        ...missingField(node, ["ne", "notIn", "hasNone"], scope),
        ...equalDecimals(node, scope, parameters),
        ...anniversaryMeant(node, scope, parameters),
      ];
    case "not":
      if (node.of.type !== "compare") return [];
      return missingField(node.of, ["eq", "in", "hasAny"], scope).map((found) => ({
        ...found,
        path: ["of", ...found.path],
      }));
    case "every":
      return everyOfNothing(node, beside);
    default:
      return [];
  }
}

/** An `every` is true of nothing: it says what people mean beside a `some` over the same items. */
function everyOfNothing(node: EveryCondition, beside: readonly Condition[]): readonly ConditionWarning[] {
  const itemsOf = ({ over, window }: EveryCondition | ExistenceCondition): string => JSON.stringify({ over, window });
  const isPaired = beside.some((other) => other.type === "some" && itemsOf(other) === itemsOf(node));
  if (isPaired) return [];
  return [{ code: "conditions.every-of-nothing", params: { collection: node.over.collection }, path: [] }];
}

/** A denial of what may be missing, by one of these operators. */
function missingField(node: CompareCondition, ops: readonly string[], scope: NameScope): readonly ConditionWarning[] {
  const { subject, op, orMissing } = node;
  if (!ops.includes(op) || orMissing === true) return [];
  if (subject.type !== "attribute" && subject.type !== "item") return [];
  const field =
    subject.type === "attribute" ? attributeField(scope, subject.field) : itemField(scope.item!, subject.field);
  if (field?.required === true) return [];
  return [{ code: "conditions.unknown-when-missing", params: { field: subject.field }, path: ["subject"] }];
}

/** The day of a birth lies in no week to come: its anniversary does. */
function anniversaryMeant(
  node: CompareCondition,
  scope: NameScope,
  parameters: Parameters,
): readonly ConditionWarning[] {
  const { subject } = node;
  if (node.op !== "within" || node.window.type === "between" || node.window.type === "after") return [];
  if (subject.type !== "attribute" || !/birth|born|anniversar|wedding/i.test(subject.field)) return [];
  if (typeOfValue(subject, scope, parameters).kind !== "day") return [];
  return [{ code: "conditions.anniversary-meant", params: { field: subject.field }, path: ["op"] }];
}

/** Numbers that need not be whole are seldom equal to the last bit; amounts are exact. */
function equalDecimals(node: CompareCondition, scope: NameScope, parameters: Parameters): readonly ConditionWarning[] {
  if (!["eq", "ne", "in", "notIn"].includes(node.op)) return [];
  if (typeOfValue(node.subject, scope, parameters).kind !== "number") return [];
  const listed = "values" in node && !("type" in node.values) ? node.values : [];
  const operands = [
    ...operandsOf(node)
      .slice(1)
      .map(([, operand]) => operand),
    ...listed,
  ];
  const isWhole = (operand: unknown): boolean => typeof operand !== "number" || Number.isInteger(operand);
  const isInexact = operands.some((operand) => !isWhole(operand) || (isNode(operand) && operand.type === "scaled"));
  return isInexact || isSumOrMean(node.subject)
    ? [{ code: "conditions.equality-of-decimals", params: { op: node.op }, path: ["op"] }]
    : [];
}

const isSumOrMean = (value: Value): boolean => value.type === "aggregate" && (value.fn === "sum" || value.fn === "avg");
