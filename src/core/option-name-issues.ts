import type { Issue } from "./errors/clientele-error.js";
import { nearestName } from "./errors/nearest-name.js";
import { showValue } from "./errors/show-value.js";

/**
 * The faults of options by name: a value that is no plain object, or every name that is no option, with the one that was most likely meant.
 * What {@link checkOptionNames} throws, for whoever gathers faults of several kinds; `path` says where the options stand.
 * @example
 * import { optionNameIssues } from "clientele/core";
 * optionNameIssues({ minGap: 3 }, ["minGaps"]).map(({ hint }) => hint); // => ['Did you mean "minGaps"?']
 * optionNameIssues({ minGaps: 3 }, ["minGaps"]); // => []
 * @category Errors
 */
export function optionNameIssues(
  options: unknown,
  names: readonly string[],
  code = "INVALID_OPTIONS",
  path: Issue["path"] = [],
): Issue[] {
  if (typeof options !== "object" || options === null || Array.isArray(options)) {
    return [{ code, path, expected: `options by name: ${names.join(", ")}`, received: showValue(options) }];
  }
  const unknown = Object.keys(options).filter((name) => !names.includes(name));
  return unknown.map((name) => {
    const issue = { code, path: [...path, name], expected: `one of ${names.join(", ")}`, received: showValue(name) };
    const nearest = nearestName(name, names);
    return nearest === undefined ? issue : { ...issue, hint: `Did you mean "${nearest}"?` };
  });
}
