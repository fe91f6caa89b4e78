import { dehydrateBase, hydrateBase, type SummarizeOptions, summarizePurchases } from "clientele/history";
import { parseTransactions, type Transaction } from "clientele/model";
import { expect, test } from "vitest";

const order: Transaction = { id: "o1", customerId: "a", at: "2026-01-01", amount: "10.00", currency: "USD" };
const read = (row: object, options: Partial<SummarizeOptions> = {}) =>
  summarizePurchases([row as Transaction], { asOf: "2026-04-01", ...options });

const everything: Partial<SummarizeOptions> = {
  measures: ["cost", "discount", "quantity", "online"],
  dimensions: ["category", "channel"],
  exclude: [{ reason: "staff", tags: ["staff"] }],
};

test.each<[string, object, string, readonly (string | number)[]]>([
  ["a refund by a field of another name", { type: "refund" }, "UNKNOWN_FIELD", [0, "type"]],
  ["a cancelled order by a field in capitals", { Status: "cancelled" }, "UNKNOWN_FIELD", [0, "Status"]],
  ["the order of a refund with an underscore", { refund_of: "o0" }, "UNKNOWN_FIELD", [0, "refund_of"]],
  ["a blank customer", { customerId: "   " }, "INVALID_ID", [0, "customerId"]],
  ["a blank id", { id: " " }, "INVALID_ID", [0, "id"]],
])("%s is told, not counted as a sale", (_, fields, code, path) => {
  for (const options of [{}, everything]) {
    expect(() => read({ ...order, ...fields }, options)).toThrow(expect.objectContaining({ code, path }));
  }
});

test("a row that is a list is told so", () => {
  expect(() => read(["o1", "a"])).toThrow(expect.objectContaining({ code: "INVALID_RECORD", path: [0] }));
});

test.each<[object, string, readonly (string | number)[]]>([
  [{ channel: null }, "INVALID_TEXT", [0, "channel"]],
  [{ channel: "" }, "INVALID_TEXT", [0, "channel"]],
  [{ lines: null }, "INVALID_LIST", [0, "lines"]],
  [{ lines: [null] }, "INVALID_RECORD", [0, "lines", 0]],
  [{ lines: [{ sku: "s", net: "1.00", category: 5 }] }, "INVALID_TEXT", [0, "lines", 0, "category"]],
  [{ tags: "vip, test" }, "INVALID_LIST", [0, "tags"]],
  [{ mode: "Online" }, "INVALID_CHOICE", [0, "mode"]],
])("%j is held to its rule where it is read", (fields, code, path) => {
  expect(() => read({ ...order, ...fields }, everything)).toThrow(expect.objectContaining({ code, path }));
  const refund = { ...order, ...fields, kind: "refund", refundOf: "o0" };
  expect(() => read(refund, everything)).toThrow(expect.objectContaining({ code, path }));
});

test("fields of the host pass, and what parsing accepts can be read and kept", () => {
  const row = { ...order, type: "web order", note: "refund asked for", state: "NY" };
  const { transactions } = parseTransactions([row], { unknownFields: "ignore" });
  const base = summarizePurchases(transactions, { asOf: "2026-04-01", ...everything });
  expect(hydrateBase(dehydrateBase(base)).size).toBe(1);
  expect(read(row).size).toBe(1);
});
