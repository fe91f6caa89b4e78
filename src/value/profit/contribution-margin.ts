import {
  type Assessed,
  type Column,
  type CustomerTable,
  customerTable,
  formatMinorUnits,
  known,
  type MaybeColumn,
  type Money,
  unknown,
} from "../../core/index.js";
import { anything, checkOptions, fields, listOf, refusal, text } from "../../core/shared.js";
import { type BaseFrame, type CustomerBase, requireBase } from "../../history/index.js";
import { minorUnitsIn } from "../minor-units-in.js";
import { requireColumn, requireMaybeColumn } from "../require-column.js";
import { costNotRead } from "./goods-mix.js";

/** Something that serving customers costs: how often each one, in base order, and what once costs. */
export interface ServiceDriver {
  readonly id: string;
  readonly rate: Money;
  /** Numbers from 0, parts too. */
  readonly counts: Column | MaybeColumn;
}

/** From the list price to what is left: list − discounts − returns − cost of goods − cost to serve = contribution, to the last minor unit. */
export interface Waterfall {
  readonly list: string;
  readonly discounts: string;
  readonly returns: string;
  readonly costOfGoods: string;
  readonly costToServe: string;
  readonly contribution: string;
}

/** One customer's contribution. */
export interface ContributionRow {
  readonly customerId: string;
  /** Unknown where a cost is not stated. */
  readonly waterfall: Assessed<Waterfall>;
  /** Contribution ÷ net; unknown without a net above 0. */
  readonly marginRate: Assessed<number>;
}

/** The same in columns, minor units; all but the rate are known together. */
export interface ContributionColumns {
  readonly contributionMinor: MaybeColumn;
  readonly discountMinor: MaybeColumn;
  readonly costToServeMinor: MaybeColumn;
  readonly marginRate: MaybeColumn;
}

/**
 * What each customer contributes.
 * @category Profitability
 */
export interface Contributions extends CustomerTable<ContributionRow, ContributionColumns>, BaseFrame {
  /** Shares of orders that state their cost and their discount; 1 where there are no orders. */
  readonly coverage: { readonly cost: number; readonly discount: number };
  /** The sum over the customers of whom it is known. */
  readonly total: Money;
}

/** What serving costs. */
export interface ContributionOptions {
  readonly drivers?: readonly ServiceDriver[] | undefined;
}

/**
 * The contribution of each customer, from the list price down (pocket-price waterfall and cost to serve).
 *
 * List is what was bought plus its discounts; returns are taken off at their price, goods at the cost that the orders state. Needs a base with the measure `cost`;
 * with `discount` too, discounts show. Cost to serve is Σ driver × rate, rounded half up once per customer and driver. A customer with an order that
 * states no cost is unknown, not free of cost; `coverage` says how many state it. Whoever never bought contributes what serving them costs.
 * @throws INVALID_BASE, MEASURE_NOT_READ, INVALID_OPTIONS, CURRENCY_MISMATCH
 * @example
 * import { summarizePurchases } from "clientele/history";
 * import { contributionMargin } from "clientele/value";
 * const order = { id: "1", customerId: "ann", at: "2026-01-05", amount: "80.00", currency: "USD", discount: "20.00", cost: "50.00" };
 * const base = summarizePurchases([order], { asOf: "2026-04-01", measures: ["cost", "discount"] });
 * const calls = { id: "call", rate: { amount: "4.50", currency: "USD" }, counts: [2] };
 * const { waterfall } = contributionMargin(base, { drivers: [calls] }).at(0);
 * waterfall.status === "known" && [waterfall.value.list, waterfall.value.costToServe, waterfall.value.contribution]; // => ["100.00", "9.00", "21.00"]
 * @category Profitability
 */
