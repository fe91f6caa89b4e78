import {
  appendTransactions,
  concentration,
  customerFacts,
  engagementIndex,
  percentileEdges,
  preferences,
  productRanking,
  purchaseCadence,
  repeatPurchases,
  summarizeInteractions,
  summarizePurchases,
  withPercentile,
  withRank,
} from "clientele/history";
import { customerSchema } from "clientele/model";
import { describe, expect, it } from "vitest";

const asOf = "2026-04-01";
const order = { id: "1", customerId: "ann", at: "2026-01-05", amount: "120.00", currency: "EUR" };
const base = summarizePurchases([order], { asOf, dimensions: ["sku"] });
const summary = summarizeInteractions([], { asOf });
const facts = customerFacts(customerSchema("EUR"), { base });

/** Each function with options: a misspelt one, the one meant, and the code. */
const doors: readonly (readonly [string, string, string, string, (options: never) => unknown])[] = [
  ["appendTransactions", "exclud", "exclude", "INVALID_OPTIONS", (o) => appendTransactions(base, [], o)],
  ["concentration", "topp", "top", "INVALID_OPTIONS", (o) => concentration(base, o)],
  ["customerFacts", "intractions", "interactions", "INVALID_OPTIONS", (o) => customerFacts(customerSchema("EUR"), o)],
  ["engagementIndex", "halflife", "halfLife", "INVALID_OPTIONS", (o) => engagementIndex(summary, o)],
  [
    "engagementIndex, weights",
    "recensy",
    "recency",
    "INVALID_OPTIONS",
    (weights) => engagementIndex(summary, { weights }),
  ],
  ["preferences", "minPurchaseDay", "minPurchaseDays", "INVALID_OPTIONS", (o) => preferences(base, "weekday", o)],
  ["productRanking", "min_evidence", "minEvidence", "INVALID_OPTIONS", (o) => productRanking(base, o)],
  ["purchaseCadence", "minGap", "minGaps", "INVALID_OPTIONS", (o) => purchaseCadence(base, o)],
  ["repeatPurchases", "calibrationend", "calibrationEnd", "INVALID_OPTIONS", (o) => repeatPurchases(base, o)],
  ["summarizeInteractions", "customerIDs", "customerIds", "INVALID_OPTIONS", (o) => summarizeInteractions([], o)],
  ["summarizePurchases", "timezone", "timeZone", "INVALID_OPTIONS", (o) => summarizePurchases([], o)],
  ["withRank", "ordr", "order", "INVALID_OPTIONS", (o) => withRank(facts, "net", o)],
];

describe.each(doors)("%s", (_, misspelt, meant, code, call) => {
  it("refuses an option that it does not know, and says which was meant", () => {
    expect(() => call({ [misspelt]: undefined } as never)).toThrowError(
      expect.objectContaining({
        code,
        path: expect.arrayContaining([misspelt]),
        hint: `Did you mean "${meant}"?`,
      }),
    );
  });

  it.each([[5], ["net"], [null], [["net"]]])("refuses %j where options stand", (given) => {
    expect(() => call(given as never)).toThrowError(expect.objectContaining({ code }));
  });
});

it("tells unknown options together with values that cannot be", () => {
  const options = { asOf, timezone: "UTC", refunds: "gross", measure: [] };
  expect(() => summarizePurchases([], options as never)).toThrowError(
    expect.objectContaining({
      issues: [
        expect.objectContaining({ path: ["timezone"] }),
        expect.objectContaining({ path: ["measure"] }),
        expect.objectContaining({ path: ["refunds"] }),
      ],
    }),
  );
});

describe("edges that went astray on their way through JSON", () => {
  const edges = percentileEdges(facts, "net");

  it.each([
    ["null", null, ["edges"]],
    ["a number", 5, ["edges"]],
    ["edges with a misspelt name", { ...edges, leftout: 0 }, ["edges", "leftout"]],
    ["edges without edges", { ...edges, edges: undefined }, ["edges", "edges"]],
    ["edges that are a text", { ...edges, edges: "" }, ["edges", "edges"]],
  ])("%s are refused", (_, given, path) => {
    expect(() => withPercentile(facts, given as never)).toThrowError(
      expect.objectContaining({ code: "INVALID_OPTIONS", path }),
    );
  });

  it("are taken as they were written", () => {
    expect(withPercentile(facts, JSON.parse(JSON.stringify(edges))).get("ann")?.attributes["net.percentile"]).toBe(100);
  });
});
