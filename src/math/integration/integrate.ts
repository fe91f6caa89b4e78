import { requireFunction } from "../../core/shared.js";
import { checkFinite } from "../checks.js";
import { gaussLegendreRule } from "./gauss-legendre-rule.js";

/** Options of {@link integrate}. */
export interface IntegrateOptions {
  /** Nodes of the Gauss-Legendre rule, 1 to 512; default 32. */
  readonly nodes?: number | undefined;
}

/**
 * The integral of a smooth function from one finite bound to another, by one Gauss-Legendre rule (DLMF 3.5(v)).
 *
 * Exact for polynomials of degree 2 nodes - 1; split the interval yourself where the function has a kink or a sharp
 * peak. The function is asked inside the interval only, never at its ends. Exchanged bounds change the sign.
 * @throws NOT_A_FINITE_NUMBER also where the function is not finite, NUMBER_OUT_OF_RANGE
 * @example
 * import { integrate } from "clientele/math";
 * integrate((x) => x * x, 0, 3); // ≈ 9.000000000000
 * @category Calculus
 */
export function integrate(
  integrand: (x: number) => number,
  from: number,
  to: number,
  options: IntegrateOptions = {},
): number {
  requireFunction(integrand, "integrand");
  checkFinite(from, ["from"]);
  checkFinite(to, ["to"]);
  const { nodes, weights } = gaussLegendreRule(options.nodes ?? 32);
  const middle = from / 2 + to / 2;
  const half = to / 2 - from / 2;
  let sum = 0;
  for (let i = 0; i < nodes.length; i++) sum += weights[i]! * integrand(middle + half * nodes[i]!);
  const value = half * sum;
  checkFinite(value, ["integrand"]);
  return value;
}
