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

interface Grounds {
  readonly habit: Habit;
  /** The share of news among the last purchases. */
  readonly news: number;
  readonly steady?: { readonly value: string; readonly times: number; readonly variation: number } | undefined;
}

const REPEATS = 3;
const LAST = 10;

/**
 * Who buys the same again at an even pace, and who keeps trying new things.
 *
 * Habitual: some value was bought on three days or more, with gaps whose coefficient of variation (sample standard deviation over mean) is 0.5 or less.
 * Trial-prone: at least half of the last ten customer-days of a value were the customer's first of it. Habitual comes first where both hold. Unknown
 * under three purchases that state a value: `missing` names the dimension where there are three that do not.
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
  const { dimension = "category" } = options;
  const { names, offsets, days, values, orders } = valueRows(base, dimension);

  // By value, of one customer at a time; only what the customer met is cleared.
  const times = new Int32Array(names.length + 1);
  const lastDay = new Int32Array(names.length + 1);
  const gaps = new Float64Array(names.length + 1);
  const squares = new Float64Array(names.length + 1);

  const groundsOf = (index: number): Grounds | undefined => {
    const met: number[] = [];
    let [bought, recentFirsts] = [0, 0];
    for (let row = offsets[index]!; row < offsets[index + 1]!; row++) {
      const value = values[row]!;
      if (value === 0 || orders[row]! <= 0) continue;
      const isFirst = times[value] === 0;
      if (isFirst) met.push(value);
      else {
        const gap = days[row]! - lastDay[value]!;
        gaps[value]! += gap;
        squares[value]! += gap * gap;
      }
      times[value]! += 1;
      lastDay[value] = days[row]!;
      bought++;
      recentFirsts = ((recentFirsts << 1) | Number(isFirst)) & ((1 << LAST) - 1);
    }
    let steady: { readonly value: number; readonly times: number; readonly variation: number } | undefined;
    for (const value of met) {
      const spread = variation(times[value]! - 1, gaps[value]!, squares[value]!);
      if (times[value]! >= REPEATS && (steady === undefined || spread < steady.variation)) {
        steady = { value, times: times[value]!, variation: spread };
      }
      times[value] = gaps[value] = squares[value] = 0;
    }
    if (bought < REPEATS) return undefined;
    const news = ones(recentFirsts) / Math.min(LAST, bought);
    if (steady !== undefined && steady.variation <= 0.5) {
      return { habit: "habitual", news, steady: { ...steady, value: names[steady.value - 1]! } };
    }
    return { habit: news >= 0.5 ? "trial-prone" : "neither", news };
  };
  return classTable({
    names: ["habitual", "trial-prone", "neither"],
    customerIds: base.customerIds,
    class: maybeTexts(base.size, (index) => groundsOf(index)?.habit),
    row(index) {
      const grounds = groundsOf(index);
      const customerId = base.customerIds[index]!;
      if (grounds === undefined) {
        return { customerId, class: unknown([base.columns.orders[index]! < REPEATS ? "purchases" : dimension]) };
      }
      const { habit, steady, news } = grounds;
      const reason =
        habit === "habitual"
          ? { code: "segmentation.buys-again", params: { ...steady! } }
          : { code: "segmentation.tries-new", params: { share: news } };
      return { customerId, class: known(habit, [reason]) };
    },
  });
}

/** The coefficient of variation of so many gaps, by their sum and the sum of their squares, which are whole. */
function variation(count: number, sum: number, squares: number): number {
  return sum === 0 ? Infinity : Math.sqrt((count * (count * squares - sum * sum)) / (count - 1)) / sum;
}

function ones(bits: number): number {
  let count = 0;
  for (let left = bits; left > 0; left &= left - 1) count++;
  return count;
}
