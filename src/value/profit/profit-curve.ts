import { formatMinorUnits } from "../../core/index.js";
import type { Contributions } from "./contribution-margin.js";
import { requireContributions } from "./require-contributions.js";

/** One point of the curve: so many of the best customers together. */
export interface ProfitCurvePoint {
  readonly customers: number;
  readonly cumulative: string;
  /** Of the total; null where the total is not above 0. */
  readonly share: number | null;
}

/**
 * Who makes the profit and who takes it away.
 * @category Profitability
 */
export interface ProfitCurve {
  readonly points: readonly ProfitCurvePoint[];
  /** Where the curve is highest: everybody after it makes it lower. */
  readonly peak: ProfitCurvePoint;
  /** Customers with a contribution below 0, and what they take away. */
  readonly losing: { readonly customers: number; readonly amount: string };
  /** Tenths of customers from the best on, as equal in number as can be. */
  readonly deciles: readonly { readonly decile: number; readonly customers: number; readonly contribution: string }[];
  readonly total: string;
  /** Customers of whom the contribution is not known: not in the curve. */
  readonly unknown: number;
}

/**
 * The whale curve: contributions added up from the best customer on (R. S. Kaplan and V. G. Narayanan, "Measuring and Managing Customer Profitability", 2001).
 *
 * With a total of 0 or less shares mean nothing: they are null and amounts stay. Equal contributions by id. Nobody: a curve of nothing.
 * @example
 * import { summarizePurchases } from "clientele/history";
 * import { contributionMargin, profitCurve } from "clientele/value";
 * const order = (customerId: string, amount: string, cost: string) => ({ id: customerId, customerId, at: "2026-01-05", amount, currency: "USD", cost });
 * const base = summarizePurchases([order("ann", "90.00", "10.00"), order("ben", "20.00", "0.00"), order("cai", "10.00", "30.00")], { asOf: "2026-04-01", measures: ["cost"] });
 * const { peak, losing } = profitCurve(contributionMargin(base));
 * [peak.customers, peak.share]; // => [2, 1.25]
 * losing; // => { customers: 1, amount: "-20.00" }
 * @category Profitability
 */
export function profitCurve(contributions: Contributions): ProfitCurve {
  requireContributions(contributions);
  const { scale } = contributions;
  const { values, known } = contributions.columns.contributionMinor;
  const rows = Array.from(known, (is, row) => (is === 1 ? row : -1)).filter((row) => row >= 0);
  rows.sort((a, b) => values[b]! - values[a]! || a - b);
  const amount = (minor: bigint): string => formatMinorUnits(minor, scale);
  const total = rows.reduce((sum, row) => sum + BigInt(values[row]!), 0n);
  const shareOf = (sum: bigint): number | null => (total > 0n ? Number(sum) / Number(total) : null);
  const points: ProfitCurvePoint[] = [];
  let [sum, highest, lost] = [0n, 0n, 0n];
  let [peak, losing] = [0, 0];
  rows.forEach((row, index) => {
    const minor = BigInt(values[row]!);
    sum += minor;
    if (sum > highest) [highest, peak] = [sum, index + 1];
    if (minor < 0n) {
      losing++;
      lost += minor;
    }
    points.push({ customers: index + 1, cumulative: amount(sum), share: shareOf(sum) });
  });
  const deciles = Array.from({ length: rows.length === 0 ? 0 : 10 }, (_, index) => {
    const [from, to] = [Math.round((index * rows.length) / 10), Math.round(((index + 1) * rows.length) / 10)];
    const own = rows.slice(from, to).reduce((all, row) => all + BigInt(values[row]!), 0n);
    return { decile: index + 1, customers: to - from, contribution: amount(own) };
  });
  return {
    points,
    peak: { customers: peak, cumulative: amount(highest), share: shareOf(highest) },
    losing: { customers: losing, amount: amount(lost) },
    deciles,
    total: amount(total),
    unknown: known.length - rows.length,
  };
}
