/** Error codes of `lifecycle`. */
export const lifecycleErrorCodes = [
  "LIFECYCLE_RULE_INVALID", // one fault of lifecycle rules
  "EARLIER_STAGES_NOT_EARLIER", // the earlier stages are not from before the base's asOf
  "INVALID_LIFECYCLE_OPTION", // an option of another kind or out of range
] as const;
/** One of the error codes of `lifecycle`. */
export type LifecycleErrorCode = (typeof lifecycleErrorCodes)[number];
