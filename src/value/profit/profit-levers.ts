import {
  type Assessed,
  type Column,
  type CustomerTable,
  customerTable,
  formatMinorUnits,
  known,
  type MaybeColumn,
  type Money,
  type Reason,
  unknown,
} from "../../core/index.js";
import { anything, checkOptions, fields, finite, maybeNumbers, text } from "../../core/shared.js";
import type { CustomerBase, Dimension } from "../../history/index.js";
import { minorUnitsIn } from "../minor-units-in.js";
import { requireColumn } from "../require-column.js";
import type { Contributions } from "./contribution-margin.js";
import { goodsMixOf } from "./goods-mix.js";
import { requireSameCustomers } from "./identify-low-profit.js";
import { habitsOf, standardOf } from "./standards.js";

/** Fewer discounts; no dearer to serve than comparable customers; more orders; their mix of goods; their margin rate in all; a service to be paid for. */
export type Lever = "price" | "cost-to-serve" | "frequency" | "mix" | "upgrade" | "value-added-service";

/** What one lever would bring. */
export interface ProfitLever {
  readonly lever: Lever;
  /** A year. */
  readonly gain: Money;
  readonly closesGap: boolean;
  readonly reasons: readonly Reason[];
}

/** One customer's levers, the one that brings most first. */
export interface ProfitLeversRow {
  readonly customerId: string;
  /** What a year is missing to the target margin rate; 0 where nothing is. */
  readonly gap: Assessed<Money>;
  readonly levers: readonly ProfitLever[];
}

/** What is aimed for, and who is compared. */
export interface ProfitLeversOptions {
  readonly targetMarginRate: number;
  /** Groups of customers who can be compared, in base order; by default all. */
  readonly comparable?: Column<string> | undefined;
  /** What a promotion costs for one customer a year: more orders that bring no more than that are no lever. */
  readonly promotionCost?: Money | undefined;
  /** The dimension whose values make up the mix of goods, such as `category`; without it there is no lever `mix`. */
  readonly mixBy?: Dimension | undefined;
  /** Training, advice or support that could be sold: what a customer pays for it a year, and what it costs. */
  readonly valueAddedService?: { readonly price: Money; readonly cost: Money } | undefined;
}

/**
 * What would bring a customer to a margin rate, and by how much a year.
 *
 * `price`: the discounts given. `cost-to-serve`: what serving them costs above the share of net that it costs among comparable customers (median). `frequency`: as many
 * orders as the best quarter of comparable customers, at the customer's own contribution per order, less what the promotion costs; never where an order loses money.
 * `mix`: the same net on what comparable customers buy (median), each value of `mixBy` at the margin rate that the whole base has on it. `upgrade`: the median margin rate of
 * comparable customers on the same net, whatever it comes from. `value-added-service`: its price less its cost. Gains are each by itself and do not add up.
 * @throws INVALID_BASE, INVALID_OPTIONS, CURRENCY_MISMATCH, DIMENSION_NOT_READ, MEASURE_NOT_READ
 * @example
 * import { summarizePurchases } from "clientele/history";
 * import { contributionMargin, profitLevers } from "clientele/value";
 * const order = (customerId: string, amount: string, cost: string, discount: string) => ({ id: customerId, customerId, at: "2025-04-01", amount, currency: "USD", cost, discount });
 * const base = summarizePurchases([order("ann", "100.00", "60.00", "0.00"), order("cai", "90.00", "85.00", "20.00")], { asOf: "2026-04-01", measures: ["cost", "discount"] });
 * const cai = profitLevers(contributionMargin(base), base, { targetMarginRate: 0.2 }).get("cai");
 * cai?.levers.map(({ lever, closesGap }) => [lever, closesGap]); // => [["price", true], ["upgrade", true]]
 * @category Profitability
 */
