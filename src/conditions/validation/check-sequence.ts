import { didYouMean } from "../../core/shared.js";
import { collectionOf, itemField, itemFieldNames } from "../typing/fields-in-scope.js";
import type { NameScope } from "../typing/value-type.js";
import type { Over } from "../value.js";
import { checkDuration } from "./check-duration.js";
import { checkOver } from "./check-value.js";
import { checkWindow } from "./check-window.js";
import { type Checker, checkKeys, isRecord, isText, type Json, type Path } from "./checker.js";

/** Checks a sequence: events with a clock, the absent one last and with a deadline. */
export function checkSequence(node: Json, path: Path, scope: NameScope, checker: Checker): void {
  const { steps, within } = node;
  if (node.ties !== undefined && node.ties !== "allowed") {
    checker.report("CONDITION_SHAPE", [...path, "ties"], '"allowed", or nothing', node.ties);
  }
  if (within !== undefined) checkDuration(within, [...path, "within"], checker);
  if (!Array.isArray(steps) || steps.length === 0) {
    checker.report("CONDITION_SHAPE", [...path, "steps"], "one or more steps", steps);
    return;
  }
  if (steps.length > checker.limits.steps) {
    checker.report("CONDITION_LIMIT", [...path, "steps"], `at most ${checker.limits.steps} steps`, `${steps.length}`);
  }
  for (let index = 0; index < steps.length; index++) {
    checkStep(steps[index], [...path, "steps", index], index > 0 && index === steps.length - 1, scope, checker);
  }
  const isAbsent = (step: unknown): boolean => (step as { absent?: unknown } | null)?.absent === true;
  if (steps.some(isAbsent) && within === undefined) {
    checker.report("CONDITION_SHAPE", [...path, "within"], "how long the absent event must stay away", within);
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
      checker.report("CONDITION_UNKNOWN_FIELD", path, "a field of every step", same, didYouMean(same, names));
      return;
    }
    kinds.add(field.type);
  }
  const [kind = "string"] = kinds;
  if (kinds.size > 1 || !["string", "number"].includes(kind)) {
    checker.report("CONDITION_OPERAND", path, "a text or a number in every step", [...kinds].join(", "));
  }
}

function checkStep(step: unknown, path: Path, mayBeAbsent: boolean, scope: NameScope, checker: Checker): void {
  if (!isRecord(step, path, "a step: { over }", checker)) return;
  checkKeys(step, ["over", "where", "absent"], path, checker);
  if (step.absent !== undefined && !(step.absent === true && mayBeAbsent)) {
    checker.report(
      "CONDITION_SHAPE",
      [...path, "absent"],
      "true on the last of several steps, or nothing",
      step.absent,
    );
  }
  const item = checkOver(step.over, [...path, "over"], scope, checker);
  if (item === undefined) return;
  if (!item.timed) {
    checker.report("CONDITION_WINDOW", [...path, "over"], "a timed collection: a sequence needs a clock", step.over);
  }
  if (step.where !== undefined) checker.condition(step.where, [...path, "where"], { ...scope, item });
}
