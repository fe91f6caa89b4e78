import { negativeBinomial } from "./negative-binomial.js";
import type { PurchaseProcess } from "./purchase-process.js";

/** Nobody leaves: the rate is gamma with shape r + x and rate alpha + T. */
export function nbdProcess([r, alpha]: readonly number[] & { 0?: number; 1?: number }): PurchaseProcess {
  const rateOf = (x: number, age: number): number => (r! + x) / (alpha! + age);
  return {
    alive: () => 1,
    expected: ({ x, age }, length) => rateOf(x, age) * length,
    rate: ({ x, age }) => rateOf(x, age),
    survival: () => 1,
    probability: ({ x, age }, length, count) => negativeBinomial(count, r! + x, alpha! + age, length),
    residual: ({ x, age }, rate) => rateOf(x, age) / rate,
  };
}
