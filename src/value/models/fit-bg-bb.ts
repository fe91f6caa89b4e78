import type { Column } from "../../core/index.js";
import { type Checker, checker, checkOptions, type Path, text } from "../../core/shared.js";
import { digamma, logBeta, type ValueWithGradient } from "../../math/index.js";
import { fitLikelihood } from "./fit-likelihood.js";
import type { FitModelOptions, FittedModel } from "./fitted-model.js";

/**
 * Giving at discrete occasions, in columns of one length: on how many occasions somebody gave, which was the last (0: none), and how many
 * there were. `weight` says for how many people a row stands.
 * @category Statistics
 */
export interface OpportunityStatistics {
  readonly frequency: Column;
  readonly recency: Column;
  readonly opportunities: Column;
  readonly weight?: Column | undefined;
}

/** Somebody's giving so far: on how many occasions, which was the last (0: none), of how many. */
export interface OpportunityHistory {
  readonly frequency: number;
  readonly recency: number;
  readonly opportunities: number;
}

/**
 * Fits BG/BB, the model of buying at discrete occasions (yearly donations, conferences, mailings): at each one somebody alive gives with a
 * probability of their own, and may leave before the next.
 *
 * P. S. Fader, B. G. S. Hardie, J. Shang, "Customer-Base Analysis in a Discrete-Time Noncontractual Setting" (Marketing Science 29, 2010).
 * Parameters `alpha`, `beta` of giving and `gamma`, `delta` of leaving, both beta distributed over people.
 * @throws INVALID_OPTIONS, INVALID_OPPORTUNITY_STATISTICS
 * @example
 * import { fitBgBb } from "clientele/value";
 * const model = fitBgBb({ frequency: [0, 1, 2, 3, 1], recency: [0, 1, 3, 3, 2], opportunities: [3, 3, 3, 3, 3], weight: [500, 120, 90, 130, 60] });
 * Object.keys(model.parameters); // => ["alpha", "beta", "gamma", "delta"]
 * @category Models
 */
export function fitBgBb(data: OpportunityStatistics, options: FitModelOptions = {}): FittedModel<"bg-bb"> {
  checkOptions<FitModelOptions>(options, { id: text });
  checkStatistics(data);
  const weight = data.weight ?? new Float64Array(data.frequency.length).fill(1);
  let customers = 0;
  for (let row = 0; row < weight.length; row++) customers += weight[row]!;
  const starts = [
    [1, 1, 1, 3],
    [0.5, 2, 0.5, 5],
    [2, 1, 0.2, 2],
  ].map((start) => start.map(Math.log));
  const minusLog = likelihood(data, weight);
  return fitLikelihood({ kind: "bg-bb", timeUnit: "year", minusLog, starts, customers }, options);
}

function checkStatistics(statistics: OpportunityStatistics): void {
  const { frequency, recency, opportunities, weight } = Object(statistics) as OpportunityStatistics;
  const check = checker("INVALID_OPPORTUNITY_STATISTICS");
  const length = frequency?.length;
  for (const [name, column] of Object.entries({ frequency, recency, opportunities, ...(weight ? { weight } : {}) })) {
    if (typeof Object(column).length !== "number") check.report([name], "a column of numbers", column);
    else if (column.length !== length) check.report([name], `${length} numbers, as many as frequency`, column.length);
  }
  if (length === 0) check.report(["frequency"], "a row or more", frequency);
  check.refuseFaults("INVALID_OPPORTUNITY_STATISTICS");
  for (let row = 0; row < frequency.length && check.issues.length < 20; row++) {
    const [x, last, n, people] = [frequency[row]!, recency[row]!, opportunities[row]!, weight?.[row] ?? 1];
    if (!(Number.isFinite(people) && people >= 0))
      check.report(["weight", row], "a number of people, not below zero", people);
    checkOccasions({ frequency: x, recency: last, opportunities: n }, [], check, [row]);
  }
  check.refuseFaults("INVALID_OPPORTUNITY_STATISTICS");
}

/** A sum over all of them is taken for each history. */
const MOST_OCCASIONS = 10_000;

/** One history: at `before`, the name of what is wrong, and `after`. */
export function checkOccasions(
  { frequency: x, recency: last, opportunities: n }: OpportunityHistory,
  before: Path,
  check: Checker,
  after: Path = [],
): void {
  const at = (name: keyof OpportunityHistory) => [...before, name, ...after];
  if (!(Number.isInteger(n) && n >= 0 && n <= MOST_OCCASIONS)) {
    check.report(at("opportunities"), `a whole number from 0 to ${MOST_OCCASIONS}`, n);
  } else if (!(Number.isInteger(last) && last >= 0 && last <= n)) check.report(at("recency"), `0 to ${n}`, last);
  else if (!(Number.isInteger(x) && x >= 0 && x <= last && x > 0 === last > 0)) {
    check.report(at("frequency"), `occasions up to the last one, ${last}, and 0 with it`, x);
  }
}

/** Fader, Hardie, Shang (2010), eq. 3: the sum over when somebody may have left, each term as a logarithm. */
function likelihood(data: OpportunityStatistics, weight: Column): (logs: readonly number[]) => ValueWithGradient {
  const { frequency, recency, opportunities } = data;
  return (logs) => {
    const [alpha, beta, gamma, delta] = logs.map(Math.exp) as [number, number, number, number];
    let value = 0;
    const slopes = [0, 0, 0, 0];
    for (let row = 0; row < frequency.length; row++) {
      const [x, last, n] = [frequency[row]!, recency[row]!, opportunities[row]!];
      // Alive through all n occasions, or gone after occasion last + i.
      const terms = [{ misses: n - x, gone: 0, lived: n }];
      for (let i = 0; i < n - last; i++) terms.push({ misses: last - x + i, gone: 1, lived: last + i });
      const sizes = terms.map(
        ({ misses, gone, lived }) => logBeta(alpha + x, beta + misses) + logBeta(gamma + gone, delta + lived),
      );
      const most = Math.max(...sizes);
      const shares = sizes.map((size) => Math.exp(size - most));
      const total = shares.reduce((sum, share) => sum + share, 0);
      const whole = logBeta(alpha, beta) + logBeta(gamma, delta);
      const w = weight[row]!;
      value += w * (most + Math.log(total) - whole);
      const all = digamma(alpha + beta);
      const life = digamma(gamma + delta);
      slopes[0]! += w * (digamma(alpha + x) - digamma(alpha) + all);
      slopes[1]! += w * (all - digamma(beta));
      slopes[2]! += w * (life - digamma(gamma));
      slopes[3]! += w * (life - digamma(delta));
      for (const [i, { misses, gone, lived }] of terms.entries()) {
        const share = (w * shares[i]!) / total;
        const tried = digamma(alpha + x + beta + misses);
        const passed = digamma(gamma + gone + delta + lived);
        slopes[0]! -= share * tried;
        slopes[1]! += share * (digamma(beta + misses) - tried);
        slopes[2]! += share * (digamma(gamma + gone) - passed);
        slopes[3]! += share * (digamma(delta + lived) - passed);
      }
    }
    const parameters = [alpha, beta, gamma, delta];
    return { value: -value, gradient: slopes.map((slope, i) => -slope * parameters[i]!) };
  };
}
