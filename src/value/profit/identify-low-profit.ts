import {
  type Assessed,
  type CustomerTable,
  customerTable,
  formatMinorUnits,
  known,
  type MaybeColumn,
  type MaybeList,
  type Reason,
  unknown,
} from "../../core/index.js";
import { anything, checkOptions, finite, flag, inWords, maybeTexts, refusal, text } from "../../core/shared.js";
import { type CustomerBase, type Dimension, requireBase } from "../../history/index.js";
import { quantile } from "../../math/index.js";
import { requireMaybeColumn } from "../require-column.js";
import type { Contributions } from "./contribution-margin.js";
import { goodsMixOf } from "./goods-mix.js";
import { habitsOf, standardOf } from "./standards.js";

/** Takes away or leaves too little; leaves enough; came too recently to say. */
export type ProfitClass = "low-profit" | "sound" | "too-new";

/** One customer's profitability. */
export interface LowProfitRow {
  readonly customerId: string;
  readonly class: Assessed<ProfitClass>;
  /** The contribution a year. */
  readonly annual: Assessed<string>;
}

/** What counts as low. */
export interface LowProfitOptions {
  /** A margin rate below this is low, 0 to 1; by default only a contribution below 0 is. */
  readonly targetMarginRate?: number | undefined;
  /** The third with the lowest contribution a year is low too, however good it is. Default false. */
  readonly tercile?: boolean | undefined;
  /** The dimension whose values make up the mix of goods, such as `category`: a mix that brings less than the usual one becomes a reason. */
  readonly mixBy?: Dimension | undefined;
  /** 1 where a customer is dissatisfied, or buys from a competitor: reasons, never the class alone. */
  readonly dissatisfied?: MaybeColumn | undefined;
  readonly competition?: MaybeColumn | undefined;
}

/**
 * Customers who bring too little, with why (低利润客户).
 *
 * Low is a contribution below 0, or a margin rate below the target. Whoever first bought less than a median gap of the base ago is too new. Reasons compare
 * with the median of the base: fewer orders a year, smaller orders, a lower margin rate, a higher cost to serve; with `mixBy` also goods that bring less, each
 * value at the margin rate that the whole base has on it, over the purchases that state a value and its cost.
 * @throws INVALID_BASE, INVALID_OPTIONS, DIMENSION_NOT_READ, MEASURE_NOT_READ
 * @example
 * import { summarizePurchases } from "clientele/history";
 * import { contributionMargin, identifyLowProfit } from "clientele/value";
 * const order = (customerId: string, amount: string, cost: string) => ({ id: customerId, customerId, at: "2026-01-05", amount, currency: "USD", cost });
 * const base = summarizePurchases([order("ann", "90.00", "10.00"), order("cai", "10.00", "30.00")], { asOf: "2026-04-01", measures: ["cost"] });
 * const low = identifyLowProfit(contributionMargin(base), base);
 * [...low].map((row) => row.class.status === "known" && row.class.value); // => ["sound", "low-profit"]
 * @category Profitability
 */
