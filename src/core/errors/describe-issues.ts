import { itemsOf } from "../checking/argument.js";
import { type Catalogue, describeReasons } from "../tables/describe-reasons.js";
import { formatPath, type Issue } from "./clientele-error.js";
import { isName, phraseBook } from "./phrase-book.js";

/**
 * Puts faults into words, one sentence each and in their order, for people who should not have to read codes. A
 * {@link ClienteleError} is an issue itself, or has several. Templates may use `{path}`, `{received}`, `{expected}` and
 * `{hint}`. What was expected is said in the catalogue's language where it has words for it, under `expected:` and the English phrase; under
 * `expected:` alone it has words for all else. Hints are English in every language.
 * @example
 * import { describeIssues } from "clientele/core";
 * import { en, zhCN } from "clientele/labels";
 * const issue = { code: "INVALID_DAY", path: ["rows", 3, "date"], expected: "a day", received: '"soon"' };
 * describeIssues([issue], en); // => ['"soon" at rows[3].date is not a day that exists']
 * const other = { code: "INVALID_OPTIONS", path: ["top"], expected: "a whole number from 1 to 9", received: "0" };
 * describeIssues([other], zhCN); // => ["top 的 0 不是这里的选项：应为 1 到 9 的整数"]
 * @category Errors
 */
export function describeIssues(issues: readonly Issue[], catalogue: Catalogue): readonly string[] {
  const wholeInput = catalogue?.["core.whole-input"] ?? "the input";
  const inWords = phraseBook(catalogue);
  const otherwise = catalogue?.["expected:"];
  const expectedIn = (expected: string): string =>
    inWords(expected) ?? (otherwise === undefined || isName(expected) ? expected : otherwise);
  const reasons = itemsOf(issues, "issues", "an issue of a ClienteleError", "code", "path").map(
    ({ code, path, expected, received, hint = "" }) => ({
      code,
      params: {
        path: path.length === 0 ? wholeInput : formatPath(path),
        expected: expectedIn(expected),
        received: inWords(received) ?? received,
        hint,
      },
    }),
  );
  return describeReasons(reasons, catalogue);
}
