/** Reason codes given by `value`; their words stand in `labels/<locale>/value.ts`. */
export const valueReasonCodes = [
  "value.nothing-beyond-simpler-model", // model, logLikelihood
  "value.parameters-at-boundary", // parameters
  "value.still-climbing", // iterations
  "value.left-out-of-spend", // customers
  "value.alive-by-model", // model
  "value.infinite-mean-lifetime", // s
  "value.expected-worth", // purchases, alive
] as const;
/** One of the reason codes of `value`. */
export type ValueReasonCode = (typeof valueReasonCodes)[number];