export function identifyLowProfit(
  contributions: Contributions,
  base: CustomerBase,
  options: LowProfitOptions = {},
): CustomerTable<LowProfitRow, { readonly class: MaybeList<ProfitClass> }> & {
  readonly customers: Readonly<Record<ProfitClass | "unknown", number>>;
} {
  requireSameCustomers(contributions, base);
  checkOptions<LowProfitOptions>(options, {
    targetMarginRate: finite({ from: 0, to: 1 }),
    tercile: flag,
    mixBy: text,
    dissatisfied: anything,
    competition: anything,
  });
  const { targetMarginRate, tercile = false, mixBy } = options;
  for (const name of ["dissatisfied", "competition"] as const) {
    if (options[name] !== undefined) requireMaybeColumn(options[name], base.size, [name]);
  }
  const { contributionMinor, marginRate, costToServeMinor } = contributions.columns;
  const { size, customerIds, scale } = base;
  const habits = habitsOf(base);
  const at = ({ values, known: is }: MaybeColumn, customer: number): number | undefined =>
    is[customer] === 1 ? values[customer] : undefined;
  const contribution = (customer: number): number | undefined => at(contributionMinor, customer);
  const annual = (customer: number): number | undefined => {
    const [minor, years] = [contribution(customer), habits.years(customer)];
    return minor === undefined || years === undefined ? undefined : minor / years;
  };
  const settled = Array.from(customerIds, (_, customer) =>
    habits.isNew(customer) ? undefined : annual(customer),
  ).filter((value) => value !== undefined);
  const third = tercile && settled.length > 0 ? quantile(settled, 1 / 3) : undefined;
  const classOf = (customer: number): ProfitClass | undefined => {
    const minor = contribution(customer);
    if (minor === undefined || habits.years(customer) === undefined) return undefined;
    if (habits.isNew(customer)) return "too-new";
    const rate = at(marginRate, customer);
    const isUnderTarget = targetMarginRate !== undefined && rate !== undefined && rate < targetMarginRate;
    const isInThird = third !== undefined && annual(customer)! <= third;
    return minor < 0 || isUnderTarget || isInThird ? "low-profit" : "sound";
  };
  const toServe = (customer: number): number | undefined => {
    const [cost, net] = [at(costToServeMinor, customer), base.columns.netMinor[customer]!];
    return cost === undefined || net <= 0 ? undefined : cost / net;
  };
  const mix = mixBy === undefined ? undefined : goodsMixOf(base, mixBy);
  const usualMix = mix && standardOf(mix.rate, 0.5, size)(0);
  const usual = {
    frequency: standardOf(habits.frequency, 0.5, size),
    basket: standardOf(habits.basket, 0.5, size),
    rate: standardOf((customer) => at(marginRate, customer), 0.5, size),
    toServe: standardOf(toServe, 0.5, size),
  };
  const money = (minor: number) => ({ amount: formatMinorUnits(Math.round(minor), scale), currency: base.currency });
  const reasonsOf = (customer: number): readonly Reason[] => {
    const [minor, frequency, basket, rate, goods, cost] = [
      contribution(customer)!,
      habits.frequency(customer),
      habits.basket(customer),
      at(marginRate, customer),
      mix?.rate(customer),
      toServe(customer),
    ];
    const [often, large, good, dear] = [usual.frequency(0), usual.basket(0), usual.rate(0), usual.toServe(0)];
    return [
      ...(minor < 0 ? [{ code: "value.loses-money", params: { contribution: money(minor) } }] : []),
      ...(rate !== undefined && targetMarginRate !== undefined && rate < targetMarginRate
        ? [{ code: "value.below-target-rate", params: { rate, target: targetMarginRate } }]
        : []),
      ...(frequency !== undefined && often !== undefined && frequency < often
        ? [{ code: "value.low-frequency", params: { orders: frequency, usual: often } }]
        : []),
      ...(basket !== undefined && large !== undefined && basket < large
        ? [{ code: "value.low-spend", params: { spend: money(basket), usual: money(large) } }]
        : []),
      ...(rate !== undefined && good !== undefined && rate < good
        ? [{ code: "value.low-margin-rate", params: { rate, usual: good } }]
        : []),
      ...(goods !== undefined && usualMix !== undefined && goods < usualMix
        ? [{ code: "value.low-margin-mix", params: { share: mix!.lowShare(customer)!, rate: goods, usual: usualMix } }]
        : []),
      ...(cost !== undefined && dear !== undefined && cost > dear
        ? [{ code: "value.high-cost-to-serve", params: { share: cost, usual: dear } }]
        : []),
      ...flagged(options.dissatisfied, customer, "value.dissatisfied"),
      ...flagged(options.competition, customer, "value.buys-elsewhere"),
    ];
  };
  const classes = maybeTexts(size, classOf);
  const customers = { "low-profit": 0, sound: 0, "too-new": 0, unknown: 0 };
  for (let customer = 0; customer < size; customer++) customers[classOf(customer) ?? "unknown"]++;
  const table = customerTable<LowProfitRow, { readonly class: MaybeList<ProfitClass> }>({
    customerIds,
    columns: { class: classes },
    row(customer) {
      const [found, yearly] = [classOf(customer), annual(customer)];
      return {
        customerId: customerIds[customer]!,
        class:
          found === undefined
            ? unknown([contribution(customer) === undefined ? "cost" : "orders"])
            : known(found, found === "low-profit" ? reasonsOf(customer) : []),
        annual: yearly === undefined ? unknown(["orders"]) : known(formatMinorUnits(Math.round(yearly), scale)),
      };
    },
  });
  return { ...table, customers };
}

const flagged = (column: MaybeColumn | undefined, customer: number, code: string): readonly Reason[] =>
  column?.known[customer] === 1 && column.values[customer] === 1 ? [{ code, params: {} }] : [];

/** Refuses contributions of other customers. */
export function requireSameCustomers(contributions: Contributions, base: CustomerBase): void {
  requireBase(base);
  if (contributions?.columns?.contributionMinor === undefined) {
    throw refusal("INVALID_OPTIONS", ["contributions"], "what contributionMargin gives", contributions);
  }
  if (contributions.size === base.size && contributions.asOf === base.asOf) return;
  const found = inWords(`${contributions.size} customers as of ${contributions.asOf}`);
  throw refusal(
    "INVALID_OPTIONS",
    ["contributions"],
    `contributions of the base: ${base.size} customers as of ${base.asOf}`,
    found,
  );
}
