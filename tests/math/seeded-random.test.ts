import { seededRandom } from "clientele/math";
import { describe, expect, test } from "vitest";
import { splitMix64, xoshiro128 } from "../../src/math/random/xoshiro128.js";

describe("the generators by name", () => {
  // Outputs of the authors' C code for the state 1, 2, 3, 4, as the Rust crate rand_xoshiro has them in its tests.
  test("xoshiro128** 1.1", () => {
    const next = xoshiro128([1, 2, 3, 4]);
    expect(Array.from({ length: 10 }, next)).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
    ]);
  });

  // Seed 1234567: the five numbers of Rosetta Code's task "Pseudo-random numbers/Splitmix64".
  test("SplitMix64", () => {
    const next = splitMix64(1234567n);
    expect(Array.from({ length: 5 }, next)).toEqual([
      6457827717110365317n,
      3203168211198807973n,
      9817491932198370423n,
      4593380528125082431n,
      16408922859458223821n,
    ]);
  });
});

describe("seededRandom", () => {
  // Computed once more in Python, with whole numbers of any size.
  test("is fixed for ever: the first numbers of a seed", () => {
    const random = seededRandom(42);
    expect([random(), random(), random()]).toEqual([0.4137016681565887, 0.003983993377814743, 0.6500837027638867]);
  });

  test("is uniform: 100,000 numbers fill 100 bins evenly, with the mean and variance of [0, 1)", () => {
    const random = seededRandom(7);
    const bins = new Int32Array(100);
    let [sum, squares] = [0, 0];
    for (let i = 0; i < 100_000; i++) {
      const value = random();
      bins[Math.floor(value * 100)]!++;
      sum += value;
      squares += value * value;
    }
    // Chi-square with 99 degrees of freedom: 149.4 is its 0.999 quantile.
    expect(bins.reduce((chi, count) => chi + (count - 1000) ** 2 / 1000, 0)).toBeLessThan(149.4);
    const mean = sum / 100_000;
    expect(mean).toBeCloseTo(0.5, 2);
    expect(squares / 100_000 - mean ** 2).toBeCloseTo(1 / 12, 2);
  });

  test("neighbouring seeds, and a seed and its negative, have nothing in common", () => {
    const firsts = [-2, -1, 0, 1, 2, Number.MAX_SAFE_INTEGER].map((seed) => seededRandom(seed)());
    expect(new Set(firsts).size).toBe(firsts.length);
    for (const value of firsts) expect(value >= 0 && value < 1).toBe(true);
  });

  test.each([[0.5], [Number.NaN], [2 ** 53]])("%s is no seed", (seed) => {
    expect(() => seededRandom(seed)).toThrow(/NUMBER_OUT_OF_RANGE at seed/);
  });
});
