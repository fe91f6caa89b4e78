import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { ntiles, quantile, quantiles, ranks, selectKth, sortedPositions } from "../../src/math/index.js";
import { columns, filledColumns, longColumns } from "./support/columns.js";
import { shares } from "./support/numbers.js";

const anyColumn = fc.oneof({ arbitrary: columns, weight: 3 }, { arbitrary: longColumns, weight: 1 });

const seen = { ties: 0, empty: 0, bothZeros: 0, sampled: 0 };
function watch(values: Float64Array): void {
  if (new Set(values).size < values.length) seen.ties++;
  if (values.length === 0) seen.empty++;
  if (values.some((value) => Object.is(value, -0)) && values.some((value) => Object.is(value, 0))) seen.bothZeros++;
  if (values.length > 600) seen.sampled++;
}
afterAll(() => {
  for (const [what, times] of Object.entries(seen)) expect(times, what).toBeGreaterThan(0);
});

const sorted = (values: Float64Array): number[] => [...values].sort((a, b) => a - b);

/** The same in the plainest words: sort everything, interpolate. */
function naiveQuantile(values: Float64Array, p: number): number {
  const x = sorted(values);
  const h = (x.length - 1) * p;
  const low = x[Math.floor(h)]!;
  const high = x[Math.ceil(h)]!;
  const share = h - Math.floor(h);
  return Number.isFinite(high - low) ? low + share * (high - low) : low * (1 - share) + high * share;
}

const naivePositions = (values: Float64Array, tieBreak: (a: number, b: number) => number): number[] =>
  [...values.keys()].sort((a, b) => values[a]! - values[b]! || tieBreak(a, b) || a - b);

describe("selection", () => {
  // Seen to fail with `while (values[j] >= pivot)` in the kernel, and with `from = j + 2` after a partition.
  it("finds what sorting finds", () => {
    fc.assert(
      fc.property(fc.oneof(filledColumns, longColumns), shares, (values, share) => {
        watch(values);
        const k = Math.round(share * (values.length - 1));
        expect(selectKth(values, k) + 0).toBe(sorted(values)[k]! + 0);
      }),
    );
  });
});

describe("quantiles", () => {
  // Seen to fail with `settled = below + 1`, which loses the value that two probabilities share.
  it("are those of a full sort, for many probabilities at once", () => {
    fc.assert(
      fc.property(fc.oneof(filledColumns, longColumns), fc.array(shares, { maxLength: 8 }), (values, asked) => {
        const expected = asked.map((p) => naiveQuantile(values, p) + 0);
        expect(quantiles(values, asked).map((value) => value + 0)).toEqual(expected);
      }),
    );
  });

  // Seen to fail when the interpolation's share was taken from the wrong side (1 - share).
  it("grow with the probability, between least and greatest value", () => {
    fc.assert(
      fc.property(filledColumns, shares, shares, (values, p, q) => {
        const [low, high] = [quantile(values, Math.min(p, q)), quantile(values, Math.max(p, q))];
        expect(low).toBeLessThanOrEqual(high);
        expect(low).toBeGreaterThanOrEqual(quantile(values, 0));
        expect(high).toBeLessThanOrEqual(quantile(values, 1));
      }),
    );
  });
});

describe("sorted positions", () => {
  // Seen to fail without flipping the bits of negative doubles, without `+ 0` on the zeros, and with one digit left out.
  it("are those of a stable comparison sort", () => {
    fc.assert(
      fc.property(anyColumn, (values) => {
        watch(values);
        expect([...sortedPositions(values)]).toEqual(naivePositions(values, () => 0));
      }),
    );
  });

  // Seen to fail with the two radix sorts in the other order.
  it("are settled by numbers or by texts", () => {
    fc.assert(
      fc.property(anyColumn, fc.integer({ min: 1, max: 30 }), (values, different) => {
        const numbers = Array.from(values, (_, i) => (i * 7919) % different);
        const texts = numbers.map((number) => `c${number}`);
        const byNumber = naivePositions(values, (a, b) => numbers[a]! - numbers[b]!);
        const byText = naivePositions(values, (a, b) => (texts[a]! < texts[b]! ? -1 : texts[a]! > texts[b]! ? 1 : 0));
        expect([...sortedPositions(values, { tieBreak: numbers })]).toEqual(byNumber);
        expect([...sortedPositions(values, { tieBreak: texts })]).toEqual(byText);
      }),
    );
  });
});

describe("ranks", () => {
  // Seen to fail with (from + to) / 2 for the average, which forgets that places count from 1.
  it("count the smaller and the equal values", () => {
    fc.assert(
      fc.property(columns, (values) => {
        const below = Array.from(values, (value) => values.filter((other) => other < value).length);
        const upTo = Array.from(values, (value) => values.filter((other) => other <= value).length);
        const different = Array.from(
          values,
          (value) => new Set([...values].filter((o) => o <= value).map((o) => o + 0)),
        );
        expect([...ranks(values, { ties: "lowest" })]).toEqual(below.map((count) => count + 1));
        expect([...ranks(values, { ties: "highest" })]).toEqual(upTo);
        expect([...ranks(values)]).toEqual(below.map((count, i) => (count + 1 + upTo[i]!) / 2));
        expect([...ranks(values, { ties: "dense" })]).toEqual(different.map((set) => set.size));
      }),
    );
  });

  // Seen to fail with `size * larger` places for the larger bins.
  it("cut into bins as SQL does: sizes differ by one at most, larger bins first, bins ascend with the value", () => {
    fc.assert(
      fc.property(anyColumn, fc.integer({ min: 1, max: 12 }), (values, bins) => {
        const bin = ntiles(values, bins);
        const sizes = Array.from({ length: bins }, (_, b) => bin.filter((other) => other === b + 1).length);
        const expected = Array.from({ length: bins }, (_, b) => Math.floor((values.length + bins - 1 - b) / bins));
        expect(sizes).toEqual(expected);
        const order = sortedPositions(values);
        for (let i = 1; i < order.length; i++) expect(bin[order[i]!]!).toBeGreaterThanOrEqual(bin[order[i - 1]!]!);
      }),
    );
  });
});
