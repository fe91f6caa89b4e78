import { baseAt, summarizePurchases } from "clientele/history";
import type { Transaction } from "clientele/model";
import {
  compareModels,
  conditionalExpectedPurchases,
  discountedExpectedResidualTransactions,
  expectedPurchases,
  type FittedModel,
  fitBgBb,
  fitBgNbd,
  fitGammaGamma,
  fitMbgNbd,
  fitNbd,
  fitParetoNbd,
  fitShiftedBetaGeometric,
  forecastOpportunities,
  probabilityAlive,
  purchaseProbabilities,
  retentionCurve,
  trackPurchases,
  validateHoldout,
} from "clientele/value";
import { expect, test } from "vitest";
import { cdnowOrders, onlineRetailSales } from "../history/support/real-purchases.js";
import { readCsv } from "../support/csv.js";
import { describeWithReference } from "../support/reference-data.js";
import { cdnowSample, column } from "./support/golden-fits.js";

const errors = ({ standardErrors }: FittedModel<string>): readonly number[] =>
  Object.values(standardErrors).map((error) => (error.status === "known" ? error.value : -1));
const near = (found: readonly number[], published: readonly number[], relative: number): void => {
  expect(found.length).toBe(published.length);
  for (const [i, value] of published.entries()) {
    expect(Math.abs((found[i] as number) / value - 1), `${found[i]} for ${value}`).toBeLessThan(relative);
  }
};
const parameters = (model: FittedModel<string>): readonly number[] => Object.values(model.parameters);

