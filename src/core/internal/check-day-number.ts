import type { DayNumber } from "../day.js";
import { ClienteleError } from "../errors.js";
import { showValue } from "../show-value.js";

/** @throws INVALID_DAY */
export function checkDayNumber(day: DayNumber, name: string): void {
  if (Number.isSafeInteger(day)) return;
  throw new ClienteleError({
    code: "INVALID_DAY",
    path: [name],
    expected: "a day number: whole days since 1970-01-01",
    received: showValue(day),
    hint: "parseDay reads YYYY-MM-DD",
  });
}
