import {
  type Assessed,
  type CustomerTable,
  customerTable,
  known,
  type MaybeColumn,
  type MaybeList,
  parseMinorUnits,
  unknown,
} from "../../core/index.js";
import { checkOptions, fields, finite, listOf, maybeTexts, type OptionRules, text } from "../../core/shared.js";
import { type CustomerBase, preferences, requireBase } from "../../history/index.js";
import { quantiles } from "../../math/index.js";
import { ascending, bandsReached } from "./band-edges.js";

/** How one customer buys. */
export interface PurchaseBehaviour {
  readonly customerId: string;
  /** "low", "mid" or "high"; with cut points "band-1", "band-2", … */
  readonly frequency: Assessed<string>;
  readonly averageOrder: Assessed<string>;
  /** The product category that makes at least half of the orders, or "mixed". */
  readonly product: Assessed<string>;
}

/** The same in columns. */
export interface PurchaseBehaviourColumns {
  readonly frequency: MaybeList<string>;
  readonly averageOrder: MaybeList<string>;
  readonly product: MaybeList<string>;
}

/** Where bands end. */
export interface ClassifyPurchaseBehaviourOptions {
  /** The least order counts and least average orders of the second band, the third, …, ascending; default the base's terciles. */
  readonly cutPoints?: { readonly orders: readonly number[]; readonly averageOrder: readonly string[] } | undefined;
}

const rules: OptionRules<ClassifyPurchaseBehaviourOptions> = {
  cutPoints: fields({ orders: listOf(finite(), 1), averageOrder: listOf(text, 1) }),
};

/**
 * How often, how large and what customers buy: bands of orders and of the average order, and the dominant category.
 *
 * Without cut points low, mid and high end at the type-7 quantiles 1/3 and 2/3 of the buyers, a value on an edge belonging below it; with them a value on an
 * edge belongs above. Dominant is a category with half of the orders or more; none: "mixed". Unknown without a purchase, and for products where the
 * dimension `category` was not read or says nothing.
 * @throws INVALID_BASE, INVALID_OPTIONS
 * @example
 * import { summarizePurchases } from "clientele/history";
 * import { classifyPurchaseBehaviour } from "clientele/segmentation";
 * const order = (id: string, amount: string) => ({ id, customerId: "ann", at: "2026-03-10", amount, currency: "USD" });
 * const base = summarizePurchases([order("1", "90.00"), order("2", "50.00")], { asOf: "2026-04-01" });
 * const cutPoints = { orders: [2, 10], averageOrder: ["100.00"] };
 * const [ann] = classifyPurchaseBehaviour(base, { cutPoints });
 * ann?.frequency.status === "known" && ann.frequency.value; // => "band-2"
 * @category Classes
 */
export function classifyPurchaseBehaviour(
  base: CustomerBase,
  options: ClassifyPurchaseBehaviourOptions = {},
): CustomerTable<PurchaseBehaviour, PurchaseBehaviourColumns> {
  requireBase(base);
  checkOptions<ClassifyPurchaseBehaviourOptions>(options, rules);
  const { orders, netMinor } = base.columns;
  const ordersOf = (index: number): number | undefined => (orders[index]! > 0 ? orders[index]! : undefined);
  const averageOf = (index: number): number | undefined =>
    orders[index]! > 0 ? netMinor[index]! / orders[index]! : undefined;
  const { cutPoints } = options;
  const averages = cutPoints?.averageOrder.map((edge, at) =>
    parseMinorUnits(edge, base.scale, ["cutPoints", "averageOrder", at]),
  );
  const edges = cutPoints && {
    orders: ascending(cutPoints.orders, ["cutPoints", "orders"]),
    averageOrder: ascending(averages!, ["cutPoints", "averageOrder"]),
  };
  const frequency = bands(base.size, ordersOf, edges?.orders);
  const averageOrder = bands(base.size, averageOf, edges?.averageOrder);
  const categories = base.dimensions.includes("category")
    ? preferences(base, "category", { minPurchaseDays: 1 })
    : undefined;
  const product = maybeTexts(base.size, (index) => {
    const { favourite, favouriteShare } = categories?.columns ?? {};
    if (favourite === undefined || favourite.known[index] !== 1) return undefined;
    return favouriteShare!.values[index]! >= 0.5 ? favourite.values[index]! : "mixed";
  });
  const columns = { frequency, averageOrder, product };
  const cell = (column: MaybeColumn<string>, index: number, missing: string): Assessed<string> =>
    column.known[index] === 1 ? known(column.values[index]!) : unknown([missing]);
  return customerTable<PurchaseBehaviour, PurchaseBehaviourColumns>({
    customerIds: base.customerIds,
    columns,
    row: (index) => ({
      customerId: base.customerIds[index]!,
      frequency: cell(frequency, index, "purchases"),
      averageOrder: cell(averageOrder, index, "purchases"),
      product: cell(product, index, "category"),
    }),
  });
}

function bands(
  size: number,
  valueAt: (index: number) => number | undefined,
  edges: readonly number[] | undefined,
): MaybeList<string> {
  const values: number[] = [];
  for (let index = 0; index < size; index++) {
    const value = valueAt(index);
    if (value !== undefined) values.push(value);
  }
  const thirds = values.length === 0 ? [0, 0] : quantiles(values, [1 / 3, 2 / 3]);
  return maybeTexts(size, (index) => {
    const value = valueAt(index);
    if (value === undefined) return undefined;
    if (edges !== undefined) return `band-${1 + bandsReached(value, edges)}`;
    return value > thirds[1]! ? "high" : value > thirds[0]! ? "mid" : "low";
  });
}
