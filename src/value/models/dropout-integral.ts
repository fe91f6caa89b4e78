import { gaussLegendreRule } from "../../math/index.js";

/** What a history without dropout until t_x says of a dropout between t_x and T, relative to its value at t_x; see {@link dropoutIntegral}. */
export interface DropoutIntegral {
  /** ∫ f */
  mass: number;
  /** ∫ f u, ∫ f ln((far + t) / (far + t_x)) */
  nearLog: number;
  farLog: number;
  /** ∫ f (near + t_x) / (near + t), ∫ f (far + t_x) / (far + t) */
  nearInverse: number;
  farInverse: number;
}

// Nodes by the range of the exponent: with these the rule is exact to about 1e-14 (error of the rule on e^(-E v)).
const rules = [
  [1, 8],
  [3, 12],
  [8, 16],
  [16, 20],
  [28, 28],
] as const;
const NEGLIGIBLE = 38; // e^-38 is below 2^-53

/**
 * The integral of (near + t)^-p (far + t)^-q over t from t_x to T, divided by (near + t_x)^(1-p) (far + t_x)^-q, where near ≤ far: in
 * u = ln((near + t) / (near + t_x)) all terms are positive and the integrand decays about exponentially, so that one Gauss-Legendre rule does.
 * With its first derivatives' integrals; written into `into`.
 */
export function dropoutIntegral(
  into: DropoutIntegral,
  p: number,
  q: number,
  span: { readonly near: number; readonly far: number; readonly length: number },
): void {
  const { near, far, length } = span;
  into.mass = into.nearLog = into.farLog = into.nearInverse = into.farInverse = 0;
  if (length <= 0) return;
  const share = near / far;
  let end = Math.log1p(length / near);
  const decay = p - 1 + q * share;
  if (decay > 0) end = Math.min(end, NEGLIGIBLE / decay);
  const range = Math.abs(p - 1) * end + q * Math.log1p(share * Math.expm1(end));
  const { nodes, weights } = gaussLegendreRule(nodesFor(range));
  const half = end / 2;
  for (let i = 0; i < nodes.length; i++) {
    const u = half * (1 + nodes[i]!);
    const grown = Math.exp(u);
    const farGrown = 1 + share * (grown - 1);
    const log = Math.log(farGrown);
    const f = weights[i]! * Math.exp(-(p - 1) * u - q * log);
    into.mass += f;
    into.nearLog += f * u;
    into.farLog += f * log;
    into.nearInverse += f / grown;
    into.farInverse += f / farGrown;
  }
  into.mass *= half;
  into.nearLog *= half;
  into.farLog *= half;
  into.nearInverse *= half;
  into.farInverse *= half;
}

function nodesFor(range: number): number {
  for (const [most, nodes] of rules) if (range <= most) return nodes;
  return 40;
}
