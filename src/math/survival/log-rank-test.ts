import type { Column } from "../../core/index.js";
import { requireList } from "../../core/shared.js";
import { checkSameLength } from "../checks.js";
import { chiSquareTail } from "../distributions/chi-square-tail.js";
import { eventTimes } from "./event-times.js";

/** What {@link logRankTest} finds. */
export interface LogRankTest {
  readonly chiSquare: number;
  /** One less than there are groups that were watched while events happened; 0 where nothing can be compared. */
  readonly degreesOfFreedom: number;
  /** How likely a difference as large or larger is if all groups survive alike, 0 to 1. */
  readonly pValue: number;
}

/**
 * The log-rank test of whether groups survive alike: events seen against events expected, given who was watched at each time.
 *
 * Mantel's test with the hypergeometric variance, all times weighing the same (N. Mantel, Cancer Chemotherapy Reports 50 (1966) 163;
 * rho = 0 in R's `survdiff`). `events` as in `kaplanMeier`. One group, or nobody: nothing can be compared, and the p-value is 1.
 * @throws NOT_A_FINITE_NUMBER, NUMBER_OUT_OF_RANGE, LENGTHS_DIFFER
 * @example
 * import { logRankTest } from "clientele/math";
 * const { chiSquare, degreesOfFreedom, pValue } = logRankTest([1, 2, 3, 4, 5, 6], [1, 1, 1, 1, 1, 1], ["a", "a", "a", "b", "b", "b"]);
 * chiSquare; // ≈ 5.0517
 * degreesOfFreedom; // => 1
 * pValue; // ≈ 0.0246
 * @category Survival
 */
export function logRankTest(times: Column, events: Column, groups: Column<string>): LogRankTest {
  requireList(times, "times");
  checkSameLength(groups, "groups", times.length);
  const numbers = new Map<string, number>();
  for (let row = 0; row < groups.length; row++) {
    const group = groups[row]!;
    if (!numbers.has(group)) numbers.set(group, numbers.size);
  }
  const numberOf = (row: number): number => numbers.get(groups[row]!)!;
  const count = numbers.size;
  const watched = new Array<number>(count).fill(0);
  for (let row = 0; row < groups.length; row++) watched[numberOf(row)]!++;
  const excess = new Array<number>(count).fill(0);
  const variance = Array.from({ length: count }, () => new Array<number>(count).fill(0));
  for (const { atRisk, events: happened, rows } of eventTimes(times, events)) {
    const shares = watched.map((size) => size / atRisk);
    for (const row of rows) if (events[row] === 1) excess[numberOf(row)]!++;
    const spread = atRisk === 1 ? 0 : (happened * (atRisk - happened)) / (atRisk - 1);
    for (let one = 0; one < count; one++) {
      excess[one]! -= happened * shares[one]!;
      for (let other = 0; other < count; other++) {
        variance[one]![other]! += spread * shares[one]! * ((one === other ? 1 : 0) - shares[other]!);
      }
    }
    for (const row of rows) watched[numberOf(row)]!--;
  }
  const [chiSquare, degreesOfFreedom] = quadraticForm(excess, variance);
  const pValue = degreesOfFreedom === 0 ? 1 : chiSquareTail(chiSquare, degreesOfFreedom, "upper");
  return { chiSquare, degreesOfFreedom, pValue };
}

/** Parts of a pivot that rounding alone may leave. */
const DUST = 1e-10;

/** u' V⁻ u and the rank of V, by elimination; V is singular, since what one group has in excess the others lack. Both are used up. */
function quadraticForm(u: number[], v: number[][]): readonly [value: number, rank: number] {
  const scale = Math.max(0, ...v.map((row, index) => row[index]!));
  let [value, rank] = [0, 0];
  for (let pivot = 0; pivot < u.length; pivot++) {
    const by = v[pivot]![pivot]!;
    if (by <= DUST * scale) continue;
    rank++;
    value += (u[pivot]! * u[pivot]!) / by;
    for (let row = pivot + 1; row < u.length; row++) {
      const factor = v[row]![pivot]! / by;
      u[row]! -= factor * u[pivot]!;
      for (let column = pivot; column < u.length; column++) v[row]![column]! -= factor * v[pivot]![column]!;
    }
  }
  return [value, rank];
}
