/**
 * Moves the k-th smallest of `values[left..right]` to position k, smaller or equal ones to its left, larger or equal
 * ones to its right (R. W. Floyd and R. L. Rivest, "Algorithm 489: The Algorithm SELECT", CACM 18 (1975) 173).
 * Expected n + min(k, n - k) + O(sqrt n) comparisons; the caller guarantees left <= k <= right and no NaN.
 */
export function floydRivest(values: Float64Array, left: number, right: number, k: number): void {
  let from = left;
  let to = right;
  while (to > from) {
    // Large ranges: select within a sample around k first, so that the pivot lands next to the k-th value.
    if (to - from > SAMPLED_FROM) {
      const n = to - from + 1;
      const i = k - from + 1;
      const z = Math.log(n);
      const sample = 0.5 * Math.exp((2 * z) / 3);
      const deviation = 0.5 * Math.sqrt((z * sample * (n - sample)) / n) * Math.sign(i - n / 2);
      floydRivest(
        values,
        Math.max(from, Math.floor(k - (i * sample) / n + deviation)),
        Math.min(to, Math.floor(k + ((n - i) * sample) / n + deviation)),
        k,
      );
    }
    const pivot = values[k]!;
    let i = from;
    let j = to;
    swap(values, from, k);
    if (values[to]! > pivot) swap(values, to, from);
    while (i < j) {
      swap(values, i, j);
      i++;
      j--;
      while (values[i]! < pivot) i++;
      while (values[j]! > pivot) j--;
    }
    if (values[from]! === pivot) swap(values, from, j);
    else swap(values, ++j, to);
    if (j <= k) from = j + 1;
    if (k <= j) to = j - 1;
  }
}

/** The bound of the published algorithm. */
const SAMPLED_FROM = 600;

function swap(values: Float64Array, i: number, j: number): void {
  const kept = values[i]!;
  values[i] = values[j]!;
  values[j] = kept;
}
