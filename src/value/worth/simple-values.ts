import {
  type Assessed,
  divideRounded,
  formatMinorUnits,
  known,
  type Money,
  multiplyMoney,
  type Reason,
  unknown,
} from "../../core/index.js";
import { anything, checkOptions, finite } from "../../core/shared.js";
import { type CustomerBase, requireBase } from "../../history/index.js";

/** What a base has brought so far, in the few numbers that are asked for first. */
export interface ValueSummary {
  readonly customers: number;
  readonly buyers: number;
  /** Net of everybody: the past, not what is to come. */
  readonly historicValue: Money;
  /** Historic value ÷ buyers. */
  readonly perBuyer: Assessed<Money>;
  /** Net ÷ orders. */
  readonly averageOrderValue: Assessed<Money>;
  /** Buyers who bought on two days or more ÷ buyers, in all the time there is: longer histories have higher rates. */
  readonly repeatRate: Assessed<number>;
  readonly warnings: readonly Reason[];
}

/**
 * Historic value, average order value and repeat rate: what people ask for first, with what misleads said.
 * @throws INVALID_BASE
 * @example
 * import { summarizePurchases } from "clientele/history";
 * import { valueSummary } from "clientele/value";
 * const order = (id: string, customerId: string, at: string, amount: string) => ({ id, customerId, at, amount, currency: "USD" });
 * const base = summarizePurchases([order("1", "ann", "2026-01-05", "30.00"), order("2", "ann", "2026-02-05", "50.00"), order("3", "ben", "2026-01-05", "10.00")], { asOf: "2026-04-01" });
 * const { averageOrderValue, repeatRate } = valueSummary(base);
 * averageOrderValue.status === "known" && averageOrderValue.value.amount; // => "30.00"
 * repeatRate.status === "known" && repeatRate.value; // => 0.5
 * @category Simple values
 */
export function valueSummary(base: CustomerBase): ValueSummary {
  requireBase(base);
  const { columns, size, currency, scale } = base;
  let [buyers, again, orders, net] = [0, 0, 0, 0n];
  for (let customer = 0; customer < size; customer++) {
    const days = columns.purchaseDays[customer]!;
    if (days > 0) buyers++;
    if (days > 1) again++;
    orders += columns.orders[customer]!;
    net += BigInt(columns.netMinor[customer]!);
  }
  const money = (minor: bigint): Money => ({ amount: formatMinorUnits(minor, scale), currency });
  const per = (count: number): Assessed<Money> =>
    count === 0 ? unknown(["orders"]) : known(money(divideRounded(net, BigInt(count), "half-even")));
  return {
    customers: size,
    buyers,
    historicValue: money(net),
    perBuyer: per(buyers),
    averageOrderValue: per(orders),
    repeatRate: buyers === 0 ? unknown(["orders"]) : known(again / buyers),
    warnings: [{ code: "value.history-is-not-future", params: {} }],
  };
}

/** What a customer leaves in a period, and how many stay for the next. */
export interface MarginRetention {
  /** Of one period. */
  readonly margin: Money;
  /** The share that stays from one period to the next, 0 up to but not 1. */
  readonly retention: number;
  /** Of one period, from 0. */
  readonly discountRate: number;
}

/** A value by one rate for ever. */
export interface MarginRetentionValue {
  readonly value: Money;
  readonly warnings: readonly Reason[];
}

/**
 * Margin × retention ÷ (1 + discount rate − retention), the margin of the first period not in it (S. Gupta and D. Lehmann, Journal of Interactive Marketing 17 (2003) 9).
 *
 * One retention for everybody and for ever: it falls short of what loyal customers bring, because those who stay are the loyal ones (warning). A fitted model
 * (`customerLifetimeValue`) does not assume that.
 * @throws INVALID_OPTIONS, INVALID_AMOUNT
 * @example
 * import { marginRetentionValue } from "clientele/value";
 * const { value } = marginRetentionValue({ margin: { amount: "100.00", currency: "USD" }, retention: 0.8, discountRate: 0.1 });
 * value.amount; // => "266.67"
 * @category Simple values
 */
export function marginRetentionValue(terms: MarginRetention): MarginRetentionValue {
  checkOptions<MarginRetention>(
    terms,
    { margin: anything, retention: finite({ from: 0, below: 1 }), discountRate: finite({ from: 0 }) },
    ["margin", "retention", "discountRate"],
  );
  const { margin, retention, discountRate } = terms;
  const factor = retention / (1 + discountRate - retention);
  return {
    value: multiplyMoney(margin, factor.toFixed(12)),
    warnings: [{ code: "value.one-retention-for-all", params: { retention } }],
  };
}
