import type { NameScope, ValueType } from "../typing/value-type.js";
import { checkValue } from "./check-aggregate.js";
import { checkLiteral, isBareDay } from "./check-literal.js";
import { type Checker, checkKeys, isPlainRecord, type Json, type Path } from "./checker.js";

const FACTOR = /^-?\d{1,15}(\.\d{1,15})?$/;

/** Checks what a subject is compared with: a literal, or a value of the same type. */
export function checkOperand(
  operand: unknown,
  path: Path,
  subject: ValueType,
  scope: NameScope,
  isOrder: boolean,
  checker: Checker,
): boolean {
  const before = checker.issues.length;
  if (isPlainRecord(operand) && "type" in operand) checkNode(operand, path, subject, scope, isOrder, checker);
  else if (!isOrder && subject.kind === "instant" && isBareDay(operand)) {
    const hint = 'Compare the part "localDay", or use within';
    checker.report("CONDITION_OPERAND", path, "an instant: a day is many of them", operand, hint);
  } else checkLiteral(operand, path, subject, checker);
  return checker.issues.length === before;
}

function checkNode(
  node: Json,
  path: Path,
  subject: ValueType,
  scope: NameScope,
  isOrder: boolean,
  checker: Checker,
): void {
  const scaled = node.type === "scaled";
  if (scaled) {
    checkKeys(node, ["type", "times", "of"], path, checker);
    if (typeof node.times !== "string" || !FACTOR.test(node.times)) {
      checker.report("CONDITION_OPERAND", [...path, "times"], 'an exact decimal such as "0.5"', node.times);
    }
    if (subject.kind !== "number" && subject.kind !== "money") {
      checker.report("CONDITION_OPERAND", path, `a ${subject.kind}: only numbers and amounts are scaled`, node);
      return;
    }
  }
  const type = checkValue(scaled ? node.of : node, scaled ? [...path, "of"] : path, scope, checker);
  if (type === undefined) return;
  if (type.kind !== subject.kind) {
    const code = node.type === "parameter" ? "CONDITION_PARAMETER" : "CONDITION_OPERAND";
    checker.report(code, path, `a ${subject.kind}`, type.kind);
  } else if (type.kind === "money" && subject.kind === "money") {
    if (type.currency !== subject.currency && type.currency !== "*" && subject.currency !== "*") {
      checker.report("CONDITION_CURRENCY", path, `an amount in ${subject.currency}`, type.currency);
    } else if (type.currency === "*" && subject.currency === "*" && type.scale !== subject.scale) {
      checker.report("CONDITION_OPERAND", path, "an amount with the same decimals", node.field);
    }
  } else if (isOrder && type.kind === "text" && subject.kind === "text" && !sameValues(type.values, subject.values)) {
    checker.report("CONDITION_OPERAND", path, "a value with the same declared values in the same order", node.field);
  }
}

const sameValues = (a: readonly string[] = [], b: readonly string[] = []): boolean =>
  a.length === b.length && a.every((value, index) => value === b[index]);
