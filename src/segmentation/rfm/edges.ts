import { type Column, formatMinorUnits, readAmount } from "../../core/index.js";
import { quantiles } from "../../math/index.js";

/**
 * The inner type-7 quantiles at k / bins. Of whole numbers they are multiples of 1 / bins, so floating-point noise is rounded away:
 * without that, 3 could come out as 2.9999999999999996 and lose its ties.
 */
export function quantileEdges(values: Column, bins: number): number[] {
  if (values.length === 0) return Array.from({ length: bins - 1 }, () => 0);
  const probabilities = Array.from({ length: bins - 1 }, (_, index) => (index + 1) / bins);
  return quantiles(values, probabilities).map((edge) => Math.round(edge * bins) / bins);
}

/** The score of a value among ascending edges: 1 plus how many edges lie below it, so that `value <= edge` stays under the edge. */
export function scoreBelow(value: number, edges: readonly number[]): number {
  let score = 1;
  for (let i = 0; i < edges.length; i++) score += +(value > edges[i]!);
  return score;
}

/** The scores of a column. A loop, because `from` with a function walks an iterator and took ten times as long on 100,000 customers. */
export function scoresBelow(values: Float64Array, edges: readonly number[]): Uint8Array {
  const scores = new Uint8Array(values.length);
  for (let row = 0; row < values.length; row++) scores[row] = scoreBelow(values[row]!, edges);
  return scores;
}

/** Decimals that an edge of money may have beyond the base's scale. */
const EDGE_DIGITS = 6;

/** An edge in minor units as a decimal string, cut (never rounded up) after six more decimals, without needless zeros. */
export function formatMoneyEdge(edge: number, bins: number, scale: number): string {
  const numerator = BigInt(Math.round(edge * bins)) * 10n ** BigInt(EDGE_DIGITS);
  const text = formatMinorUnits(floorDivide(numerator, BigInt(bins)), scale + EDGE_DIGITS);
  return text.replace(new RegExp(`0{1,${EDGE_DIGITS}}$`), "").replace(/\.$/, "");
}

/** The whole minor units that lie at or below an edge written as a decimal: amounts are whole, so nothing is lost. */
export function readMoneyEdge(edge: string, scale: number): number | undefined {
  const decimal = readAmount(edge);
  if (decimal === undefined) return undefined;
  const finer = BigInt(Math.max(decimal.scale - scale, 0));
  return Number(floorDivide(decimal.units * 10n ** BigInt(Math.max(scale - decimal.scale, 0)), 10n ** finer));
}

function floorDivide(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator;
  return numerator < 0n && quotient * denominator !== numerator ? quotient - 1n : quotient;
}
