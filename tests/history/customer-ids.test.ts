import {
  appendTransactions,
  baseAt,
  customerFacts,
  dehydrateBase,
  hydrateBase,
  mergeBases,
  summarizePurchases,
} from "clientele/history";
import { customerSchema } from "clientele/model";
import { expect, test } from "vitest";

// The type says `readonly string[]`: whatever made a base, its ids are a list.
const options = { asOf: "2026-04-01", currency: "USD" } as const;
const order = (customerId: string) => ({
  id: customerId,
  customerId,
  at: "2026-01-05",
  amount: "9.00",
  currency: "USD",
});
const base = summarizePurchases(["ann", "ben"].map(order), options);
const days = Int32Array.of(20000, 20001);
const amountMinor = Int32Array.of(900, 900);
async function* batches() {
  yield ["ann"].map(order);
  yield ["ben"].map(order);
}
const dictionary = ["ann", "ben"];
const vector = { length: 2, get: (index: number) => dictionary[index] ?? null };

test.each([
  ["rows", base],
  [
    "columns in codes",
    summarizePurchases({ customerIds: { codes: Int32Array.of(0, 1), dictionary }, days, amountMinor }, options),
  ],
  ["columns of a vector", summarizePurchases({ customerIds: vector, days, amountMinor }, options)],
  ["batches", await summarizePurchases(batches(), options)],
  ["an earlier day", baseAt(base, "2026-02-01")],
  ["JSON", hydrateBase(JSON.parse(JSON.stringify(dehydrateBase(base))))],
  ["more rows", appendTransactions(summarizePurchases(["ann"].map(order), options), ["ben"].map(order))],
  [
    "two bases",
    mergeBases(summarizePurchases(["ann"].map(order), options), summarizePurchases(["ben"].map(order), options)),
  ],
  ["facts", customerFacts(customerSchema("USD"), { base })],
])("the ids of a base made of %s are a list", (_, { customerIds }) => {
  expect(Array.isArray(customerIds)).toBe(true);
  expect(customerIds.map((id) => id.toUpperCase())).toEqual(["ANN", "BEN"]);
});