describeWithReference("CDNOW sample, 2,357 customers, weeks to 1997-09-30", "cdnow", (folder) => {
  const { sample, meanSpend } = cdnowSample(folder);
  const sums = (values: Iterable<number>): number => [...values].reduce((sum, value) => sum + value, 0);

  // Parameters, log-likelihoods and standard errors: golden.json, own maximum and CLVTools.
  test.each([
    [
      "BG/NBD",
      fitBgNbd,
      [0.242594535, 4.41360238, 0.792922066, 2.42590688],
      -9582.429206674,
      [0.012557377, 0.378223858, 0.185732768, 0.705406811],
    ],
    [
      "Pareto/NBD",
      fitParetoNbd,
      [0.553277051, 10.57768301, 0.606239926, 11.66873316],
      -9594.97617894,
      [0.0476264, 0.8427222, 0.1872594, 6.2105448],
    ],
    [
      "MBG/NBD",
      fitMbgNbd,
      [0.52483773, 6.18298848, 0.89135628, 1.61400003],
      -9582.1357155538,
      [0.0832639453, 0.6955971916, 0.1547853207, 0.5374723508],
    ],
  ] as const)("%s", (_, fitModel, published, logLikelihood, standardErrors) => {
    const model = fitModel(sample);
    expect(model.diagnostics).toMatchObject({ status: "ok", reasons: [] });
    expect(model.logLikelihood).toBeGreaterThan(logLikelihood - 1e-6);
    near(parameters(model), published, 2e-5);
    near(errors(model), standardErrors, 1e-3);
  });

  test("gamma-gamma, with the customers it leaves out", () => {
    const model = fitGammaGamma({ frequency: sample.frequency, meanSpend });
    expect(model.logLikelihood).toBeGreaterThan(-4055.917694802 - 1e-6);
    near(parameters(model), [6.249572473, 3.7442246, 15.44352023], 2e-5);
    near(errors(model), [1.189974, 0.290136, 4.159534], 1e-3);
    expect(model.customers).toBe(946);
    expect(model.diagnostics.reasons).toEqual([{ code: "value.left-out-of-spend", params: { customers: 1411 } }]);
  });

  test("information criteria, and what leaving adds to the NBD", () => {
    const [best, ...others] = compareModels([fitNbd(sample), fitParetoNbd(sample), fitBgNbd(sample)]);
    expect(best?.id).toBe("bg-nbd");
    expect(best?.aic).toBeCloseTo(19172.8584, 3);
    expect(best?.bic).toBeCloseTo(19195.919, 3);
    expect(best?.likelihoodRatio?.chiSquare).toBeCloseTo(2 * (9763.657614 - 9582.429207), 3);
    expect(others.find(({ id }) => id === "pareto-nbd")?.aic).toBeCloseTo(19197.952, 2);
  });

  const whole = summarizePurchases(cdnowOrders(`${folder}/cdnow_sample.csv`), { asOf: "1998-06-30" });
  const base = baseAt(whole, "1997-09-30");
  test("a base gives the very fit that its published summary gives", () => {
    near(parameters(fitBgNbd(base)), parameters(fitBgNbd(sample)), 1e-9);
    expect(fitBgNbd(whole, { calibrationEnd: "1997-09-30" }).logLikelihood).toBe(fitBgNbd(base).logLikelihood);
  });

  test("expected purchases and alive of the first customers, and their sums", () => {
    const [bg, pareto] = [fitBgNbd(base), fitParetoNbd(base)];
    const next = { horizon: { weeks: 39 } };
    const of = (table: Iterable<{ readonly estimate: { readonly status: string; readonly value?: number } }>) =>
      [...table].map(({ estimate }) => estimate.value as number);
    const [bgNext, bgAlive] = [of(conditionalExpectedPurchases(base, bg, next)), of(probabilityAlive(base, bg))];
    near(bgNext.slice(0, 3), [1.225993, 0.203418, 0.194794], 1e-4);
    near(bgAlive.slice(0, 3), [0.72662, 0.21239, 1], 1e-4);
    near([sums(bgNext), sums(bgAlive)], [1653.408, 1917.277], 1e-4);
    const [next2, alive2] = [of(conditionalExpectedPurchases(base, pareto, next)), of(probabilityAlive(base, pareto))];
    near([next2[0] as number, next2[2] as number], [1.455321, 0.10709], 2e-4);
    near([sums(next2), sums(alive2)], [1665.5131545, 1051.8752454], 1e-6);
    const dert = of(discountedExpectedResidualTransactions(base, pareto, { annualDiscountRate: 0.1 }));
    // Published with δ = ln(1.1) / 52 a week; ours counts 365.25 / 7 weeks a year.
    near([dert[0] as number, sums(dert)], [8.159004, 9012.301], 5e-3);
  });

  test("the first customer who bought once is alive by the model's word only", () => {
    const [row] = [...probabilityAlive(base, fitBgNbd(base))].slice(2);
    expect(row?.estimate).toMatchObject({ value: 1, reasons: [{ code: "value.alive-by-model" }] });
  });

  test("holdout of 39 weeks: 1,882 purchases, and the errors that are known of it", () => {
    const bg = validateHoldout(whole, fitBgNbd, { calibrationEnd: "1997-09-30" });
    expect(bg.actual).toBe(1_882);
    near([bg.meanAbsoluteError, bg.rootMeanSquareError], [0.785454, 1.607982], 1e-4);
    const pareto = validateHoldout(whole, fitParetoNbd, { calibrationEnd: "1997-09-30" });
    near([pareto.meanAbsoluteError, pareto.rootMeanSquareError], [0.754547, 1.602849], 1e-4);
    near(
      pareto.byFrequency.map(({ expected }) => expected),
      [0.138, 0.6, 1.196, 1.714, 2.399, 2.907, 3.819, 6.403],
      5e-3,
    );
    near(
      pareto.byFrequency.map(({ actual }) => actual),
      [0.237, 0.697, 1.393, 1.56, 2.532, 2.947, 3.862, 6.359],
      3e-3,
    );
    expect(pareto.coverage).toMatchObject({ status: "known" });
  });

  test("tracking: the model follows what was bought, week by week", () => {
    const tracked = trackPurchases(whole, fitBgNbd(base));
    const last = tracked.at(-1);
    expect(last?.cumulativeActual).toBe(4_339);
    expect(Math.abs((last?.cumulativeExpected as number) / 4_339 - 1)).toBeLessThan(0.08);
  });

  test("counting laws at fixed parameters, as a published package gives them", () => {
    const fixed = { ...fitBgNbd(sample), parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 } };
    near(
      [1, 2, 3].map((weeks) => expectedPurchases(fixed, { weeks })),
      [0.05326789, 0.1033897, 0.1508652],
      1e-5,
    );
    near([purchaseProbabilities(fixed, { weeks: 39 }, { most: 0 })[0] as number], [0.573786352], 1e-8);
    near(
      purchaseProbabilities(fixed, { weeks: 30 }, { most: 13 }).slice(11),
      [0.00199952, 0.00151702, 0.00116332],
      1e-4,
    );
    const pareto = { ...fitParetoNbd(sample), parameters: { r: 0.55, alpha: 10.56, s: 0.61, beta: 11.64 } };
    near([purchaseProbabilities(pareto, { weeks: 39 }, { most: 0 })[0] as number], [0.59593807], 1e-7);
    near(
      [1, 2, 3].map((weeks) => expectedPurchases(pareto, { weeks })),
      [0.05077821, 0.09916088, 0.14542507],
      1e-6,
    );
  });
});

