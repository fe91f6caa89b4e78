import { type Assessed, type Column, known, unknown } from "../../core/index.js";
import { requireList } from "../../core/shared.js";
import { checkColumn, checkSameLength } from "../checks.js";
import { ranks } from "../order/ranks.js";
import { eventTimes } from "./event-times.js";

/**
 * How well risks put events in order: the share of pairs in which who has the higher risk has the event first (Harrell's C).
 *
 * A pair counts where one has the event while the other is still watched, or stops being watched at that very time; two events at one time do
 * not count. Equal risks count a half (F. E. Harrell et al., JAMA 247 (1982) 2543). 0.5 is what guessing gives, 1 a perfect order. `events` as in
 * `kaplanMeier`. Without any such pair it is unknown.
 * @throws NOT_A_FINITE_NUMBER, NUMBER_OUT_OF_RANGE, LENGTHS_DIFFER
 * @example
 * import { concordance } from "clientele/math";
 * // Risks that call the first loss rightly and swap the next two.
 * concordance([0.9, 0.2, 0.5, 0.1], [10, 20, 30, 40], [1, 1, 1, 0]); // => { status: "known", value: 0.8333333333333334, reasons: [] }
 * @category Survival
 */
export function concordance(risks: Column, times: Column, events: Column): Assessed<number> {
  requireList(times, "times");
  checkColumn(risks, "risks");
  checkSameLength(risks, "risks", times.length);
  const places = ranks(risks, { ties: "dense" });
  const levels = places.reduce((most: number, place: number) => Math.max(most, place), 0);
  const later = counter(levels);
  let [pairs, ordered] = [0, 0];
  // From the last time back, so that everybody who is still watched has been counted.
  for (const { rows } of [...eventTimes(times, events)].reverse()) {
    for (const row of rows) if (events[row] === 0) later.add(places[row]!);
    for (const row of rows) {
      if (events[row] === 0) continue;
      const [below, upTo] = [later.upTo(places[row]! - 1), later.upTo(places[row]!)];
      pairs += later.size();
      ordered += below + (upTo - below) / 2;
    }
    for (const row of rows) if (events[row] === 1) later.add(places[row]!);
  }
  return pairs === 0 ? unknown(["pairs"]) : known(ordered / pairs);
}

/** Counts by place, with sums up to a place in logarithmic time (P. M. Fenwick, Software: Practice and Experience 24 (1994) 327). */
function counter(places: number): { add(place: number): void; upTo(place: number): number; size(): number } {
  const sums = new Float64Array(places + 1);
  let size = 0;
  return {
    add(place) {
      size++;
      for (let node = place; node <= places; node += node & -node) sums[node]!++;
    },
    upTo(place) {
      let sum = 0;
      for (let node = place; node > 0; node -= node & -node) sum += sums[node]!;
      return sum;
    },
    size: () => size,
  };
}
