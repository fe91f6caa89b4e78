import { refusal } from "../errors/refusal.js";
import type { Column } from "../tables/column.js";
import { requireWholeMinorUnits } from "./whole-minor-units.js";

const BLOCK = 1024;

/**
 * The exact sum of a column of whole minor units: a number where a safe integer holds it, a bigint past 2^53.
 * Signs may mix and the order does not matter. An empty column sums to 0.
 * @throws INVALID_AMOUNT for what is no column, AMOUNT_OUT_OF_RANGE for a value that is no safe integer, at its position
 * @example
 * import { sumMinorUnits } from "clientele/core";
 * sumMinorUnits([1999, -500, 1]); // => 1500
 * sumMinorUnits([Number.MAX_SAFE_INTEGER, 2]); // => 9007199254740993n
 * @category Money
 */
export function sumMinorUnits(column: Column): number | bigint {
  if (typeof column !== "object" || column === null || !Number.isInteger(column.length)) {
    const expected = "a column of whole minor units";
    throw refusal("INVALID_AMOUNT", ["column"], expected, column);
  }
  let exact = 0n;
  let sum = 0;
  for (let from = 0; from < column.length; from += BLOCK) {
    const to = Math.min(from + BLOCK, column.length);
    const block = sumSafely(column, from, to);
    if (block !== undefined && Number.isSafeInteger(sum + block)) {
      sum += block;
    } else {
      exact += BigInt(sum) + (block === undefined ? sumExactly(column, from, to) : BigInt(block));
      sum = 0;
    }
  }
  if (exact === 0n) return sum;
  exact += BigInt(sum);
  const narrow = Number(exact);
  return Number.isSafeInteger(narrow) ? narrow : exact;
}

// While the sum of magnitudes is a safe integer, so is every sum on the way, whatever the signs: no check per value.
function sumSafely(column: Column, from: number, to: number): number | undefined {
  let sum = 0;
  let magnitude = 0;
  for (let at = from; at < to; at++) {
    const value = column[at] as number;
    if (Math.floor(value) !== value) return undefined;
    sum += value;
    magnitude += Math.abs(value);
  }
  return Number.isSafeInteger(magnitude) ? sum + 0 : undefined;
}

function sumExactly(column: Column, from: number, to: number): bigint {
  let sum = 0n;
  for (let at = from; at < to; at++) {
    const value = column[at] as number;
    requireWholeMinorUnits(value, [at]);
    sum += BigInt(value);
  }
  return sum;
}
