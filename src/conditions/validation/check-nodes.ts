import { didYouMean } from "../../core/shared.js";
import type { Condition } from "../condition.js";
import { collectionOf, itemField, itemFieldNames } from "../typing/type-of-value.js";
import type { NameScope } from "../typing/value-types.js";
import type { Over } from "../value.js";
import { checkValue } from "./check-aggregate.js";
import { checkDuration, checkItems, checkWindow } from "./check-parts.js";
import { checkTest, keysOfTest } from "./check-test.js";
import { checkOver } from "./check-value.js";
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
        checker.report([...path, "value"], 'true, false or "unknown"', node.value);
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
        checker.report([...path, "unknown"], "true or false", node.unknown);
      }
      checkCondition(node.of, [...path, "of"], scope, checker);
      return;
    case "not":
      checkCondition(node.of, [...path, "of"], scope, checker);
      return;
    case "some":
    case "none":
    case "every": {
      const item = checkItems(node, path, scope, checker);
      if (type === "every" && item !== undefined) {
        checkCondition(node.holds, [...path, "holds"], { ...scope, item }, checker);
      }
      return;
    }
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
    checker.report(path, "one or more conditions", of);
    return 0;
  }
  // By index, here and below: a hole in a list is a fault.
  for (let index = 0; index < of.length; index++) checkCondition(of[index], [...path, index], scope, checker);
  return of.length;
}

/** Checks a value put to a test. */
function checkCompare(node: Json, path: Path, scope: NameScope, checker: Checker): void {
  const keys = keysOfTest(node);
  checkKeys(node, ["type", "id", "subject", ...keys], path, checker);
  if (keys.includes("orMissing") && node.orMissing !== undefined && node.orMissing !== true) {
    checker.report([...path, "orMissing"], "true, or nothing", node.orMissing);
  }
  const subject = checkValue(node.subject, [...path, "subject"], scope, checker);
  checkTest(node, path, subject, scope, checker);
}

/** Checks a sequence: events with a clock, the absent one last and with a deadline. */
function checkSequence(node: Json, path: Path, scope: NameScope, checker: Checker): void {
  const { steps, within } = node;
  if (node.ties !== undefined && node.ties !== "allowed") {
    checker.report([...path, "ties"], '"allowed", or nothing', node.ties);
  }
  if (within !== undefined) checkDuration(within, [...path, "within"], checker);
  if (!Array.isArray(steps) || steps.length === 0) {
    checker.report([...path, "steps"], "one or more steps", steps);
    return;
  }
  if (steps.length > checker.limits.steps) {
    checker.reportAs("CONDITION_LIMIT", [...path, "steps"], `at most ${checker.limits.steps} steps`, `${steps.length}`);
  }
  for (let index = 0; index < steps.length; index++) {
    checkStep(steps[index], [...path, "steps", index], index > 0 && index === steps.length - 1, scope, checker);
  }
  const isAbsent = (step: unknown): boolean => (step as { absent?: unknown } | null)?.absent === true;
  if (steps.some(isAbsent) && within === undefined) {
    checker.report([...path, "within"], "how long the absent event must stay away", within);
  }
  if (node.same !== undefined && isText(node.same, [...path, "same"], "the name of a field", checker)) {
    checkSame(node.same, steps, [...path, "same"], scope, checker);
  }
  if (node.window !== undefined) checkWindow(node.window, [...path, "window"], "events", scope, checker);
}

/** All steps must have the field, as one type that is compared for equality. */
function checkSame(same: string, steps: readonly unknown[], path: Path, scope: NameScope, checker: Checker): void {
  const kinds = new Set<string>();
  for (const step of steps) {
    const over = (step as { over?: Over } | null)?.over;
    const item = typeof over?.collection === "string" ? collectionOf(scope, over) : undefined;
    if (item === undefined) continue;
    const field = itemField(item, same);
    if (field === undefined) {
      const names = itemFieldNames(item);
      checker.reportAs("CONDITION_UNKNOWN_FIELD", path, "a field of every step", same, didYouMean(same, names));
      return;
    }
    kinds.add(field.type);
  }
  const [kind = "string"] = kinds;
  if (kinds.size > 1 || !["string", "number"].includes(kind)) {
    checker.reportAs("CONDITION_OPERAND", path, "a text or a number in every step", [...kinds].join(", "));
  }
}

function checkStep(step: unknown, path: Path, mayBeAbsent: boolean, scope: NameScope, checker: Checker): void {
  if (!isRecord(step, path, "a step: { over }", checker)) return;
  checkKeys(step, ["over", "where", "absent"], path, checker);
  if (step.absent !== undefined && !(step.absent === true && mayBeAbsent)) {
    checker.report([...path, "absent"], "true on the last of several steps, or nothing", step.absent);
  }
  const item = checkOver(step.over, [...path, "over"], scope, checker);
  if (item === undefined) return;
  if (!item.timed) {
    checker.reportAs("CONDITION_WINDOW", [...path, "over"], "a timed collection: a sequence needs a clock", step.over);
  }
  if (step.where !== undefined) checker.condition(step.where, [...path, "where"], { ...scope, item });
}
