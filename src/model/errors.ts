/** Error and issue codes of `model`, beside those of `core`; their words are in `labels/<locale>/model.ts`. */
export const modelErrorCodes = [
  "INVALID_ROWS", // rows that are not a list
  "INVALID_RECORD", // a row that is not an object
  "MISSING_FIELD", // a required field is absent
  "UNKNOWN_FIELD", // not a field of the record
  "INVALID_ID", // not a text, or a blank one
  "INVALID_TEXT", // not a text, or empty
  "INVALID_NUMBER", // not a number, or out of range
  "INVALID_BOOLEAN", // neither true nor false
  "INVALID_CHOICE", // not one of the named values
  "INVALID_LIST", // not a list, or a list of something else
  "INVALID_ATTRIBUTES", // a host's own fields with a value of another kind than allowed
  "NEGATIVE_AMOUNT", // an amount below zero: a refund has a kind, not a sign
  "REFUND_OF_A_PURCHASE", // refundOf on a transaction whose kind is not "refund"
  "INVALID_FACT_SCHEMA", // a schema with faults: all of them as issues
  "FRAME_MISMATCH", // facts, a base or a run whose asOf or zone is not the other's
  "QUANTITY_TOO_FINE",
  "INVALID_FACT_TABLE", // columns that do not fit the schema or each other
  "DUPLICATE_TRANSACTION", // an id that another completed transaction of the kind has
  "DUPLICATE_RECORD", // an id that another case, answer or contract has
  "OUT_OF_ORDER", // an end before its beginning
  "EMPTY_RATING_SCALE", // a rating scale whose highest is not above its lowest
  "SCORE_OFF_SCALE", // a score outside its own scale
  "INVALID_QUALITY_SPEC", // a quality specification with faults: all of them as issues
  "ORDER_OF_SEVERAL_CUSTOMERS", // rows of one order id name more than one customer, or a guest and a customer
  "ORDER_IN_SEVERAL_CURRENCIES", // rows of one order id are in more than one currency
  "ORDER_ON_SEVERAL_DAYS", // rows of one order id are of more than one local day
  "DISCOUNT_ABOVE_ORDER", // rows of one order id take more off than was bought
  "ORDER_WITH_A_BAD_LINE", // a good row of an order that has a bad one
] as const;
/**
 * One of the error and issue codes of `model`.
 * @category Errors
 */
export type ModelErrorCode = (typeof modelErrorCodes)[number];
