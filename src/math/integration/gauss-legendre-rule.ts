import type { Column } from "../../core/index.js";
import { checkInteger } from "../checks.js";

/** Nodes, ascending between -1 and 1, and their weights, which add up to 2. */
export interface QuadratureRule {
  readonly nodes: Column;
  readonly weights: Column;
}

// A rule depends on its count alone, and fits ask for the same one again and again. A cache of pure data.
const rules = new Map<number, QuadratureRule>();

/**
 * The Gauss-Legendre rule of 1 to 512 nodes on [-1, 1]: Σ weight f(node) integrates polynomials of degree 2 count - 1
 * exactly.
 *
 * Nodes are the roots of the Legendre polynomial by Newton's method, weights 2 / ((1 - x²) P′(x)²) (DLMF 3.5(v)).
 * @throws NOT_A_FINITE_NUMBER, NUMBER_OUT_OF_RANGE
 * @example
 * import { gaussLegendreRule } from "clientele/math";
 * Array.from(gaussLegendreRule(3).weights, (weight) => weight.toFixed(6)); // => ["0.555556", "0.888889", "0.555556"]
 * @category Calculus
 */
export function gaussLegendreRule(count: number): QuadratureRule {
  checkInteger(count, 1, 512, ["count"]);
  let rule = rules.get(count);
  if (rule === undefined) {
    rule = legendreRule(count);
    rules.set(count, rule);
  }
  return rule;
}

function legendreRule(count: number): QuadratureRule {
  const nodes = new Float64Array(count);
  const weights = new Float64Array(count);
  for (let i = 0; i < Math.ceil(count / 2); i++) {
    let x = Math.cos((Math.PI * (i + 0.75)) / (count + 0.5));
    let slope = 0;
    // Newton's method doubles the digits of the guess each time: five steps reach the last one for every count.
    for (let step = 0; step < 6; step++) {
      const value = legendre(count, x);
      slope = value.slope;
      x -= value.at / slope;
    }
    if (2 * i + 1 === count) x = 0;
    nodes[i] = -x;
    nodes[count - 1 - i] = x;
    weights[i] = weights[count - 1 - i] = 2 / ((1 - x * x) * slope * slope);
  }
  return { nodes, weights };
}

/** P(x) of degree n and its slope, by the three-term recurrence (DLMF 14.10.3, 14.10.5). */
function legendre(n: number, x: number): { readonly at: number; readonly slope: number } {
  let before = 1;
  let at = x;
  for (let k = 2; k <= n; k++) {
    const next = ((2 * k - 1) * x * at - (k - 1) * before) / k;
    before = at;
    at = next;
  }
  return { at, slope: (n * (x * at - before)) / (x * x - 1) };
}
