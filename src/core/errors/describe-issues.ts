import { type Catalogue, describeReasons } from "../tables/describe-reasons.js";
import { formatPath, type Issue } from "./clientele-error.js";

/**
 * Puts faults into words, one sentence each and in their order, for people who should not have to read codes. A
 * {@link ClienteleError} is an issue itself, or has several. Templates may use `{path}`, `{received}`, `{expected}` and
 * `{hint}`; the last two are English in every language.
 * @example
 * import { describeIssues } from "clientele/core";
 * import { en } from "clientele/labels";
 * const issue = { code: "INVALID_DAY", path: ["rows", 3, "date"], expected: "a day", received: '"soon"' };
 * describeIssues([issue], en); // => ['"soon" at rows[3].date is not a day that exists']
 * @category Errors
 */
export function describeIssues(issues: readonly Issue[], catalogue: Catalogue): readonly string[] {
  const wholeInput = catalogue["core.whole-input"] ?? "the input";
  const reasons = issues.map(({ code, path, expected, received, hint = "" }) => ({
    code,
    params: { path: path.length === 0 ? wholeInput : formatPath(path), expected, received, hint },
  }));
  return describeReasons(reasons, catalogue);
}
