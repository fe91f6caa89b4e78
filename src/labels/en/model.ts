import type { Catalogue } from "../../core/index.js";

/** English words of `model`. */
export const modelWords: Catalogue = {
  INVALID_ROWS: "A list of rows is needed at {path}, not {received}",
  INVALID_RECORD: "{received} at {path} is not a record",
  MISSING_FIELD: "{path} is missing",
  UNKNOWN_FIELD: "{received} is not a field of the record",
  INVALID_ID: "{received} at {path} is not an id: an id is a text that is not blank",
  INVALID_TEXT: "{received} at {path} is not a text, or is empty",
  INVALID_NUMBER: "{received} at {path} is not a number that is allowed here",
  INVALID_BOOLEAN: "{received} at {path} is neither true nor false",
  INVALID_CHOICE: "{received} at {path} is not one of the allowed words",
  INVALID_LIST: "{received} at {path} is not the list that is expected",
  INVALID_ATTRIBUTES:
    "{received} at {path} holds something else than texts, numbers, yes or no, money and lists of texts",
  NEGATIVE_AMOUNT: "The amount {received} at {path} is below zero",
  REFUND_OF_A_PURCHASE: "The transaction names the order it takes back, but is not marked as a refund",
  OUT_OF_ORDER: "{path} lies before what it follows",
  EMPTY_RATING_SCALE: "The highest value of the rating scale is not above its lowest",
  SCORE_OFF_SCALE: "The score {received} is outside its own scale",
  INVALID_FACT_SCHEMA: "{received} at {path} does not fit in a fact schema",
  FRAME_MISMATCH: "{path} is {received} here, but {expected}",
  INVALID_FACT_TABLE: "The columns at {path} do not fit the schema or each other",
  ORDER_OF_SEVERAL_CUSTOMERS: "More than one customer in the rows of one order: {received}",
  ORDER_IN_SEVERAL_CURRENCIES: "More than one currency in the rows of one order: {received}",
  ORDER_ON_SEVERAL_DAYS: "More than one day in the rows of one order: {received}",
  ORDER_WITH_A_BAD_LINE: "Order {received} has a row that cannot be read, so none of its rows is used",
  INVALID_QUALITY_SPEC: "{received} at {path} cannot be asked of customer data",
  "model.no-customers": "There are no customers",
  "model.not-asked": "This was not asked for",
  "model.no-values": "No customer has a value that could be judged",
};
