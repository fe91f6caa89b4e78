import { refusal } from "../errors/refusal.js";
import { checkDayNumber } from "../time/check-day-number.js";
import { civilOf, type Day, type DayNumber } from "../time/day.js";
import { chineseDayIn, gregorianDayIn } from "./annual-day.js";
import { type Birthday, birthDayOf, type ChineseBirthday, parseBirthday } from "./birthday.js";
import { checkChineseYear, chineseYearOf } from "./chinese-date.js";
import { lengthOfMonth, monthPosition } from "./chinese-months.js";

/**
 * When a birthday is kept in a year that has not the very day.
 * @category Birthdays
 */
export interface BirthdayPolicies {
  /**
   * Born in a Chinese leap month: kept in the month of that number (`regular`, default), in the leap month where the year has it
   * (`leap`), or in `both`, which makes two birthdays in such a year.
   */
  readonly leapMonth?: "regular" | "leap" | "both" | undefined;
  /** Born on the 30th, in a Chinese month of 29 days: kept on the 29th (`clamp`, default) or not that year (`skip`). */
  readonly thirtiethDay?: "clamp" | "skip" | undefined;
  /** Born on 29 February, in a common year: kept on 28 February (`feb28`, default) or 1 March (`mar1`). */
  readonly leapDay?: "feb28" | "mar1" | undefined;
}

/** The choices of {@link BirthdayPolicies}, the default first. */
const policyChoices = {
  leapMonth: ["regular", "leap", "both"],
  thirtiethDay: ["clamp", "skip"],
  leapDay: ["feb28", "mar1"],
} as const;

/**
 * The first day on or after a day on which a birthday is kept, never before the day of birth itself.
 *
 * By default there is exactly one birthday in every year of its calendar. A Chinese birthday may fall twice or not at all within a
 * Gregorian year, because the Chinese year begins in January or February.
 * @throws INVALID_BIRTHDAY (path `policies` for an unknown policy), INVALID_DAY, LUNAR_YEAR_OUT_OF_RANGE (the Chinese table ends in 2100)
 * @example
 * import { formatDay, nextBirthday, parseDay } from "clientele/core";
 * const today = parseDay("2026-03-01");
 * formatDay(nextBirthday("2000-02-29", today)); // => "2027-02-28"
 * formatDay(nextBirthday("2000-02-29", today, { leapDay: "mar1" })); // => "2026-03-01"
 * formatDay(nextBirthday({ calendar: "chinese", month: 8, day: 15 }, today)); // => "2026-09-25"
 * formatDay(nextBirthday({ calendar: "chinese", month: 12, day: 30 }, today)); // => "2027-02-05"
 * @category Birthdays
 */
export function nextBirthday(
  birthday: Birthday | Day,
  onOrAfter: DayNumber,
  policies: BirthdayPolicies = {},
): DayNumber {
  checkDayNumber(onOrAfter, "onOrAfter");
  checkPolicies(policies);
  const kept = parseBirthday(birthday, ["birthday"]);
  const from = Math.max(onOrAfter, birthDayOf(kept) ?? onOrAfter);
  for (let year = kept.calendar === "chinese" ? chineseYearOf(from, "onOrAfter") : civilOf(from).year; ; year++) {
    const next = birthdaysInYear(kept, year, policies).find((day) => day >= from);
    if (next !== undefined) return next;
  }
}

/** The days of a year of the birthday's own calendar on which it is kept, in order. */
function birthdaysInYear(birthday: Birthday, year: number, policies: BirthdayPolicies): readonly DayNumber[] {
  const { month, day } = birthday;
  if (birthday.calendar === "gregorian") return [gregorianDayIn(year, month, day, policies.leapDay ?? "feb28")];
  checkChineseYear(year, ["onOrAfter"]);
  const months = monthsInYear(birthday, year, policies.leapMonth ?? "regular");
  const kept = policies.thirtiethDay === "skip" ? months.filter((position) => day <= lengthOfMonth(position)) : months;
  return kept.map((position) => chineseDayIn(position, day));
}

/** Positions of the months of a Chinese year in which the birthday is kept. */
function monthsInYear(
  { month, leapMonth }: ChineseBirthday,
  year: number,
  policy: "regular" | "leap" | "both",
): readonly number[] {
  const regular = monthPosition(year, month, false) as number;
  const leap = leapMonth === true && policy !== "regular" ? monthPosition(year, month, true) : undefined;
  if (leap === undefined) return [regular];
  return policy === "leap" ? [leap] : [regular, leap];
}

function checkPolicies(policies: BirthdayPolicies): void {
  if (typeof policies !== "object" || policies === null) {
    throw refusal("INVALID_BIRTHDAY", ["policies"], "an object with leapMonth, thirtiethDay, leapDay", policies);
  }
  for (const [name, choices] of Object.entries(policyChoices)) {
    const chosen = policies[name as keyof BirthdayPolicies];
    if (chosen === undefined || (choices as readonly string[]).includes(chosen)) continue;
    throw refusal("INVALID_BIRTHDAY", ["policies", name], `one of ${choices.join(", ")}`, chosen);
  }
}
