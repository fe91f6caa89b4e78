import { describe, expect, it } from "vitest";
import {
  chiSquareTail,
  incompleteBeta,
  incompleteGamma,
  normalTail,
  poissonTail,
  randomBeta,
  randomGamma,
  randomInteger,
  randomNormal,
  randomPoisson,
  seededRandom,
} from "../../src/math/index.js";
import { refusal } from "./support/refusal.js";

const DRAWS = 20_000;

/** The p-value of a chi-square test that a distribution function turns the draws into 50 bins equally full. */
function goodness(draw: () => number, lowerTail: (x: number) => number): number {
  const bins = new Float64Array(50);
  for (let i = 0; i < DRAWS; i++) bins[Math.min(49, Math.floor(lowerTail(draw()) * 50))]!++;
  const expected = DRAWS / 50;
  return chiSquareTail(
    bins.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0),
    49,
    "upper",
  );
}

// Seeds are fixed, so these tests give the same p-values on every run; 0.001 is a bound that a right generator seldom crosses.
describe("variates follow their distributions", () => {
  it("normal", () => {
    const random = seededRandom(1);
    expect(
      goodness(
        () => randomNormal(random, 5, 2),
        (x) => normalTail((x - 5) / 2, "lower"),
      ),
    ).toBeGreaterThan(0.001);
  });

  it.each([0.05, 0.24, 1, 2.5, 400])("gamma of shape %s", (shape) => {
    const random = seededRandom(2);
    const p = goodness(
      () => randomGamma(random, shape, 3),
      (x) => incompleteGamma(shape, 3 * x, "lower"),
    );
    expect(p).toBeGreaterThan(0.001);
  });

  it.each([
    [0.8, 2.4],
    [0.05, 0.5],
    [30, 4],
  ])("beta of %s and %s", (a, b) => {
    const random = seededRandom(3);
    expect(
      goodness(
        () => randomBeta(random, a, b),
        (x) => incompleteBeta(a, b, x, "lower"),
      ),
    ).toBeGreaterThan(0.001);
  });

  it.each([0.1, 3, 9.99, 10, 47, 1e5])("Poisson of mean %s", (mean) => {
    const random = seededRandom(4);
    // A count is spread over its step of the distribution function, which makes it uniform if the count is right.
    const draw = (): number => {
      const count = randomPoisson(random, mean);
      const below = poissonTail(count - 1, mean, "lower");
      return below + random() * (poissonTail(count, mean, "lower") - below);
    };
    expect(goodness(draw, (x) => x)).toBeGreaterThan(0.001);
  });

  it("whole numbers", () => {
    const random = seededRandom(5);
    expect(
      goodness(
        () => randomInteger(random, 50),
        (x) => (x + 0.5) / 50,
      ),
    ).toBeGreaterThan(0.001);
    expect(randomInteger(random, 1)).toBe(0);
  });
});

describe("variates", () => {
  // Computed once more in Python: xoshiro128** in whole numbers of any size, the normal quantile in 40 digits.
  it("are fixed by the seed, for ever", () => {
    const random = seededRandom(42);
    expect(randomNormal(random)).toBeCloseTo(-0.21803308124002702, 14);
    expect(randomGamma(random, 0.5, 1)).toBeCloseTo(0.12289882287323517, 14);
    expect(randomPoisson(random, 4)).toBe(5);
  });

  it("know the ends", () => {
    expect(randomPoisson(seededRandom(1), 0)).toBe(0);
    expect(randomNormal(seededRandom(1), 3, 0)).toBe(3);
    // The least and the greatest number that a source of 53 bits gives.
    for (const u of [0, 1 - 2 ** -53]) {
      const source = (): number => u;
      expect(randomNormal(source)).toSatisfy(Number.isFinite);
      expect(Math.abs(randomNormal(source))).toBeGreaterThan(8);
      expect(randomInteger(source, 6)).toBe(u === 0 ? 0 : 5);
    }
  });

  it("refuse parameters and sources that are none", () => {
    const random = seededRandom(1);
    expect(refusal(() => randomInteger(random, 0))).toBe("NUMBER_OUT_OF_RANGE bound");
    expect(refusal(() => randomNormal(random, 0, -1))).toBe("NUMBER_OUT_OF_RANGE standardDeviation");
    expect(refusal(() => randomGamma(random, 0, 1))).toBe("NUMBER_OUT_OF_RANGE shape");
    expect(refusal(() => randomBeta(random, 1, Number.NaN))).toBe("NOT_A_FINITE_NUMBER b");
    expect(refusal(() => randomPoisson(random, -1))).toBe("NUMBER_OUT_OF_RANGE mean");
    expect(refusal(() => randomPoisson(random, 1e13))).toBe("NUMBER_OUT_OF_RANGE mean");
    for (const draw of [
      randomNormal,
      (r: () => number) => randomPoisson(r, 20),
      (r: () => number) => randomGamma(r, 2, 1),
    ]) {
      expect(refusal(() => draw(() => Number.NaN))).toBe("NOT_A_FINITE_NUMBER random");
      expect(refusal(() => draw(() => 1))).toBe("NUMBER_OUT_OF_RANGE random");
    }
  });
});
