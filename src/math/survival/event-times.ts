import type { Column } from "../../core/index.js";
import { requireList } from "../../core/shared.js";
import { checkInteger, checkNotNegative, checkSameLength } from "../checks.js";
import { sortedPositions } from "../order/sorted-positions.js";

/** All that happened at one time, and how many were being watched just before. */
export interface EventTime {
  readonly time: number;
  readonly atRisk: number;
  readonly events: number;
  readonly censored: number;
  /** The rows of that time. */
  readonly rows: Uint32Array;
}

/** Rows by time, ascending. @throws NOT_A_FINITE_NUMBER, NUMBER_OUT_OF_RANGE, LENGTHS_DIFFER */
export function eventTimes(times: Column, events: Column, weights?: Column): readonly EventTime[] {
  requireList(times, "times");
  checkSameLength(events, "events", times.length);
  const weightOf = (row: number): number => weights?.[row] ?? 1;
  let atRisk = 0;
  for (let row = 0; row < times.length; row++) {
    checkNotNegative(times[row]!, ["times", row]);
    checkInteger(events[row]!, 0, 1, ["events", row]);
    atRisk += weightOf(row);
  }
  const order = sortedPositions(times);
  const found: EventTime[] = [];
  for (let from = 0, to = 1; from < order.length; from = to, to++) {
    const time = times[order[from]!]!;
    while (to < order.length && times[order[to]!] === time) to++;
    const rows = order.subarray(from, to);
    let [happened, censored] = [0, 0];
    for (const row of rows) {
      if (events[row] === 1) happened += weightOf(row);
      else censored += weightOf(row);
    }
    if (happened + censored > 0) found.push({ time, atRisk, events: happened, censored, rows });
    atRisk -= happened + censored;
  }
  return found;
}
