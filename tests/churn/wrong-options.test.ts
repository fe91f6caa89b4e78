import {
  assessChurnRisk,
  backtestChurn,
  calibrationTable,
  churnSignals,
  defaultChurnRules,
  evaluateClassifier,
  expectedCampaignProfit,
  liftTable,
  rankForAction,
  recurringRevenue,
  retentionOfferValue,
  winBackCandidates,
} from "clientele/churn";
import { customerFacts } from "clientele/history";
import { customerSchema } from "clientele/model";
import { expect, test } from "vitest";
import { baseOf } from "../lifecycle/support/orders.js";
import { misdeeds } from "../support/wrong-options.js";

const days = ["2026-01-01", "2026-01-11", "2026-01-21", "2026-02-01"];
const base = baseOf({ ann: days, ben: days, cai: ["2025-03-01"], zed: [] }, "2026-04-01");
const horizon = { days: 60 };
const risks = assessChurnRisk(base, defaultChurnRules, { horizon });
const facts = customerFacts(customerSchema("USD"), { base });
const money = { amount: "5.00", currency: "USD" };
const sources = {
  interactions: [],
  cases: [],
  contracts: [],
  feedback: [],
  customers: [],
  pointsLapsing: new Map([["ann", 5]]),
};
const past = { asOf: ["2026-01-15"], horizon: { days: 30 } };
const tested = backtestChurn(base, defaultChurnRules, past);
const values = [1, 2, 3, 4];
const contract = { id: "1", customerId: "ann", start: "2026-01-01", price: { ...money, every: { months: 1 } } };

// Seen to fail: eleven options threw raw TypeErrors, or made signals NaN.
test("a wrong option is refused by name, whichever it is, and no answer is NaN", () => {
  expect(
    misdeeds({
      assessChurnRisk: [
        (options) => {
          const found = assessChurnRisk(base, defaultChurnRules, options);
          return [found.worth, ...found];
        },
        { horizon, facts, previous: risks, ...sources },
      ],
      churnSignals: [
        (options) => Array.from(values, (_, row) => churnSignals(base, options).at(row)),
        { horizon, facts, ...sources },
      ],
      backtestChurn: [
        (options) => backtestChurn(base, defaultChurnRules, options),
        { ...past, gap: { days: 3 }, factsAt: undefined, lapsedToo: true, minPurchaseDays: 1, ...sources },
      ],
      evaluateClassifier: [
        (options) => evaluateClassifier([1, 2], [1, 0], options),
        { threshold: 1, probabilities: [0.1, 0.2] },
      ],
      liftTable: [(options) => liftTable([1, 2], [1, 0], options), { bins: 2 }],
      calibrationTable: [(options) => calibrationTable([0.1, 0.2], [1, 0], options), { bins: 2 }],
      expectedCampaignProfit: [
        (options) => expectedCampaignProfit(tested, options),
        { valueSaved: money, contactCost: money, saveRate: 0.1 },
      ],
      rankForAction: [
        (options) => rankForAction(risks, options),
        { values, capacity: 2, snoozed: new Map([["ann", "2026-05-01"]]) },
      ],
      winBackCandidates: [
        (options) => winBackCandidates(risks, options),
        { values, returnRate: 0.1, cost: money, capacity: 3 },
      ],
      retentionOfferValue: [retentionOfferValue, { probability: 0.5, saveRate: 0.1, value: money, cost: money }],
      recurringRevenue: [
        (options) => recurringRevenue([contract], options),
        { from: "2026-01-01", to: "2026-02-01", timeZone: "UTC", paymentFailure: ["declined"] },
      ],
    }),
  ).toEqual([]);
});
