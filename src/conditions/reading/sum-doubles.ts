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
