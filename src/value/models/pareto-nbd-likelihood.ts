import type { ValueWithGradient } from "../../math/index.js";
import { type DropoutIntegral, dropoutIntegral } from "./dropout-integral.js";
import type { Compressed } from "./purchase-statistics.js";
import { risingSums } from "./rising-sums.js";

/**
 * Minus the log-likelihood of Pareto/NBD in the logarithms of r, alpha, s, beta, with its gradient: D. C. Schmittlein, D. G. Morrison,
 * R. Colombo, "Counting Your Customers", Management Science 33 (1987) 1, eq. A8, with the integral over the time of dropout kept as an
 * integral. Its usual form by ₂F₁ cancels and overflows where alpha and beta differ much or x is large.
 */
export function paretoNbdLikelihood(data: Compressed): (logs: readonly number[]) => ValueWithGradient {
  const { times, frequency, recencyAt, ageAt, weight, customers, customersBy } = data;
  const logAlpha = new Float64Array(times.length);
  const logBeta = new Float64Array(times.length);
  const integral: DropoutIntegral = { mass: 0, nearLog: 0, farLog: 0, nearInverse: 0, farInverse: 0 };
  return (logs) => {
    const [r, alpha, s, beta] = logs.map(Math.exp) as [number, number, number, number];
    for (let i = 0; i < times.length; i++) {
      logAlpha[i] = Math.log(alpha + times[i]!);
      logBeta[i] = Math.log(beta + times[i]!);
    }
    const buysNear = alpha <= beta;
    let sum = 0;
    let [inR, inAlpha, inS, inBeta] = [0, 0, 0, 0];
    for (let row = 0; row < frequency.length; row++) {
      const x = frequency[row]!;
      const n = weight[row]!;
      const [last, end] = [recencyAt[row]!, ageAt[row]!];
      const [from, to] = [times[last]!, times[end]!];
      const alive = -(r + x) * logAlpha[end]! - s * logBeta[end]!;
      // At the end of the observation; where there was time to leave, mixed below with the mean over that time.
      let [atLogAlpha, atLogBeta] = [logAlpha[end]!, logBeta[end]!];
      let [atAlpha, atBeta] = [(r + x) / (alpha + to), s / (beta + to)];
      let dropout = 0;
      sum += n * alive;
      if (to > from) {
        const [p, q] = buysNear ? [r + x, s + 1] : [s + 1, r + x];
        const [near, far] = buysNear ? [alpha + from, beta + from] : [beta + from, alpha + from];
        dropoutIntegral(integral, p, q, { near, far, length: to - from });
        const { mass } = integral;
        const left =
          logs[2]! -
          (r + x) * logAlpha[last]! -
          (s + 1) * logBeta[last]! +
          (buysNear ? logAlpha : logBeta)[last]! +
          Math.log(mass);
        const odds = left - alive;
        const rest = Math.exp(-Math.abs(odds));
        const gone = odds > 0 ? 1 / (1 + rest) : rest / (1 + rest);
        sum += n * (Math.max(odds, 0) + Math.log1p(rest));
        const [alphaLog, betaLog] = buysNear
          ? [integral.nearLog, integral.farLog]
          : [integral.farLog, integral.nearLog];
        const [alphaInverse, betaInverse] = buysNear
          ? [integral.nearInverse, integral.farInverse]
          : [integral.farInverse, integral.nearInverse];
        atLogAlpha += gone * (logAlpha[last]! + alphaLog / mass - atLogAlpha);
        atLogBeta += gone * (logBeta[last]! + betaLog / mass - atLogBeta);
        atAlpha += gone * (((r + x) * alphaInverse) / mass / (alpha + from) - atAlpha);
        atBeta += gone * (((s + 1) * betaInverse) / mass / (beta + from) - atBeta);
        dropout = gone / s;
      }
      inR -= n * atLogAlpha;
      inAlpha -= n * atAlpha;
      inS += n * (dropout - atLogBeta);
      inBeta -= n * atBeta;
    }
    const buying = risingSums(customersBy, r);
    const value = sum + buying.log + customers * (r * logs[1]! + s * logs[3]!);
    inR += buying.slope + customers * logs[1]!;
    inAlpha += (customers * r) / alpha;
    inS += customers * logs[3]!;
    inBeta += (customers * s) / beta;
    return { value: -value, gradient: [-inR * r, -inAlpha * alpha, -inS * s, -inBeta * beta] };
  };
}
