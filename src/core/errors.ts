/** Error codes thrown by `core`; their words stand in `labels/<locale>/core.ts`. */
export const coreErrorCodes = [
  "INVALID_INSTANT",
  "INVALID_DAY",
  "INVALID_DURATION",
  "INVALID_TIME_ZONE",
  "INVALID_BIRTHDAY",
  "INVALID_FESTIVAL",
  "INVALID_CHINESE_DATE",
  "LUNAR_YEAR_OUT_OF_RANGE",
  "INVALID_CURRENCY",
  "INVALID_AMOUNT",
  "AMOUNT_TOO_FINE",
  "AMOUNT_OUT_OF_RANGE",
  "CURRENCY_MISMATCH",
  "INVALID_WEIGHTS",
  "INVALID_SCALE",
  "INVALID_RATE",
  "INVALID_DECIMAL",
  "INVALID_ROUNDING",
  "INDEX_OUT_OF_RANGE",
  "NOT_JSON",
  "INVALID_DEFINITION",
  "INVALID_ARGUMENT",
  "INVALID_OPTIONS",
] as const;
/**
 * One of the error codes of `core`.
 * @category Errors
 */
export type CoreErrorCode = (typeof coreErrorCodes)[number];
