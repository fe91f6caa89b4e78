import type { ValueWithGradient } from "../../math/index.js";
import type { Compressed } from "./purchase-statistics.js";
import { risingSums } from "./rising-sums.js";

/**
 * Minus the log-likelihood of BG/NBD, or of MBG/NBD, in the logarithms of r, alpha, a, b, with its gradient.
 *
 * BG/NBD: P. S. Fader, B. G. S. Hardie, K. L. Lee, "Counting Your Customers the Easy Way", Marketing Science 24 (2005) 275, eq. 6. A customer
 * may drop out after each repeat purchase. MBG/NBD: E. P. Batislam, M. Denizel, A. Filiztekin, IJRM 24 (2007) 201: after the first purchase
 * too, which is one more chance (`chances` 1) for everybody. Both sides of the sum are kept as logarithms, so no frequency overflows.
 */
export function bgNbdLikelihood(data: Compressed, chances: 0 | 1): (logs: readonly number[]) => ValueWithGradient {
  const { times, frequency, recencyAt, ageAt, weight, customers, customersBy } = data;
  const logOf = new Float64Array(times.length);
  const inverse = new Float64Array(times.length);
  return (logs) => {
    const [r, alpha, a, b] = logs.map(Math.exp) as [number, number, number, number];
    for (let i = 0; i < times.length; i++) {
      const time = alpha + times[i]!;
      logOf[i] = Math.log(time);
      inverse[i] = 1 / time;
    }
    const logDropout = Float64Array.from(customersBy, (_, x) => Math.log(a / (b + x + chances - 1)));
    let sum = 0;
    let [inR, inAlpha, inA, inB] = [0, 0, 0, 0];
    for (let row = 0; row < frequency.length; row++) {
      const x = frequency[row]!;
      const n = weight[row]!;
      const end = ageAt[row]!;
      let mixed = -(r + x) * logOf[end]!;
      let meanLog = logOf[end]!;
      let meanInverse = inverse[end]!;
      if (x + chances > 0) {
        const last = recencyAt[row]!;
        // How much likelier it is, as a logarithm, to have dropped out at the last purchase than to be alive.
        const odds = logDropout[x]! + (r + x) * (logOf[end]! - logOf[last]!);
        const rest = Math.exp(-Math.abs(odds));
        const gone = odds > 0 ? 1 / (1 + rest) : rest / (1 + rest);
        mixed += Math.max(odds, 0) + Math.log1p(rest);
        meanLog += gone * (logOf[last]! - meanLog);
        meanInverse += gone * (inverse[last]! - meanInverse);
        inA += (n * gone) / a;
        inB -= (n * gone) / (b + x + chances - 1);
      }
      sum += n * mixed;
      inR -= n * meanLog;
      inAlpha -= n * (r + x) * meanInverse;
    }
    const buying = risingSums(customersBy, r);
    const staying = risingSums(customersBy, b, chances);
    const either = risingSums(customersBy, a + b, chances);
    const value = sum + buying.log + staying.log - either.log + customers * r * logs[1]!;
    inR += buying.slope + customers * logs[1]!;
    inAlpha += (customers * r) / alpha;
    inA -= either.slope;
    inB += staying.slope - either.slope;
    return { value: -value, gradient: [-inR * r, -inAlpha * alpha, -inA * a, -inB * b] };
  };
}
