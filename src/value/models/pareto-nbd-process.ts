import { gaussLegendreRule } from "../../math/index.js";
import { type DropoutIntegral, dropoutIntegral } from "./dropout-integral.js";
import { negativeBinomial } from "./negative-binomial.js";
import type { PurchaseProcess } from "./purchase-process.js";

/**
 * Pareto/NBD, given alive at T: the rate of buying is gamma (r + x, alpha + T) and the risk of leaving gamma (s, beta + T), independent.
 * Schmittlein, Morrison, Colombo (1987); residual transactions: P. S. Fader, B. G. S. Hardie, K. L. Lee, "RFM and CLV", JMR 42 (2005) 415.
 */
export function paretoNbdProcess(parameters: readonly number[]): PurchaseProcess {
  const [r, alpha, s, beta] = parameters as readonly [number, number, number, number];
  const rateOf = (x: number, age: number): number => (r + x) / (alpha + age);
  return {
    alive: ({ x, recency, age }) => 1 / (1 + Math.exp(leavingOdds(parameters, x, recency, age))),
    expected: ({ x, age }, length) => {
      const log = Math.log1p(length / (beta + age));
      const lived = s === 1 ? log : -Math.expm1((1 - s) * log) / (s - 1);
      return rateOf(x, age) * (beta + age) * lived;
    },
    rate: ({ x, age }, length) => rateOf(x, age) * Math.exp(-s * Math.log1p(length / (beta + age))),
    survival: ({ age }, length) => Math.exp(-s * Math.log1p(length / (beta + age))),
    probability: ({ x, age }, length, count) => {
      const left = Math.log1p(length / (beta + age));
      const buys = (time: number): number => negativeBinomial(count, r + x, alpha + age, time);
      // Over the time of leaving, in u = ln(1 + time / (beta + T)), where its density is exponential.
      const leaving = onRule(left, 64, (u) => s * Math.exp(-s * u) * buys((beta + age) * Math.expm1(u)));
      return Math.exp(-s * left) * buys(length) + leaving;
    },
    residual: ({ x, age }, rate) => rateOf(x, age) * (beta + age) * discountedLife(rate * (beta + age), s),
  };
}

/** The logarithm of how much likelier it is to have left than to be alive at T. */
function leavingOdds([r, alpha, s, beta]: readonly number[], x: number, recency: number, age: number): number {
  if (age === recency) return -Infinity;
  const integral: DropoutIntegral = { mass: 0, nearLog: 0, farLog: 0, nearInverse: 0, farInverse: 0 };
  const [p, q] = alpha! <= beta! ? [r! + x, s! + 1] : [s! + 1, r! + x];
  const [near, far] = [Math.min(alpha!, beta!) + recency, Math.max(alpha!, beta!) + recency];
  dropoutIntegral(integral, p, q, { near, far, length: age - recency });
  const since = (rate: number): number => Math.log((rate + age) / (rate + recency));
  const scale = Math.log((s! * near) / (beta! + recency));
  return scale + Math.log(integral.mass) + (r! + x) * since(alpha!) + s! * since(beta!);
}

/** ∫ e^(-c v) (1 + v)^-s dv from 0 on, in w = ln(1 + v), where everything is smooth. */
function discountedLife(c: number, s: number): number {
  const end = Math.min(Math.log1p(NEGLIGIBLE / c), s > 1 ? NEGLIGIBLE / (s - 1 + c) : Infinity);
  return onRule(end, 128, (w) => Math.exp(-c * Math.expm1(w) + (1 - s) * w));
}

const NEGLIGIBLE = 38; // e^-38 is below 2^-53

function onRule(end: number, count: number, f: (u: number) => number): number {
  const { nodes, weights } = gaussLegendreRule(count);
  let sum = 0;
  for (let i = 0; i < nodes.length; i++) sum += weights[i]! * f((end / 2) * (1 + nodes[i]!));
  return (end / 2) * sum;
}
