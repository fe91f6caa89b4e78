/** What other rooms of the library need of history and users do not. It is in no subpath. */
export { type ValueRows, valueRows } from "./internal/value-rows.js";
export { daysPerUnit } from "./repeat-purchases.js";
