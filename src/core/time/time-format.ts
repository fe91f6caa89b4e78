import { parse } from "date-fns";
import { enUS } from "date-fns/locale/en-US";
import { inUtc } from "./utc-dates.js";

/** A way of writing times, in tokens of date-fns such as `M/d/yyyy H:mm`. */
export interface TimeFormat {
  readonly shows: "day" | "local-time" | "instant";
  /** The text as ISO 8601 writes it: a day, a time without offset or an instant; undefined where it is written otherwise. */
  read(text: string): string | undefined;
}

/** Stands for the parts of a time that its text leaves out: two digits of a year are those of 1950 to 2049. */
const REFERENCE = Date.UTC(2000, 0, 1);
/** Four digits of a year, of which two stand there: a slip, not the time of the apostles. */
const EARLIEST_YEAR = 1000;

/** Since 1970, as date-fns writes them. */
const SECONDS = "t";
const MILLISECONDS = "T";

/** Reads a format; undefined where it has other tokens than those of a time, or does not tell a day. */
export function timeFormat(format: string): TimeFormat | undefined {
  const shows = whatShows(format);
  return shows === undefined ? undefined : { shows, read: (text) => readAs(format, shows, text) };
}

function whatShows(format: string): TimeFormat["shows"] | undefined {
  if (format === SECONDS || format === MILLISECONDS) return "instant";
  const tokens = format.replace(/'[^']*'/g, "");
  if (/[^\P{Script=Latin}yuMLdHhKkmsSaXx]/u.test(tokens) || /'/.test(tokens)) return undefined;
  if (![/[yu]/, /[ML]/, /d/].every((needed) => needed.test(tokens))) return undefined;
  return /[Xx]/.test(tokens) ? "instant" : /[HhKkmsS]/.test(tokens) ? "local-time" : "day";
}

function readAs(format: string, shows: TimeFormat["shows"], text: string): string | undefined {
  // The locale is named because date-fns has one that a host may set for all.
  const date = parse(text.trim(), format, REFERENCE, { ...inUtc, locale: enUS, weekStartsOn: 1 });
  // An invalid date has no year, which is not below any.
  if (!(date.getUTCFullYear() >= EARLIEST_YEAR && date.getUTCFullYear() <= 9999)) return undefined;
  const iso = date.toISOString();
  return shows === "instant" ? iso : iso.slice(0, shows === "day" ? 10 : -1);
}
