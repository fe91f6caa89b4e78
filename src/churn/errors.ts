/** Error codes of `churn`. */
export const churnErrorCodes = [
  "INVALID_CHURN_RULES", // one fault of churn rules
  "CHURN_FACTS_MISMATCH", // facts of another base, moment or zone
  "HORIZON_BEYOND_DATA", // a backtest whose horizon ends later than the base
  "INVALID_SCORES", // scores and labels that do not belong together
  "INVALID_RISKS", // risks that assessChurnRisk has not made, or made under other rules
  "INVALID_CONTRACTS", // contracts that cannot be added up
] as const;
/** One of the error codes of `churn`. */
export type ChurnErrorCode = (typeof churnErrorCodes)[number];