describeWithReference("CDNOW, all 23,570 customers", "cdnow/cdnow_master.csv", (file) => {
  const base = summarizePurchases(cdnowOrders(file), { asOf: "1997-09-30" });
  test.each([
    ["BG/NBD", fitBgNbd, [0.25162401, 4.78894429, 0.72343366, 2.16108892], -95368.443933],
    ["Pareto/NBD", fitParetoNbd, [0.59742005, 11.58565905, 0.52218541, 8.82775254], -95415.118617],
  ] as const)("%s", (_, fitModel, published, logLikelihood) => {
    const model = fitModel(base);
    expect(model.logLikelihood).toBeGreaterThan(logLikelihood - 1e-6);
    near(parameters(model), published, 1e-5);
  });
});

describeWithReference("CDNOW, spend of all customers", "cdnow/cdnow_master.csv", (file) => {
  test("gamma-gamma", () => {
    const model = fitGammaGamma(summarizePurchases(cdnowOrders(file), { asOf: "1997-09-30" }));
    expect([model.customers, model.diagnostics.status]).toEqual([9450, "ok"]);
    expect(model.logLikelihood).toBeGreaterThan(-40763.476261390584 - 1e-6);
    near(parameters(model), [6.2753587604, 3.624449995, 14.9836876616], 1e-5);
  });
});

describeWithReference("apparel, 600 customers, 104 weeks", "apparel/transactions.csv", (file) => {
  const rows = readCsv(file) as readonly Readonly<Record<string, string>>[];
  const orders = rows.map((row, i): Transaction => {
    const [customer, date, price] = Object.values(row) as [string, string, string];
    return { id: String(i), customerId: customer, at: date, amount: price, currency: "USD" };
  });
  const base = summarizePurchases(orders, { asOf: "2006-12-31", scale: 4 });
  test("log-likelihoods of CLVTools or better", () => {
    expect(fitBgNbd(base).logLikelihood).toBeGreaterThan(-5857.019749 - 1e-6);
    expect(fitParetoNbd(base).logLikelihood).toBeGreaterThan(-5848.097827 - 1e-6);
  });
  test.each([
    ["BG/NBD", fitBgNbd, [0.0541729343, 2.571970965, 1.027490179, 8.27076405]],
    ["Pareto/NBD", fitParetoNbd, [0.2434281499, 7.489181537, 0.27104792, 35.6114107978]],
  ] as const)("standard errors of %s", (_, fitModel, published) => near(errors(fitModel(base)), published, 1e-3));
  test("gamma-gamma", () => {
    const model = fitGammaGamma(base);
    expect(model.logLikelihood).toBeGreaterThan(-1670.66304429776 - 1e-6);
    near(parameters(model), [3.0990326499, 5.6536728697, 56.5040844395], 1e-4);
    near(errors(model), [0.5675577494, 0.8460426243, 18.6019834953], 1e-3);
  });
});

