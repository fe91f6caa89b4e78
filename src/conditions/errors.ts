/** Error and issue codes of `conditions`; their words stand in `labels/<locale>/conditions.ts`. */
export const conditionsErrorCodes = [
  "INVALID_CONDITION", // a condition with faults: all of them as issues
  "CONDITION_SHAPE", // a node of the wrong form: a key that is missing, unknown or of another type
  "CONDITION_UNKNOWN_FIELD", // a field that the schema has not
  "CONDITION_UNKNOWN_COLLECTION", // a collection that the schema has not
  "CONDITION_OPERATOR", // an operator, part or aggregate that values of the type do not take
  "CONDITION_OPERAND", // an operand of another type, not a declared value, or finer than the scale
  "CONDITION_CURRENCY", // an amount in another currency
  "CONDITION_RANGE", // a range that nothing can be in, or a number outside its range
  "CONDITION_EMPTY_LIST", // no values to choose from: always false by accident
  "CONDITION_SCOPE", // an item where there is none
  "CONDITION_WINDOW", // a window where there is no clock, or that events cannot lie in
  "CONDITION_CYCLE", // conditions that refer to each other in a circle
  "CONDITION_REFERENCE", // a named condition that was not passed in
  "CONDITION_PARAMETER", // a parameter that is not declared, not bound, or bound to a value of another type
  "CONDITION_LIMIT", // deeper, larger or longer than the limits allow
  "CONDITION_VERSION", // a language version that this library does not read
  "INVALID_FACTS", // no facts of a subject at all
  "SCHEMA_MISMATCH", // a table in which a field has another type than in the schema that a condition was compiled for
] as const;
/** One of the error codes of `conditions`. */
export type ConditionsErrorCode = (typeof conditionsErrorCodes)[number];
