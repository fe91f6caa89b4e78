import type { Column } from "../../core/index.js";
import { checkColumn, checkPositive, checkSameLength, refuse } from "../checks.js";

/** Options of {@link isotonicFit}. */
export interface IsotonicFitOptions {
  /** How much each value counts, above 0; by default all the same. */
  readonly weights?: Column | undefined;
  /** Whether the fit never falls (default) or never rises. */
  readonly direction?: "increasing" | "decreasing" | undefined;
}

/**
 * The monotone column nearest to the given one in weighted least squares.
 *
 * Pool adjacent violators (R. E. Barlow, D. J. Bartholomew, J. M. Bremner and H. D. Brunk, "Statistical Inference under
 * Order Restrictions", 1972): neighbours out of order are replaced by their weighted mean until none are left. Linear
 * time. Nothing fits nothing; what is monotone already stays as it is.
 * @throws NOT_A_FINITE_NUMBER, NUMBER_OUT_OF_RANGE, LENGTHS_DIFFER, INVALID_OPTIONS
 * @example
 * import { isotonicFit } from "clientele/math";
 * isotonicFit([1, 3, 2, 4]); // => [1, 2.5, 2.5, 4]
 * @category Numbers
 */
export function isotonicFit(values: Column, options: IsotonicFitOptions = {}): Float64Array {
  const { weights, direction = "increasing" } = options;
  checkColumn(values, "values");
  if (weights !== undefined) {
    checkSameLength(weights, "weights", values.length);
    for (let i = 0; i < weights.length; i++) checkPositive(weights[i]!, ["weights", i]);
  }
  switch (direction) {
    case "increasing":
      return poolViolators(values, weights, 1);
    case "decreasing":
      return poolViolators(values, weights, -1);
    default:
      return refuse("INVALID_OPTIONS", ["direction"], '"increasing" or "decreasing"', direction satisfies never);
  }
}

/** A run of neighbours that share one level: its weighted mean, its weight and where it ends. */
interface Block {
  readonly level: number;
  readonly weight: number;
  readonly end: number;
}

function poolViolators(values: Column, weights: Column | undefined, sign: 1 | -1): Float64Array {
  const blocks: Block[] = [];
  for (let i = 0; i < values.length; i++) {
    let block: Block = { level: values[i]!, weight: weights === undefined ? 1 : weights[i]!, end: i + 1 };
    for (let before = blocks.at(-1); before !== undefined && sign * before.level > sign * block.level; ) {
      const weight = before.weight + block.weight;
      const share = block.weight / weight;
      block = { level: before.level * (1 - share) + block.level * share, weight, end: block.end };
      blocks.pop();
      before = blocks.at(-1);
    }
    blocks.push(block);
  }
  const fit = new Float64Array(values.length);
  let from = 0;
  for (const { level, end } of blocks) {
    fit.fill(level, from, end);
    from = end;
  }
  return fit;
}
