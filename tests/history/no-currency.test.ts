import { summarizePurchases } from "clientele/history";
import { expect, test } from "vitest";

const order = (id: string, currency: string) =>
  ({ id, customerId: "a", at: "2026-01-01", amount: "10.00", currency }) as const;
const refused = expect.objectContaining({ code: "INVALID_CURRENCY" });

test.each([
  ["alone", ["XXX"]],
  ["before another", ["XXX", "USD"]],
  ["after another", ["USD", "XXX"]],
])("a row in XXX, no currency, is refused: %s", (_, currencies) => {
  const rows = currencies.map((currency, i) => order(`o${i}`, currency));
  expect(() => summarizePurchases(rows, { asOf: "2026-04-01" })).toThrow(refused);
  const rates = () => "1";
  expect(() => summarizePurchases(rows, { asOf: "2026-04-01", currency: "USD", rates })).toThrow(refused);
});

test("columns in XXX are refused", () => {
  const columns = { customerIds: ["a"], days: [20454], amountMinor: [10], currency: "XXX" };
  expect(() => summarizePurchases(columns, { asOf: "2026-04-01" })).toThrow(refused);
});
