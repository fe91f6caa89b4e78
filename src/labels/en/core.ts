import type { Catalogue } from "../../core/index.js";

/** English words of `core`: money, time, tables. The names of festivals stand in their own file. */
export const coreWords: Catalogue = {
  "core.list-separator": ", ",
  "core.whole-input": "the input",
  "core.birth-in-future": "Born on {birth}, after {day}",
  INVALID_INSTANT: "{received} at {path} is not a point in time",
  INVALID_DAY: "{received} at {path} is not a day that exists",
  INVALID_DURATION: "{received} at {path} is not a duration in exactly one unit",
  INVALID_TIME_ZONE: "{received} at {path} is not a known time zone",
  INVALID_BIRTHDAY: "{received} at {path} is not a birthday that can exist",
  INVALID_FESTIVAL: "{received} at {path} is not a known festival",
  INVALID_CHINESE_DATE: "{received} is not a date of the Chinese calendar",
  LUNAR_YEAR_OUT_OF_RANGE: "{received} at {path} is outside the Chinese calendar's table, 1900 to 2100",
  INVALID_CURRENCY: "{received} at {path} is not a currency code of three capital letters",
  INVALID_AMOUNT: "{received} at {path} is not an amount",
  AMOUNT_TOO_FINE: "{received} at {path} has more decimals than are kept",
  AMOUNT_OUT_OF_RANGE: "{received} at {path} is larger than can be kept exactly",
  CURRENCY_MISMATCH: "The currency {received} at {path} is not the currency of the other amounts",
  INVALID_WEIGHTS: "{received} at {path} does not say how to share: weights are zero or more, and one is above zero",
  INVALID_SCALE: "{received} at {path} is not a number of decimals from 0 to 18",
  INVALID_RATE: "{received} at {path} is not a rate above zero",
  INVALID_DECIMAL: "{received} at {path} is not a decimal number",
  INVALID_ROUNDING: "{received} at {path} is not a way to round",
  INDEX_OUT_OF_RANGE: "There is no row at position {received}",
  NOT_JSON: "{received} at {path} cannot be kept as JSON",
  INVALID_DEFINITION: "The definition is not sound: {received} at {path}",
};
