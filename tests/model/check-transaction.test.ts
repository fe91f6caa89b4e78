import { checkTransaction, isTransaction, type Transaction } from "clientele/model";
import { describe, expect, test } from "vitest";

const order: Transaction = {
  id: "O1",
  customerId: "ann",
  at: "2026-01-05T10:00:00Z",
  amount: "120.00",
  currency: "USD",
};

/** The one issue of a row, as code, path and hint. */
function issueOf(change: object): readonly unknown[] {
  const issues = checkTransaction({ ...order, ...change });
  expect(issues).toHaveLength(1);
  const [{ code, path, hint }] = issues as [(typeof issues)[number]];
  return [code, path.join("."), hint];
}

const backAs = (amount: string): string => `For money given back, set kind: "refund" and write ${amount}`;

describe("checkTransaction", () => {
  test("finds nothing in an order, a guest's order, a linked refund, an order with lines", () => {
    const rows: readonly Transaction[] = [
      order,
      { ...order, customerId: null },
      { ...order, kind: "refund", refundOf: "O0", amount: 12.5, at: new Date(0), tags: [] },
      { ...order, at: { epochMilliseconds: 1 }, lines: [{ sku: "tea", net: "120.00", quantity: 0.5, promoted: true }] },
      { ...order, at: "2026-01-05", refundOf: undefined, status: "test", mode: "offline", tags: ["staff"], lines: [] },
    ];
    for (const row of rows) {
      expect(checkTransaction(row)).toEqual([]);
      expect(isTransaction(row)).toBe(true);
    }
  });

  test.each([
    [{ id: 17 }, ["INVALID_ID", "id", 'Write it as a text: "17"']],
    [{ id: "" }, ["INVALID_ID", "id", undefined]],
    [{ id: null }, ["INVALID_ID", "id", undefined]],
    [{ customerId: "   " }, ["INVALID_ID", "customerId", undefined]],
    [{ refundOf: "\u3000", kind: "refund" }, ["INVALID_ID", "refundOf", undefined]],
    [{ lines: null }, ["INVALID_LIST", "lines", "Leave out what is not known, instead of null"]],
    [{ tags: "vip, test" }, ["INVALID_LIST", "tags", 'Write it as a list: ["vip","test"]']],
    [{ lines: [{ sku: "tea", net: "1", quantity: "-2" }] }, ["INVALID_NUMBER", "lines.0.quantity", undefined]],
    [{ customerId: undefined }, ["MISSING_FIELD", "customerId", undefined]],
    [{ at: "2026-01-05 10:00" }, ["INVALID_INSTANT", "at", expect.stringContaining("+08:00")]],
    [{ at: "05/01/2026" }, ["INVALID_INSTANT", "at", 'Write "2026-05-01", or "2026-01-05" if the day stands first']],
    [{ at: "2026-02-30" }, ["INVALID_INSTANT", "at", undefined]],
    [{ at: Number.NaN }, ["INVALID_INSTANT", "at", undefined]],
    [{ amount: "1,234.50" }, ["INVALID_AMOUNT", "amount", 'Write "1234.50"']],
    [{ amount: "12,50" }, ["INVALID_AMOUNT", "amount", 'Write "12.50"']],
    [{ amount: "$12.50" }, ["INVALID_AMOUNT", "amount", 'Write "12.50": the currency has its own field']],
    [{ amount: "12.50 元" }, ["INVALID_AMOUNT", "amount", 'Write "12.50": the currency has its own field']],
    [{ amount: " 12.50" }, ["INVALID_AMOUNT", "amount", 'Write "12.50"']],
    [{ amount: "$1,120.00" }, ["INVALID_AMOUNT", "amount", 'Write "1120.00": the currency has its own field']],
    [{ amount: "€ 12,50" }, ["INVALID_AMOUNT", "amount", 'Write "12.50": the currency has its own field']],
    [{ amount: "RMB 12.50" }, ["INVALID_AMOUNT", "amount", 'Write "12.50": the currency has its own field']],
    [{ amount: "￥12" }, ["INVALID_AMOUNT", "amount", 'Write "12": the currency has its own field']],
    [{ amount: "1.234,56" }, ["INVALID_AMOUNT", "amount", 'Write "1234.56"']],
    [{ amount: "1,234" }, ["INVALID_AMOUNT", "amount", 'Write "1234", or "1.234" if the comma is the decimal mark']],
    [{ amount: "+12.50" }, ["INVALID_AMOUNT", "amount", 'Write "12.50"']],
    [{ amount: ".50" }, ["INVALID_AMOUNT", "amount", 'Write "0.50"']],
    [{ amount: "(12.50)" }, ["NEGATIVE_AMOUNT", "amount", backAs('"12.50"')]],
    [{ amount: "-$12.50" }, ["NEGATIVE_AMOUNT", "amount", backAs('"12.50"')]],
    [{ amount: "-" }, ["INVALID_AMOUNT", "amount", undefined]],
    [{ discount: "-5.00" }, ["NEGATIVE_AMOUNT", "discount", 'Write it without the sign: "5.00"']],
    [{ amount: "1e3" }, ["INVALID_AMOUNT", "amount", undefined]],
    [{ amount: Number.POSITIVE_INFINITY }, ["INVALID_AMOUNT", "amount", undefined]],
    [{ amount: "-3.00" }, ["NEGATIVE_AMOUNT", "amount", backAs('"3.00"')]],
    [{ tax: -1 }, ["NEGATIVE_AMOUNT", "tax", "Write it without the sign: 1"]],
    [{ cost: null }, ["INVALID_AMOUNT", "cost", "Leave out what is not known, instead of null"]],
    [{ currency: "usd" }, ["INVALID_CURRENCY", "currency", 'Write "USD"']],
    [{ currency: "€" }, ["INVALID_CURRENCY", "currency", undefined]],
    [{ kind: "refunded" }, ["INVALID_CHOICE", "kind", 'Did you mean "refund"?']],
    [{ status: "done" }, ["INVALID_CHOICE", "status", undefined]],
    [{ channel: "" }, ["INVALID_TEXT", "channel", 'Leave out what is not known, instead of ""']],
    [{ tags: "staff" }, ["INVALID_LIST", "tags", 'Write it as a list: ["staff"]']],
    [{ refundOf: "O0" }, ["REFUND_OF_A_PURCHASE", "kind", 'Set kind: "refund", or leave refundOf out']],
    [{ refund_of: "O0" }, ["UNKNOWN_FIELD", "refund_of", 'Did you mean "refundOf"?']],
    [{ colour: "red" }, ["UNKNOWN_FIELD", "colour", 'Leave it out, or pass unknownFields: "ignore"']],
    [{ lines: {} }, ["INVALID_LIST", "lines", undefined]],
    [{ lines: [null] }, ["INVALID_RECORD", "lines.0", undefined]],
    [
      { lines: [{ sku: "tea", net: "1", quantity: "2" }] },
      ["INVALID_NUMBER", "lines.0.quantity", "Write it without quotes: 2"],
    ],
    [
      { lines: [{ sku: "tea", net: "1", promoted: "true" }] },
      ["INVALID_BOOLEAN", "lines.0.promoted", "Write it without quotes: true"],
    ],
    [
      { lines: [{ sku: "tea", net: "1", catgory: "x" }] },
      ["UNKNOWN_FIELD", "lines.0.catgory", 'Did you mean "category"?'],
    ],
  ])("%j", (change, issue) => {
    expect(issueOf(change)).toEqual(issue);
    expect(isTransaction({ ...order, ...change })).toBe(false);
  });

  test("a misspelt name tells what it was meant for, from both sides", () => {
    const { customerId, ...rest } = order;
    expect(checkTransaction({ ...rest, customer_id: customerId }).map(({ code, hint }) => [code, hint])).toEqual([
      ["MISSING_FIELD", 'Rename "customer_id" to "customerId"'],
      ["UNKNOWN_FIELD", 'Did you mean "customerId"?'],
    ]);
  });

  test("unknown fields may be ignored, on lines too", () => {
    const row = { ...order, colour: "red", lines: [{ sku: "tea", net: "1", shelf: 4 }] };
    expect(isTransaction(row)).toBe(false);
    expect(isTransaction(row, "ignore")).toBe(true);
    expect(checkTransaction(row, 0, "ignore")).toEqual([]);
  });

  test("all faults come at once, and the paths start with the index", () => {
    const issues = checkTransaction({ id: "", at: "soon", lines: [{}] }, 3);
    expect(issues.map(({ code, path }) => [code, path.join(".")])).toEqual([
      ["INVALID_ID", "3.id"],
      ["MISSING_FIELD", "3.customerId"],
      ["INVALID_INSTANT", "3.at"],
      ["MISSING_FIELD", "3.amount"],
      ["MISSING_FIELD", "3.currency"],
      ["MISSING_FIELD", "3.lines.0.sku"],
      ["MISSING_FIELD", "3.lines.0.net"],
    ]);
  });

  test.each([[null], [undefined], [[]], ["a,b,c"], [7]])("%j is no record", (row) => {
    expect(checkTransaction(row)).toMatchObject([{ code: "INVALID_RECORD", path: [] }]);
  });
});
