/** Error codes thrown by `history`; their words stand in `labels/<locale>/history.ts`. */
export const historyErrorCodes = [
  "INVALID_TRANSACTION_COLUMNS",
  "MIXED_CURRENCIES",
  "REFUND_REFUSED",
  "REFUND_IN_OTHER_CURRENCY",
  "CIRCULAR_ALIAS",
  "DAY_AFTER_AS_OF",
  "BASES_DO_NOT_MATCH",
  "INVALID_BASE",
  "DIMENSION_NOT_READ",
  "MEASURE_NOT_READ", // a base without the measure that is asked for
  "INVALID_INTERACTION",
  "INVALID_FACT_PARTS",
  "DUPLICATE_CUSTOMER",
  "FACT_NAME_TAKEN",
  "INVALID_FACT_COLUMN",
  "FACT_CANNOT_BE_RANKED",
  "DUPLICATE_INTERACTION",
] as const;
/** One of the error codes of `history`. */
export type HistoryErrorCode = (typeof historyErrorCodes)[number];
