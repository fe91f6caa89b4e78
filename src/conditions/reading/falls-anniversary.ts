import {
  type Birthday,
  civilOf,
  type DayNumber,
  dayNumberOf,
  fromChineseDate,
  nextBirthday,
} from "../../core/index.js";
import { isFactGap } from "../../model/shared.js";
import { type Code, codeOf, UNKNOWN } from "./kleene.js";
import { unlessOutOfRange } from "./part-reader.js";

/** Whether an anniversary falls on one of the days from `first` to `last`. The day of birth itself is none. */
export function fallsAnniversary(
  kept: Birthday | DayNumber,
  first: DayNumber,
  last: DayNumber,
  leapDay: "feb28" | "mar1",
): Code {
  const birthday = typeof kept === "number" ? gregorian(kept) : kept;
  const next = unlessOutOfRange(() => nextBirthday(birthday, Math.max(first, dayAfterBirth(birthday)), { leapDay }));
  return isFactGap(next) ? UNKNOWN : codeOf(next <= last);
}

const gregorian = (day: DayNumber): Birthday => ({ calendar: "gregorian", ...civilOf(day) });

function dayAfterBirth(birthday: Birthday): DayNumber {
  const { year, month, day } = birthday;
  if (year === undefined) return Number.NEGATIVE_INFINITY;
  if (birthday.calendar === "gregorian") return dayNumberOf(year, month, day) + 1;
  return fromChineseDate({ year, month, day, leapMonth: birthday.leapMonth }) + 1;
}
