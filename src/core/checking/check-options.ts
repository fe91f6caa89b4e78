import type { Issue } from "../errors/clientele-error.js";
import { type Checker, checker, type Path } from "./checker.js";
import { fields, optional, type Rule } from "./rules.js";

/** A rule for every option. A value that has a reader of its own (an instant, a currency) has the rule `anything` here. */
export type OptionRules<Options> = { readonly [Name in keyof Options]-?: Rule };

/**
 * Refuses options that are not a plain object, hold an unknown name or a value against its rule; all faults at once.
 * Every option may be left out, except those in `required`. `path` says where the options stand.
 * As in `checkOptions<ConcentrationOptions>(options, { top: finite({ above: 0, to: 1 }) })`.
 * @throws INVALID_OPTIONS
 */
export function checkOptions<Options extends object>(
  options: Options,
  rules: OptionRules<Options>,
  required: readonly (keyof Options & string)[] = [],
  path: Path = [],
): void {
  // The default of most calls, and there are calls by the million.
  if (required.length === 0 && isEmpty(options)) return;
  optionsChecker(options, rules, required, path).refuseFaults("INVALID_OPTIONS");
}

function isEmpty(options: object): boolean {
  if (typeof options !== "object" || options === null || Object.getPrototypeOf(options) !== Object.prototype)
    return false;
  for (const _ in options) return false;
  return true;
}

/** The faults that {@link checkOptions} would throw, for callers that look at options together with something else. */
export function optionIssues<Options extends object>(
  options: Options,
  rules: OptionRules<Options>,
  required: readonly (keyof Options & string)[] = [],
  path: Path = [],
): readonly Issue[] {
  return optionsChecker(options, rules, required, path).issues;
}

function optionsChecker<Options extends object>(
  options: Options,
  rules: OptionRules<Options>,
  required: readonly (keyof Options & string)[],
  path: Path,
): Checker {
  const check = checker("INVALID_OPTIONS");
  const entries = Object.entries<Rule>(rules).map(([name, rule]): [string, Rule] => [
    name,
    (required as readonly string[]).includes(name) ? rule : optional(rule),
  ]);
  fields(Object.fromEntries(entries))(options, path, check);
  return check;
}
