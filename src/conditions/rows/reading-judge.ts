import { isFactGap } from "../../model/shared.js";
import type { ComparePlan } from "../planning/plan.js";
import { FALSE, negate, TRUE, UNKNOWN } from "../reading/kleene.js";
import { type TestJudge, testJudge } from "./judge-test.js";
import type { RowCompiler } from "./row-compiler.js";

/** Puts a reading, which may be a gap, to the test of a comparison. */
export function readingJudge(plan: ComparePlan, rows: RowCompiler): TestJudge {
  const { test } = plan;
  if (test.type === "presence") {
    const isMissing = test.op === "missing" ? TRUE : FALSE;
    const isThere = negate(isMissing);
    return (reading) => (isFactGap(reading) && reading.missing ? isMissing : isThere);
  }
  const judge = testJudge(test, rows);
  const whenMissing = plan.orMissing ? TRUE : UNKNOWN;
  return (reading, subject) => {
    if (typeof reading === "object" && isFactGap(reading)) return reading.missing ? whenMissing : UNKNOWN;
    return judge(reading, subject);
  };
}
