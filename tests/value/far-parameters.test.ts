import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectedPurchases, fitBgNbd, fitMbgNbd, fitNbd } from "../../src/value/index.js";
import { processOf } from "../../src/value/models/process-of.js";

const kinds = ["nbd", "bg-nbd", "mbg-nbd", "pareto-nbd"] as const;
const nobody = { x: 0, recency: 0, age: 0 };

// What fits at a boundary come to. By the mean over p, in 60-digit arithmetic (mpmath): parameters, length, expected, survival, rate.
const exact: readonly (readonly [readonly number[], number, number, number, number])[] = [
  [[962.085, 14.443, 64353300.0, 185831000000.0], 91.1159, 2534.52084738246, 0.1225989474130374, 8.14883151752221],
  [[0.0321216, 1.04598e-7, 122.601, 1.18847], 0.727654, 0.4008379470347233, 0.6030401909341534, 0.026880883101766093],
  [[723384.0, 394.898, 248.637, 324168000000.0], 14.3514, 26288.98721144624, 0.999979836335964, 1831.7879905897003],
  [
    [0.0182204, 0.000206514, 566601.0, 0.220275],
    51.4917,
    0.2026145674707267,
    0.7973855112989536,
    0.00028215480066486775,
  ],
  [[0.84115, 5.64106, 0.303671, 808.851], 0.123442, 0.018406550067951003, 0.9999930923014586, 0.1491097917970616],
  [[9962.31, 196.648, 0.311403, 2015010000.0], 2.91567, 147.70965413396874, 0.999999977172705, 50.660620868580324],
  [[2.06099, 1.25853e-7, 0.281531, 0.93197], 661.789, 18856800.764277387, 0.0014478784219172929, 20471.82259286436],
  [[0.373399, 20.5637, 188.32, 610.326], 2.38521, 0.04251484816347489, 0.9899757822913908, 0.017497640086216206],
  [[0.262526, 0.059118, 39714800.0, 4.70188], 98.5354, 0.8574044386591715, 0.14259566284989822, 0.0003796871689626308],
  [[23867.9, 286.179, 0.261349, 630.174], 0.23159, 19.238713921919302, 0.9921438842141068, 82.74675397404998],
  [[0.230655, 0.523725, 172.933, 3.61285], 497.497, 0.8100552309158635, 0.20661053693795764, 9.770157780100305e-5],
  [[0.0393978, 3.80996, 308.692, 0.790058], 0.15639, 0.0015837065159937638, 0.9984203367003727, 0.009918319119141861],
];

test.each(exact)("BG/NBD %j over %d", (parameters, length, expected, survival, rate) => {
  const process = processOf({ kind: "bg-nbd" } as never, parameters);
  expect(process.expected(nobody, length) / expected).toBeCloseTo(1, 10);
  expect(process.survival(nobody, length) / survival).toBeCloseTo(1, 10);
  expect(process.rate(nobody, length) / rate).toBeCloseTo(1, 10);
});

describe("whatever the parameters, forecasts are numbers that can be", () => {
  const far = fc.double({ min: -6, max: 9, noNaN: true }).map((log) => 10 ** log);
  const history = fc
    .tuple(
      fc.constantFrom(0, 1, 3, 40, 1000),
      fc.constantFrom(0.5, 39, 2000),
      fc.double({ min: 0, max: 1, noNaN: true }),
    )
    .map(([x, age, share]) => ({ x, age, recency: x === 0 ? 0 : age * share }));
  test.each(kinds)("%s", (kind) => {
    fc.assert(
      fc.property(fc.tuple(far, far, far, far), history, fc.constantFrom(0.1, 52, 5000), (parameters, past, length) => {
        const process = processOf({ kind } as never, parameters);
        const most = ((parameters[0] + past.x) / (parameters[1] + past.age)) * length;
        const within = (value: number, limit: number): boolean => value >= 0 && value <= limit * (1 + 1e-6);
        expect(within(process.alive(past), 1)).toBe(true);
        expect(within(process.survival(past, length), 1)).toBe(true);
        expect(within(process.expected(past, length), most)).toBe(true);
        expect(within(process.rate(past, length), most / length)).toBe(true);
        for (const count of [0, 1, 7]) expect(within(process.probability(past, length, count), 1)).toBe(true);
        expect(Number.isFinite(process.residual(past, 0.002))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

test("a fit that ends at the NBD forecasts as the NBD", () => {
  const frequency = Array.from({ length: 60 }, (_, i) => [0, 0, 0, 1, 0, 2, 1, 0, 4, 1, 0, 7][i % 12] as number);
  const age = frequency.map(() => 39);
  const data = { timeUnit: "week", frequency, recency: frequency.map((x) => (x === 0 ? 0 : 38.9)), age } as const;
  const [plain, ...others] = [fitNbd, fitBgNbd, fitMbgNbd].map((fitted) => fitted(data));
  for (const model of others) {
    expect(model.diagnostics.status).not.toBe("ok");
    expect(expectedPurchases(model, { weeks: 39 }) / expectedPurchases(plain!, { weeks: 39 })).toBeCloseTo(1, 3);
  }
});
