import {
  addPeriods,
  type DayNumber,
  formatDay,
  parseInstant,
  periodIndex,
  startOfPeriod,
  zoneOf,
} from "../../core/index.js";
import type { CustomerBase } from "../../history/index.js";
import type { CohortFrame, CohortOptions } from "../cohort-options.js";
import { openDoor } from "./open-door.js";
import { refuseOption } from "./refuse-option.js";

/** The periods of a base, numbered from 0: the one of the first purchase of all. */
export interface PeriodGrid {
  readonly frame: CohortFrame;
  readonly count: number;
  /** Periods from here on have no numbers: they are not over, and the options say null. */
  readonly shown: number;
  numberOf(day: DayNumber): number;
}

// A triangle of 2,000 periods has two million cells; more are a mistaken date, or want longer periods.
const MOST_PERIODS = 2_000;
const periods = ["week", "month", "quarter", "year"] as const;

/** Lays the grid. @throws INVALID_BASE, INVALID_LIFECYCLE_OPTION */
export function periodGrid(base: CustomerBase, options: CohortOptions): PeriodGrid {
  openDoor(base, options, ["period", "weekStartsOn", "incomplete"]);
  const { period = "month", weekStartsOn = 1, incomplete = "null" } = options;
  if (!periods.includes(period)) refuseOption(["period"], `one of ${periods.join(", ")}`, period);
  if (!(Number.isInteger(weekStartsOn) && weekStartsOn >= 1 && weekStartsOn <= 7)) {
    refuseOption(["weekStartsOn"], "1 (Monday) to 7 (Sunday)", weekStartsOn);
  }
  if (incomplete !== "null" && incomplete !== "keep") refuseOption(["incomplete"], '"null" or "keep"', incomplete);
  const zone = zoneOf(base.timeZone);
  const asOf = parseInstant(base.asOf);
  const today = zone.dayAt(asOf);
  const first = firstPurchase(base);
  const start = startOfPeriod(first ?? today, period, weekStartsOn);
  const origin = periodIndex(start, period, weekStartsOn);
  const numberOf = (day: DayNumber): number => periodIndex(day, period, weekStartsOn) - origin;
  const count = first === undefined ? 0 : numberOf(today) + 1;
  if (count > MOST_PERIODS) refuseOption(["period"], `at most ${MOST_PERIODS} periods since the first purchase`, count);
  const isOver = zone.startOfDay(addPeriods(start, period, count)) - 1 <= asOf;
  const completePeriods = count === 0 || isOver ? count : count - 1;
  const days = Array.from({ length: count }, (_, at) => formatDay(addPeriods(start, period, at)));
  const { timeZone } = base;
  return {
    frame: { asOf: base.asOf, timeZone, period, incomplete, periods: days, completePeriods },
    count,
    shown: incomplete === "keep" ? count : completePeriods,
    numberOf,
  };
}

function firstPurchase({ columns: { firstDay } }: CustomerBase): DayNumber | undefined {
  let first: DayNumber | undefined;
  for (let index = 0; index < firstDay.values.length; index++) {
    const day = firstDay.values[index]!;
    if (firstDay.known[index] === 1 && (first === undefined || day < first)) first = day;
  }
  return first;
}
