/** Error codes of `lifecycle`. */
export const lifecycleErrorCodes = [
  "INVALID_LIFECYCLE_RULES", // one fault of lifecycle rules
  "EARLIER_STAGES_NOT_EARLIER", // the earlier stages are not from before the base's asOf
] as const;
/** One of the error codes of `lifecycle`. */
export type LifecycleErrorCode = (typeof lifecycleErrorCodes)[number];