describeWithReference("donations, 11,104 donors at six yearly occasions", "donations/donations.csv", (file) => {
  const rows = readCsv(file) as readonly Readonly<Record<string, string>>[];
  const model = fitBgBb({
    frequency: column(rows, "frequency"),
    recency: column(rows, "recency"),
    opportunities: column(rows, "periods"),
    weight: column(rows, "weights"),
  });
  test("BG/BB", () => {
    expect(model.logLikelihood).toBeGreaterThan(-33225.581275 - 1e-6);
    near(parameters(model), [1.20352659, 0.74972107, 0.65677748, 2.78379298], 5e-4);
    const alive = (frequency: number, recency: number) =>
      forecastOpportunities(model, { frequency, recency, opportunities: 6 }, 5).aliveNext;
    near([alive(0, 0), alive(2, 4), alive(6, 6)], [0.108134, 0.589646, 0.93043], 1e-3);
    const sum = rows.reduce((total, row) => {
      const history = { frequency: Number(row.frequency), recency: Number(row.recency), opportunities: 6 };
      return total + Number(row.weights) * forecastOpportunities(model, history, 5).expected;
    }, 0);
    near([sum], [12884.2], 1e-3);
    const published = { ...model, parameters: { alpha: 1.2, beta: 0.75, gamma: 0.66, delta: 2.78 } };
    const fresh = { frequency: 0, recency: 0, opportunities: 0 };
    const expected = (ahead: number) => forecastOpportunities(published, fresh, ahead).expected;
    near([expected(1), expected(2), expected(10)], [0.497316636851519, 0.92070782768457, 3.16499022002029], 1e-12);
  });
});

describeWithReference("subscriptions, two cohorts of 1,000", "sbg-retention/survivors.csv", (file) => {
  const rows = readCsv(file) as readonly Readonly<Record<string, string>>[];
  test.each([
    ["regular", [0.763665, 1.29583], -1401.559423477],
    ["highend", [1.2809762116, 7.7903829067], -1225.1349070416097],
  ] as const)("shifted beta-geometric on four renewals: %s", (name, published, logLikelihood) => {
    const model = fitShiftedBetaGeometric(column(rows, name).slice(0, 5));
    expect(model.logLikelihood).toBeGreaterThan(logLikelihood - 1e-6);
    near(parameters(model), published, 1e-6);
  });
  test.each([
    ["regular", [0.70407732, 1.18204307], -1680.265188463, 0.170037],
    ["highend", [0.66808839, 3.8060955], -1611.158147391, 0.377999],
  ] as const)("shifted beta-geometric: %s", (name, published, logLikelihood, year12) => {
    const model = fitShiftedBetaGeometric(column(rows, name));
    expect(model.logLikelihood).toBeGreaterThan(logLikelihood - 1e-6);
    near(parameters(model), published, 1e-6);
    near([retentionCurve(model, 12).at(-1)?.survival as number], [year12], 1e-5);
  });
});

describeWithReference(
  "an online shop in days, sales only, to 2011-06-08: leaving is not identified",
  "online-retail-uci",
  (folder) => {
    const base = summarizePurchases(onlineRetailSales(`${folder}/invoices.csv`), { asOf: "2011-06-08", scale: 3 });
    test.each([
      ["BG/NBD", fitBgNbd],
      ["Pareto/NBD", fitParetoNbd],
    ] as const)("%s ends at the NBD and says so", (_, fitModel) => {
      const model = fitModel(base, { timeUnit: "day" });
      expect(model.diagnostics.status).toBe("not-identified");
      expect(model.diagnostics.reasons[0]).toMatchObject({
        code: "value.nothing-beyond-simpler-model",
        params: { model: "nbd", logLikelihood: -21447.5774 },
      });
      expect(model.covariance).toBeNull();
      expect(model.standardErrors.r?.status).toBe("unknown");
    });
    test("the NBD", () => {
      near(parameters(fitNbd(base, { timeUnit: "day" })), [0.74354, 61.779], 1e-4);
    });
  },
);
