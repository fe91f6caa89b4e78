import {
  addDurationToDay,
  type Duration,
  formatMinorUnits,
  known,
  parseDuration,
  type Reason,
} from "../../core/index.js";
import {
  checkOptions,
  choice,
  fields,
  finite,
  maybeTexts,
  type OptionRules,
  optional,
  readBy,
  todayOf,
} from "../../core/shared.js";
import { type CustomerBase, requireBase } from "../../history/index.js";
import { type Classes, classTable } from "./classes.js";
import { byValue, type CustomerValue, customerValue } from "./customer-value.js";

/** The classes of {@link classifyByValue}. */
export type ValueClass = "high" | "potential" | "ordinary" | "prospect";

/** How value is ranked and where the classes end. */
export interface ClassifyByValueOptions {
  /** Default `"margin"` where 95 % of the orders state a cost, else `"net"`; asked for and not stated, net with a warning. */
  readonly by?: "margin" | "net" | undefined;
  /** Only what was bought in the last so long; default all. */
  readonly last?: Duration | undefined;
  /** The share of the positive sum that the high ones make up; default 0.8. */
  readonly high?: number | undefined;
  /** What makes somebody potential who is not high; any of the three does. */
  readonly potential?:
    | {
        /** A value at or above this percentile of the positive ones; default 0.5. */
        readonly percentile?: number | undefined;
        /** The newer half of the time brought more than so many times the older; default 1. */
        readonly growth?: number | undefined;
        /** First purchase not longer ago; default 90 days. */
        readonly youngFor?: Duration | undefined;
      }
    | undefined;
}

const duration = readBy(parseDuration);
const rules: OptionRules<ClassifyByValueOptions> = {
  by: choice(["margin", "net"]),
  last: duration,
  high: finite({ above: 0, to: 1 }),
  potential: fields({
    percentile: optional(finite({ from: 0, to: 1 })),
    growth: optional(finite({ from: 0 })),
    youngFor: optional(duration),
  }),
};
/** The class that each reason stands for. */
const classOf = {
  "segmentation.carries-the-business": "high",
  "segmentation.upper-part": "potential",
  "segmentation.growing": "potential",
  "segmentation.young": "potential",
  "segmentation.lower-part": "ordinary",
  "segmentation.unprofitable": "ordinary",
  "segmentation.no-purchase": "prospect",
} as const satisfies Readonly<Record<string, ValueClass>>;
type Ground = keyof typeof classOf;
const names: readonly ValueClass[] = ["high", "potential", "ordinary", "prospect"];
const SMALL = 30;

/**
 * Sorts customers into those who carry the business, those who may, the ordinary ones and prospects.
 *
 * High: the smallest set of customers, best first, whose value reaches 80 % of the sum of all positive values (the Pareto principle of ABC analysis),
 * with everybody equal to its last member. Potential: not high, with a value above zero, and at or above the median of the positive ones, or growing
 * (the newer half of the time since the first purchase against the older), or young. Ordinary: any other buyer; a value of zero or less is never high
 * or potential. Prospect: has not bought. How lately somebody bought plays no part: value and lifecycle are two axes, and `segmentMigration`
 * lays one over the other. Under 30 buyers ranks say little: the warning `segmentation.small-base` says so.
 * @throws INVALID_BASE, INVALID_OPTIONS
 * @example
 * import { summarizePurchases } from "clientele/history";
 * import { classifyByValue } from "clientele/segmentation";
 * const order = (customerId: string, amount: string) => ({ id: customerId, customerId, at: "2025-01-10", amount, currency: "USD" });
 * const orders = [order("ann", "900.00"), order("ben", "60.00"), order("cai", "40.00")];
 * const classes = classifyByValue(summarizePurchases(orders, { asOf: "2026-04-01", customerIds: ["dee"] }));
 * classes.columns.class.values; // => ["high", "potential", "ordinary", "prospect"]
 * @category Classes
 */
