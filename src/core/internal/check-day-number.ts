import { ClienteleError } from "../errors/clientele-error.js";
import { showValue } from "../errors/show-value.js";

/** As far as a `Date` reaches. */
const FARTHEST = 100_000_000;

/** @throws INVALID_DAY */
export function checkDayNumber(day: number, name: string): void {
  if (Number.isInteger(day) && day >= -FARTHEST && day <= FARTHEST) return;
  throw new ClienteleError({
    code: "INVALID_DAY",
    path: [name],
    expected: "a day number: whole days since 1970-01-01",
    received: showValue(day),
    hint: "parseDay reads YYYY-MM-DD",
  });
}
