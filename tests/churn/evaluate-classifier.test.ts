import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  type ClassifierEvaluation,
  calibrateScores,
  calibrationTable,
  evaluateClassifier,
  expectedCampaignProfit,
  liftTable,
} from "clientele/churn";
import { conditions } from "clientele/conditions";
import { purchaseCadence, summarizePurchases } from "clientele/history";
import { defineSchema, factTable } from "clientele/model";
import { applyScorecard, calibratedRate, defineScorecard } from "clientele/scorecards";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { customerPositions } from "../../src/core/shared.js";
import { onlineRetailSales } from "../history/support/real-purchases.js";
import { readCsv } from "../support/csv.js";
import { faultOf } from "../support/fault-of.js";
import { describeWithReference } from "../support/reference-data.js";

interface Expected {
  readonly threshold: number;
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
  readonly tn: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

function expectAtThreshold(found: ClassifierEvaluation, expected: Expected): void {
  const { tp, fp, fn, tn, precision, recall, f1 } = expected;
  expect(found.confusion).toEqual({ truePositive: tp, falsePositive: fp, falseNegative: fn, trueNegative: tn });
  const values = [found.precision, found.recall, found.f1].map((one) =>
    one.status === "known" ? one.value : Number.NaN,
  );
  for (const [index, value] of [precision, recall, f1].entries()) expect(values[index]).toBeCloseTo(value, 9);
}

describeWithReference("Telco's point rules", "telco-churn", (folder) => {
  const expected = JSON.parse(readFileSync(join(folder, "expected.json"), "utf8")).churnRule;
  const schema = defineSchema({
    attributes: {
      contract: { type: "string" },
      tenure: { type: "number" },
      internet: { type: "string" },
      security: { type: "string" },
      support: { type: "string" },
      payment: { type: "string" },
      senior: { type: "number" },
    },
  });
  const { all, attr } = conditions(schema);
  const rule = (id: string, when: ReturnType<typeof all>, points: number) => ({
    id,
    when,
    points,
    reason: "telco.rule",
  });
  const card = defineScorecard(
    {
      id: "telco",
      version: 1,
      rules: [
        rule("monthly", all(attr("contract").eq("Month-to-month")), 3),
        rule("first-half-year", all(attr("tenure").lte(6)), 3),
        rule("first-year", all(attr("tenure").gt(6), attr("tenure").lte(12)), 2),
        rule("second-year", all(attr("tenure").gt(12), attr("tenure").lte(24)), 1),
        rule("fibre", all(attr("internet").eq("Fiber optic")), 2),
        rule("no-security", all(attr("security").eq("No")), 1),
        rule("no-support", all(attr("support").eq("No")), 1),
        rule("electronic-check", all(attr("payment").eq("Electronic check")), 2),
        rule("senior", all(attr("senior").eq(1)), 1),
      ],
      bands: [{ id: "any", min: 0 }],
    },
    schema,
  );
  const rows = readCsv(join(folder, "telco.csv"));
  const facts = factTable(
    schema,
    rows.map((row, index) => ({
      customerId: String(index),
      attributes: {
        contract: row.Contract!,
        tenure: Number(row.tenure),
        internet: row.InternetService!,
        security: row.OnlineSecurity!,
        support: row.TechSupport!,
        payment: row.PaymentMethod!,
        senior: Number(row.SeniorCitizen),
      },
    })),
    { asOf: "2026-01-01" },
  );
  const scores = Array.from(applyScorecard(facts, card).columns.score.values);
  const labels = rows.map(({ Churn }) => (Churn === "Yes" ? 1 : 0));
  const part =
    (isTest: boolean) =>
    <T>(column: readonly T[]): T[] =>
      column.filter((_, index) => (index % 5 === 0) === isTest);

  test.each(["all", "test", "train"] as const)("metrics of %s", (name) => {
    const wanted = expected[name];
    if (wanted === undefined) return;
    const cut = name === "all" ? <T>(column: readonly T[]) => [...column] : part(name === "test");
    const [own, happened] = [cut(scores), cut(labels)];
    const found = evaluateClassifier(own, happened, { threshold: 7 });
    expect(found.customers).toBe(wanted.n);
    expect(found.rate).toBeCloseTo(wanted.baseRate, 9);
    expect(found.auc).toBeCloseTo(wanted.auc, 9);
    expect(found.gini).toBeCloseTo(wanted.gini, 9);
    expect(found.ks).toBeCloseTo(wanted.ks, 9);
    expect(found.averagePrecision.status === "known" && found.averagePrecision.value).toBeCloseTo(
      wanted.averagePrecision,
      9,
    );
    for (const one of wanted.atThreshold) {
      expectAtThreshold(evaluateClassifier(own, happened, { threshold: one.threshold }), one);
    }
    const lifts = liftTable(own, happened, { bins: 20 });
    for (const { share, captured, lift, gain } of wanted.top) {
      const bin = lifts.find((one) => Math.abs(one.share - share) < 1e-9);
      if (bin === undefined) continue;
      expect(bin.events).toBeCloseTo(captured, 6);
      expect(bin.lift).toBeCloseTo(lift, 6);
      expect(bin.gain).toBeCloseTo(gain, 8);
    }
  });

  test("scores calibrated on one part hold on the other", () => {
    const points = calibrateScores(part(false)(scores), part(false)(labels));
    const probabilities = part(true)(scores).map((score) => calibratedRate(points, score) as number);
    const { brier, logLoss } = evaluateClassifier(part(true)(scores), part(true)(labels), { probabilities });
    // The published run smooths each score's rate by itself (0.14329); monotone rates are as good.
    expect(brier.status === "known" && brier.value).toBeCloseTo(expected.calibrationOnTest.brier, 3);
    expect(logLoss.status === "known" && logLoss.value).toBeCloseTo(expected.calibrationOnTest.logLoss, 2);
    const table = calibrationTable(probabilities, part(true)(labels));
    const within = table.filter(({ predicted, interval }) => predicted >= interval[0] && predicted <= interval[1]);
    expect(within.length).toBeGreaterThanOrEqual(table.length - 1);
    expect(table.reduce((sum, { customers }) => sum + customers, 0)).toBe(probabilities.length);
  });
});

describeWithReference("the cadence backtest of Online Retail", "online-retail-uci", (folder) => {
  const expected = JSON.parse(readFileSync(join(folder, "expected.json"), "utf8")).cadenceBacktest;
  const sales = onlineRetailSales(join(folder, "invoices.csv"));
  const then = summarizePurchases(sales, { asOf: expected.asOf, scale: 3 });
  const later = summarizePurchases(sales, { asOf: "2011-09-29", scale: 3 });
  const cadence = purchaseCadence(then);
  const places = customerPositions(later.customerIds);
  const rows = Array.from(then.customerIds, (_, row) => row).filter(
    (row) => then.columns.purchaseDays[row]! >= expected.minPurchaseDays,
  );
  const labels = rows.map((row) => {
    const place = places.get(then.customerIds[row]!)!;
    return later.columns.lastDay.values[place]! > then.columns.lastDay.values[row]! ? 0 : 1;
  });
  const ratios = rows.map((row) => cadence.columns.overdueRatio.values[row]!);

  test("has the customers, the rate and the areas that were published", () => {
    const found = evaluateClassifier(ratios, labels);
    expect([found.customers, labels.reduce((sum, label) => sum + label, 0 as number)]).toEqual([
      expected.scored,
      expected.churnedAmongScored,
    ]);
    expect(found.rate).toBeCloseTo(expected.baseRate, 12);
    expect(found.auc).toBeCloseTo(expected.auc.overdueRatio, 12);
    const days = rows.map((row) => then.columns.lastDay.values[row]! * -1);
    expect(evaluateClassifier(days, labels).auc).toBeCloseTo(expected.auc.recencyDays, 12);
    const few = rows.map((row) => -then.columns.purchaseDays[row]!);
    expect(evaluateClassifier(few, labels).auc).toBeCloseTo(expected.auc.fewerPurchaseDays, 12);
  });

  test("flags whom it flagged", () => {
    for (const one of expected.atThreshold) {
      expectAtThreshold(evaluateClassifier(ratios, labels, { threshold: one.threshold }), one);
    }
  });
});

describe("evaluateClassifier", () => {
  test("one class alone, or nobody, has an answer", () => {
    const one = evaluateClassifier([1, 2], [1, 1]);
    expect([one.auc, one.gini, one.ks, one.aucInterval]).toEqual([0.5, 0, 0, [0, 1]]);
    expect(one.warnings).toEqual([{ code: "churn.one-class", params: { label: 1 } }]);
    const nobody = evaluateClassifier([], []);
    expect([nobody.auc, nobody.rate, nobody.precision.status, nobody.averagePrecision.status]).toEqual([
      0.5,
      0,
      "unknown",
      "unknown",
    ]);
    expect(liftTable([], [])).toEqual([]);
    expect(calibrateScores([], [])).toEqual([]);
    expect(calibrationTable([], [])).toEqual([]);
  });

  test.each([
    [[1], [1, 0], ["labels"]],
    [
      [1, Number.NaN],
      [1, 0],
      ["scores", 1],
    ],
    [
      [1, 2],
      [1, 2],
      ["labels", 1],
    ],
    [
      [1, 2],
      [1, 0.5],
      ["labels", 1],
    ],
  ])("scores %j with labels %j are refused", (scores, labels, path) => {
    expect(faultOf(() => evaluateClassifier(scores, labels))).toMatchObject({ code: "INVALID_SCORES", path });
  });

  test("a probability beyond 1 is refused, and a threshold that is no number", () => {
    expect(faultOf(() => evaluateClassifier([1], [1], { probabilities: [1.2] }))).toMatchObject({
      path: ["probabilities", 0],
    });
    expect(faultOf(() => evaluateClassifier([1], [1], { threshold: Number.NaN }))).toMatchObject({
      code: "INVALID_OPTIONS",
    });
  });

  const rows = fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.constantFrom(0, 1)), {
    minLength: 1,
    maxLength: 30,
  });
  test("the area is that of all pairs, and no order of rows changes anything", () => {
    fc.assert(
      fc.property(rows, (pairs) => {
        const [scores, labels] = [pairs.map(([score]) => score), pairs.map(([, label]) => label)];
        const found = evaluateClassifier(scores, labels, { threshold: 3 });
        let [won, all] = [0, 0];
        for (const [score, label] of pairs) {
          if (label === 0) continue;
          for (const [other, kept] of pairs) {
            if (kept === 1) continue;
            all++;
            won += score > other ? 1 : score === other ? 0.5 : 0;
          }
        }
        expect(found.auc).toBeCloseTo(all === 0 ? 0.5 : won / all, 12);
        const back = [...pairs].reverse();
        const other = evaluateClassifier(
          back.map(([score]) => score),
          back.map(([, label]) => label),
          { threshold: 3 },
        );
        expect(other).toEqual(found);
        const [low, high] = found.aucInterval;
        expect(low).toBeLessThanOrEqual(found.auc);
        expect(high).toBeGreaterThanOrEqual(found.auc);
        const lift = liftTable(scores, labels, { bins: 5 });
        expect(lift.at(-1)?.events).toBeCloseTo(labels.filter((label) => label === 1).length, 9);
        for (const [score, rate] of calibrateScores(scores, labels)) {
          expect(Number.isFinite(score) && rate >= 0 && rate <= 1).toBe(true);
        }
      }),
    );
  });

  test("a campaign's profit in exact money, equal scores together", () => {
    const usd = (amount: string) => ({ amount, currency: "USD" });
    const lines = expectedCampaignProfit(
      { scores: [9, 7, 7, 1], labels: [1, 1, 0, 0] },
      { valueSaved: usd("100.00"), contactCost: usd("3.00"), saveRate: 0.1 },
    );
    expect(lines.map(({ contacted, profit }) => [contacted, profit.amount])).toEqual([
      [1, "7.00"],
      [3, "11.00"],
      [4, "8.00"],
    ]);
    expect(
      faultOf(() =>
        expectedCampaignProfit(
          { scores: [1], labels: [1] },
          { valueSaved: usd("1"), contactCost: { amount: "1", currency: "EUR" }, saveRate: 1 },
        ),
      ),
    ).toMatchObject({ code: "CURRENCY_MISMATCH" });
  });
});
