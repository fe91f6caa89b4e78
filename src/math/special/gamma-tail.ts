import { deviance } from "./deviance.js";
import { logGammaOf, logGammaOnePlus } from "./log-gamma-of.js";
import { normalUpperTail } from "./normal-upper-tail.js";
import { polynomial } from "./polynomial.js";
import { stirlingError } from "./stirling-error.js";

/** P(a, x) or Q(a, x) for a > 0, x >= 0, unchecked. */
export function gammaTail(a: number, x: number, upper: boolean): number {
  if (x === 0) return upper ? 1 : 0;
  if (a > LARGE) return uniformTail(a, x, upper);
  if (a <= 1 && x <= 1) return nearZero(a, x, upper);
  if (x < a + 1) {
    const lower = (density(a, x) / a) * lowerSeries(a, x);
    return upper ? 1 - lower : lower;
  }
  const above = density(a, x) * upperFraction(a, x);
  return upper ? above : 1 - above;
}

/** From here on the two expansions below would take √a terms. */
const LARGE = 1e5;

/** x^a e^-x / Γ(a), through Stirling's formula, so that no large logarithms cancel (Loader 2000). */
const density = (a: number, x: number): number =>
  Math.sqrt(a / (2 * Math.PI)) * Math.exp(-stirlingError(a) - deviance(a, x));

/** 1 + x/(a+1) + x²/((a+1)(a+2)) + … (DLMF 8.11.4). */
function lowerSeries(a: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 1; term > sum * Number.EPSILON * 0.1; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return sum;
}

/** 1/(x+1-a - 1(1-a)/(x+3-a - 2(2-a)/(x+5-a - …))) (DLMF 8.9.2, even part), by Lentz's method. */
function upperFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = Number.MAX_VALUE;
  let d = 1 / b;
  let value = d;
  for (let n = 1; ; n++) {
    const numerator = n * (a - n);
    b += 2;
    d = 1 / (numerator * d + b);
    c = b + numerator / c;
    const factor = c * d;
    value *= factor;
    if (Math.abs(factor - 1) <= Number.EPSILON) return value;
  }
}

/** For a, x <= 1 from x^a / Γ(a+1) (1 + a Σ (-x)^n / (n! (a+n))) (DLMF 8.7.1): Q keeps its digits where P is almost 1. */
function nearZero(a: number, x: number, upper: boolean): number {
  let power = 1;
  let sum = 0;
  for (let n = 1; Math.abs(power) > Number.EPSILON * 0.01; n++) {
    power *= -x / n;
    sum += power / (a + n);
  }
  const log = a * Math.log(x) - (a <= 0.5 ? logGammaOnePlus(a) : logGammaOf(1 + a));
  return upper ? -Math.expm1(log) - Math.exp(log) * a * sum : Math.exp(log) * (1 + a * sum);
}

// c0, c1, c2 of DLMF 8.12.9-8.12.10 as power series in η, computed in exact fractions.
const C0 = [
  -0.3333333333333333, 0.08333333333333333, -0.014814814814814815, 0.0011574074074074073, 0.0003527336860670194,
  -0.0001787551440329218, 3.919263178522438e-5, -2.185448510679992e-6, -1.85406221071516e-6, 8.296711340953087e-7,
  -1.7665952736826078e-7, 6.707853543401498e-9, 1.0261809784240309e-8,
];
const C1 = [
  -0.001851851851851852, -0.003472222222222222, 0.0026455026455026454, -0.0009902263374485596, 0.00020576131687242798,
  -4.018775720164609e-7, -1.8098550334489977e-5,
];
const C2 = [0.004133597883597883, -0.0026813271604938273, 0.0007716049382716049];

/** N. M. Temme's expansion for large a (DLMF 8.12.3-8.12.8): Q = P(Z > η √a) + φ(η √a) / √a Σ c_k(η) / a^k. */
function uniformTail(a: number, x: number, upper: boolean): number {
  const exponent = deviance(a, x);
  if (exponent > 750) return upper === x < a ? 1 : 0; // the other tail is below the smallest double
  const eta = Math.sign(x - a) * Math.sqrt((2 * exponent) / a);
  const series = polynomial(C0, eta) + (polynomial(C1, eta) + polynomial(C2, eta) / a) / a;
  const correction = (Math.exp(-exponent) / Math.sqrt(2 * Math.PI * a)) * series;
  const z = Math.sign(x - a) * Math.sqrt(2 * exponent);
  return upper ? normalUpperTail(z) + correction : normalUpperTail(-z) - correction;
}
