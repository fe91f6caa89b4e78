import {
  addPeriods,
  type DayNumber,
  formatDay,
  parseInstant,
  periodIndex,
  startOfPeriod,
  zoneOf,
} from "../../core/index.js";
import { checkOptions, choice, type OptionRules, refusal, satisfying } from "../../core/shared.js";
import { type CustomerBase, requireBase } from "../../history/index.js";
import type { CohortFrame, CohortOptions } from "./cohort-options.js";

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
const cohortRules: OptionRules<CohortOptions> = {
  period: choice(["week", "month", "quarter", "year"]),
  weekStartsOn: satisfying("1 (Monday) to 7 (Sunday)", (day) => [1, 2, 3, 4, 5, 6, 7].includes(day as number)),
  incomplete: choice(["null", "keep"]),
};

/** Lays the grid. @throws INVALID_BASE, INVALID_OPTIONS */
export function periodGrid(base: CustomerBase, options: CohortOptions): PeriodGrid {
  requireBase(base);
  checkOptions<CohortOptions>(options, cohortRules);
  const { period = "month", weekStartsOn = 1, incomplete = "null" } = options;
  const zone = zoneOf(base.timeZone);
  const asOf = parseInstant(base.asOf);
  const today = zone.dayAt(asOf);
  const first = firstPurchase(base);
  const start = startOfPeriod(first ?? today, period, weekStartsOn);
  const origin = periodIndex(start, period, weekStartsOn);
  const numberOf = (day: DayNumber): number => periodIndex(day, period, weekStartsOn) - origin;
  const count = first === undefined ? 0 : numberOf(today) + 1;
  if (count > MOST_PERIODS) {
    throw refusal("INVALID_OPTIONS", ["period"], `at most ${MOST_PERIODS} periods since the first purchase`, count);
  }
  const isOver = zone.startOfDay(addPeriods(start, period, count)) - 1 <= asOf;
  const completePeriods = count === 0 || isOver ? count : count - 1;
  const days = Array.from({ length: count }, (_, index) => formatDay(addPeriods(start, period, index)));
  const { timeZone } = base;
  return {
    frame: { asOf: base.asOf, timeZone, period, incomplete, periods: days, completePeriods },
    count,
    shown: incomplete === "keep" ? count : completePeriods,
    numberOf,
  };
}

/** A cohort's row: one cell for each age up to `asOf`, null where the period is not shown. */
export function triangleRow<Cell>(
  { count, shown }: PeriodGrid,
  cohort: number,
  cell: (age: number) => Cell,
): readonly (Cell | null)[] {
  return Array.from({ length: count - cohort }, (_, age) => (cohort + age < shown ? cell(age) : null));
}

function firstPurchase({ columns: { firstDay } }: CustomerBase): DayNumber | undefined {
  let first: DayNumber | undefined;
  for (let index = 0; index < firstDay.values.length; index++) {
    const day = firstDay.values[index]!;
    if (firstDay.known[index] === 1 && (first === undefined || day < first)) first = day;
  }
  return first;
}
