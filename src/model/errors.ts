/** Error and issue codes of `model`, beside those of `core`; their words stand in `labels/<locale>/model.ts`. */
export const modelErrorCodes = [
  "INVALID_ROWS", // what should be a list of rows cannot be gone through
  "INVALID_RECORD", // a row that is no object
  "MISSING_FIELD", // a field that every record of the kind has
  "UNKNOWN_FIELD", // a name that is no field of the record
  "INVALID_ID", // not a text, or a blank one
  "INVALID_TEXT", // a text that is none, or an empty one
  "INVALID_NUMBER", // a number that is none, or outside its range
  "INVALID_BOOLEAN", // neither true nor false
  "INVALID_CHOICE", // not one of the named values
  "INVALID_LIST", // no list, or a list of something else
  "INVALID_ATTRIBUTES", // a host's own fields that are no JSON values of the allowed kinds
  "NEGATIVE_AMOUNT", // an amount below zero: a refund has a kind, not a sign
  "REFUND_OF_A_PURCHASE", // refundOf on a transaction whose kind is not "refund"
  "INVALID_FACT_SCHEMA", // a schema with faults: all of them as issues
  "FRAME_MISMATCH", // facts, a base or a run whose asOf or zone is not the other's
  "INVALID_FACT_TABLE", // columns that do not fit the schema or each other
  "OUT_OF_ORDER", // an end before its beginning
  "EMPTY_RATING_SCALE", // a rating scale whose highest is not above its lowest
  "SCORE_OFF_SCALE", // a score outside its own scale
  "INVALID_QUALITY_SPEC", // what is asked of a field makes no sense: all faults as issues
  "ORDER_OF_SEVERAL_CUSTOMERS", // rows of one order id name more than one customer, or a guest and a customer
  "ORDER_IN_SEVERAL_CURRENCIES", // rows of one order id are in more than one currency
  "ORDER_ON_SEVERAL_DAYS", // rows of one order id are of more than one local day
  "ORDER_WITH_A_BAD_LINE", // a row that is right itself, of an order with a row that is not
] as const;
/**
 * One of the error and issue codes of `model`.
 * @category Errors
 */
export type ModelErrorCode = (typeof modelErrorCodes)[number];
