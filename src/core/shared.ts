/** What other rooms of the library need of core and users do not. It is in no subpath. */

export { itemsOf, requireFunction, requireList, requireShape } from "./checking/argument.js";
export { canonicalText, jsonCopy, type Meaning } from "./checking/canonical-json.js";
export { checkOptions, type OptionRules, optionIssues } from "./checking/check-options.js";
export { type Checker, checker, type Path } from "./checking/checker.js";
export { completed, headFields } from "./checking/definition-head.js";
export { festival } from "./checking/festival.js";
export {
  anything,
  type Bounds,
  choice,
  constant,
  didYouMean,
  distinct,
  fields,
  finite,
  flag,
  type Json,
  listOf,
  localized,
  object,
  optional,
  type Rule,
  readBy,
  satisfying,
  text,
  whole,
} from "./checking/rules.js";
export { nearestName } from "./errors/nearest-name.js";
export { inWords, issueOf, refusal, refuseAll } from "./errors/refusal.js";
export { showValue } from "./errors/show-value.js";
export { amountIssue } from "./money/amount-issue.js";
export { costInMinorUnits } from "./money/cost-in-minor-units.js";
export { currencyOfRecord, NO_CURRENCY } from "./money/currency.js";
export { writtenAmount } from "./money/written-amount.js";
export { customerPositions } from "./tables/customer-table.js";
export { assessedAt, knownColumn, maybeNumbers, maybeTexts, todayOf } from "./tables/table-kit.js";
export { dayHint } from "./time/day-hint.js";
export { moveInstant } from "./time/duration.js";
export { readBoxedInstant } from "./time/instant.js";
export { earlyTime, isEarly, isOtherClock, parseMoment } from "./time/moment.js";
export { readLocalTime } from "./time/read-instant.js";
export { type TimeFormat, timeFormat } from "./time/time-format.js";
