import type { NameScope } from "../typing/value-type.js";
import { checkDuration } from "./check-duration.js";
import { checkOver } from "./check-value.js";
import { checkWindow } from "./check-window.js";
import { type Checker, checkKeys, isRecord, type Json, type Path } from "./checker.js";

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
  if (node.window !== undefined) checkWindow(node.window, [...path, "window"], "events", scope, checker);
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
