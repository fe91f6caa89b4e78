/** Σ over customers of ln Γ(c + x) − ln Γ(c) and its slope in c, by how many customers have each x. Exact sums: x is whole. */
export function risingSums(
  customersBy: Float64Array,
  c: number,
  shift = 0,
): { readonly log: number; readonly slope: number } {
  let log = 0;
  let slope = 0;
  let total = 0;
  let totalSlope = 0;
  for (let k = 0; k < shift; k++) {
    log += Math.log(c + k);
    slope += 1 / (c + k);
  }
  for (let x = 0; x < customersBy.length; x++) {
    total += customersBy[x]! * log;
    totalSlope += customersBy[x]! * slope;
    log += Math.log(c + x + shift);
    slope += 1 / (c + x + shift);
  }
  return { log: total, slope: totalSlope };
}
