import { didYouMean } from "../../core/shared.js";
import type { Test } from "../condition.js";
import { type Operator, operators, operatorsOf, testForms } from "../typing/operators.js";
import { elementOf, type MoneyType, type NameScope, type ValueType, wrapsRound } from "../typing/value-types.js";
import { checkLiterals, checkOperand, orderOfLiteral } from "./check-operands.js";
import { checkWindow } from "./check-parts.js";
import { checkParameter } from "./check-value.js";
import { type Checker, isOneOf, isPlainRecord, isText, isWhole, type Json, type Path } from "./checker.js";

/** Farthest day from asOf that an anniversary is looked for. */
const FARTHEST_DAY = 3660;

/** The keys of a test, by its operator; of an unknown operator all that any has, since the operator is the fault. */
export function keysOfTest(node: Json): readonly string[] {
  const form = testForms.filter(([ops]) => ops.includes(node.op as Operator));
  return [
    "op",
    ...(form.length === 0 ? testForms : form).flatMap(([, required, optional]) => [...required, ...optional]),
  ];
}

/** Checks a test against the type of its subject; without the type, as far as can be. */
export function checkTest(
  node: Json,
  path: Path,
  subject: ValueType | undefined,
  scope: NameScope,
  checker: Checker,
): void {
  const { op } = node;
  if (!isOneOf(op, operators, [...path, "op"], checker) || subject === undefined) return;
  const allowed = operatorsOf(subject);
  if (!allowed.includes(op)) {
    const expected = `an operator of a ${subject.kind}: ${allowed.join(", ")}`;
    checker.reportAs("CONDITION_OPERATOR", [...path, "op"], expected, op, didYouMean(op, allowed));
    return;
  }
  if (node.ignoreCase !== undefined && !(node.ignoreCase === true && subject.kind === "text" && !subject.values)) {
    checker.reportAs(
      "CONDITION_OPERATOR",
      [...path, "ignoreCase"],
      "true beside a free text, or nothing",
      node.ignoreCase,
    );
  }
  switch (op) {
    case "eq":
    case "ne":
    case "gt":
    case "gte":
    case "lt":
    case "lte":
      checkOperand(node.value, [...path, "value"], subject, scope, op !== "eq" && op !== "ne", checker);
      return;
    case "between":
      checkBetween(node, path, subject, scope, checker);
      return;
    case "in":
    case "notIn":
    case "hasAny":
    case "hasAll":
    case "hasNone":
      checkList(node.values, [...path, "values"], subject, checker);
      return;
    case "contains":
    case "startsWith":
    case "endsWith":
    case "under":
      checkTextOperand(node.value, [...path, "value"], checker);
      return;
    case "within":
      checkWindow(node.window, [...path, "window"], subject.kind as "instant" | "day", scope, checker);
      return;
    case "anniversary": {
      const sound =
        isWhole(node.from, -FARTHEST_DAY, FARTHEST_DAY, [...path, "from"], checker) &&
        isWhole(node.to, -FARTHEST_DAY, FARTHEST_DAY, [...path, "to"], checker);
      if (sound && (node.from as number) > (node.to as number)) {
        checker.reportAs("CONDITION_RANGE", [...path, "to"], "from or more", node.to);
      }
      if (node.leapDay !== undefined) isOneOf(node.leapDay, ["feb28", "mar1"], [...path, "leapDay"], checker);
      return;
    }
    case "exists":
    case "missing":
      return;
  }
}

type Bounds = Extract<Test, { op: "between" }>["bounds"];
const bounds: readonly Bounds[] = ["[]", "[)", "(]", "()"];

function checkBetween(node: Json, path: Path, subject: ValueType, scope: NameScope, checker: Checker): void {
  if (node.bounds !== undefined) isOneOf(node.bounds, bounds as readonly string[], [...path, "bounds"], checker);
  const sound =
    checkOperand(node.from, [...path, "from"], subject, scope, true, checker) &&
    checkOperand(node.to, [...path, "to"], subject, scope, true, checker);
  if (!sound || wrapsRound(subject)) return;
  const from = orderOfLiteral(node.from, subject);
  const to = orderOfLiteral(node.to, subject);
  const isClosed = node.bounds === undefined || node.bounds === "[]";
  if (from === undefined || to === undefined || from < to || (from === to && isClosed)) return;
  checker.reportAs("CONDITION_RANGE", [...path, "to"], "more than from: nothing lies between them", node.to);
}

function checkList(values: unknown, path: Path, subject: ValueType, checker: Checker): void {
  const element = subject.kind === "list" ? elementOf(subject) : subject;
  if (isPlainRecord(values)) {
    const type = checkParameter(values, path, checker);
    const fits = type === undefined || (type.kind === "list" ? elementOf(type) : type).kind === element.kind;
    if (!fits) checker.reportAs("CONDITION_PARAMETER", path, `a parameter that lists ${element.kind}s`, values.name);
    else if (type?.kind === "money" && element.kind === "money" && !isSameMoney(type, element)) {
      checker.reportAs(
        "CONDITION_CURRENCY",
        path,
        `amounts in ${element.currency} with the same decimals`,
        type.currency,
      );
    }
    return;
  }
  if (Array.isArray(values)) checkLiterals(values, path, element, checker);
  else checker.report(path, "a list of values or a parameter", values);
}

const isSameMoney = (a: MoneyType, b: MoneyType): boolean => a.currency === b.currency && a.scale === b.scale;

function checkTextOperand(value: unknown, path: Path, checker: Checker): void {
  if (!isPlainRecord(value)) {
    isText(value, path, "a text or a parameter", checker);
    return;
  }
  const type = checkParameter(value, path, checker);
  if (type !== undefined && type.kind !== "text") {
    checker.reportAs("CONDITION_PARAMETER", path, "a parameter that is a text", value.name);
  }
}