export function classifyByValue(base: CustomerBase, options: ClassifyByValueOptions = {}): Classes<ValueClass> {
  requireBase(base);
  checkOptions<ClassifyByValueOptions>(options, rules);
  const { by, last, high = 0.8, potential = {} } = options;
  const value = customerValue(base, by, last);
  const ranked = byValue(value);
  const positive = ranked.filter((index) => value.minor[index]! > 0);
  const { isMember, rank } = smallestSet(positive, value, high);
  const median = positive[placeOf(potential.percentile ?? 0.5, positive.length)];
  const enough = median === undefined ? Infinity : value.minor[median]!;
  const grew = growing(base, potential.growth ?? 1);
  const today = todayOf(base);
  const youngFrom = addDurationToDay(today, potential.youngFor ?? { days: 90 }, -1);
  const { firstDay } = base.columns;

  const groundOf = (index: number): Ground => {
    const minor = value.minor[index]!;
    if (value.bought[index] === 0) return "segmentation.no-purchase";
    if (minor <= 0) return "segmentation.unprofitable";
    if (isMember[index] === 1) return "segmentation.carries-the-business";
    if (minor >= enough) return "segmentation.upper-part";
    if (grew(index)) return "segmentation.growing";
    return firstDay.values[index]! >= youngFrom ? "segmentation.young" : "segmentation.lower-part";
  };
  const reasonOf = (index: number): Reason => {
    const code = groundOf(index);
    if (code === "segmentation.no-purchase") return { code, params: {} };
    if (code === "segmentation.young") return { code, params: { days: today - firstDay.values[index]! } };
    const amount = { amount: formatMinorUnits(value.minor[index]!, base.scale), currency: base.currency };
    const params = { value: amount, by: value.by };
    if (code === "segmentation.unprofitable" || code === "segmentation.growing") return { code, params };
    const place = { rank: rank[index]!, buyers: ranked.length, ...params };
    return { code, params: code === "segmentation.carries-the-business" ? { ...place, share: high } : place };
  };
  const small: readonly Reason[] =
    ranked.length > 0 && ranked.length < SMALL
      ? [{ code: "segmentation.small-base", params: { buyers: ranked.length, enough: SMALL } }]
      : [];
  return classTable({
    names,
    customerIds: base.customerIds,
    class: maybeTexts(base.size, (index) => classOf[groundOf(index)]),
    warnings: [...value.warnings, ...small],
    row: (index) => ({
      customerId: base.customerIds[index]!,
      class: known(classOf[groundOf(index)], [reasonOf(index)]),
    }),
  });
}

/** The place of the last who stands at or above a percentile, of so many from the best on. Shares are divided, which is exact where a product is not. */
function placeOf(percentile: number, size: number): number {
  const below = Math.round(size * percentile);
  return Math.max(0, size - (below / size > percentile ? below - 1 : below) - 1);
}

/** The best customers who together reach a share of the sum, and whoever equals the last of them; with everybody's rank, ties sharing it. */
function smallestSet(
  ranked: Uint32Array,
  { minor }: CustomerValue,
  share: number,
): { readonly isMember: Uint8Array; readonly rank: Uint32Array } {
  const total = ranked.reduce((sum, index) => sum + minor[index]!, 0);
  const isMember = new Uint8Array(minor.length);
  const rank = new Uint32Array(minor.length);
  let sum = 0;
  let lowest = Infinity;
  for (const [place, index] of ranked.entries()) {
    const before = ranked[place - 1];
    rank[index] = before !== undefined && minor[index] === minor[before] ? rank[before]! : place + 1;
    if (sum / total < share || minor[index] === lowest) {
      isMember[index] = 1;
      lowest = minor[index]!;
    }
    sum += minor[index]!;
  }
  return { isMember, rank };
}

/** Whether the newer half of a customer's time brought more net than so many times the older half. */
function growing(base: CustomerBase, times: number): (index: number) => boolean {
  const { offsets, days, grossMinor, refundedMinor } = base.calendar;
  const { firstDay } = base.columns;
  const today = todayOf(base);
  return (index) => {
    const middle = (firstDay.values[index]! + today) / 2;
    let [older, newer] = [0, 0];
    for (let row = offsets[index]!; row < offsets[index + 1]!; row++) {
      const net = grossMinor[row]! - refundedMinor[row]!;
      if (days[row]! > middle) newer += net;
      else older += net;
    }
    return newer > times * older;
  };
}
