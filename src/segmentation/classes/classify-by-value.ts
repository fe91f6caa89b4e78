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
  const { members, rank } = smallestSet(positive, value, high);
  const percentile = potential.percentile ?? 0.5;
  const median = positive[Math.max(0, Math.ceil(positive.length * (1 - percentile)) - 1)];
  const enough = median === undefined ? Infinity : value.minor[median]!;
  const grew = growing(base, potential.growth ?? 1);
  const today = todayOf(base);
  const youngFrom = addDurationToDay(today, potential.youngFor ?? { days: 90 }, -1);
  const { firstDay } = base.columns;

  const groundsOf = (index: number): readonly [ValueClass, Reason] => {
    const minor = value.minor[index]!;
    const money = { amount: formatMinorUnits(minor, base.scale), currency: base.currency };
    if (value.bought[index] === 0) return ["prospect", { code: "segmentation.no-purchase", params: {} }];
    if (minor <= 0) return ["ordinary", { code: "segmentation.unprofitable", params: { value: money, by: value.by } }];
    const place = { rank: rank.get(index)!, buyers: ranked.length, value: money, by: value.by };
    if (members.has(index))
      return ["high", { code: "segmentation.carries-the-business", params: { ...place, share: high } }];
    if (minor >= enough) return ["potential", { code: "segmentation.upper-part", params: place }];
    if (grew(index)) return ["potential", { code: "segmentation.growing", params: { value: money, by: value.by } }];
    if (firstDay.values[index]! >= youngFrom) {
      return ["potential", { code: "segmentation.young", params: { days: today - firstDay.values[index]! } }];
    }
    return ["ordinary", { code: "segmentation.lower-part", params: place }];
  };
  const small: readonly Reason[] =
    ranked.length > 0 && ranked.length < SMALL
      ? [{ code: "segmentation.small-base", params: { buyers: ranked.length, enough: SMALL } }]
      : [];
  return classTable({
    names,
    customerIds: base.customerIds,
    class: maybeTexts(base.size, (index) => groundsOf(index)[0]),
    warnings: [...value.warnings, ...small],
    row(index) {
      const [found, reason] = groundsOf(index);
      return { customerId: base.customerIds[index]!, class: known(found, [reason]) };
    },
  });
}

/** The best customers who together reach a share of the sum, and whoever equals the last of them; with everybody's rank, ties sharing it. */
function smallestSet(
  ranked: readonly number[],
  { minor }: CustomerValue,
  share: number,
): { readonly members: ReadonlySet<number>; readonly rank: ReadonlyMap<number, number> } {
  const total = ranked.reduce((sum, index) => sum + minor[index]!, 0);
  const members = new Set<number>();
  const rank = new Map<number, number>();
  let sum = 0;
  let lowest = Infinity;
  for (const [place, index] of ranked.entries()) {
    const tied = place > 0 && minor[index] === minor[ranked[place - 1]!];
    rank.set(index, tied ? rank.get(ranked[place - 1]!)! : place + 1);
    if (sum < share * total || minor[index] === lowest) {
      members.add(index);
      lowest = minor[index]!;
    }
    sum += minor[index]!;
  }
  return { members, rank };
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
