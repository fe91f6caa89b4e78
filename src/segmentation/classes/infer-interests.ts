import { type Column, type CustomerTable, customerTable, type Reason } from "../../core/index.js";
import { anything, checkOptions, finite, refusal } from "../../core/shared.js";
import { type CustomerBase, type Dimension, preferences } from "../../history/index.js";

/** What one customer is interested in: by their own word, and by what they buy. The two are never mixed. */
export interface CustomerInterests {
  readonly customerId: string;
  readonly declared: readonly string[];
  /** One reason `segmentation.interest` a value, the strongest first. */
  readonly inferred: readonly Reason[];
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
 * inference is a guess with its evidence, not a declaration.
 * @throws INVALID_BASE, INVALID_OPTIONS, DIMENSION_NOT_READ
 * @example
 * import { summarizePurchases } from "clientele/history";
 * import { inferInterests } from "clientele/segmentation";
 * const order = (id: string, customerId: string, at: string, category: string) =>
 *   ({ id, customerId, at, amount: "9.00", currency: "USD", lines: [{ sku: category, category, net: "9.00" }] });
 * const orders = [..."123"].map((n) => order(n, "ann", `2026-01-0${n}`, "tea")).concat([..."456"].map((n) => order(n, "ben", `2026-01-0${n}`, "wine")));
 * const interests = inferInterests(summarizePurchases(orders, { asOf: "2026-04-01", dimensions: ["category"] }));
 * interests.columns.inferred[0]; // => ["tea"]
 * @category Classes
 */
export function inferInterests(
  base: CustomerBase,
  options: InferInterestsOptions = {},
): CustomerTable<CustomerInterests, { readonly inferred: readonly (readonly string[])[] }> {
  checkOptions<InferInterestsOptions>(options, { dimension: anything, declared: anything, index: finite({ from: 0 }) });
  const { dimension = "category", declared, index: least = 1.5 } = options;
  if (declared !== undefined && declared.length !== base.size) {
    throw refusal("INVALID_OPTIONS", ["declared"], `${base.size} lists, one per customer of the base`, declared.length);
  }
  const found = preferences(base, dimension, { minPurchaseDays: FEWEST });
  const reasonsOf = (index: number): readonly Reason[] => {
    const { preferences: known } = found.at(index);
    if (known.status === "unknown") return [];
    return known.value
      .filter((one) => one.index >= least && one.purchaseDays >= FEWEST)
      .sort((a, b) => b.index - a.index || (a.value < b.value ? -1 : 1))
      .map(({ value, index, orders }) => ({ code: "segmentation.interest", params: { value, index, orders } }));
  };
  const inferred = Array.from({ length: base.size }, (_, index) =>
    reasonsOf(index).map(({ params }) => String(params.value)),
  );
  return customerTable<CustomerInterests, { readonly inferred: readonly (readonly string[])[] }>({
    customerIds: base.customerIds,
    columns: { inferred },
    row: (index) => ({
      customerId: base.customerIds[index]!,
      declared: declared?.[index] ?? [],
      inferred: reasonsOf(index),
    }),
  });
}
