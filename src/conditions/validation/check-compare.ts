import type { NameScope } from "../typing/value-type.js";
import { checkValue } from "./check-aggregate.js";
import { checkTest, keysOfTest } from "./check-test.js";
import { type Checker, checkKeys, type Json, type Path } from "./checker.js";

/** Checks a value put to a test. */
export function checkCompare(node: Json, path: Path, scope: NameScope, checker: Checker): void {
  const keys = keysOfTest(node);
  checkKeys(node, ["type", "id", "subject", ...keys], path, checker);
  if (keys.includes("orMissing") && node.orMissing !== undefined && node.orMissing !== true) {
    checker.report("CONDITION_SHAPE", [...path, "orMissing"], "true, or nothing", node.orMissing);
  }
  const subject = checkValue(node.subject, [...path, "subject"], scope, checker);
  checkTest(node, path, subject, scope, checker);
}
