import { type Assessed, known, unknown } from "../reasons.js";
import { checkDayNumber } from "../time/check-day-number.js";
import { civilOf, type Day, type DayNumber, formatDay } from "../time/day.js";
import { type Birthday, birthDayOf, parseBirthday } from "./birthday.js";

/**
 * Age on a day, in whole years (周岁).
 *
 * Completed Gregorian years since the day of birth, whichever calendar the birthday is kept in, as the law counts them (Civil Code of
 * China, article 200). Who was born on 29 February completes a year on 1 March of a common year. One birthday has one age, so no
 * birthday policy enters.
 * Unknown without the year (missing `birthday.year`) and on a day before the birth (missing `birthday`, reason `core.birth-in-future`).
 * @throws INVALID_BIRTHDAY, INVALID_DAY, LUNAR_YEAR_OUT_OF_RANGE
 * @example
 * import { ageOn, parseDay } from "clientele/core";
 * ageOn("1990-05-17", parseDay("2026-05-16")); // => { status: "known", value: 35, reasons: [] }
 * ageOn({ calendar: "gregorian", month: 5, day: 17 }, parseDay("2026-05-16")).status; // => "unknown"
 * @category Birthdays
 */
export function ageOn(birthday: Birthday | Day, day: DayNumber): Assessed<number, "core.birth-in-future"> {
  checkDayNumber(day, "day");
  const birthDay = birthDayOf(parseBirthday(birthday, ["birthday"]));
  if (birthDay === undefined) return unknown(["birthday.year"]);
  if (day < birthDay) {
    const params = { birth: formatDay(birthDay), day: formatDay(day) };
    return unknown(["birthday"], [{ code: "core.birth-in-future", params }]);
  }
  // Not by yearsBetween, which gives the same answer at a multiple of the cost: ages are asked for once per customer.
  const birth = civilOf(birthDay);
  const now = civilOf(day);
  const isBeforeBirthday = now.month < birth.month || (now.month === birth.month && now.day < birth.day);
  return known(now.year - birth.year - (isBeforeBirthday ? 1 : 0));
}
