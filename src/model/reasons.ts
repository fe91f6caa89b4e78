/** Reason codes of `model`, found in unknown dimensions of a quality profile. */
export const modelReasonCodes = [
  // no params: there are no customers
  "model.no-customers",
  // no params: the specification asks for nothing of this dimension
  "model.not-asked",
  // no params: no customer has a value that could be judged; `missing` names the fields
  "model.no-values",
] as const;
/** One of the reason codes of `model`. */
export type ModelReasonCode = (typeof modelReasonCodes)[number];
