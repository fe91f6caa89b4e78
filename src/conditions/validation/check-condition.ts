import type { Condition } from "../condition.js";
import type { NameScope } from "../typing/value-type.js";
import { checkCompare } from "./check-compare.js";
import { checkSequence } from "./check-sequence.js";
import { checkLatest, checkOver } from "./check-value.js";
import { checkWindow } from "./check-window.js";
import { type Checker, checkKeys, isOneOf, isRecord, isText, isWhole, type Json, type Path } from "./checker.js";

const keysByType: Readonly<Record<Exclude<Condition["type"], "compare">, readonly string[]>> = {
  constant: ["value"],
  all: ["of"],
  any: ["of"],
  atLeast: ["count", "of"],
  not: ["of"],
  assume: ["unknown", "of"],
  some: ["over", "where", "window", "latest"],
  none: ["over", "where", "window", "latest"],
  every: ["over", "where", "window", "latest", "holds"],
  sequence: ["steps", "within", "window", "ties", "same"],
  reference: [],
};

const types = [...Object.keys(keysByType), "compare"] as readonly Condition["type"][];

/** Checks a condition and everything in it; all faults are reported. */
export function checkCondition(node: unknown, path: Path, scope: NameScope, checker: Checker): void {
  if (!isRecord(node, path, "a condition", checker)) return;
  const { type } = node;
  if (!isOneOf(type, types, [...path, "type"], checker)) return;
  if (node.id !== undefined) isText(node.id, [...path, "id"], "a name", checker);
  if (type === "compare") {
    checkCompare(node, path, scope, checker);
    return;
  }
  checkKeys(node, ["type", "id", ...keysByType[type]], path, checker);
  switch (type) {
    case "constant":
      if (node.value !== true && node.value !== false && node.value !== "unknown") {
        checker.report("CONDITION_SHAPE", [...path, "value"], 'true, false or "unknown"', node.value);
      }
      return;
    case "all":
    case "any":
      checkConditions(node.of, [...path, "of"], scope, checker);
      return;
    case "atLeast": {
      const count = checkConditions(node.of, [...path, "of"], scope, checker);
      isWhole(node.count, 1, Math.max(count, 1), [...path, "count"], checker);
      return;
    }
    case "assume":
      if (typeof node.unknown !== "boolean") {
        checker.report("CONDITION_SHAPE", [...path, "unknown"], "true or false", node.unknown);
      }
      checkCondition(node.of, [...path, "of"], scope, checker);
      return;
    case "not":
      checkCondition(node.of, [...path, "of"], scope, checker);
      return;
    case "some":
    case "none":
    case "every":
      checkQuantifier(node, path, scope, checker);
      return;
    case "sequence":
      checkSequence(node, path, scope, checker);
      return;
    case "reference":
      if (isText(node.id, [...path, "id"], "the name of a condition", checker)) {
        checker.mentions.push({ id: node.id, path: [...path, "id"] });
      }
  }
}

function checkConditions(of: unknown, path: Path, scope: NameScope, checker: Checker): number {
  if (!Array.isArray(of) || of.length === 0) {
    checker.report("CONDITION_SHAPE", path, "one or more conditions", of);
    return 0;
  }
  // By index, here and below: a hole in a list is a fault.
  for (let index = 0; index < of.length; index++) checkCondition(of[index], [...path, index], scope, checker);
  return of.length;
}

function checkQuantifier(node: Json, path: Path, scope: NameScope, checker: Checker): void {
  const item = checkOver(node.over, [...path, "over"], scope, checker);
  if (item === undefined) return;
  const inner = { ...scope, item };
  if (node.where !== undefined) checkCondition(node.where, [...path, "where"], inner, checker);
  if (node.type === "every") checkCondition(node.holds, [...path, "holds"], inner, checker);
  if (node.window !== undefined) checkWindow(node.window, [...path, "window"], { item }, scope, checker);
  checkLatest(node.latest, [...path, "latest"], item, checker);
}
