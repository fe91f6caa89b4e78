import { conditions } from "clientele/conditions";
import { customerFacts, summarizePurchases } from "clientele/history";
import { customerSchema, defineSchema, factTable } from "clientele/model";
import {
  assignExclusive,
  classifyAbc,
  classifyByTree,
  classifyByValue,
  classifyDemographics,
  classifyHabit,
  classifyNeeds,
  classifyPurchaseBehaviour,
  classifyValueBands,
  defineSegment,
  defineTargetProfile,
  evaluateSegments,
  inferInterests,
  matchTargetProfile,
  overrepresentedTraits,
  previewSegment,
  regionsOfChina,
  scoreRfm,
  splitMembers,
  updateMembership,
} from "clientele/segmentation";
import { expect, test } from "vitest";
import { misdeeds } from "../support/wrong-options.js";

const order = (customerId: string, at: string) => ({
  id: customerId + at,
  customerId,
  at,
  amount: "10.00",
  currency: "USD",
  lines: [{ sku: "x", net: "10.00", cost: "1.00", promoted: true, category: "t", brand: "b", priceTier: "premium" }],
});
const base = summarizePurchases(
  ["2026-01-01", "2026-01-11", "2026-01-21"].flatMap((at) => [order("ann", at), order("ben", at)]),
  {
    asOf: "2026-04-01",
    measures: ["cost", "promoted"],
    dimensions: ["category", "brandInCategory", "priceTier", "sku"],
    customerIds: ["cai"],
  },
);
const ready = customerSchema("USD");
const facts = customerFacts(ready, { base });
const { attr } = conditions(ready);
const when = attr("orders").gte(2);
const segment = defineSegment({ id: "regulars", version: 1, when }, ready);
const profile = defineTargetProfile({ id: "ideal", version: 1, traits: [{ id: "often", when }] }, ready);
const money = { amount: "5.00", currency: "USD" };
const people = factTable(
  defineSchema({
    attributes: {
      province: { type: "string" },
      birthday: { type: "birthday" },
      income: { type: "money", currency: "USD" as string },
    },
  }),
  [{ customerId: "ann", attributes: { province: "CN-ZJ", birthday: "1990-01-01", income: "5.00" } }],
  { asOf: "2026-01-01" },
);
const { membership } = updateMembership(undefined, facts, segment);
const run = { parameters: {}, references: {} };

// Seen to fail: thirteen options threw raw TypeErrors.
test("a wrong option is refused by name, whichever it is, and no answer is NaN", () => {
  expect(
    misdeeds({
      classifyByValue: [
        (options) => classifyByValue(base, options),
        { by: "net", last: { days: 30 }, high: 0.8, potential: { percentile: 0.5, growth: 1, youngFor: { days: 9 } } },
      ],
      "classifyByValue, potential": [
        (potential) => classifyByValue(base, { potential }),
        { percentile: 0.5, growth: 1, youngFor: { days: 9 } },
      ],
      classifyValueBands: [(options) => classifyValueBands(base, options), { by: "net", cutPoints: ["1.00", "2.00"] }],
      classifyAbc: [(options) => classifyAbc(base, options), { by: "net", a: 0.8, b: 0.95 }],
      classifyNeeds: [(options) => classifyNeeds(base, options), { stated: [], promotedShare: 0.6, index: 1.5 }],
      classifyHabit: [(options) => classifyHabit(base, options), { dimension: "sku" }],
      classifyPurchaseBehaviour: [
        (options) => classifyPurchaseBehaviour(base, options),
        { cutPoints: { orders: [1], averageOrder: ["1.00"] } },
      ],
      inferInterests: [
        (options) => inferInterests(base, options),
        { dimension: "category", declared: [[], [], []], index: 1.5 },
      ],
      classifyDemographics: [(options) => classifyDemographics(people, options), { ageFrom: [1], incomeFrom: [money] }],
      classifyByTree: [(options) => classifyByTree(people, regionsOfChina, options), { field: "province" }],
      overrepresentedTraits: [
        (options) => overrepresentedTraits(people, ["ann"], options),
        { fields: ["province"], minCustomers: 1 },
      ],
      matchTargetProfile: [(options) => matchTargetProfile(facts, profile, options), run],
      evaluateSegments: [(options) => evaluateSegments(facts, [segment], options), run],
      assignExclusive: [(options) => assignExclusive(facts, [segment], options), { fallback: "rest", ...run }],
      previewSegment: [
        (options) => previewSegment(facts, segment, options),
        { sample: 1, contactFor: "marketing", ...run },
      ],
      updateMembership: [
        (options) => updateMembership(membership, facts, segment, options),
        { changed: ["ann"], ...run },
      ],
      "updateMembership, previous": [
        (previous) => updateMembership(previous, facts, segment, { changed: ["ann"] }),
        { ...membership },
      ],
      splitMembers: [(options) => splitMembers(["ann"], { all: 1 }, options), { salt: "spring" }],
      scoreRfm: [
        (options) => scoreRfm(base, options),
        { bins: 5, method: "quantile", cutPoints: scoreRfm(base).cutPoints },
      ],
    }),
  ).toEqual([]);
});
