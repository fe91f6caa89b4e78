import { divideRounded, type Rounding } from "../../core/index.js";

/** An exact quotient of two integers; the divisor is positive. */
export interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

export const zero: Fraction = { n: 0n, d: 1n };
export const fractionOf = (whole: number): Fraction => ({ n: BigInt(whole), d: 1n });
export const plus = (a: Fraction, b: Fraction): Fraction =>
  a.d === b.d ? { n: a.n + b.n, d: a.d } : { n: a.n * b.d + b.n * a.d, d: a.d * b.d };
export const minus = ({ n, d }: Fraction): Fraction => ({ n: -n, d });
export const times = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.n, d: a.d * b.d });
export const isMore = (a: Fraction, b: Fraction): boolean => a.n * b.d > b.n * a.d;
/** Rounded to whole points. */
export const rounded = (a: Fraction, mode: Rounding): Fraction => ({ n: divideRounded(a.n, a.d, mode), d: 1n });
export const numberOf = ({ n, d }: Fraction): number => Number(n) / Number(d);

/** As text in lowest terms, for what is carried to the next order. */
export function written({ n, d }: Fraction): string {
  let [a, b] = [n < 0n ? -n : n, d];
  while (b > 0n) [a, b] = [b, a % b];
  return a === 0n ? "0/1" : `${n / a}/${d / a}`;
}

export function readFraction(text: string): Fraction {
  const [n = "0", d = "1"] = text.split("/");
  return { n: BigInt(n), d: BigInt(d) };
}
