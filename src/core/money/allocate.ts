import type { ClienteleError } from "../errors/clientele-error.js";
import { refusal } from "../errors/refusal.js";
import type { Column } from "../tables/column.js";
import { scaledIntegerOf } from "./scaled-integer.js";
import { requireWholeMinorUnits } from "./whole-minor-units.js";

/**
 * Splits whole units (minor units, points) by weights so that the parts add up to the total exactly.
 * Largest remainder (Hamilton's method): each part gets its share rounded towards zero, then the units left over go one each
 * to the largest remainders; equal remainders are served in order of position. A negative total is split like its positive
 * and negated. A weight is the decimal it prints as, so 0.1 and 0.2 are exactly one to two; a weight of 0 gets 0.
 * @throws INVALID_WEIGHTS unless the weights are finite, not negative and not all zero; AMOUNT_OUT_OF_RANGE
 * @example
 * import { allocate } from "clientele/core";
 * allocate(100, [1, 1, 1]); // => [34, 33, 33]
 * allocate(-5n, [0.7, 0, 0.3]); // => [-4n, 0n, -1n]
 * @category Money
 */
export function allocate(total: number, weights: Column): number[];
export function allocate(total: bigint, weights: Column): bigint[];
export function allocate(total: number | bigint, weights: Column): number[] | bigint[] {
  requireWholeMinorUnits(total, ["total"]);
  const parts = largestRemainder(BigInt(total), wholeWeights(weights));
  return typeof total === "bigint" ? parts : parts.map(Number);
}

function largestRemainder(total: bigint, weights: readonly bigint[]): bigint[] {
  const sign = total < 0n ? -1n : 1n;
  const units = total * sign;
  const weightSum = weights.reduce((sum, weight) => sum + weight, 0n);
  const parts = weights.map((weight) => (units * weight) / weightSum);
  const remainders = weights.map((weight) => (units * weight) % weightSum);
  const left = Number(units - parts.reduce((sum, part) => sum + part, 0n));
  // The sort is stable, so equal remainders keep their order of position.
  const served = weights.map((_, position) => position).sort((a, b) => compare(remainders[b]!, remainders[a]!));
  for (const position of served.slice(0, left)) parts[position]! += 1n;
  return sign === 1n ? parts : parts.map((part) => -part);
}

/** The same proportions in whole numbers: all weights at the finest scale among them. */
function wholeWeights(weights: Column): readonly bigint[] {
  if (typeof Object(weights)[Symbol.iterator] !== "function") throw invalidWeights([], "a list of numbers", weights);
  const decimals = Array.from(weights, (weight, position) => {
    if (Number.isFinite(weight) && weight >= 0) return scaledIntegerOf(weight);
    throw invalidWeights([position], "a finite number from 0", weight);
  });
  const finest = decimals.reduce((scale, decimal) => Math.max(scale, decimal.scale), 0);
  const whole = decimals.map(({ units, scale }) => units * 10n ** BigInt(finest - scale));
  if (whole.some((weight) => weight > 0n)) return whole;
  throw invalidWeights([], "at least one weight above zero", Array.from(weights));
}

const compare = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0);

const invalidWeights = (path: readonly number[], expected: string, received: unknown): ClienteleError =>
  refusal("INVALID_WEIGHTS", ["weights", ...path], expected, received);
