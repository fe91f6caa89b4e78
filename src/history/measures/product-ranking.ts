import { type Assessed, formatMinorUnits, known, type Reason, unknown } from "../../core/index.js";
import { checkOptions, choice, finite } from "../../core/shared.js";
import type { CustomerBase } from "../customer-base.js";
import type { HistoryReasonCode } from "../reasons.js";
import { requireBase } from "../require-base.js";
import { type ProductSums, productSums } from "./product-sums.js";

/** What products are ranked by. */
export type ProductRankingBy = "orders" | "quantity" | "net" | "repeatShare" | "returnShare";

/** How {@link productRanking} ranks. */
export interface ProductRankingOptions {
  /** Most bought by `orders` (default), `quantity` or `net`, most repeated by `repeatShare`, most returned by `returnShare`. */
  readonly by?: ProductRankingBy | undefined;
  /** The repeat share of a product is unknown with fewer customers, the return share with fewer orders; default 10. */
  readonly minEvidence?: number | undefined;
}

/** One product, over all customers and guests. */
export interface RankedProduct {
  readonly sku: string;
  /** Orders placed that contain it. */
  readonly orders: number;
  readonly quantity: number;
  readonly refunds: number;
  readonly returned: number;
  readonly gross: string;
  readonly refunded: string;
  readonly net: string;
  /** Customers who bought it; guests are none. */
  readonly customers: number;
  /** Of these, who bought it on two days or more. */
  readonly repeatCustomers: number;
  /** repeatCustomers / customers. */
  readonly repeatShare: Assessed<number>;
  /** refunded / gross: the share of its value that came back. */
  readonly returnShare: Assessed<number>;
}

/**
 * Products, the first by what was asked for on top.
 * @category Measures
 */
export interface ProductRanking {
  readonly by: ProductRankingBy;
  readonly products: readonly RankedProduct[];
  readonly warnings: readonly Reason<HistoryReasonCode>[];
}

/**
 * Ranks products: most bought, most repeated or most returned.
 *
 * Repeat share = customers who bought the product on at least two days / customers who bought it. Return share = value refunded / value bought, by
 * lines; refunds without lines belong to no product and are told in `warnings`, because every return share is too low then. Orders count as
 * placed. Guests' purchases count, but guests are not customers.
 *
 * Descending; unknown shares stand last; ties by orders, then by sku (code units). A base without products has an empty ranking.
 * @throws INVALID_BASE, INVALID_OPTIONS, DIMENSION_NOT_READ where the base was read without `sku`, INVALID_OPTIONS
 * @example
 * import { productRanking, summarizePurchases } from "clientele/history";
 * const order = (id: string, customerId: string, at: string, sku: string) =>
 *   ({ id, customerId, at, amount: "9.00", currency: "USD", lines: [{ sku, net: "9.00" }] });
 * const base = summarizePurchases(
 *   [order("1", "ann", "2026-01-05", "tea"), order("2", "ann", "2026-02-02", "tea"), order("3", "ben", "2026-02-02", "tea"), order("4", "ben", "2026-02-02", "cup")],
 *   { asOf: "2026-04-01", dimensions: ["sku"] },
 * );
 * productRanking(base).products.map(({ sku, orders }) => [sku, orders]); // => [["tea", 3], ["cup", 1]]
 * productRanking(base, { by: "repeatShare", minEvidence: 2 }).products[0]?.repeatShare; // => { status: "known", value: 0.5, reasons: [] }
 * @category Measures
 */
export function productRanking(base: CustomerBase, options: ProductRankingOptions = {}): ProductRanking {
  requireBase(base);
  checkOptions<ProductRankingOptions>(options, {
    by: choice(Object.keys(keys) as ProductRankingBy[]),
    minEvidence: finite({ from: 1 }),
  });
  const { by = "orders", minEvidence = 10 } = options;
  const sums = productSums(base);
  const key = keys[by];
  const ranked = sums.products
    .map((product) => ({ product, key: key(product, minEvidence) }))
    .sort(
      (a, b) =>
        descending(a.key, b.key) || b.product.orders - a.product.orders || (a.product.sku < b.product.sku ? -1 : 1),
    );
  const { refunds, refundedMinor } = sums.notStated;
  const amount = { amount: formatMinorUnits(refundedMinor, base.scale), currency: base.currency };
  return {
    by,
    products: ranked.map(({ product }) => rowOf(product, base.scale, minEvidence)),
    warnings: refunds === 0 ? [] : [{ code: "history.refunds-without-products", params: { refunds, amount } }],
  };
}

/** What a product is ranked by; undefined where unknown. Money is compared exactly. */
const keys: Readonly<
  Record<ProductRankingBy, (product: ProductSums, minEvidence: number) => number | bigint | undefined>
> = {
  orders: ({ orders }) => orders,
  quantity: ({ quantity }) => quantity,
  net: ({ grossMinor, refundedMinor }) => grossMinor - refundedMinor,
  repeatShare: ({ customers, repeatCustomers }, minEvidence) =>
    customers < minEvidence ? undefined : repeatCustomers / customers,
  returnShare: ({ orders, grossMinor, refundedMinor }, minEvidence) =>
    orders < minEvidence || grossMinor === 0n ? undefined : Number(refundedMinor) / Number(grossMinor),
};

function descending(a: number | bigint | undefined, b: number | bigint | undefined): number {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? 1 : -1;
  return a === b ? 0 : a > b ? -1 : 1;
}

function rowOf(product: ProductSums, scale: number, minEvidence: number): RankedProduct {
  const { grossMinor, refundedMinor, ...counts } = product;
  const share = (by: "repeatShare" | "returnShare", missing: string): Assessed<number> => {
    const value = keys[by](product, minEvidence);
    return value === undefined ? unknown([missing]) : known(Number(value));
  };
  return {
    ...counts,
    gross: formatMinorUnits(grossMinor, scale),
    refunded: formatMinorUnits(refundedMinor, scale),
    net: formatMinorUnits(grossMinor - refundedMinor, scale),
    repeatShare: share("repeatShare", "customers"),
    returnShare: share("returnShare", product.orders < minEvidence ? "orders" : "gross"),
  };
}
