// Whose birthday is it this week, in either calendar?
import { addDurationToDay, ageOn, formatDay, nextBirthday, parseDay } from "clientele/core";

const members = [
  { id: "ann", birthday: "1990-02-19" },
  { id: "lin", birthday: { calendar: "chinese", year: 1988, month: 1, day: 5 } },
  { id: "leap", birthday: "2000-02-29" },
  { id: "may", birthday: "1985-05-01" },
];
const today = parseDay("2026-02-17"); // the Spring Festival
const end = addDurationToDay(today, { days: 12 });
for (const { id, birthday } of members) {
  const next = nextBirthday(birthday, today);
  const soon = next <= end ? "soon" : "later";
  console.log(`${id.padEnd(5)} ${formatDay(next)}  turns ${ageOn(birthday, next).value}  ${soon}`);
}
