import { readDay } from "./read-day.js";

/** How to write a day that stands there in another way: `5.1.2026`, `2026/1/5`, `20260105`, `2026年1月5日`. */
export function dayHint(text: string): string | undefined {
  const [a = "", b = "", c = ""] = text.replace(/^(\d{4})(\d\d)(\d\d)$/, "$1-$2-$3").split(/[-/.年月日]/);
  const days = a.length === 4 ? [dayOf(a, b, c)] : [dayOf(c, a, b), dayOf(c, b, a)];
  const [day, other = day] = days.filter((each) => readDay(each) !== undefined);
  if (day === undefined) return undefined;
  return `Write "${day}"${day === other ? "" : `, or "${other}" if the day stands first`}`;
}

const dayOf = (year: string, month: string, day: string): string =>
  `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
