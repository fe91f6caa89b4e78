import {
  type Assessed,
  addMonths,
  type Day,
  divideRounded,
  formatDay,
  formatMinorUnits,
  known,
  type Money,
  monthsBetween,
  parseDay,
  startOfPeriod,
  unknown,
} from "../../core/index.js";
import {
  anything,
  checker,
  checkOptions,
  fields,
  finite,
  listOf,
  optional,
  refusal,
  requireFunction,
  text,
  todayOf,
} from "../../core/shared.js";
import { type CustomerBase, requireBase } from "../../history/index.js";
import type { Rows } from "../../model/index.js";
import { requireRows } from "../../model/shared.js";
import { minorUnitsIn } from "../minor-units-in.js";

/** The host's cost of winning customers: of those who first bought in a month, or of one channel among them. */
export interface AcquisitionCost {
  /** A day of the month. */
  readonly cohort: Day;
  readonly channel?: string | undefined;
  readonly cost: Money;
}

/** How customers are told apart, and what of their net is margin. */
export interface AcquisitionPaybackOptions {
  /** The share of net that pays back, 0 to 1; default 1, which pays back too early. */
  readonly margin?: number | undefined;
  /** Customer → channel. */
  readonly channelOf?: ReadonlyMap<string, string> | undefined;
}

/** Whether a cohort has paid for itself. */
export interface AcquisitionPayback {
  /** The first day of the month. */
  readonly cohort: Day;
  readonly channel?: string | undefined;
  readonly customers: number;
  /** Cost per customer won; unknown without any. */
  readonly acquisitionCost: Assessed<Money>;
  /** Margin so far ÷ cost at each age in months, 0 the month of the cohort itself; the last one is not over yet. */
  readonly ratio: readonly number[];
  /** The age at which it was paid back. */
  readonly payback: number | "not-yet";
}

/**
 * When the cost of winning customers comes back: margin of each cohort by age against what it cost.
 * @throws INVALID_BASE, INVALID_OPTIONS, INVALID_DAY, CURRENCY_MISMATCH
 * @example
 * import { summarizePurchases } from "clientele/history";
 * import { acquisitionPayback } from "clientele/value";
 * const order = (id: string, at: string, amount: string) => ({ id, customerId: "ann", at, amount, currency: "USD" });
 * const base = summarizePurchases([order("1", "2026-01-05", "30.00"), order("2", "2026-02-05", "50.00")], { asOf: "2026-03-15" });
 * const [january] = acquisitionPayback(base, [{ cohort: "2026-01-01", cost: { amount: "40.00", currency: "USD" } }], { margin: 0.5 });
 * [january?.ratio, january?.payback]; // => [[0.375, 1, 1], 1]
 * @category Simple values
 */
export function acquisitionPayback(
  base: CustomerBase,
  costs: Rows<AcquisitionCost>,
  options: AcquisitionPaybackOptions = {},
): readonly AcquisitionPayback[] {
  requireBase(base);
  checkOptions<AcquisitionPaybackOptions>(options, { margin: finite({ from: 0, to: 1 }), channelOf: anything });
  requireRows(costs, ["costs"]);
  const rows = [...costs];
  const check = checker("INVALID_OPTIONS");
  listOf(fields({ cohort: anything, channel: optional(text), cost: anything }))(rows, ["costs"], check);
  check.refuseFaults();
  const { margin = 1, channelOf } = options;
  if (channelOf !== undefined) requireFunction(channelOf?.get, "channelOf");
  const { calendar, columns, customerIds, currency, scale } = base;
  const thisMonth = startOfPeriod(todayOf(base), "month");
  return rows.map(({ cohort, channel, cost }, index): AcquisitionPayback => {
    const month = startOfPeriod(parseDay(cohort, ["costs", index, "cohort"]), "month");
    if (channel !== undefined && channelOf === undefined) {
      throw refusal(
        "INVALID_OPTIONS",
        ["channelOf"],
        "the channel of each customer, since a cost names one",
        undefined,
      );
    }
    const minor = minorUnitsIn(base, cost, ["costs", index, "cost"]);
    if (minor <= 0)
      throw refusal("INVALID_OPTIONS", ["costs", index, "cost", "amount"], "an amount above zero", cost.amount);
    const next = addMonths(month, 1);
    const sums = new Array<number>(Math.max(0, monthsBetween(month, thisMonth) + 1)).fill(0);
    let customers = 0;
    for (let customer = 0; customer < base.size; customer++) {
      const first = columns.firstDay.values[customer]!;
      if (columns.firstDay.known[customer] === 0 || first < month || first >= next) continue;
      if (channel !== undefined && channelOf?.get(customerIds[customer]!) !== channel) continue;
      customers++;
      for (let row = calendar.offsets[customer]!; row < calendar.offsets[customer + 1]!; row++) {
        const age = monthsBetween(month, startOfPeriod(calendar.days[row]!, "month"));
        if (age >= 0) sums[age]! += calendar.grossMinor[row]! - calendar.refundedMinor[row]!;
      }
    }
    let sum = 0;
    const ratio = sums.map((net) => {
      sum += net;
      return (sum * margin) / minor;
    });
    const payback = ratio.findIndex((value) => value >= 1);
    return {
      cohort: formatDay(month),
      ...(channel === undefined ? {} : { channel }),
      customers,
      acquisitionCost:
        customers === 0
          ? unknown(["customers"])
          : known({
              amount: formatMinorUnits(divideRounded(BigInt(minor), BigInt(customers), "half-even"), scale),
              currency,
            }),
      ratio,
      payback: payback === -1 ? "not-yet" : payback,
    };
  });
}
