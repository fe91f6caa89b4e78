import { gaussLegendreRule } from "../../math/index.js";
import { betaMean } from "./beta-mean.js";
import { negativeBinomial, negativeBinomialTail } from "./negative-binomial.js";
import type { History, PurchaseProcess } from "./purchase-process.js";

/**
 * BG/NBD and, with one more chance to leave, MBG/NBD, given alive at T: the rate is gamma (r + x, alpha + T) and the probability of leaving at a
 * purchase p is beta (a, b + x + chances), independent.
 *
 * Fader, Hardie, Lee (2005), eq. 8 and 10. Their ₂F₁ is taken after Euler's transformation (DLMF 15.8.1), where its terms neither alternate much
 * nor overflow, and multiplied out so that a = 1 and a + b < 1 are no special cases. Where it needs too many terms, or they cancel, what it
 * stands for is integrated over p: at a fixed rate somebody alive leaves at the rate times p.
 */
export function bgNbdProcess(parameters: readonly number[], chances: 0 | 1): PurchaseProcess {
  const [r, alpha, a, b] = parameters as readonly [number, number, number, number];
  const living = ({ x, age }: History): Living => ({ r: r + x, alpha: alpha + age, a, b: b + x + chances });
  const rate = (customer: Living, length: number): number => {
    const { r, alpha, a, b } = customer;
    if (!isTame(customer, length))
      return (r / alpha) * betaMean(a, b, (p) => Math.exp((-r - 1) * Math.log1p((p * length) / alpha)));
    const z = length / (alpha + length);
    return (r / alpha) * (1 - z) ** a * series(a + b - r - 1, a, a + b, z);
  };
  return {
    alive({ x, recency, age }) {
      if (x + chances === 0) return 1;
      const odds = Math.log(a / (b + x + chances - 1)) + (r + x) * Math.log((alpha + age) / (alpha + recency));
      return 1 / (1 + Math.exp(odds));
    },
    expected(history, length) {
      const customer = living(history);
      const { r, alpha, a, b } = customer;
      if (!isTame(customer, length)) {
        const first = (r * length) / alpha;
        return betaMean(a, b, (p) => (p === 0 ? first : -Math.expm1(-r * Math.log1p((p * length) / alpha)) / p));
      }
      const log = -Math.log1p(length / alpha);
      const z = length / (alpha + length);
      const growth = a === 1 ? -log : -Math.expm1((a - 1) * log) / (a - 1);
      return (a + b - 1) * growth - Math.exp((a - 1) * log) * tailSeries(a + b - 1 - r, a, a + b, z);
    },
    rate: (history, length) => rate(living(history), length),
    survival(history, length) {
      const customer = living(history);
      const { r, alpha, a, b } = customer;
      if (!isTame(customer, length)) return betaMean(a, b, (p) => Math.exp(-r * Math.log1p((p * length) / alpha)));
      const z = length / (alpha + length);
      return (1 - z) ** a * series(a + b - r, a, a + b, z);
    },
    probability(history, length, count) {
      const { r, alpha, a, b } = living(history);
      let stayed = 1;
      for (let i = 0; i < count - 1; i++) stayed *= (b + i) / (a + b + i);
      if (count === 0) return negativeBinomial(0, r, alpha, length);
      const end = a + b + count - 1;
      const buying = ((b + count - 1) / end) * negativeBinomial(count, r, alpha, length);
      return stayed * (buying + (a / end) * negativeBinomialTail(count, r, alpha, length));
    },
    residual(history, discount) {
      const customer = living(history);
      const { nodes, weights } = gaussLegendreRule(64);
      const half = Math.log1p(NEGLIGIBLE / (discount * customer.alpha)) / 2;
      let sum = 0;
      for (let i = 0; i < nodes.length; i++) {
        const w = half * (1 + nodes[i]!);
        const time = customer.alpha * Math.expm1(w);
        sum += weights[i]! * Math.exp(w - discount * time) * rate(customer, time);
      }
      return half * customer.alpha * sum;
    },
  };
}

/** The posterior of a customer who is alive. */
interface Living {
  readonly r: number;
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
}

/** The series below have few terms, and no digits are lost between them. */
const isTame = ({ r, alpha, a, b }: Living, length: number): boolean =>
  a + b < 100 && r < a + b + 5 && length < 100 * alpha;

const NEGLIGIBLE = 38; // e^-38 is below 2^-53
const MOST_TERMS = 1_000_000;

/** ₂F₁(p, q; c; z) for 0 ≤ z < 1 by its series. */
function series(p: number, q: number, c: number, z: number): number {
  let sum = 1;
  let term = 1;
  for (let n = 0; n < MOST_TERMS; n++) {
    term *= (((p + n) * (q + n)) / ((c + n) * (n + 1))) * z;
    sum += term;
    if (Math.abs(term) < Number.EPSILON * Math.abs(sum) * (1 - z)) break;
  }
  return sum;
}

/** Σ (p)ₙ (q)ₙ₋₁ / ((c)ₙ₋₁ n!) zⁿ over n ≥ 1: what is left of (c - 1) (₂F₁(p, q - 1; c - 1; z) - 1) / (q - 1). */
function tailSeries(p: number, q: number, c: number, z: number): number {
  let term = p * z;
  let sum = term;
  for (let n = 1; n < MOST_TERMS; n++) {
    term *= (((p + n) * (q + n - 1)) / ((c + n - 1) * (n + 1))) * z;
    sum += term;
    if (Math.abs(term) < Number.EPSILON * Math.abs(sum) * (1 - z)) break;
  }
  return sum;
}
