import type { Issue } from "../../core/index.js";
import { inWords, issueOf } from "../../core/shared.js";

/** 1990-01-01: no business has kept its orders in epoch milliseconds since before. */
const EARLY = Date.UTC(1990, 0, 1);

/** Whether a bare number, taken as epoch milliseconds, lies before 1990. */
export const isEarly = (instant: number): boolean => instant < EARLY;

/** The fault of a read in which every bare number lies before 1990: seconds, or the days of a spreadsheet. */
export function earlyTimes(path: readonly (string | number)[], first: number): Issue {
  const isSerial = first < 100_000;
  const hint = isSerial
    ? "A spreadsheet counts days from 1899-12-30: give dates as text"
    : "These look like seconds: multiply them by 1000";
  const found = inWords(`${first}, which would be ${new Date(first).toISOString().slice(0, 10)}`);
  return issueOf("INVALID_INSTANT", path, "epoch milliseconds", found, hint);
}
