import type { CohortPeriod } from "clientele/lifecycle";
import type { Sales } from "./arbitrary-orders.js";

const dayMs = 86_400_000;
const localDay = (instant: string, timeZone: string): string =>
  new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }).format(
    new Date(instant),
  );
const nextDay = (day: string): string => new Date(Date.parse(day) + dayMs).toISOString().slice(0, 10);

/** The period of a day, by a name that sorts. */
export function periodOf(day: string, period: CohortPeriod): string {
  const [year, month] = [day.slice(0, 4), Number(day.slice(5, 7))];
  switch (period) {
    case "year":
      return year;
    case "quarter":
      return `${year} Q${Math.ceil(month / 3)}`;
    case "month":
      return day.slice(0, 7);
    case "week": {
      const monday = Date.parse(day) - ((new Date(day).getUTCDay() + 6) % 7) * dayMs;
      return new Date(monday).toISOString().slice(0, 10);
    }
  }
}

/** What one customer did in one period. */
interface NaiveCell {
  orders: number;
  cents: number;
}

/** A customer's periods by number, 0 being the first of the base. */
export interface NaiveBuyer {
  readonly cohort: number;
  readonly cells: readonly NaiveCell[];
}

/** Everything that cohort tables are made of: every day from the first purchase to `asOf` is walked, every record looked at. */
export function naiveCohorts(
  { rows, options: { asOf, timeZone } }: Sales,
  period: CohortPeriod,
): { readonly periods: readonly string[]; readonly complete: number; readonly buyers: readonly NaiveBuyer[] } {
  const read = rows.map((row) => ({ ...row, day: localDay(row.at, timeZone) })).filter(({ day }) => day <= asOf);
  const cents = (amount: unknown): number => Math.round(Number(amount) * 100);
  const stands = (order: (typeof read)[number]): boolean => {
    const back = read.filter(({ refundOf, day }) => refundOf === order.id && day >= order.day);
    return back.length === 0 || back.reduce((sum, { amount }) => sum + cents(amount), 0) < cents(order.amount);
  };
  const orders = read.filter((row) => row.kind !== "refund" && stands(row));
  const start = orders.map(({ day }) => day).sort()[0];
  const periods: string[] = [];
  for (let day = start ?? "9999-99-99"; day <= asOf; day = nextDay(day)) {
    const name = periodOf(day, period);
    if (periods.at(-1) !== name) periods.push(name);
  }
  const over = periodOf(nextDay(asOf), period) !== periodOf(asOf, period);
  const buyers = [...new Set(orders.map(({ customerId }) => customerId))].map((id): NaiveBuyer => {
    const own = orders.filter(({ customerId }) => customerId === id);
    const cohort = Math.min(...own.map(({ day }) => periods.indexOf(periodOf(day, period))));
    const cells = periods.map((name) => ({
      orders: own.filter(({ day }) => periodOf(day, period) === name).length,
      cents: read
        .filter(({ customerId, day }) => customerId === id && periodOf(day, period) === name)
        .reduce((sum, { kind, amount }) => sum + (kind === "refund" ? -1 : 1) * cents(amount), 0),
    }));
    return { cohort, cells };
  });
  return { periods, complete: over || periods.length === 0 ? periods.length : periods.length - 1, buyers };
}
