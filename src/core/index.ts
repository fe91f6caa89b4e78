/**
 * The ground: values at the border (money, time, the Chinese calendar), errors, reasons and customer tables.
 * @module core
 */
export type { Column, MaybeColumn } from "./column.js";
export { type CustomerTable, type CustomerTableParts, customerPositions, customerTable } from "./customer-table.js";
export {
  type CivilDay,
  civilOf,
  DAY_MS,
  type Day,
  type DayNumber,
  dayNumberOf,
  daysInMonth,
  formatDay,
  parseDay,
  readDay,
  weekdayOf,
} from "./day.js";
export type { Definition, DefinitionRef, Localized } from "./definition.js";
export { type Catalogue, describeReasons } from "./describe-reasons.js";
export type { Duration, Unit } from "./duration.js";
export {
  ClienteleError,
  type ClienteleErrorParts,
  type CoreErrorCode,
  formatPath,
  type Issue,
  isClienteleError,
} from "./errors.js";
export type { InstantInput } from "./instant.js";
export type { AmountInput, Money } from "./money.js";
export { type Assessed, type Known, known, type Reason, type ReasonParam, type Unknown, unknown } from "./reasons.js";
export { showValue } from "./show-value.js";
