import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { expectedSpend } from "../../src/value/forecasts/conditional-expected-spend.js";
import {
  discountedExpectedResidualLifetime,
  fitGammaGamma,
  forecastOpportunities,
  retentionCurve,
} from "../../src/value/index.js";
import { bgNbdLikelihood } from "../../src/value/models/bg-nbd-likelihood.js";
import { paretoNbdLikelihood } from "../../src/value/models/pareto-nbd-likelihood.js";
import { processOf } from "../../src/value/models/process-of.js";
import { NEW_CUSTOMER } from "../../src/value/models/purchase-process.js";
import { indexTimes } from "../../src/value/models/purchase-statistics.js";

// 360 cases in 50-digit arithmetic (reference/SOURCE.md): to 1e-10 relative, to 1e-8 for x = 1000 and residual transactions.
interface Case {
  readonly model: string;
  readonly input: Readonly<Record<string, number>>;
  readonly output: Readonly<Record<string, number>>;
}
const { cases } = JSON.parse(readFileSync(new URL("./reference/reference.json", import.meta.url), "utf8")) as {
  readonly cases: readonly Case[];
};
const of = (model: string): readonly Case[] => cases.filter((one) => one.model === model);

/** Relative difference; values below the smallest double are 0 here and there. */
const off = (found: number, exact: number): number =>
  found === exact || Math.abs(exact) < 1e-290 ? Math.abs(found - exact) : Math.abs(found / exact - 1);

const near = (found: Readonly<Record<string, number>>, { input, output }: Case): void => {
  for (const [name, value] of Object.entries(found)) {
    const tolerance = input.x === 1000 || name === "dert" ? 1e-8 : 1e-10;
    expect(Number.isFinite(value), `${name} of ${JSON.stringify(input)}`).toBe(true);
    expect(off(value, output[name] as number), `${name} of ${JSON.stringify(input)}`).toBeLessThan(tolerance);
  }
};

const purchases = { bgnbd: "bg-nbd", mbgnbd: "mbg-nbd", pnbd: "pareto-nbd" } as const;

test.each(Object.entries(purchases))("%s: likelihood, alive, expectations, residual", (name, kind) => {
  expect(of(name).length).toBe(60);
  for (const one of of(name)) {
    const { x, tx, T, t, r, al, d } = one.input as Readonly<Record<"x" | "tx" | "T" | "t" | "r" | "al" | "d", number>>;
    const rest = kind === "pareto-nbd" ? [one.input.s, one.input.be] : [one.input.a, one.input.b];
    const parameters = [r, al, ...(rest as number[])];
    const data = indexTimes({ timeUnit: "week", frequency: [x], recency: [tx], age: [T] });
    const minusLog =
      kind === "pareto-nbd" ? paretoNbdLikelihood(data) : bgNbdLikelihood(data, kind === "bg-nbd" ? 0 : 1);
    const process = processOf({ kind } as never, parameters);
    const history = { x, recency: tx, age: T };
    const pAlive = process.alive(history);
    near(
      {
        ll: -minusLog(parameters.map(Math.log)).value,
        pAlive,
        cet: pAlive * process.expected(history, t),
        expectation: process.alive(NEW_CUSTOMER) * process.expected(NEW_CUSTOMER, t),
        ...(kind === "pareto-nbd"
          ? { pAliveAfter: pAlive * process.survival(history, t), dert: pAlive * process.residual(history, d) }
          : {}),
      },
      one,
    );
  }
});

test("gamma-gamma: expected spend of a customer and of all", () => {
  for (const one of of("gammagamma")) {
    const { p, q, v, x, z } = one.input as Readonly<Record<"p" | "q" | "v" | "x" | "z", number>>;
    near({ expectedMean: expectedSpend([p, q, v], x, z) as number }, one);
    if (q > 1) near({ populationMean: expectedSpend([p, q, v], 0, 0) as number }, one);
    else expect(expectedSpend([p, q, v], 0, 0)).toBeUndefined();
  }
});

test("BG/BB: alive at the next occasion, expected gifts", () => {
  for (const one of of("bgbb")) {
    const { al, be, ga, de, x, tx, n, m } = one.input as Readonly<Record<string, number>>;
    const model = { kind: "bg-bb", parameters: { alpha: al, beta: be, gamma: ga, delta: de } } as never;
    const history = { frequency: x as number, recency: tx as number, opportunities: n as number };
    const { aliveNext, expected } = forecastOpportunities(model, history, m as number);
    const fresh = { frequency: 0, recency: 0, opportunities: 0 };
    near(
      { pAliveNext: aliveNext, cet: expected, expectation: forecastOpportunities(model, fresh, m as number).expected },
      one,
    );
  }
});

test("shifted beta-geometric: survival, retention, residual lifetime", () => {
  for (const one of of("sbg")) {
    const { al, be, n, d } = one.input as Readonly<Record<"al" | "be" | "n" | "d", number>>;
    const model = { kind: "shifted-beta-geometric", parameters: { alpha: al, beta: be } } as never;
    const last = retentionCurve(model, n).at(-1);
    near({ survival: last?.survival ?? 0, retention: last?.retention ?? 0 }, one);
    expect(off(discountedExpectedResidualLifetime(model, n, d), one.output.derl as number)).toBeLessThan(1e-10);
  }
});

// r .5143 alpha 2.8845 s .2856 beta 14.1087: histories at which other libraries gave NaN, and a pair between which one underflowed.
test.each([
  [221, 103.42857, 103.57143],
  [254, 97.14286, 97.28571],
  [161, 94.71429, 98],
  [204, 98.57143, 99.42857],
])("a frequency of %d is finite", (x, recency, age) => {
  const process = processOf({ kind: "pareto-nbd" } as never, [0.5143, 2.8845, 0.2856, 14.1087]);
  const history = { x, recency, age };
  const values = [process.alive(history), process.expected(history, 52), process.residual(history, 0.0018)];
  expect(values.every((value) => Number.isFinite(value) && value > 0)).toBe(true);
});

test("one more purchase is worth a little more, also past 132 of them", () => {
  const process = processOf({ kind: "pareto-nbd" } as never, [0.55, 10.58, 0.61, 11.67]);
  const expected = (x: number): number => {
    const history = { x, recency: 200, age: 200 };
    return process.alive(history) * process.expected(history, 10);
  };
  expect(expected(132)).toBeCloseTo(6.20605, 5);
  expect(expected(133)).toBeCloseTo(6.25287, 5);
});

test("nobody spends at a mean below zero", () => {
  const spend = Array.from({ length: 20 }, (_, i) => 10 + i);
  const model = fitGammaGamma({ frequency: spend.map(() => 2), meanSpend: spend });
  expect(Object.values(model.parameters).every((value) => value > 0)).toBe(true);
});
