import {
  appendTransactions,
  baseAt,
  type CustomerBase,
  compactBase,
  concentration,
  customerFacts,
  dehydrateBase,
  hydrateBase,
  mergeBases,
  preferences,
  productRanking,
  purchaseCadence,
  renameCustomers,
  repeatPurchases,
  requireBase,
  summarizePurchases,
} from "clientele/history";
import { customerSchema } from "clientele/model";
import { describe, expect, it } from "vitest";

const order = { id: "1", customerId: "ann", at: "2026-01-05", amount: "120.00", currency: "EUR" };
const base = summarizePurchases([order], { asOf: "2026-04-01" });
const schema = customerSchema("EUR");

const doors: readonly (readonly [string, (given: CustomerBase) => unknown])[] = [
  ["requireBase", (given) => requireBase(given)],
  ["appendTransactions", (given) => appendTransactions(given, [])],
  ["baseAt", (given) => baseAt(given, "2026-01-31")],
  ["compactBase", (given) => compactBase(given)],
  ["concentration", (given) => concentration(given)],
  ["customerFacts", (given) => customerFacts(schema, { base: given })],
  ["dehydrateBase", (given) => dehydrateBase(given)],
  ["mergeBases, first", (given) => mergeBases(given, base)],
  ["mergeBases, second", (given) => mergeBases(base, given)],
  ["preferences", (given) => preferences(given, "weekday")],
  ["preferences of a dimension", (given) => preferences(given, "category")],
  ["productRanking", (given) => productRanking(given)],
  ["purchaseCadence", (given) => purchaseCadence(given)],
  ["renameCustomers", (given) => renameCustomers(given, {})],
  ["repeatPurchases", (given) => repeatPurchases(given)],
  ["repeatPurchases, held out", (given) => repeatPurchases(given, { calibrationEnd: "2026-01-31" })],
];

describe.each(doors)("%s", (_, call) => {
  it.each([
    ["a base that went through JSON", JSON.parse(JSON.stringify(base))],
    ["a copy of a base, which lost what stands behind it", { ...base }],
    ["null", null],
    ["an empty object", {}],
    ["a number", 5],
  ])("refuses %s", (_what, given) => {
    expect(() => call(given as CustomerBase)).toThrowError(
      expect.objectContaining({ code: "INVALID_BASE", path: ["base"], hint: expect.stringContaining("hydrateBase") }),
    );
  });
});

describe("requireBase", () => {
  it.each([
    ["as read", base],
    ["as hydrated", hydrateBase(JSON.parse(JSON.stringify(dehydrateBase(base))))],
    ["as appended to", appendTransactions(base, [])],
    ["as merged", mergeBases(base, base)],
    ["as cut", baseAt(base, "2026-01-31")],
    ["as renamed", renameCustomers(base, { ann: "eve" })],
  ])("lets a base through %s", (_, given) => {
    expect(() => requireBase(given)).not.toThrow();
  });
});
