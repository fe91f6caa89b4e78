/** Error codes thrown by `testing`; their words stand in `labels/<locale>/testing.ts`. Slots: `{path}`, `{received}`. */
export const testingErrorCodes = [
  /** An option of the synthetic customers that is outside its range. */
] as const;

/**
 * One of the error codes of `testing`.
 * @category Errors
 */
export type TestingErrorCode = (typeof testingErrorCodes)[number];
