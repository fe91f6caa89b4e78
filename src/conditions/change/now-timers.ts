import type { ValuePlan } from "../planning/plan.js";
import type { RunClock } from "../planning/run-clock.js";
import { isBounds } from "../reading/exact-numbers.js";
import type { Reading } from "../reading/reading.js";
import type { RowCompiler } from "../rows/subject.js";
import type { Part } from "../value.js";
import { NEVER, type Timer } from "./crossings.js";

/** When the next day begins. */
export function midnight({ asOfDay, zone }: RunClock): Timer {
  const next = zone.startOfDay(asOfDay + 1);
  return () => next;
}

/** When now meets one of the values it is compared with, or has passed it. */
export function meetings(values: readonly ValuePlan[], rows: RowCompiler): readonly Timer[] {
  const isNow = (value: ValuePlan): boolean => value.type === "now" && value.part === undefined;
  if (!values.some(isNow)) return [];
  const others = values.filter((value) => !isNow(value));
  const readers = others.map((value) => rows.readerOf(value));
  return [
    (row) => {
      const points = readers.flatMap((read) => pointsOf(read(row)));
      return comingOf(
        points.flatMap((at) => [at, at + 1]),
        rows.clock,
      );
    },
  ];
}

/** The moments that a reading tells: one, or both ends of what lies between two. */
export function pointsOf(reading: Reading): readonly number[] {
  const ends = isBounds(reading) ? [reading.atLeast, reading.atMost] : [reading];
  return ends.filter((end) => typeof end === "number" && Number.isFinite(end)) as readonly number[];
}

/** The first of some moments that is still to come. */
export const comingOf = (points: readonly number[], { asOf }: RunClock): number =>
  points.reduce((soonest, at) => (at > asOf ? Math.min(soonest, at) : soonest), NEVER);

/** When a part of now may be another: clocks differ by quarters of an hour. */
export function tick(part: Part, clock: RunClock): Timer {
  if (part !== "timeOfDay" && part !== "hour") return midnight(clock);
  const step = part === "hour" ? 900_000 : 60_000;
  const next = (Math.floor(clock.asOf / step) + 1) * step;
  return () => next;
}
