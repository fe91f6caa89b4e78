/** Reason codes given by `value`; their words stand in `labels/<locale>/value.ts`. */
export const valueReasonCodes = [
  "value.nothing-beyond-simpler-model", // model, logLikelihood
  "value.parameters-at-boundary", // parameters
  "value.still-climbing", // iterations
  "value.left-out-of-spend", // customers
  "value.alive-by-model", // model
  "value.infinite-mean-lifetime", // s
  "value.expected-worth", // purchases, alive
  "value.history-is-not-future", // no parameters (warning)
  "value.one-retention-for-all", // retention (warning)
  "value.loses-money", // contribution
  "value.below-target-rate", // rate, target
  "value.low-frequency", // orders, usual: a year
  "value.low-spend", // spend, usual: per order
  "value.low-margin-rate", // rate, usual
  "value.low-margin-mix", // share, rate, usual: of the goods bought
  "value.high-cost-to-serve", // share, usual: of net
  "value.dissatisfied", // no parameters
  "value.buys-elsewhere", // no parameters
  "value.lever-price", // gain
  "value.lever-cost-to-serve", // gain
  "value.lever-frequency", // gain
  "value.lever-mix", // gain
  "value.lever-upgrade", // gain
  "value.lever-value-added-service", // gain
  "value.headroom", // headroom
] as const;
/** One of the reason codes of `value`. */
export type ValueReasonCode = (typeof valueReasonCodes)[number];
