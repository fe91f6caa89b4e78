import type { ValueWithGradient } from "../../math/index.js";
import type { Compressed } from "./purchase-statistics.js";
import { risingSums } from "./rising-sums.js";

/**
 * Minus the log-likelihood of the NBD (nobody ever leaves) in the logarithms of r, alpha, with its gradient: A. S. C. Ehrenberg, "The Pattern
 * of Consumer Purchases", Applied Statistics 8 (1959) 26, for a rate that is gamma distributed and a time that differs by customer.
 */
export function nbdLikelihood(data: Compressed): (logs: readonly number[]) => ValueWithGradient {
  const { times, frequency, ageAt, weight, customers, customersBy } = data;
  // Only how many bought so often in so long counts.
  const customersAt = new Float64Array(times.length);
  const purchasesAt = new Float64Array(times.length);
  for (let row = 0; row < frequency.length; row++) {
    customersAt[ageAt[row]!]! += weight[row]!;
    purchasesAt[ageAt[row]!]! += weight[row]! * frequency[row]!;
  }
  return (logs) => {
    const [r, alpha] = logs.map(Math.exp) as [number, number];
    let [value, inR, inAlpha] = [customers * r * logs[1]!, customers * logs[1]!, (customers * r) / alpha];
    for (let at = 0; at < times.length; at++) {
      if (customersAt[at] === 0) continue;
      const log = Math.log(alpha + times[at]!);
      const exponent = r * customersAt[at]! + purchasesAt[at]!;
      value -= exponent * log;
      inR -= customersAt[at]! * log;
      inAlpha -= exponent / (alpha + times[at]!);
    }
    const buying = risingSums(customersBy, r);
    return { value: -(value + buying.log), gradient: [-(inR + buying.slope) * r, -inAlpha * alpha] };
  };
}
