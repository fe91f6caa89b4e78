import { addDurationToDay, type Duration, parseDuration } from "../../core/index.js";
import { refusal, todayOf } from "../../core/shared.js";
import type { CustomerBase, TimeUnit } from "../../history/index.js";
import { daysPerUnit } from "../../history/shared.js";

/** A horizon from a base's day on, in the unit of a model: calendar days, counted. */
export function horizonFrom(base: CustomerBase, horizon: Duration, timeUnit: TimeUnit, name = "horizon"): number {
  requireDays(horizon, name);
  const today = todayOf(base);
  return (addDurationToDay(today, horizon) - today) / daysPerUnit[timeUnit];
}

/** A horizon without a day to start from: a month is 365.25 / 12 days, as in the units of time. */
export function meanHorizon(horizon: Duration, timeUnit: TimeUnit): number {
  const { unit, count } = requireDays(horizon, "horizon");
  return (count * days[unit]) / daysPerUnit[timeUnit];
}

const days = {
  days: 1,
  weeks: 7,
  months: daysPerUnit.month,
  quarters: 3 * daysPerUnit.month,
  years: daysPerUnit.year,
} as const;

function requireDays(horizon: Duration, name: string) {
  const { unit, count } = parseDuration(horizon, [name]);
  if (unit !== "hours") return { unit, count };
  throw refusal("INVALID_DURATION", [name], "days or a longer unit: purchases are counted by day", horizon);
}

/** The continuous rate per unit of time of a yearly discount rate: 0.1 a year is ln(1.1) / 52.18 a week. */
export function discountPerUnit(annualDiscountRate: number, timeUnit: TimeUnit): number {
  return (Math.log1p(annualDiscountRate) * daysPerUnit[timeUnit]) / daysPerUnit.year;
}
