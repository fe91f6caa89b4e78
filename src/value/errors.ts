/** Error codes of `value`. */
export const valueErrorCodes = [
  "INVALID_PURCHASE_STATISTICS", // columns that are not x, t_x, T of customers
  "INVALID_SPEND_STATISTICS", // columns that are not frequencies and mean spends
  "INVALID_OPPORTUNITY_STATISTICS", // columns that are not giving at occasions
  "INVALID_SURVIVORS", // not a falling count of contracts
  "TOO_FEW_REPEAT_CUSTOMERS", // too few to carry a model
  "INVALID_MODEL", // a model of another kind
  "INVALID_MODELS", // models of different customers
  "INVALID_VALUE_WEIGHTS", // one fault of the weights of a value score
  "NO_COVARIANCE", // an interval of a fit that tells no uncertainty
] as const;
/** One of the error codes of `value`. */
export type ValueErrorCode = (typeof valueErrorCodes)[number];
