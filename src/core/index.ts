/**
 * The ground: values at the border (money, time, the Chinese calendar), errors, reasons and customer tables.
 * @module core
 */

export { addMoney } from "./add-money.js";
export { ageOn } from "./age-on.js";
export { allocate } from "./allocate.js";
export { allocateMoney } from "./allocate-money.js";
export { amountIssue } from "./amount-issue.js";
export {
  type Birthday,
  type ChineseBirthday,
  type GregorianBirthday,
  parseBirthday,
  readBirthday,
} from "./birthday.js";
export {
  addMonths,
  addPeriods,
  monthsBetween,
  type Period,
  periodIndex,
  startOfPeriod,
  yearsBetween,
} from "./calendar.js";
export { canonicalJson } from "./canonical-json.js";
export { checkOptionNames } from "./check-option-names.js";
export type { Written } from "./checking/definition-head.js";
export { type ChineseDate, chineseCalendarRange, fromChineseDate, toChineseDate } from "./chinese-date.js";
export type { Column, MaybeColumn } from "./column.js";
export { compareMoney } from "./compare-money.js";
export { convertMinorUnits } from "./convert-minor-units.js";
export { currencyDecimals } from "./currency.js";
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
export { daysToFestival } from "./days-to-festival.js";
export type { Definition, DefinitionRef, Localized } from "./definition.js";
export { type DefinitionChecker, definitionChecker } from "./definition-checker.js";
export { type Catalogue, describeReasons } from "./describe-reasons.js";
export { divideRounded } from "./divide-rounded.js";
export { addDuration, addDurationToDay, type Duration, parseDuration, type Unit, type UnitCount } from "./duration.js";
export {
  ClienteleError,
  type ClienteleErrorParts,
  formatPath,
  type Issue,
  isClienteleError,
} from "./errors/clientele-error.js";
export { describeIssues } from "./errors/describe-issues.js";
export { nearestName } from "./errors/nearest-name.js";
export { showValue } from "./errors/show-value.js";
export { type CoreErrorCode, coreErrorCodes } from "./errors.js";
export { festivalDay } from "./festival-day.js";
export {
  type AnnualDay,
  type AnnualDayRule,
  type ChineseYearEndRule,
  type FestivalId,
  type FestivalRule,
  festivals,
  type NthWeekdayRule,
  type SolarTermRule,
} from "./festivals.js";
export { type FestivalOccurrence, festivalsBetween } from "./festivals-between.js";
export { formatMinorUnits } from "./format-minor-units.js";
export { formatInstant, type InstantInput, type ParseInstantOptions, parseInstant, readInstant } from "./instant.js";
export { parseExactMinorUnits, parseMinorUnits, readMinorUnits } from "./minor-units.js";
export type { AmountInput, Money, MoneyOptions } from "./money.js";
export { multiplyDecimals } from "./multiply-decimals.js";
export { type MultiplyMoneyOptions, multiplyMoney } from "./multiply-money.js";
export { type BirthdayPolicies, nextBirthday } from "./next-birthday.js";
export { optionNameIssues } from "./option-name-issues.js";
export { type Assessed, type Known, known, type Reason, type ReasonParam, type Unknown, unknown } from "./reasons.js";
export { roundDecimal } from "./round-decimal.js";
export type { Rounding } from "./rounding.js";
export { readAmount, type ScaledInteger } from "./scaled-integer.js";
export { subtractMoney } from "./subtract-money.js";
export { sumMinorUnits } from "./sum-minor-units.js";
export { sumMoney } from "./sum-money.js";
export { type CalendarWindow, calendarWindow, type Interval, type RollingWindow, rollingWindow } from "./window.js";
export { type Zone, zoneOf } from "./zone.js";
