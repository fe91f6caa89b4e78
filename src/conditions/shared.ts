/** What other rooms of the library need of conditions and users do not. It is in no subpath. */
export { type ConditionScope, conditionRule, conditionScope, filledIn, ruledFields } from "./condition-rule.js";
