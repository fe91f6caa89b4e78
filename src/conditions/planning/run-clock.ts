import { addDuration, type DayNumber, type Zone } from "../../core/index.js";

/** The moment and place of a run, with what follows from them worked out once. */
export interface RunClock {
  readonly asOf: number;
  readonly asOfDay: DayNumber;
  readonly zone: Zone;
  /** The greatest n with `instant <= asOf - n days`, wall clock; negative for instants to come. */
  daysSince(instant: number): number;
  /** The greatest n with `asOf + n days <= instant`; negative for instants gone by. */
  daysUntil(instant: number): number;
}

/** The clock of a run. */
export function runClock(asOf: number, zone: Zone): RunClock {
  const asOfDay = zone.dayAt(asOf);
  const moved = movedByDays(asOf, zone);
  return {
    asOf,
    asOfDay,
    zone,
    daysSince(instant) {
      let days = asOfDay - zone.dayAt(instant);
      while (instant > moved(-days)) days--;
      while (instant <= moved(-days - 1)) days++;
      return days;
    },
    daysUntil(instant) {
      let days = zone.dayAt(instant) - asOfDay;
      while (moved(days) > instant) days--;
      while (moved(days + 1) <= instant) days++;
      return days;
    },
  };
}

/** `asOf` moved by so many days, each worked out once: a base asks for the same few hundred again and again. */
function movedByDays(asOf: number, zone: Zone): (days: number) => number {
  const known = new Map<number, number>();
  return (days) => {
    let moved = known.get(days);
    if (moved === undefined) {
      moved = addDuration(asOf, { days: Math.abs(days) }, zone, days < 0 ? -1 : 1);
      known.set(days, moved);
    }
    return moved;
  };
}