export function profitLevers(
  contributions: Contributions,
  base: CustomerBase,
  options: ProfitLeversOptions,
): CustomerTable<ProfitLeversRow, { readonly gapMinor: MaybeColumn }> {
  requireSameCustomers(contributions, base);
  checkOptions<ProfitLeversOptions>(
    options,
    {
      targetMarginRate: finite({ from: 0, to: 1 }),
      comparable: anything,
      promotionCost: anything,
      mixBy: text,
      valueAddedService: fields({ price: anything, cost: anything }),
    },
    ["targetMarginRate"],
  );
  const { targetMarginRate, comparable, promotionCost, mixBy, valueAddedService: service } = options;
  const { size, customerIds, scale, currency, columns } = base;
  if (comparable !== undefined) requireColumn(comparable, size, ["comparable"]);
  const minorOf = (money: Money | undefined, ...path: string[]): number =>
    money === undefined ? 0 : minorUnitsIn(base, money, path);
  const promotion = minorOf(promotionCost, "promotionCost");
  const price = minorOf(service?.price, "valueAddedService", "price");
  const cost = minorOf(service?.cost, "valueAddedService", "cost");
  const { contributionMinor, discountMinor, costToServeMinor, marginRate } = contributions.columns;
  const habits = habitsOf(base);
  const rateOf = (customer: number): number | undefined =>
    marginRate.known[customer] === 1 ? marginRate.values[customer] : undefined;
  const toServe = (customer: number): number | undefined => {
    const net = columns.netMinor[customer]!;
    return contributionMinor.known[customer] === 1 && net > 0 ? costToServeMinor.values[customer]! / net : undefined;
  };
  const best = standardOf(habits.frequency, 0.75, size, comparable);
  const usualRate = standardOf(rateOf, 0.5, size, comparable);
  const usualService = standardOf(toServe, 0.5, size, comparable);
  const mix = mixBy === undefined ? undefined : goodsMixOf(base, mixBy);
  const usualMix = mix && standardOf(mix.rate, 0.5, size, comparable);
  /** To the fraction of a minor unit: a lever that brings just as much closes it. */
  const gapOf = (customer: number): number | undefined => {
    const years = habits.years(customer);
    if (contributionMinor.known[customer] === 0 || years === undefined) return undefined;
    const wanted = targetMarginRate * Math.max(0, columns.netMinor[customer]!);
    return Math.max(0, (wanted - contributionMinor.values[customer]!) / years - ROUNDING);
  };
  const gapMinor = (customer: number): number | undefined => {
    const gap = gapOf(customer);
    return gap === undefined ? undefined : Math.ceil(gap);
  };
  const leversOf = (customer: number, gap: number): readonly ProfitLever[] => {
    const years = habits.years(customer)!;
    const [net, contribution, orders] = [
      columns.netMinor[customer]!,
      contributionMinor.values[customer]!,
      columns.orders[customer]!,
    ];
    const gains: (readonly [Lever, number])[] = [["price", discountMinor.values[customer]! / years]];
    const served = usualService(customer);
    if (served !== undefined)
      gains.push(["cost-to-serve", (costToServeMinor.values[customer]! - served * Math.max(0, net)) / years]);
    const [often, own] = [best(customer), habits.frequency(customer)];
    if (often !== undefined && own !== undefined && orders > 0 && often > own) {
      gains.push(["frequency", (often - own) * (contribution / orders) - promotion]);
    }
    const [goods, theirs] = [mix?.rate(customer), usualMix?.(customer)];
    if (goods !== undefined && theirs !== undefined) gains.push(["mix", ((theirs - goods) * Math.max(0, net)) / years]);
    gains.push(["value-added-service", price - cost]);
    const rate = usualRate(customer);
    if (rate !== undefined) gains.push(["upgrade", (rate * Math.max(0, net) - contribution) / years]);
    return gains
      .filter(([, gain]) => gain + ROUNDING >= 1)
      .sort((a, b) => b[1] - a[1])
      .map(([lever, gain]): ProfitLever => {
        const money = { amount: formatMinorUnits(Math.floor(gain + ROUNDING), scale), currency };
        return {
          lever,
          gain: money,
          closesGap: gain >= gap,
          reasons: [{ code: `value.lever-${lever}`, params: { gain: money } }],
        };
      });
  };
  return customerTable<ProfitLeversRow, { readonly gapMinor: MaybeColumn }>({
    customerIds,
    columns: { gapMinor: maybeNumbers(size, gapMinor) },
    row(customer) {
      const gap = gapOf(customer);
      return {
        customerId: customerIds[customer]!,
        gap:
          gap === undefined ? unknown(["cost"]) : known({ amount: formatMinorUnits(Math.ceil(gap), scale), currency }),
        levers: gap === undefined || gap === 0 ? [] : leversOf(customer, gap),
      };
    },
  });
}

/** Of minor units: what doubles add or lose in a product. */
const ROUNDING = 1e-6;
