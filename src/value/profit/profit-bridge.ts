import { formatMinorUnits } from "../../core/index.js";
import type { CustomerBase } from "../../history/index.js";
import type { Contributions } from "./contribution-margin.js";
import { requireSameCustomers } from "./identify-low-profit.js";

/** What a base's contribution is made of: customers × orders each × net per order × margin rate − cost to serve. */
export interface ProfitBridge {
  /** Those of whom the contribution is known. */
  readonly customers: number;
  readonly ordersPerCustomer: number;
  readonly netPerOrder: number;
  /** Before cost to serve. */
  readonly marginRate: number;
  /** Exact: net − cost of goods − cost to serve = contribution. */
  readonly net: string;
  readonly costOfGoods: string;
  readonly costToServe: string;
  readonly contribution: string;
}

/**
 * What the contribution of a base is made of, so that two periods can be held side by side. The amounts are exact; the factors multiply to them but for rounding.
 * @throws INVALID_BASE, INVALID_OPTIONS
 * @example
 * import { summarizePurchases } from "clientele/history";
 * import { contributionMargin, profitBridge } from "clientele/value";
 * const order = (id: string, customerId: string, amount: string, cost: string) => ({ id, customerId, at: "2026-01-05", amount, currency: "USD", cost });
 * const base = summarizePurchases([order("1", "ann", "90.00", "60.00"), order("2", "ann", "30.00", "20.00"), order("3", "ben", "60.00", "40.00")], { asOf: "2026-04-01", measures: ["cost"] });
 * const { ordersPerCustomer, netPerOrder, contribution } = profitBridge(contributionMargin(base), base);
 * [ordersPerCustomer, netPerOrder, contribution]; // => [1.5, 60, "60.00"]
 * @category Profitability
 */
export function profitBridge(contributions: Contributions, base: CustomerBase): ProfitBridge {
  requireSameCustomers(contributions, base);
  const { contributionMinor, costToServeMinor } = contributions.columns;
  const { scale, columns } = base;
  const sums = { customers: 0, orders: 0, net: 0, toServe: 0, contribution: 0 };
  for (let customer = 0; customer < base.size; customer++) {
    if (contributionMinor.known[customer] === 0) continue;
    sums.customers++;
    sums.orders += columns.orders[customer]!;
    sums.net += columns.netMinor[customer]!;
    sums.toServe += costToServeMinor.values[customer]!;
    sums.contribution += contributionMinor.values[customer]!;
  }
  const goods = sums.net - sums.contribution - sums.toServe;
  const amount = (minor: number): string => formatMinorUnits(minor, scale);
  const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
  return {
    customers: sums.customers,
    ordersPerCustomer: ratio(sums.orders, sums.customers),
    netPerOrder: ratio(sums.net, sums.orders) / 10 ** scale,
    marginRate: ratio(sums.net - goods, sums.net),
    net: amount(sums.net),
    costOfGoods: amount(goods),
    costToServe: amount(sums.toServe),
    contribution: amount(sums.contribution),
  };
}
