/** What other rooms of the library need of conditions and users do not. It is in no subpath. */

export { judgeWithNextChange, type RowChanges } from "./change/next-changes.js";
export { type ConditionScope, conditionRule, conditionScope, filledIn, ruledFields } from "./condition-rule.js";
export { FALSE_IN_COLUMN, TRUE_IN_COLUMN, UNKNOWN_IN_COLUMN } from "./truth.js";