export function contributionMargin(base: CustomerBase, options: ContributionOptions = {}): Contributions {
  requireBase(base);
  checkOptions<ContributionOptions>(options, {
    drivers: listOf(fields({ id: text, rate: anything, counts: anything })),
  });
  const { size, customerIds, calendar, columns, scale, currency } = base;
  const { cost, discount } = calendar.measures;
  if (cost === undefined) throw costNotRead(base);
  const [costs, discounts, silent] = [cost, discount]
    .map((measure) => sumsOf(base, measure))
    .concat([sumsOf(base, calendar.unstated.cost)]) as [Float64Array, Float64Array, Float64Array];
  const toServe = costToServe(base, options.drivers ?? []);
  const isKnown = Uint8Array.from(silent, (count) => (count === 0 ? 1 : 0));
  const contribution = new Float64Array(size);
  const rate = { values: new Float64Array(size), known: new Uint8Array(size) };
  let total = 0;
  for (let customer = 0; customer < size; customer++) {
    if (isKnown[customer] === 0) continue;
    const net = columns.netMinor[customer]!;
    contribution[customer] = net - costs[customer]! - toServe[customer]!;
    total += contribution[customer]!;
    if (net <= 0) continue;
    rate.known[customer] = 1;
    rate.values[customer] = contribution[customer]! / net;
  }
  const amount = (minor: number): string => formatMinorUnits(minor, scale);
  const table = customerTable<ContributionRow, ContributionColumns>({
    customerIds,
    columns: {
      contributionMinor: { values: contribution, known: isKnown },
      discountMinor: { values: discounts, known: isKnown },
      costToServeMinor: { values: toServe, known: isKnown },
      marginRate: rate,
    },
    row: (customer) => ({
      customerId: customerIds[customer]!,
      waterfall:
        isKnown[customer] === 0
          ? unknown(["cost"])
          : known({
              list: amount(columns.grossMinor[customer]! + discounts[customer]!),
              discounts: amount(discounts[customer]!),
              returns: amount(columns.refundedMinor[customer]!),
              costOfGoods: amount(costs[customer]!),
              costToServe: amount(toServe[customer]!),
              contribution: amount(contribution[customer]!),
            }),
      marginRate:
        rate.known[customer] === 1
          ? known(rate.values[customer]!)
          : unknown([isKnown[customer] === 0 ? "cost" : "net"]),
    }),
  });
  const { asOf, timeZone } = base;
  const coverage = { cost: stated(base, "cost"), discount: stated(base, "discount") };
  return { ...table, asOf, timeZone, currency, scale, coverage, total: { amount: amount(total), currency } };
}

function sumsOf({ size, calendar }: CustomerBase, measure: Column | undefined): Float64Array {
  const sums = new Float64Array(size);
  if (measure === undefined) return sums;
  for (let customer = 0; customer < size; customer++) {
    for (let row = calendar.offsets[customer]!; row < calendar.offsets[customer + 1]!; row++)
      sums[customer]! += measure[row]!;
  }
  return sums;
}

function stated({ calendar }: CustomerBase, measure: "cost" | "discount"): number {
  const missing = calendar.unstated[measure];
  if (missing === undefined) return 0;
  let [orders, silent] = [0, 0];
  for (let row = 0; row < calendar.days.length; row++) {
    orders += calendar.orders[row]!;
    silent += missing[row]!;
  }
  return orders === 0 ? 1 : Math.max(0, 1 - silent / orders);
}

function costToServe(base: CustomerBase, drivers: readonly ServiceDriver[]): Float64Array {
  const { size } = base;
  const costs = new Float64Array(size);
  drivers.forEach(({ rate, counts }, index) => {
    const path = ["drivers", index];
    const minor = minorUnitsIn(base, rate, [...path, "rate"]);
    const isMaybe = Object.hasOwn(Object(counts), "known");
    if (isMaybe) requireMaybeColumn(counts, size, [...path, "counts"]);
    else requireColumn(counts, size, [...path, "counts"]);
    const { values, known }: Partial<MaybeColumn> & { readonly values: Column } = isMaybe
      ? (counts as MaybeColumn)
      : { values: counts as Column };
    for (let customer = 0; customer < size; customer++) {
      if (known?.[customer] === 0) continue;
      const count = values[customer]!;
      if (!Number.isFinite(count) || count < 0) {
        throw refusal("INVALID_OPTIONS", [...path, "counts", customer], "a finite number from 0", count);
      }
      costs[customer]! += Number.isInteger(count) ? minor * count : Math.round(minor * count);
    }
  });
  return costs;
}
