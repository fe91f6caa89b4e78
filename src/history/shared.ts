/** What other rooms of the library need of history and users do not. It is in no subpath. */

export { type ValueShares, valueShares } from "./measures/preference-shares.js";
export { daysPerUnit } from "./measures/repeat-purchases.js";
export { type ValueRows, valueRows } from "./rows/value-rows.js";
