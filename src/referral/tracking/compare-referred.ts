import { type Assessed, type Column, known, unknown } from "../../core/index.js";
import { customerPositions, requireList } from "../../core/shared.js";
import { type CustomerBase, requireBase } from "../../history/index.js";
import { findRoot, studentTTail, wilsonInterval } from "../../math/index.js";

/** An estimate with its 95 % interval. */
export interface Estimated {
  readonly value: number;
  readonly interval: readonly [lower: number, upper: number];
}

/**
 * The share of customers who were referred, with Wilson's 95 % interval. Ids that are not in the base do not count; no customers: unknown.
 * @throws INVALID_BASE
 * @example
 * import { summarizePurchases } from "clientele/history";
 * import { referralRate } from "clientele/referral";
 * const bought = (customerId: string) => ({ id: customerId, customerId, at: "2026-03-01", amount: "10.00", currency: "EUR" });
 * const base = summarizePurchases(["ann", "ben", "cai", "dee"].map(bought), { asOf: "2026-04-01" });
 * const rate = referralRate(base, ["ben", "somebody else"]);
 * rate.status === "known" && rate.value.value; // => 0.25
 * @category Referral tracking
 */
export function referralRate(base: CustomerBase, referredIds: Column<string>): Assessed<Estimated> {
  requireBase(base);
  if (base.size === 0) return unknown(["customers"]);
  const referred = rowsOf(base, referredIds).size;
  return known({ value: referred / base.size, interval: wilsonInterval(referred, base.size) });
}

/** Referred customers less the others. */
export interface ReferredComparison {
  /** Difference of mean net spend, in the base's currency. */
  readonly net: Assessed<Estimated>;
  /** Difference of the shares who bought on two days or more. */
  readonly repeatShare: Assessed<Estimated>;
}

/**
 * What referred customers are worth beside the others, and whether they come again, as differences with 95 % intervals.
 *
 * Net: Welch's interval for a difference of means (B. L. Welch, Biometrika 34 (1947) 28); it takes two customers on each side.
 * Repeat share: Newcombe's interval from two of Wilson's (R. G. Newcombe, Statistics in Medicine 17 (1998) 873, method 10).
 * A difference is not an effect: referred customers may differ before anybody refers them, and those who came lately have had less time.
 * @throws INVALID_BASE
 * @example
 * import { summarizePurchases } from "clientele/history";
 * import { compareReferred } from "clientele/referral";
 * const rows = [["ann", "10.00"], ["ben", "20.00"], ["cai", "40.00"], ["dee", "60.00"]] as const;
 * const bought = rows.map(([customerId, amount]) => ({ id: customerId, customerId, at: "2026-03-01", amount, currency: "EUR" }));
 * const { net } = compareReferred(summarizePurchases(bought, { asOf: "2026-04-01" }), ["cai", "dee"]);
 * net.status === "known" && net.value.value; // => 35
 * @category Referral tracking
 */
export function compareReferred(base: CustomerBase, referredIds: Column<string>): ReferredComparison {
  requireBase(base);
  const referred = rowsOf(base, referredIds);
  const others = new Set(Array.from({ length: base.size }, (_, row) => row).filter((row) => !referred.has(row)));
  const { netMinor, purchaseDays } = base.columns;
  const net = (row: number): number => (netMinor[row] as number) / 10 ** base.scale;
  const repeats = (rows: ReadonlySet<number>): number =>
    [...rows].filter((row) => (purchaseDays[row] as number) > 1).length;
  return {
    net: differenceOfMeans([...referred].map(net), [...others].map(net)),
    repeatShare: differenceOfShares(repeats(referred), referred.size, repeats(others), others.size),
  };
}

function rowsOf(base: CustomerBase, ids: Column<string>): ReadonlySet<number> {
  requireList(ids, "referredIds");
  const positions = customerPositions(base.customerIds);
  return new Set(Array.from(ids, (id) => positions.get(id)).filter((row) => row !== undefined));
}

const CONFIDENCE = 0.95;

function differenceOfMeans(left: readonly number[], right: readonly number[]): Assessed<Estimated> {
  const missing = missingSide(left.length, right.length, 2);
  if (missing !== undefined) return missing;
  const [a, b] = [moments(left), moments(right)];
  const value = a.mean - b.mean;
  const squared = a.error + b.error;
  if (squared === 0) return known({ value, interval: [value, value] });
  const freedom = squared ** 2 / (a.error ** 2 / (left.length - 1) + b.error ** 2 / (right.length - 1));
  const tail = (1 - CONFIDENCE) / 2;
  // One degree of freedom, the fewest there can be, has its quantile at 12.7.
  const quantile = findRoot((t) => studentTTail(t, freedom, "upper") - tail, 0, 13);
  const half = quantile * Math.sqrt(squared);
  return known({ value, interval: [value - half, value + half] });
}

/** The mean, and the squared standard error of it. */
function moments(values: readonly number[]): { readonly mean: number; readonly error: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, error: squares / (values.length - 1) / values.length };
}

function differenceOfShares(m: number, of: number, n: number, among: number): Assessed<Estimated> {
  const missing = missingSide(of, among, 1);
  if (missing !== undefined) return missing;
  const [p, q] = [m / of, n / among];
  const [pLow, pHigh] = wilsonInterval(m, of);
  const [qLow, qHigh] = wilsonInterval(n, among);
  const value = p - q;
  return known({ value, interval: [value - Math.hypot(p - pLow, qHigh - q), value + Math.hypot(pHigh - p, q - qLow)] });
}

function missingSide(referred: number, others: number, needed: number): ReturnType<typeof unknown> | undefined {
  const missing = [...(referred < needed ? ["referred"] : []), ...(others < needed ? ["others"] : [])];
  return missing.length === 0 ? undefined : unknown(missing);
}
