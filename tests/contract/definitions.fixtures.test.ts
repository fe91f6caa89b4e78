import { readFileSync } from "node:fs";
import * as c from "clientele";
import { expect, test } from "vitest";

// Definitions as version 0.1 stored them: every later version reads them. Never edited, only added to. Scorecards, decision tables
// and lifecycle rules have fixtures in their rooms.
const stored: Record<string, never> = JSON.parse(
  readFileSync(new URL("fixtures/definitions-0.1.json", import.meta.url), "utf8"),
);
const schema = c.customerSchema("USD");

test.each<[string, (json: unknown) => readonly c.Issue[], ((json: never) => unknown)?]>([
  ["condition", (json) => c.validateCondition(json, schema), (json) => c.migrateCondition(json)],
  ["segment", (json) => c.validateSegment(json, schema), (json) => c.defineSegment(json, schema)],
  ["targetProfile", (json) => c.validateTargetProfile(json, schema), (json) => c.defineTargetProfile(json, schema)],
  ["codeTree", c.validateCodeTree, c.defineCodeTree],
  ["rfmMap", c.validateRfmMap],
  ["valueWeights", c.validateValueWeights, c.defineValueWeights],
  [
    "churnRules",
    (json) => c.validateChurnRules(json, c.churnSchema()),
    (json) => c.defineChurnRules(json, c.churnSchema()),
  ],
  ["loyaltyProgram", (json) => c.validateLoyaltyProgram(json), (json) => c.defineLoyaltyProgram(json)],
  ["referralProgram", (json) => c.validateReferralProgram(json), (json) => c.defineReferralProgram(json)],
  ["campaignBudget", c.validateCampaignBudget, c.defineCampaignBudget],
  ["claimRules", c.validateClaimRules, c.defineClaimRules],
  ["commissionPlan", (json) => c.validateCommissionPlan(json), (json) => c.defineCommissionPlan(json)],
  ["staticSegment", () => [], c.staticSegment],
  ["factSchema", () => [], c.defineSchema],
])("a %s of 0.1 is sound, and means the same", (kind, validate, define) => {
  expect(stored[kind]).toBeTypeOf("object");
  expect(validate(stored[kind])).toEqual([]);
  if (define !== undefined) expect(define(stored[kind] as never)).toEqual(stored[kind]);
});

test("stored definitions are still acted on as they were", () => {
  const orders = [
    { id: "1", customerId: "ann", at: "2025-11-02", amount: "120.00", currency: "USD" },
    { id: "2", customerId: "ben", at: "2026-03-20", amount: "140.00", currency: "USD" },
  ];
  const base = c.summarizePurchases(orders, { asOf: "2026-04-01" });
  const scores = c.scoreRfm(base, { bins: 2 });
  expect(Array.from(c.segmentByRfm(scores, stored.rfmMap as never), ({ segment }) => segment)).toHaveLength(2);
  const order = { id: "3", customerId: "ann", at: "2026-03-01", amount: "125.00", currency: "USD" };
  expect(c.quoteEarn(order, c.defineLoyaltyProgram(stored.loyaltyProgram as never)).points).toBe(12);
});
