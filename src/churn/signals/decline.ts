import type { Column, DayNumber } from "../../core/index.js";
import { poissonTail } from "../../math/index.js";
import { type NumberColumn, numbers } from "./number-column.js";

/** Days of every customer on which something happened, in compressed sparse rows; rows whose `counted` is 0 are left out. */
export interface DayRows {
  readonly offsets: Column;
  readonly days: Column;
  readonly counted?: Column | undefined;
}

const WINDOWS = [90, 180, 365] as const;
/** With fewer expected, chance alone explains none at all: e^-3 is 0.05. */
const EXPECTED = 3;

/**
 * How likely so few days are by chance: P(X ≤ seen), X Poisson around the customer's own count in the window before times the base's change
 * between the two. Unknown where no window that the customer's history fills twice expects three.
 */
export function declineTails({ offsets, days, counted }: DayRows, today: DayNumber): NumberColumn {
  const size = offsets.length - 1;
  const seen = WINDOWS.map((window) => countWindow(window, { offsets, days, counted }, today));
  return numbers(size, (customer) => {
    for (const { there, now, before, change, tails } of seen) {
      if (there[customer] === 0) return undefined;
      const expected = before[customer]! * change;
      if (expected < EXPECTED) continue;
      const key = before[customer]! * 1000 + now[customer]!;
      const known = tails.get(key);
      if (known !== undefined) return known;
      const tail = poissonTail(now[customer]!, expected, "lower");
      tails.set(key, tail);
      return tail;
    }
    return undefined;
  });
}

/** What each customer who was there throughout did in a window and in the one before it, and how the two differ for all of them together. */
function countWindow(window: number, { offsets, days, counted }: DayRows, today: DayNumber) {
  const size = offsets.length - 1;
  const [now, before, there] = [new Uint16Array(size), new Uint16Array(size), new Uint8Array(size)];
  let [later, earlier] = [0, 0];
  for (let customer = 0; customer < size; customer++) {
    let first = offsets[customer]!;
    const end = offsets[customer + 1]!;
    while (first < end && counted !== undefined && counted[first] === 0) first++;
    if (first === end || today - days[first]! < 2 * window) continue;
    there[customer] = 1;
    let [own, past] = [0, 0];
    for (let row = end - 1; row > first; row--) {
      const age = today - days[row]!;
      if (age >= 2 * window) break;
      if (age < 0 || (counted !== undefined && counted[row] === 0)) continue;
      if (age < window) own++;
      else past++;
    }
    now[customer] = own;
    before[customer] = past;
    later += own;
    earlier += past;
  }
  return { there, now, before, change: earlier === 0 ? 0 : later / earlier, tails: new Map<number, number>() };
}
