import { type ProductRankingOptions, productRanking, summarizePurchases } from "clientele/history";
import type { Transaction, TransactionLine } from "clientele/model";
import { describe, expect, test } from "vitest";
import { faultOf } from "../support/fault-of.js";

const asOf = "2026-04-01";
let made = 0;
const order = (
  customerId: string | null,
  at: string,
  lines: readonly TransactionLine[],
  more: Partial<Transaction> = {},
): Transaction => ({
  id: `o${made++}`,
  customerId,
  at,
  amount: "10.00",
  currency: "USD",
  lines,
  ...more,
});
const line = (sku: string, net = "10.00", quantity = 1): TransactionLine => ({ sku, net, quantity });
const rankingOf = (rows: readonly Transaction[], options?: ProductRankingOptions) =>
  productRanking(summarizePurchases(rows, { asOf, dimensions: ["sku"] }), options);
const skusOf = (rows: readonly Transaction[], options?: ProductRankingOptions) =>
  rankingOf(rows, options).products.map(({ sku }) => sku);

const rows = [
  order("ann", "2026-01-05", [line("tea", "5.00", 3), line("cup", "20.00")]),
  order("ann", "2026-01-12", [line("tea", "5.00")]),
  order("ben", "2026-01-12", [line("tea", "5.00"), line("wine", "50.00")]),
  order("ben", "2026-01-12", [line("wine", "50.00")]),
  order(null, "2026-01-12", [line("cup", "20.00")]),
  order("ann", "2026-02-01", [line("cup", "20.00")], { kind: "refund" }),
];

describe("productRanking", () => {
  test("tells of each product what was bought, repeated and brought back; guests buy, but are no customers", () => {
    const known = (value: number) => ({ status: "known", value, reasons: [] });
    expect(rankingOf(rows, { minEvidence: 1 }).products).toEqual([
      {
        ...{
          sku: "tea",
          orders: 3,
          quantity: 5,
          refunds: 0,
          returned: 0,
          gross: "15.00",
          refunded: "0.00",
          net: "15.00",
        },
        ...{ customers: 2, repeatCustomers: 1, repeatShare: known(0.5), returnShare: known(0) },
      },
      {
        ...{
          sku: "cup",
          orders: 2,
          quantity: 2,
          refunds: 1,
          returned: 1,
          gross: "40.00",
          refunded: "20.00",
          net: "20.00",
        },
        ...{ customers: 1, repeatCustomers: 0, repeatShare: known(0), returnShare: known(0.5) },
      },
      {
        ...{
          sku: "wine",
          orders: 2,
          quantity: 2,
          refunds: 0,
          returned: 0,
          gross: "100.00",
          refunded: "0.00",
          net: "100.00",
        },
        // Two orders of one day are one purchase.
        ...{ customers: 1, repeatCustomers: 0, repeatShare: known(0), returnShare: known(0) },
      },
    ]);
  });

  test("ranks by what is asked for; ties by orders, then by sku", () => {
    expect(skusOf(rows)).toEqual(["tea", "cup", "wine"]);
    expect(skusOf(rows, { by: "quantity" })).toEqual(["tea", "cup", "wine"]);
    expect(skusOf(rows, { by: "net" })).toEqual(["wine", "cup", "tea"]);
    expect(skusOf(rows, { by: "repeatShare", minEvidence: 1 })).toEqual(["tea", "cup", "wine"]);
    expect(skusOf(rows, { by: "returnShare", minEvidence: 1 })).toEqual(["cup", "tea", "wine"]);
  });

  test("shares with too little behind them are unknown and stand last", () => {
    const few = rankingOf(rows, { by: "returnShare", minEvidence: 3 });
    expect(few.products.map(({ sku, returnShare }) => [sku, returnShare.status])).toEqual([
      ["tea", "known"],
      ["cup", "unknown"],
      ["wine", "unknown"],
    ]);
    expect(few.products[1]?.repeatShare).toEqual({ status: "unknown", missing: ["customers"], reasons: [] });
    const free = rankingOf([order("ann", "2026-01-05", [line("gift", "0")])], { minEvidence: 1 });
    expect(free.products[0]?.returnShare).toEqual({ status: "unknown", missing: ["gross"], reasons: [] });
  });

  test("refunds that name no product are told, because they make return shares too low", () => {
    const back = order("ann", "2026-02-01", [], { kind: "refund", amount: "7.00" });
    expect(rankingOf([...rows, back]).warnings).toEqual([
      { code: "history.refunds-without-products", params: { refunds: 1, amount: { amount: "7.00", currency: "USD" } } },
    ]);
    expect(rankingOf(rows).warnings).toEqual([]);
  });

  test("money is compared and summed exactly past 2^53", () => {
    const large = "90071992547409.91"; // 2^53 - 1 cents
    const much = [
      order("ann", "2026-01-05", [line("a", large)]),
      order("ben", "2026-01-05", [line("a", large)]),
      order("cai", "2026-01-05", [line("b", large)]),
    ];
    expect(rankingOf(much, { by: "net" }).products.map(({ sku, net }) => [sku, net])).toEqual([
      ["a", "180143985094819.82"],
      ["b", large],
    ]);
  });

  test("a base without products, and one read without them", () => {
    expect(skusOf([])).toEqual([]);
    expect(skusOf([order("ann", "2026-01-05", [])])).toEqual([]);
    const base = summarizePurchases(rows, { asOf });
    expect(faultOf(() => productRanking(base)).code).toBe("DIMENSION_NOT_READ");
    expect(faultOf(() => rankingOf(rows, { by: "__proto__" as never })).code).toBe("INVALID_OPTIONS");
    expect(faultOf(() => rankingOf(rows, { minEvidence: 0 })).path).toEqual(["minEvidence"]);
  });
});
