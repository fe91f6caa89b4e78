import type { Issue } from "./errors/clientele-error.js";
import { refuseAll } from "./errors/refusal.js";
import { optionNameIssues } from "./option-name-issues.js";

/**
 * Refuses options that are no plain object or hold a name that is no option, so that a misspelt option is never passed over in silence.
 * Values are not looked at; `path` says where the options stand. Every unknown name is an issue, with the option that was most likely meant.
 * @throws the given code, INVALID_OPTIONS unless another is given
 * @example
 * import { checkOptionNames, isClienteleError } from "clientele/core";
 * try {
 *   checkOptionNames({ minGap: 3 }, ["minGaps", "priorGaps"]);
 * } catch (error) {
 *   isClienteleError(error) && [error.code, error.path, error.hint]; // => ["INVALID_OPTIONS", ["minGap"], 'Did you mean "minGaps"?']
 * }
 * @category Errors
 */
export function checkOptionNames(
  options: unknown,
  names: readonly string[],
  code = "INVALID_OPTIONS",
  path: Issue["path"] = [],
): void {
  refuseAll(optionNameIssues(options, names, code, path));
}
