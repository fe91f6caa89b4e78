/** Random numbers of the usual distributions, drawn from uniform ones in [0, 1). */
type Random = () => number;

/** Exponential with the given rate. */
export const exponential = (random: Random, rate: number): number => -Math.log(1 - random()) / rate;

/** Gamma with a shape and rate 1, by Marsaglia and Tsang (2000); shapes below 1 by their boost. */
export function gamma(random: Random, shape: number): number {
  if (shape < 1) return gamma(random, shape + 1) * (1 - random()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(random);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** Beta, as the share of one gamma in two. */
export function beta(random: Random, a: number, b: number): number {
  const left = gamma(random, a);
  return left / (left + gamma(random, b));
}

/** Standard normal, by Box and Muller. */
function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
