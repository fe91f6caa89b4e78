import { randomBeta, randomGamma, seededRandom } from "clientele/math";
import type { PurchaseStatistics } from "clientele/value";

/**
 * Customers who buy by the textbook: each with a rate, and after each repeat purchase, or already after the first one, a chance to leave.
 * Times in weeks, none rounded.
 */
export function buyersOf(
  { r, alpha, a, b }: { readonly r: number; readonly alpha: number; readonly a: number; readonly b: number },
  { customers, weeks, seed }: { readonly customers: number; readonly weeks: number; readonly seed: number },
  mayLeaveAtOnce = false,
): PurchaseStatistics {
  const random = seededRandom(seed);
  const [frequency, recency, age]: number[][] = [[], [], []] as number[][];
  for (let i = 0; i < customers; i++) {
    const rate = randomGamma(random, r, alpha);
    const leaving = randomBeta(random, a, b);
    const watched = weeks * (0.5 + 0.5 * random());
    let [x, last, at] = [0, 0, 0];
    while ((x === 0 && !mayLeaveAtOnce) || random() >= leaving) {
      at += -Math.log(1 - random()) / rate;
      if (at > watched) break;
      x++;
      last = at;
    }
    frequency!.push(x);
    recency!.push(last);
    age!.push(watched);
  }
  return { timeUnit: "week", frequency: frequency!, recency: recency!, age: age! };
}

/** Customers who buy at a rate of their own until a moment of their own, which nobody sees: Pareto/NBD by the textbook. */
export function leaversOf(
  { r, alpha, s, beta }: { readonly r: number; readonly alpha: number; readonly s: number; readonly beta: number },
  { customers, weeks, seed }: { readonly customers: number; readonly weeks: number; readonly seed: number },
): PurchaseStatistics {
  const random = seededRandom(seed);
  const [frequency, recency, age]: number[][] = [[], [], []] as number[][];
  for (let i = 0; i < customers; i++) {
    const rate = randomGamma(random, r, alpha);
    const watched = weeks * (0.5 + 0.5 * random());
    const end = Math.min(watched, -Math.log(1 - random()) / randomGamma(random, s, beta));
    let [x, last, at] = [0, 0, 0];
    for (;;) {
      at += -Math.log(1 - random()) / rate;
      if (at > end) break;
      x++;
      last = at;
    }
    frequency!.push(x);
    recency!.push(last);
    age!.push(watched);
  }
  return { timeUnit: "week", frequency: frequency!, recency: recency!, age: age! };
}

/** Customers who spend about a mean of their own at each of one to six purchases: gamma-gamma by the textbook. */
export function spendersOf(
  { p, q, v }: { readonly p: number; readonly q: number; readonly v: number },
  { customers, seed }: { readonly customers: number; readonly seed: number },
): { readonly frequency: readonly number[]; readonly meanSpend: readonly number[] } {
  const random = seededRandom(seed);
  const frequency = Array.from({ length: customers }, (_, i) => 1 + (i % 6));
  const meanSpend = frequency.map((x) => {
    const rate = randomGamma(random, q, v);
    return randomGamma(random, p * x, x * rate);
  });
  return { frequency, meanSpend };
}
