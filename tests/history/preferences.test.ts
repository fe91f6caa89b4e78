import { type PreferencesOptions, preferences, summarizePurchases } from "clientele/history";
import type { Transaction } from "clientele/model";
import { describe, expect, test } from "vitest";
import { faultOf } from "../support/fault-of.js";
import { superstoreLines } from "../support/superstore.js";

const asOf = "2026-04-01";
let made = 0;
const order = (
  customerId: string | null,
  at: string,
  categories: readonly (string | undefined)[],
  net = "10.00",
): Transaction => ({
  id: `o${made++}`,
  customerId,
  at,
  amount: "10.00",
  currency: "USD",
  lines: categories.map((category) => ({ sku: "any", net, ...(category === undefined ? {} : { category }) })),
});
const weekly = (customerId: string, categories: readonly string[]): Transaction[] =>
  categories.map((category, i) => order(customerId, `2026-01-${String(1 + 7 * i).padStart(2, "0")}`, [category]));

const categoriesOf = (rows: readonly Transaction[], options?: PreferencesOptions) =>
  preferences(summarizePurchases(rows, { asOf, dimensions: ["category"] }), "category", options);

describe("preferences", () => {
  const rows = [...weekly("ann", ["tea", "tea", "wine"]), ...weekly("ben", ["wine", "wine", "wine"])];

  test("shares, index against the base, and the evidence behind them", () => {
    const table = categoriesOf(rows);
    expect(table.get("ann")).toEqual({
      customerId: "ann",
      purchaseDays: 3,
      preferences: {
        status: "known",
        reasons: [],
        value: [
          { value: "tea", share: 2 / 3, index: 2 / 3 / (2 / 6), orders: 2, purchaseDays: 2 },
          { value: "wine", share: 1 / 3, index: 1 / 3 / (4 / 6), orders: 1, purchaseDays: 1 },
        ],
      },
    });
    expect(table.values).toEqual([
      { value: "tea", share: 2 / 6, orders: 2, customers: 1 },
      { value: "wine", share: 4 / 6, orders: 4, customers: 2 },
    ]);
    expect([table.columns.favourite.values[0], table.columns.favouriteShare.values[0]]).toEqual(["tea", 2 / 3]);
  });

  test("an order with two values counts for both; a value twice in it counts once", () => {
    const table = categoriesOf([order("ann", "2026-01-05", ["tea", "tea", "wine"])], { minPurchaseDays: 1 });
    expect(table.at(0)).toMatchObject({
      purchaseDays: 1,
      preferences: {
        value: [
          { value: "tea", orders: 1 },
          { value: "wine", orders: 1 },
        ],
      },
    });
  });

  test("equal shares: the value of more days comes first, then the earlier value", () => {
    const table = categoriesOf([
      order("ann", "2026-01-05", ["b"]),
      order("ann", "2026-01-05", ["b"]),
      order("ann", "2026-01-06", ["z"]),
      order("ann", "2026-01-07", ["z"]),
      order("ann", "2026-01-08", ["a", "c"]),
    ]);
    const { preferences: own } = table.at(0);
    expect(own.status === "known" && own.value.map(({ value }) => value)).toEqual(["z", "b", "a", "c"]);
  });

  test("names what is missing", () => {
    const unstated = [
      order("cai", "2026-01-05", [undefined]),
      order("dan", "2026-01-05", []),
      ...weekly("eve", ["tea", "tea"]),
    ];
    const table = categoriesOf([...unstated, order("fay", "2026-01-05", ["tea"], "0")], { minPurchaseDays: 2 });
    const missing = (id: string) => {
      const own = table.get(id)?.preferences;
      return own?.status === "unknown" ? own.missing : "known";
    };
    expect([missing("cai"), missing("dan"), missing("eve"), missing("fay")]).toEqual([
      ["category"],
      ["category"],
      "known",
      ["purchaseDays"],
    ]);
    const free = categoriesOf([order("fay", "2026-01-05", ["tea"], "0")], { by: "net", minPurchaseDays: 1 });
    expect(free.at(0).preferences).toEqual({ status: "unknown", missing: ["positiveNet"], reasons: [] });
  });

  test("guests stay out of the base's shares", () => {
    const table = categoriesOf([...rows, order(null, "2026-01-05", ["tea"]), order(null, "2026-01-05", ["cup"])]);
    expect(table.values.map(({ value, share, customers }) => [value, share, customers])).toEqual([
      ["cup", 0, 0],
      ["tea", 2 / 6, 1],
      ["wine", 4 / 6, 2],
    ]);
  });

  test("a dimension that was not asked for is refused by name, and weekdays need no asking", () => {
    const base = summarizePurchases(rows, { asOf, dimensions: ["category"] });
    expect(faultOf(() => preferences(base, "brand"))).toMatchObject({
      code: "DIMENSION_NOT_READ",
      expected: "one of category",
      received: "brand",
      hint: 'Read the transactions with dimensions: ["brand"]',
    });
    // 1, 8 and 15 January 2026 are Thursdays.
    expect(preferences(base, "weekday").values.map(({ share }) => share)).toEqual([0, 0, 0, 1, 0, 0, 0]);
  });

  test("hours are local, and a bare day has none", () => {
    const base = summarizePurchases(
      [order("ann", "2026-01-05T23:30:00Z", []), order("ann", "2026-01-06", []), order("ben", "2026-01-06", [])],
      { asOf, timeZone: "Asia/Shanghai", dimensions: ["hour"] },
    );
    const hours = preferences(base, "hour", { minPurchaseDays: 1 });
    expect(hours.values).toEqual([{ value: "07", share: 1, orders: 1, customers: 1 }]);
    expect(hours.get("ben")?.preferences).toMatchObject({ status: "unknown", missing: ["hour"] });
  });

  test("refuses options out of range", () => {
    expect(faultOf(() => categoriesOf([], { minPurchaseDays: 0 })).path).toEqual(["minPurchaseDays"]);
    expect(faultOf(() => categoriesOf([], { by: "spend" as never })).code).toBe("INVALID_OPTIONS");
  });

  test("Superstore: the base's shares of the three categories, counted apart", () => {
    const orders = new Map<string, Set<string>>();
    for (const line of superstoreLines()) {
      const id = line["Order ID"] as string;
      orders.set(id, (orders.get(id) ?? new Set()).add(line.Category as string));
    }
    const total = [...orders.values()].reduce((sum, categories) => sum + categories.size, 0);
    const base = summarizePurchases(superstoreTransactions(), {
      asOf: "2017-12-31",
      scale: 4,
      dimensions: ["category"],
    });
    const { values, columns } = preferences(base, "category");
    expect(values.map(({ value }) => value)).toEqual(["Furniture", "Office Supplies", "Technology"]);
    for (const { value, share, orders: count } of values) {
      const expected = [...orders.values()].filter((categories) => categories.has(value)).length;
      expect([count, share]).toEqual([expected, expected / total]);
    }
    expect(columns.favourite.known.length).toBe(793);
  });
});

function superstoreTransactions(): Transaction[] {
  const orders = new Map<string, Transaction & { lines: NonNullable<Transaction["lines"]> }>();
  for (const line of superstoreLines()) {
    const id = line["Order ID"] as string;
    const found = orders.get(id);
    const lines = [
      ...(found?.lines ?? []),
      { sku: line["Product ID"] as string, net: line.Sales as string, category: line.Category as string },
    ];
    orders.set(id, {
      id,
      customerId: line["Customer ID"] as string,
      at: line["Order Date"] as string,
      amount: "1.00",
      currency: "USD",
      lines,
    });
  }
  return [...orders.values()];
}
