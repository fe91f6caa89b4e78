/** The exact sum of safe integers that are not negative: as a bigint, because it may pass 2^53. */
export function exactSum(column: Float64Array, from: number, to: number): bigint {
  let total = 0n;
  let block = 0;
  for (let row = from; row < to; row++) {
    const next = block + (column[row] as number);
    if (next <= Number.MAX_SAFE_INTEGER) block = next;
    else {
      total += BigInt(block);
      block = column[row] as number;
    }
  }
  return total + BigInt(block);
}
