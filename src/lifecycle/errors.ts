/** Error codes of `lifecycle`. */
export const lifecycleErrorCodes = [
  "INVALID_LIFECYCLE_RULES", // one fault of lifecycle rules
] as const;
/** One of the error codes of `lifecycle`. */
export type LifecycleErrorCode = (typeof lifecycleErrorCodes)[number];
