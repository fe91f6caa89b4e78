import {
  type Assessed,
  allocate,
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
import { anything, checkOptions, refusal } from "../../core/shared.js";
import { type CustomerBase, requireBase } from "../../history/index.js";
import { minorUnitsIn } from "../minor-units-in.js";
import { standardOf } from "../profit/standards.js";
import { requireColumn, requireMaybeColumn } from "../require-column.js";

/** What there is to give, in which pieces, and who is compared. */
export interface EffortOptions {
  readonly budget: Money;
  /** Of one visit, call, hour: effort is given in whole ones. */
  readonly unitCost: Money;
  /** Groups of customers who can be compared, in base order; by default all. */
  readonly comparable?: Column<string> | undefined;
}

/** One customer's part of the effort. */
export interface EffortRow {
  readonly customerId: string;
  readonly units: number;
  readonly cost: Money;
  /** What comparable customers of the best quarter spend more than this one; 0 for who spends as much. */
  readonly headroom: Assessed<Money>;
  readonly reasons: readonly Reason[];
}

/**
 * Shares out effort by value × headroom: to those who are worth much and could spend more.
 *
 * Headroom is the 75 % quantile of the net of comparable customers less the own. The units are whole and add up to what the budget buys (largest remainder; equal ones in
 * base order), unless nobody has both: then nobody gets any.
 * @throws INVALID_BASE, INVALID_OPTIONS, CURRENCY_MISMATCH
 * @example
 * import { summarizePurchases } from "clientele/history";
 * import { allocateEffort } from "clientele/value";
 * const order = (customerId: string, amount: string) => ({ id: customerId, customerId, at: "2026-01-05", amount, currency: "USD" });
 * const base = summarizePurchases([order("ann", "100.00"), order("ben", "40.00"), order("cai", "20.00")], { asOf: "2026-04-01" });
 * const value = { values: [50, 30, 30], known: [1, 1, 1] };
 * const usd = (amount: string) => ({ amount, currency: "USD" });
 * allocateEffort(value, base, { budget: usd("100.00"), unitCost: usd("10.00") }).columns.units; // => [0, 4, 6]
 * @category Scores and effort
 */
export function allocateEffort(
  value: MaybeColumn,
  base: CustomerBase,
  options: EffortOptions,
): CustomerTable<EffortRow, { readonly units: Column }> {
  requireBase(base);
  checkOptions<EffortOptions>(options, { budget: anything, unitCost: anything, comparable: anything }, [
    "budget",
    "unitCost",
  ]);
  const { budget, unitCost, comparable } = options;
  const { size, columns, currency, scale, customerIds } = base;
  requireMaybeColumn(value, size, ["value"]);
  if (comparable !== undefined) requireColumn(comparable, size, ["comparable"]);
  const [all, one] = (
    [
      ["budget", budget],
      ["unitCost", unitCost],
    ] as const
  ).map(([name, money]) => {
    const minor = minorUnitsIn(base, money, [name]);
    if (minor < (name === "budget" ? 0 : 1))
      throw refusal("INVALID_OPTIONS", [name, "amount"], "an amount above zero", money.amount);
    return minor;
  }) as [number, number];
  const netOf = (customer: number): number | undefined =>
    columns.lastDay.known[customer] === 1 ? columns.netMinor[customer] : undefined;
  const best = standardOf(netOf, 0.75, size, comparable);
  const headroom = (customer: number): number | undefined => {
    const [high, own] = [best(customer), netOf(customer)];
    return high === undefined || own === undefined ? undefined : Math.max(0, Math.round(high - own));
  };
  const weights = Array.from(customerIds, (_, customer) => {
    const worth = value.known[customer] === 1 ? value.values[customer]! : 0;
    if (!Number.isFinite(worth))
      throw refusal("INVALID_OPTIONS", ["value", "values", customer], "a finite number", worth);
    return Math.max(0, worth) * (headroom(customer) ?? 0);
  });
  const units = weights.some((weight) => weight > 0)
    ? allocate(Math.floor(all / one), weights)
    : new Array<number>(size).fill(0);
  const money = (minor: number): Money => ({ amount: formatMinorUnits(minor, scale), currency });
  return customerTable<EffortRow, { readonly units: Column }>({
    customerIds,
    columns: { units },
    row(customer) {
      const room = headroom(customer);
      return {
        customerId: customerIds[customer]!,
        units: units[customer]!,
        cost: money(units[customer]! * one),
        headroom: room === undefined ? unknown(["orders"]) : known(money(room)),
        reasons:
          room === undefined || room === 0 ? [] : [{ code: "value.headroom", params: { headroom: money(room) } }],
      };
    },
  });
}
