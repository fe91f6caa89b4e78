import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { scoreRfm, segmentByRfm, summarizeRfmSegments } from "../../src/segmentation/index.js";
import { type Buyer, baseOf } from "./support.js";

// Few different values, so that ties are the rule; nets of zero and below among them.
const buyers: fc.Arbitrary<Buyer[]> = fc.uniqueArray(
  fc.record({
    customerId: fc.oneof(
      fc.constantFrom("__proto__", "é", "客户"),
      fc.string({ minLength: 1, maxLength: 3 }).filter((id) => id.trim() !== ""),
    ),
    days: fc.nat(12),
    orders: fc.integer({ min: 1, max: 4 }),
    net: fc.integer({ min: -3, max: 25 }),
  }),
  { selector: (buyer) => buyer.customerId, maxLength: 40 },
);
const binCounts = fc.integer({ min: 2, max: 10 });

const seen = { ties: 0, collapsed: 0, notPositive: 0, empty: 0 };
afterAll(() => {
  for (const [what, times] of Object.entries(seen)) expect(times, what).toBeGreaterThan(0);
});

/** Type 7 straight from its definition, as an exact fraction of whole numbers: [numerator, bins]. */
function naiveEdge(values: readonly number[], k: number, bins: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const position = (sorted.length - 1) * k;
  const low = sorted[Math.floor(position / bins)] as number;
  const high = sorted[Math.ceil(position / bins)] as number;
  return low * (bins - (position % bins)) + high * (position % bins);
}

function naiveScore(value: number, values: readonly number[], bins: number): number {
  if (values.length === 0) return value > 0 ? bins : 1;
  let score = 1;
  for (let k = 1; k < bins; k++) if (value * bins > naiveEdge(values, k, bins)) score++;
  return score;
}

describe("scoreRfm", () => {
  // Seen to fail with `value >= edge` in scoreBelow.
  it("agrees with type 7 worked out in whole numbers", () => {
    fc.assert(
      fc.property(buyers, binCounts, (people, bins) => {
        const scores = scoreRfm(baseOf(people), { bins });
        const [days, orders] = [people.map((buyer) => buyer.days), people.map((buyer) => buyer.orders)];
        const nets = people.map((buyer) => buyer.net).filter((net) => net > 0);
        if (people.length === 0) seen.empty++;
        if (nets.length < people.length) seen.notPositive++;
        for (const buyer of people) {
          const { recency, frequency, monetary } = scores.get(buyer.customerId)!;
          expect(recency).toBe(bins + 1 - naiveScore(buyer.days, days, bins));
          expect(frequency).toBe(naiveScore(buyer.orders, orders, bins));
          expect(monetary).toBe(naiveScore(buyer.net, nets, bins));
        }
      }),
    );
  });

  it("never scores the better of two below the other, and equals alike", () => {
    fc.assert(
      fc.property(buyers, binCounts, fc.constantFrom("quantile" as const, "ntile" as const), (people, bins, method) => {
        const scores = scoreRfm(baseOf(people), { bins, method });
        if (scores.warnings.some((warning) => warning.code === "segmentation.bins-collapsed")) seen.collapsed++;
        for (const one of people) {
          for (const other of people) {
            const [a, b] = [scores.get(one.customerId)!, scores.get(other.customerId)!];
            if (one.days < other.days) expect(a.recency).toBeGreaterThanOrEqual(b.recency);
            if (one.orders > other.orders) expect(a.frequency).toBeGreaterThanOrEqual(b.frequency);
            if (one.net > other.net) expect(a.monetary).toBeGreaterThanOrEqual(b.monetary);
            if (method === "quantile" && one !== other && one.orders === other.orders) {
              seen.ties++;
              expect(a.frequency).toBe(b.frequency);
            }
          }
        }
      }),
    );
  });

  it("fills ntiles evenly, the first ones one fuller", () => {
    fc.assert(
      fc.property(buyers, binCounts, (people, bins) => {
        const { binSizes } = scoreRfm(baseOf(people), { bins, method: "ntile" });
        const even = Array.from({ length: bins }, (_, bin) => Math.floor((people.length + bins - 1 - bin) / bins));
        expect(binSizes.frequency).toEqual(even);
        expect(binSizes.recency).toEqual(even);
        expect(binSizes.monetary).toEqual(even);
      }),
    );
  });

  it("does not depend on the order of the input", () => {
    const methods = fc.constantFrom("quantile" as const, "ntile" as const, "nested" as const);
    const shuffled = buyers.chain((people) =>
      fc.tuple(fc.constant(people), fc.shuffledSubarray(people, { minLength: people.length })),
    );
    fc.assert(
      fc.property(shuffled, binCounts, methods, ([people, again], bins, method) => {
        const [one, other] = [scoreRfm(baseOf(people), { bins, method }), scoreRfm(baseOf(again), { bins, method })];
        expect([...other]).toEqual([...one]);
        expect(other.cutPoints).toEqual(one.cutPoints);
      }),
    );
  });

  it("scores alike by its own edges read back from JSON", () => {
    const methods = fc.constantFrom("quantile" as const, "nested" as const);
    fc.assert(
      fc.property(buyers, binCounts, methods, (people, bins, method) => {
        const scores = scoreRfm(baseOf(people), { bins, method });
        // Of nobody there are no edges to score by.
        fc.pre(people.length > 0);
        const again = scoreRfm(baseOf(people), { cutPoints: JSON.parse(JSON.stringify(scores.cutPoints)) });
        expect([...again]).toEqual([...scores]);
      }),
    );
  });
});

describe("segmentByRfm", () => {
  it("names everyone once, and its table adds up to the base", () => {
    fc.assert(
      fc.property(buyers, (people) => {
        const base = baseOf(people, ["a prospect"]);
        const lines = summarizeRfmSegments(base, segmentByRfm(scoreRfm(base)));
        const sum = (of: (line: (typeof lines)[number]) => number): number =>
          lines.reduce((total, line) => total + of(line), 0);
        expect(sum((line) => line.customers)).toBe(base.size);
        expect(sum((line) => line.orders)).toBe(people.reduce((total, buyer) => total + buyer.orders, 0));
        expect(Math.round(sum((line) => Number(line.net)))).toBe(people.reduce((total, buyer) => total + buyer.net, 0));
      }),
    );
  });
});
