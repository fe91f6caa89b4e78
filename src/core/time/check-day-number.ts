import { refusal } from "../errors/refusal.js";

/** As far as a `Date` reaches. */
const FARTHEST = 100_000_000;

/** @throws INVALID_DAY */
export function checkDayNumber(day: number, name: string): void {
  if (Number.isInteger(day) && day >= -FARTHEST && day <= FARTHEST) return;
  throw refusal("INVALID_DAY", [name], "a day number: whole days since 1970-01-01", day, "parseDay reads YYYY-MM-DD");
}
