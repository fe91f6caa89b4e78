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

/** The exact sum of each code's rows. */
export function exactSums(codes: Int32Array, column: Float64Array, size: number): readonly bigint[] {
  const totals = new Array<bigint>(size).fill(0n);
  const blocks = new Float64Array(size);
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row]!;
    const next = blocks[code]! + column[row]!;
    if (next <= Number.MAX_SAFE_INTEGER) blocks[code] = next;
    else {
      totals[code]! += BigInt(blocks[code]!);
      blocks[code] = column[row]!;
    }
  }
  return totals.map((total, code) => total + BigInt(blocks[code]!));
}
