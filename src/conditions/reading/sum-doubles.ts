import { ratioOf } from "./quantity.js";

/**
 * The sum of IEEE numbers, correctly rounded once at the end, so that their order does not matter (J. R. Shewchuk, "Adaptive precision
 * floating-point arithmetic", 1997: non-overlapping partial sums; final rounding as in R. Hettinger's `msum`).
 */
export function sumDoubles(values: readonly number[]): number {
  const partials: number[] = [];
  for (const value of values) {
    let x = value;
    let kept = 0;
    for (const partial of partials) {
      const [large, small] = Math.abs(x) < Math.abs(partial) ? [partial, x] : [x, partial];
      const high = large + small;
      const low = small - (high - large);
      if (low !== 0) partials[kept++] = low;
      x = high;
    }
    partials.length = kept;
    partials.push(x);
  }
  return roundPartials(partials);
}

function roundPartials(partials: readonly number[]): number {
  let index = partials.length - 1;
  if (index < 0) return 0;
  let high = partials[index] as number;
  let low = 0;
  while (index > 0) {
    const before = high;
    const next = partials[--index] as number;
    high = before + next;
    low = next - (high - before);
    if (low !== 0) break;
  }
  // Half-way cases: the partials below decide which way to round.
  const below = partials[index - 1];
  if (index > 0 && below !== undefined && ((low < 0 && below < 0) || (low > 0 && below > 0))) {
    const doubled = low * 2;
    const rounded = high + doubled;
    if (doubled === rounded - high) return rounded;
  }
  return high;
}

/** The mean of IEEE numbers, rounded once, so that it never leaves the range of its values. */
export function meanOfDoubles(values: readonly number[]): number {
  const sum = values.reduce((total, value) => total + value, 0);
  const isWhole = values.every(Number.isSafeInteger) && Number.isSafeInteger(sum);
  if (isWhole) return sum / values.length;
  let numerator = 0n;
  let denominator = 1n;
  for (const value of values) {
    const { numerator: own, denominator: scale } = ratioOf(value);
    const finer = BigInt(scale) > denominator ? BigInt(scale) : denominator;
    numerator = numerator * (finer / denominator) + BigInt(own) * (finer / BigInt(scale));
    denominator = finer;
  }
  return nearestDouble(numerator, denominator * BigInt(values.length));
}

/** An exact fraction as the nearest double: 64 bits of the quotient and a mark for what is left decide the rounding. */
function nearestDouble(numerator: bigint, denominator: bigint): number {
  const size = numerator < 0n ? -numerator : numerator;
  const shift = Math.max(0, 64 + denominator.toString(2).length - size.toString(2).length);
  const shifted = size << BigInt(shift);
  const quotient = shifted / denominator;
  const marked = shifted % denominator === 0n ? quotient : quotient | 1n;
  // In two steps, since neither factor may vanish.
  const value = Number(marked) * 2 ** -Math.floor(shift / 2) * 2 ** -Math.ceil(shift / 2);
  return numerator < 0n ? -value : value;
}
