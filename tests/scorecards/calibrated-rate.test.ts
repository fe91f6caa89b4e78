import { type CalibrationPoint, calibratedRate } from "clientele/scorecards";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const rising: readonly CalibrationPoint[] = [
  [0, 0.02],
  [5, 0.12],
  [9, 0.5],
];

describe("calibratedRate", () => {
  // 0.12 + (0.5 − 0.12) · 2 / 4, by hand.
  test.each([
    [0, 0.02],
    [5, 0.12],
    [7, 0.31],
    [9, 0.5],
  ])("the rate at %d is %d", (score, rate) => {
    expect(calibratedRate(rising, score)).toBeCloseTo(rate, 15);
  });

  test("is the end point's beyond the ends", () => {
    expect([calibratedRate(rising, -100), calibratedRate(rising, 100)]).toEqual([0.02, 0.5]);
  });

  test("of one point is that point's, of none is undefined", () => {
    expect([-1, 3, 8].map((score) => calibratedRate([[3, 0.4]], score))).toEqual([0.4, 0.4, 0.4]);
    expect(calibratedRate([], 3)).toBeUndefined();
  });

  // Seen to fail with the points beside the score taken from its other side.
  test("law: goes the way its points go, through each of them, and never past them", () => {
    const points = fc
      .uniqueArray(fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 0, max: 1000 })), {
        minLength: 1,
        maxLength: 8,
        selector: ([score]) => score,
      })
      .map((drawn): readonly CalibrationPoint[] => {
        const rates = drawn.map(([, rate]) => rate / 1000).sort((a, b) => a - b);
        return drawn
          .map(([score]) => score)
          .sort((a, b) => a - b)
          .map((score, at) => [score, rates[at] as number]);
      });
    const score = fc.double({ min: -60, max: 60, noNaN: true });
    fc.assert(
      fc.property(points, score, score, (table, one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)].map(
          (at) => calibratedRate(table, at) as number,
        );
        expect(low as number).toBeLessThanOrEqual((high as number) + 1e-12);
        expect(low).toBeGreaterThanOrEqual(table[0]?.[1] as number);
        expect(high).toBeLessThanOrEqual((table.at(-1)?.[1] as number) + 1e-12);
        for (const [at, rate] of table) expect(calibratedRate(table, at)).toBe(rate);
      }),
    );
  });
});
