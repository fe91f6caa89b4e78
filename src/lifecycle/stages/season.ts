import {
  type Column,
  type DayNumber,
  type Festival,
  festivalsBetween,
  parseDay,
  periodIndex,
} from "../../core/index.js";
import type { PurchaseDays } from "../purchase-days.js";
import type { SeasonRules } from "./lifecycle-rules.js";

/** A season that somebody keeps to: how many had a purchase, and how many whole ones have passed since the last of these. */
export type Season = { readonly seasons: number; readonly missed: number } & (
  | { readonly kind: "quarter"; readonly quarter: number }
  | { readonly kind: "festival"; readonly festival: Festival }
);

/** What a festival is called: rules see to it that one's own has a name. */
export const festivalName = (festival: Festival): string =>
  typeof festival === "string" ? festival : (festival?.name as string);

/** Tells the season of who bought on the days in the rows `from` to `to`, exclusive, as of a day. */
export type SeasonFinder = (from: number, to: number, today: DayNumber) => Season | undefined;

// Chinese festivals are known for these years; on days before and after, nobody is a festival buyer.
const FIRST_DAY = parseDay("1901-03-01");
const LAST_DAY = parseDay("2100-11-30");

/** Finds seasonal buyers. A season around a festival is narrower than a quarter, so festivals are tried first, in the rules' order. */
export function seasonFinder({ days }: PurchaseDays, rules: SeasonRules, today: DayNumber): SeasonFinder {
  const { minSeasons, aroundDays, festivals } = rules;
  const start = Math.min(today, smallest(days));
  const occurrences = festivals.map((festival) => festivalDays(festival, start - aroundDays, today + aroundDays));
  const inSeason = festivalBits(occurrences, start, today, aroundDays);

  // The end of one season and the beginning of the next lie further apart; most customers are told from that alone.
  const leastSpan = Math.min(270, 350 - 2 * aroundDays);

  return (from, to, asOf) => {
    if (to - from < minSeasons || days[to - 1]! - days[from]! < leastSpan) return undefined;
    let shared = -1;
    for (let row = from; row < to && shared !== 0; row++) shared &= inSeason[days[row]! - start]!;
    for (let index = 0; shared !== 0 && index < festivals.length; index++) {
      if ((shared & (1 << index)) === 0) continue;
      const found = keptFestival(days, from, to, occurrences[index]!, aroundDays, asOf);
      if (found.seasons >= minSeasons) return { kind: "festival", festival: festivals[index]!, ...found };
    }
    return keptQuarter(days, from, to, asOf, minSeasons);
  };
}

function keptQuarter(
  days: Column<DayNumber>,
  from: number,
  to: number,
  asOf: DayNumber,
  minSeasons: number,
): Season | undefined {
  let last = periodIndex(days[to - 1]!, "quarter");
  const quarter = last % 4;
  let seasons = 1;
  for (let row = to - 2; row >= from; row--) {
    const index = periodIndex(days[row]!, "quarter");
    if (index % 4 !== quarter) return undefined;
    if (index !== last) seasons++;
    last = index;
  }
  if (seasons < minSeasons) return undefined;
  const passed = periodIndex(asOf, "quarter") - 1 - periodIndex(days[to - 1]!, "quarter");
  return { kind: "quarter", quarter: quarter + 1, seasons, missed: Math.max(0, Math.floor(passed / 4)) };
}

/** How many of a festival's seasons had a purchase, all purchases being in one. */
function keptFestival(
  days: Column<DayNumber>,
  from: number,
  to: number,
  occurrences: readonly DayNumber[],
  around: number,
  asOf: DayNumber,
): { readonly seasons: number; readonly missed: number } {
  let index = 0;
  let seasons = 0;
  let lastKept = -1;
  for (let row = from; row < to; row++) {
    while (occurrences[index]! + around < days[row]!) index++;
    if (index !== lastKept) seasons++;
    lastKept = index;
  }
  const missed = occurrences.filter((day, index) => index > lastKept && day + around < asOf).length;
  return { seasons, missed };
}

/** For each day from `start` to `today` the festivals in whose season it is, a bit each. */
function festivalBits(
  occurrences: readonly (readonly DayNumber[])[],
  start: DayNumber,
  today: DayNumber,
  around: number,
): Int32Array {
  const bits = new Int32Array(today - start + 1);
  occurrences.forEach((days, index) => {
    for (const day of days) {
      const end = Math.min(day + around, today);
      for (let near = Math.max(day - around, start); near <= end; near++) bits[near - start]! |= 1 << index;
    }
  });
  return bits;
}

const festivalDays = (festival: Festival, start: DayNumber, end: DayNumber): readonly DayNumber[] =>
  festivalsBetween(Math.max(start, FIRST_DAY), Math.min(end, LAST_DAY) + 1, [festival]).map(({ day }) => day);

function smallest(days: Column<DayNumber>): DayNumber {
  let least = Number.POSITIVE_INFINITY;
  for (let row = 0; row < days.length; row++) least = Math.min(least, days[row]!);
  return least;
}
