import { addDuration, DAY_MS, type Duration, type Zone } from "../../core/index.js";
import type { RowSubject } from "../rows/subject.js";

/** The earliest moment after the run's at which something of one subject may be different though nothing new has happened. */
export type Timer = (subject: RowSubject) => number;

/** Never. */
export const NEVER: number = Number.POSITIVE_INFINITY;

// Months are clamped by at most three days, clocks change by at most a day.
const SLACK = 5 * DAY_MS;

/**
 * The first moment after `now` at which the moment moved by a duration has reached a point: when a window's edge passes an event.
 * Between two turns of the clock the moved moment only grows, so it is searched for stretch by stretch.
 */
export function firstReach(now: number, point: number, duration: Duration, sign: 1 | -1, zone: Zone): number {
  const hasReached = (moment: number): boolean => addDuration(moment, duration, zone, sign) >= point;
  if (hasReached(now)) return NEVER;
  const guess = addDuration(point, duration, zone, sign === 1 ? -1 : 1);
  let start = Math.max(now, guess - SLACK);
  // Where no clock is turned back on the way, a moment that has reached after one that has not is the first.
  if (guess > now && !hasReached(guess - 1) && hasReached(guess) && nextTurnBack(start, guess, zone) === guess) {
    return guess;
  }
  const end = Math.max(now, guess) + SLACK;
  while (start < end) {
    const turn = Math.min(nextTurnBack(start, end, zone), end);
    if (hasReached(turn - 1)) return firstWhere(hasReached, start, turn - 1);
    if (hasReached(turn)) return turn;
    start = turn;
  }
  return NEVER;
}

/** The first moment after `now` at which clocks are turned back, so that the moved moment goes back too; `end` where there is none. */
export function nextTurnBack(now: number, end: number, zone: Zone): number {
  for (let start = now; start < end; start += DAY_MS) {
    const stop = Math.min(start + DAY_MS, end);
    const offset = zone.offsetAt(start);
    if (zone.offsetAt(stop) < offset) return firstWhere((moment) => zone.offsetAt(moment) < offset, start, stop);
  }
  return end;
}

/** The first moment in `(low, high]` for which something holds that holds from some moment on, and at `high`. */
function firstWhere(holds: (moment: number) => boolean, low: number, high: number): number {
  let before = low;
  let from = high;
  while (from - before > 1) {
    const middle = Math.floor((before + from) / 2);
    if (holds(middle)) from = middle;
    else before = middle;
  }
  return from;
}
