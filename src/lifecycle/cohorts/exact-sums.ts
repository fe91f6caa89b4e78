/** A sum per row and column, zero at first. */
export interface Sums {
  add(row: number, column: number, value: number): void;
  at(row: number, column: number): number | bigint;
}

/** Sums of whole numbers, exact at any size: what passes 2^53 is carried on as a bigint. */
export function exactSums(rows: number, columns: number): Sums {
  const sums = new Float64Array(rows * columns);
  const carried = new Map<number, bigint>();
  return {
    add(row, column, value) {
      const cell = row * columns + column;
      const sum = sums[cell]! + value;
      if (Number.isSafeInteger(sum)) sums[cell] = sum;
      else {
        carried.set(cell, (carried.get(cell) ?? 0n) + BigInt(sums[cell]!));
        sums[cell] = value;
      }
    },
    at(row, column) {
      const cell = row * columns + column;
      const carry = carried.get(cell);
      return carry === undefined ? sums[cell]! : carry + BigInt(sums[cell]!);
    },
  };
}
