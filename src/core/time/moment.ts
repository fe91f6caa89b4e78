import { ClienteleError, type Issue } from "../errors/clientele-error.js";
import { inWords, issueOf } from "../errors/refusal.js";
import { type InstantInput, type ParseInstantOptions, parseInstant } from "./instant.js";

/** 1990-01-01: no business has kept its orders in epoch milliseconds since before. */
const EARLY = Date.UTC(1990, 0, 1);

/** Seconds and the days of a spreadsheet stay below; milliseconds have been above since March 1973. */
const LEAST_MILLISECONDS = 1e11;

/**
 * {@link parseInstant} for the moment that a call is about, such as its `asOf`: a bare number that is seconds or the days of a spreadsheet is
 * refused.
 */
export function parseMoment(input: InstantInput, options?: ParseInstantOptions): number {
  const instant = parseInstant(input, options);
  if (typeof input === "number" && isOtherClock(input)) throw new ClienteleError(earlyTime(options?.path ?? [], input));
  return instant;
}

/** Whether a bare number, taken as epoch milliseconds, lies before 1990. */
export const isEarly = (instant: number): boolean => instant < EARLY;

/** Whether a bare number cannot have been meant as epoch milliseconds: seconds, or the days of a spreadsheet. Zero is zero in seconds too. */
export const isOtherClock = (instant: number): boolean => Math.abs(instant) < LEAST_MILLISECONDS && instant !== 0;

/** The fault of a moment that is a bare number and early. */
export function earlyTime(path: Issue["path"], instant: number): Issue {
  const found = inWords(`${instant}, which would be ${new Date(instant).toISOString().slice(0, 10)}`);
  return issueOf("INVALID_INSTANT", path, "epoch milliseconds", found, hintFor(instant));
}

function hintFor(instant: number): string | undefined {
  if (!isOtherClock(instant)) return undefined;
  return instant < 100_000
    ? "A spreadsheet counts days from 1899-12-30: give dates as text"
    : "These look like seconds: multiply them by 1000";
}
