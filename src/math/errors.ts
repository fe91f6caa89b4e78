/** Error codes thrown by `math`; their words stand in `labels/<locale>/math.ts`. Slots: `{path}`, `{received}`. */
export const mathErrorCodes = [
  /** No value where at least one is needed. */
  "EMPTY_VALUES",
  /** NaN, an infinity or no number at all, in the input or out of the caller's own function. */
  "NOT_A_FINITE_NUMBER",
  /** A number outside the range on which the function is defined. */
  "NUMBER_OUT_OF_RANGE",
  /** Two columns that belong together have different lengths. */
  "LENGTHS_DIFFER",
  /** A function has the same sign at both ends of the interval in which its root was to be found. */
  "NO_SIGN_CHANGE",
  /** A matrix that should be symmetric and positive definite is not, to the precision of a double. */
  "NOT_POSITIVE_DEFINITE",
] as const;

/**
 * One of the error codes of `math`.
 * @category Errors
 */
export type MathErrorCode = (typeof mathErrorCodes)[number];
