import { known, unknown } from "../../core/index.js";
import { checkOptions, choice, maybeTexts } from "../../core/shared.js";
import { type CustomerBase, requireBase } from "../../history/index.js";
import { valueRows } from "../../history/shared.js";
import { type Classes, classTable } from "./classes.js";

/** The classes of {@link classifyHabit}. */
export type Habit = "habitual" | "trial-prone" | "neither";

/** What habits are formed of. */
export interface ClassifyHabitOptions {
  /** Default `"category"`: few shops see one product bought three times. The base must have been read with it. */
  readonly dimension?: "sku" | "category" | undefined;
}

const REPEATS = 3;
const LAST = 10;

/**
 * Who buys the same again at an even pace, and who keeps trying new things.
 *
 * Habitual: some value was bought on three days or more, with gaps whose coefficient of variation (sample standard deviation over mean) is 0.5 or less.
 * Trial-prone: at least half of the last ten customer-days of a value were the customer's first of it. Habitual comes first where both hold. Unknown
 * under three purchases that state a value.
 * @throws INVALID_BASE, INVALID_OPTIONS, DIMENSION_NOT_READ
 * @example
 * import { summarizePurchases } from "clientele/history";
 * import { classifyHabit } from "clientele/segmentation";
 * const order = (id: string, at: string) => ({ id, customerId: "ann", at, amount: "9.00", currency: "USD", lines: [{ sku: "tea", category: "tea", net: "9.00" }] });
 * const orders = [order("1", "2026-01-10"), order("2", "2026-02-10"), order("3", "2026-03-10")];
 * classifyHabit(summarizePurchases(orders, { asOf: "2026-04-01", dimensions: ["category"] })).columns.class.values; // => ["habitual"]
 * @category Classes
 */
export function classifyHabit(base: CustomerBase, options: ClassifyHabitOptions = {}): Classes<Habit> {
  requireBase(base);
  checkOptions<ClassifyHabitOptions>(options, { dimension: choice(["sku", "category"]) });
  const { names, offsets, days, values, orders } = valueRows(base, options.dimension ?? "category");

  const groundsOf = (index: number) => {
    const daysOf = new Map<number, number[]>();
    const firsts: boolean[] = [];
    for (let row = offsets[index]!; row < offsets[index + 1]!; row++) {
      const value = values[row]!;
      if (value === 0 || orders[row]! <= 0) continue;
      const own = daysOf.get(value) ?? [];
      firsts.push(own.length === 0);
      own.push(days[row]!);
      daysOf.set(value, own);
    }
    if (firsts.length < REPEATS) return undefined;
    const recent = firsts.slice(-LAST);
    const news = recent.filter(Boolean).length / recent.length;
    const steady = [...daysOf]
      .filter(([, own]) => own.length >= REPEATS)
      .map(([value, own]) => ({ value: names[value - 1]!, times: own.length, variation: variation(own) }))
      .sort((a, b) => a.variation - b.variation)[0];
    if (steady !== undefined && steady.variation <= 0.5) return { habit: "habitual" as const, steady, news };
    return { habit: news >= 0.5 ? ("trial-prone" as const) : ("neither" as const), steady, news };
  };
  return classTable({
    names: ["habitual", "trial-prone", "neither"],
    customerIds: base.customerIds,
    class: maybeTexts(base.size, (index) => groundsOf(index)?.habit),
    row(index) {
      const grounds = groundsOf(index);
      const customerId = base.customerIds[index]!;
      if (grounds === undefined) return { customerId, class: unknown(["purchases"]) };
      const { habit, steady, news } = grounds;
      const reason =
        habit === "habitual"
          ? { code: "segmentation.buys-again", params: { ...steady! } }
          : { code: "segmentation.tries-new", params: { share: news } };
      return { customerId, class: known(habit, [reason]) };
    },
  });
}

/** The coefficient of variation of the gaps between days. */
function variation(days: readonly number[]): number {
  const gaps = days.slice(1).map((day, at) => day - days[at]!);
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  const square = gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / (gaps.length - 1);
  return mean === 0 ? Infinity : Math.sqrt(square) / mean;
}
