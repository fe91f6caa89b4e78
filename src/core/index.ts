/**
 * The ground: values at the border (money, time, the Chinese calendar), errors, reasons and customer tables.
 * @module core
 */

export { canonicalJson } from "./checking/canonical-json.js";
export type { Written } from "./checking/definition-head.js";
export {
  ClienteleError,
  type ClienteleErrorParts,
  formatPath,
  type Issue,
  isClienteleError,
} from "./errors/clientele-error.js";
export { describeIssues } from "./errors/describe-issues.js";
export { type CoreErrorCode, coreErrorCodes } from "./errors.js";
export { addMoney } from "./money/add-money.js";
export { allocate } from "./money/allocate.js";
export { allocateMoney } from "./money/allocate-money.js";
export { compareMoney } from "./money/compare-money.js";
export { convertMinorUnits } from "./money/convert-minor-units.js";
export { currencyDecimals } from "./money/currency.js";
export { divideRounded } from "./money/divide-rounded.js";
export { formatMinorUnits } from "./money/format-minor-units.js";
export { parseExactMinorUnits, parseMinorUnits, readMinorUnits } from "./money/minor-units.js";
export type { AmountInput, Money, MoneyOptions } from "./money/money.js";
export { multiplyDecimals } from "./money/multiply-decimals.js";
export { type MultiplyMoneyOptions, multiplyMoney } from "./money/multiply-money.js";
export { roundDecimal } from "./money/round-decimal.js";
export type { Rounding } from "./money/rounding.js";
export { readAmount, type ScaledInteger } from "./money/scaled-integer.js";
export { subtractMoney } from "./money/subtract-money.js";
export { sumMinorUnits } from "./money/sum-minor-units.js";
export { sumMoney } from "./money/sum-money.js";
export { ageOn } from "./occasions/age-on.js";
export {
  type Birthday,
  type ChineseBirthday,
  type GregorianBirthday,
  parseBirthday,
  readBirthday,
} from "./occasions/birthday.js";
export { type ChineseDate, chineseCalendarRange, fromChineseDate, toChineseDate } from "./occasions/chinese-date.js";
export { formatChineseDay, parseChineseDay } from "./occasions/chinese-day-text.js";
export { daysToFestival } from "./occasions/days-to-festival.js";
export { festivalDay } from "./occasions/festival-day.js";
export {
  type AnnualDay,
  type AnnualDayRule,
  type ChineseYearEndRule,
  type Festival,
  type FestivalId,
  type FestivalRule,
  festivals,
  type NthWeekdayRule,
  type SolarTermRule,
} from "./occasions/festivals.js";
export { type FestivalOccurrence, festivalsBetween } from "./occasions/festivals-between.js";
export { type BirthdayPolicies, nextBirthday } from "./occasions/next-birthday.js";
export {
  type Assessed,
  type Known,
  known,
  type Reason,
  type ReasonParam,
  type Unknown,
  unknown,
} from "./reasons.js";
export type { Column, MaybeColumn, MaybeList } from "./tables/column.js";
export {
  type CustomerTable,
  type CustomerTableParts,
  customerPositions,
  customerTable,
} from "./tables/customer-table.js";
export type { Definition, DefinitionRef, Localized } from "./tables/definition.js";
export { type Catalogue, describeReasons } from "./tables/describe-reasons.js";
export {
  addMonths,
  addPeriods,
  monthsBetween,
  type Period,
  periodIndex,
  startOfPeriod,
  yearsBetween,
} from "./time/calendar.js";
export {
  type CivilDay,
  civilOf,
  DAY_MS,
  type Day,
  type DayNumber,
  dayNumberOf,
  formatDay,
  parseDay,
  weekdayOf,
} from "./time/day.js";
export {
  addDuration,
  addDurationToDay,
  type Duration,
  parseDuration,
  type Unit,
  type UnitCount,
} from "./time/duration.js";
export {
  formatInstant,
  type InstantInput,
  type LocalTimes,
  type ParseInstantOptions,
  parseInstant,
} from "./time/instant.js";
export { daysInMonth, readDay } from "./time/read-day.js";
export { readInstant } from "./time/read-instant.js";
export {
  type CalendarWindow,
  calendarWindow,
  type Interval,
  type RollingWindow,
  rollingWindow,
} from "./time/window.js";
export { type Zone, zoneOf } from "./time/zone.js";
