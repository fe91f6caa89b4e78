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
  const seen = WINDOWS.map((window) => ({
    window,
    now: new Int32Array(size),
    before: new Int32Array(size),
    change: 0,
    tails: new Map<number, number>(),
  }));
  const first = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  for (let customer = 0; customer < size; customer++) {
    for (let row = offsets[customer + 1]! - 1; row >= offsets[customer]!; row--) {
      if (counted !== undefined && counted[row] === 0) continue;
      const day = days[row]!;
      if (day > today) continue;
      first[customer] = day;
      const age = today - day;
      for (const { window, now, before } of seen) {
        if (age < window) now[customer]!++;
        else if (age < 2 * window) before[customer]!++;
      }
    }
  }
  for (const counts of seen) counts.change = changeOfBase(counts, first, today);
  return numbers(size, (customer) => {
    for (const { window, now, before, change, tails } of seen) {
      if (first[customer]! > today - 2 * window) return undefined;
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

/** What the customers who were there throughout did in the later window, over what they did in the earlier. */
function changeOfBase(
  counts: { readonly window: number; readonly now: Int32Array; readonly before: Int32Array },
  first: Float64Array,
  today: DayNumber,
): number {
  let [now, before] = [0, 0];
  for (let customer = 0; customer < first.length; customer++) {
    if (first[customer]! > today - 2 * counts.window) continue;
    now += counts.now[customer]!;
    before += counts.before[customer]!;
  }
  return before === 0 ? 0 : now / before;
}
