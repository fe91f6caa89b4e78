import {
  type Assessed,
  type Column,
  type CustomerTable,
  customerTable,
  type MaybeList,
  type Reason,
} from "../../core/index.js";
import { assessedAt, checkOptions, finite, satisfying, text } from "../../core/shared.js";
import { type CustomerBase, type Dimension, requireBase } from "../../history/index.js";
import { valueShares } from "../../history/shared.js";
import { reaches } from "./band-edges.js";

/** What one customer is interested in: by their own word, and by what they buy. The two are never mixed. */
export interface CustomerInterests {
  readonly customerId: string;
  readonly declared: readonly string[];
  /** The strongest first, one reason `segmentation.interest` a value; none where nothing stands out. */
  readonly inferred: Assessed<readonly string[]>;
}

/** What interests are read from. */
export interface InferInterestsOptions {
  /** Default `"category"`; the base must have been read with it. */
  readonly dimension?: Dimension | undefined;
  /** What customers said, in base order. */
  readonly declared?: Column<readonly string[]> | undefined;
  /** The least index against the base; default 1.5. */
  readonly index?: number | undefined;
}

const FEWEST = 3;

/**
 * What customers buy clearly more of than others do.
 *
 * A value is inferred where its share of the customer's orders is at least 1.5 times its share of all orders, on three purchase days or more. An
 * inference is a guess with its evidence, not a declaration. Unknown under three purchase days that state a value.
 * @throws INVALID_BASE, INVALID_OPTIONS, DIMENSION_NOT_READ
 * @example
 * import { summarizePurchases } from "clientele/history";
 * import { inferInterests } from "clientele/segmentation";
 * const order = (id: string, customerId: string, at: string, category: string) =>
 *   ({ id, customerId, at, amount: "9.00", currency: "USD", lines: [{ sku: category, category, net: "9.00" }] });
 * const orders = [..."123"].map((n) => order(n, "ann", `2026-01-0${n}`, "tea")).concat([..."456"].map((n) => order(n, "ben", `2026-01-0${n}`, "wine")));
 * const interests = inferInterests(summarizePurchases(orders, { asOf: "2026-04-01", dimensions: ["category"] }));
 * interests.columns.inferred.values[0]; // => ["tea"]
 * @category Classes
 */
export function inferInterests(
  base: CustomerBase,
  options: InferInterestsOptions = {},
): CustomerTable<CustomerInterests, { readonly inferred: MaybeList<readonly string[]> }> {
  requireBase(base);
  const eachHasOne = (lists: unknown): boolean => typeof lists === "object" && Object(lists).length === base.size;
  checkOptions<InferInterestsOptions>(options, {
    dimension: text,
    declared: satisfying(`${base.size} lists, one per customer of the base`, eachHasOne),
    index: finite({ from: 0 }),
  });
  const { dimension = "category", declared, index: least = 1.5 } = options;
  const { names, sums, shares } = valueShares(base, dimension, "orders");
  /** Places in the sums, the strongest first. */
  const placesOf = (index: number): readonly number[] => {
    const places: number[] = [];
    for (let at = sums.offsets[index]!; at < sums.offsets[index + 1]!; at++) {
      if (sums.purchaseDays[at]! >= FEWEST && reaches(shares.index[at]!, least)) places.push(at);
    }
    return places.sort((a, b) => shares.index[b]! - shares.index[a]! || a - b);
  };
  const isTold = (index: number): boolean => sums.statedDays[index]! >= FEWEST;
  const namesOf = (places: readonly number[]): readonly string[] => places.map((at) => names[sums.values[at]!]!);
  const inferred: MaybeList<readonly string[]> = {
    values: Array.from(base.customerIds, (_, index) => (isTold(index) ? namesOf(placesOf(index)) : [])),
    known: Uint8Array.from(base.customerIds, (_, index) => Number(isTold(index))),
  };
  const reasonOf = (at: number): Reason => ({
    code: "segmentation.interest",
    params: { value: names[sums.values[at]!]!, index: shares.index[at]!, orders: sums.orders[at]! },
  });
  return customerTable<CustomerInterests, { readonly inferred: MaybeList<readonly string[]> }>({
    customerIds: base.customerIds,
    columns: { inferred },
    row: (index) => ({
      customerId: base.customerIds[index]!,
      declared: declared?.[index] ?? [],
      inferred: assessedAt(
        inferred,
        index,
        [base.columns.purchaseDays[index]! < FEWEST ? "purchaseDays" : dimension],
        isTold(index) ? placesOf(index).map(reasonOf) : [],
      ),
    }),
  });
}
