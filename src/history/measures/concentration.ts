import { type Assessed, formatMinorUnits, known, unknown } from "../../core/index.js";
import { checkOptions, finite } from "../../core/shared.js";
import type { CustomerBase } from "../customer-base.js";
import { requireBase } from "../require-base.js";
import { exactSum } from "../rows/exact-sum.js";

/** What {@link concentration} looks at. */
export interface ConcentrationOptions {
  /** The share of customers whose share of net is asked for, above 0 and up to 1; default 0.2. */
  readonly top?: number | undefined;
}

/**
 * How unevenly net is spread over the customers who have any.
 * @category Measures
 */
export interface Concentration {
  /** Customers with a net above zero: all shares are shares of these. */
  readonly customers: number;
  /** Customers left out, because their net is zero or less. */
  readonly notPositive: number;
  /** The net of the customers counted. */
  readonly net: string;
  /** The best `ceil(top × customers)` of them. */
  readonly top: { readonly customers: number; readonly net: string; readonly share: number };
  /** 0: all have the same; towards 1: one has everything. */
  readonly gini: number;
  /** The share curve, best customers first: what share of net each tenth of the customers (rounded up) makes up, from 0 to 1. */
  readonly curve: readonly { readonly customers: number; readonly net: number }[];
}

/**
 * How much of the net the best customers bring: their share, the share curve and the Gini coefficient.
 *
 * Gini = Σ (2 i − n − 1) x(i) / (n Σ x), net ascending, i from 1 (C. Gini, "Variabilità e mutabilità", 1912, in the form of A. Sen, "On Economic
 * Inequality", 1973). Customers with a net of zero or less are left out and counted: with them shares pass 100 %. Ties change nothing: only
 * sums are told. Unknown where nobody has a net above zero.
 * @throws INVALID_BASE, INVALID_OPTIONS
 * @example
 * import { concentration, summarizePurchases } from "clientele/history";
 * const order = (customerId: string, amount: string) => ({ id: customerId, customerId, at: "2026-03-01", amount, currency: "USD" });
 * const base = summarizePurchases([order("ann", "70.00"), order("ben", "20.00"), order("cai", "10.00")], { asOf: "2026-04-01" });
 * const spread = concentration(base, { top: 0.3 });
 * spread.status === "known" && spread.value.top; // => { customers: 1, net: "70.00", share: 0.7 }
 * spread.status === "known" && spread.value.gini; // => 0.4
 * @category Measures
 */
export function concentration(base: CustomerBase, options: ConcentrationOptions = {}): Assessed<Concentration> {
  requireBase(base);
  checkOptions<ConcentrationOptions>(options, { top: finite({ above: 0, to: 1 }) });
  const { top = 0.2 } = options;
  const ascending = new Float64Array(base.columns.netMinor).filter((net) => net > 0).sort();
  const customers = ascending.length;
  if (customers === 0) return unknown(["positiveNet"]);
  const total = exactSum(ascending, 0, customers);
  const netOf = (best: number): bigint => exactSum(ascending, customers - best, customers);
  const best = shareOf(top, customers);
  return known({
    customers,
    notPositive: base.size - customers,
    net: formatMinorUnits(total, base.scale),
    top: {
      customers: best,
      net: formatMinorUnits(netOf(best), base.scale),
      share: Number(netOf(best)) / Number(total),
    },
    gini: gini(ascending, Number(total)),
    curve: Array.from({ length: 11 }, (_, tenth) => ({
      customers: tenth / 10,
      net: Number(netOf(shareOf(tenth / 10, customers))) / Number(total),
    })),
  });
}

/** `ceil(share × customers)`, where a product that is a whole number but for its rounding stays that number: 0.07 of 100 are 7. */
const shareOf = (share: number, customers: number): number => Math.ceil(share * customers * (1 - 1e-12));

function gini(ascending: Float64Array, total: number): number {
  const n = ascending.length;
  let weighted = 0;
  for (let i = 0; i < n; i++) weighted += (2 * i + 1 - n) * ascending[i]!;
  return weighted / (n * total);
}
