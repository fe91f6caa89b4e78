import { customerFacts, summarizePurchases } from "clientele/history";
import { customerSchema } from "clientele/model";
import { contributionMargin } from "clientele/value";
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

test.each(["EUR", "JPY", "BHD"])("an empty shop has facts in any currency: %s", (currency) => {
  const base = summarizePurchases([], { asOf: "2026-04-01", customerIds: ["ann"] });
  const facts = customerFacts(customerSchema(currency), { base });
  const { attributes } = facts.at(0);
  expect([base.currency, attributes.orders, Number(attributes.net)]).toEqual(["XXX", 0, 0]);
});

test("where an empty shop's amounts need a currency, the error says where to name it", () => {
  const call = { id: "call", rate: { amount: "4.50", currency: "EUR" }, counts: [2] };
  const read = (currency?: string) =>
    summarizePurchases([], { asOf: "2026-04-01", customerIds: ["ann"], measures: ["cost"], currency });
  expect(() => contributionMargin(read(), { drivers: [call] })).toThrow(
    expect.objectContaining({
      issues: [expect.objectContaining({ hint: expect.stringContaining('currency: "EUR"') })],
    }),
  );
  expect(contributionMargin(read("EUR"), { drivers: [call] }).total).toEqual({ amount: "-9.00", currency: "EUR" });
});
