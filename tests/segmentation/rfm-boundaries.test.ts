import { describe, expect, it } from "vitest";
import { defineRfmMap, rfmMaps, scoreRfm, segmentByRfm, summarizeRfmSegments } from "../../src/segmentation/index.js";
import { type Buyer, baseOf } from "./support.js";

// Values one below, on and one above each bound that a reader of the results can see.
const spread = (count: number, change: (index: number) => Partial<Buyer> = () => ({})): Buyer[] =>
  Array.from({ length: count }, (_, index) => ({
    customerId: `c${String(index).padStart(2, "0")}`,
    days: index,
    orders: index + 1,
    net: 100 - index,
    ...change(index),
  }));

describe("scoreRfm", () => {
  it.each([
    [9, "999"],
    [10, "10-10-10"],
  ])("with %d bins, the best cell is %s", (bins, code) => {
    const buyers = spread(20, (index) => ({ orders: 20 - index }));
    expect(scoreRfm(baseOf(buyers), { bins }).get("c00")?.code).toBe(code);
  });

  // Seen to fail with edges below zero cut towards zero, and with a value on its edge counted above it.
  it.each([
    ["-0.02", [1, 1, 2, 2, 2]],
    ["-0.015", [1, 1, 2, 2, 2]],
    ["-0.01", [1, 1, 1, 2, 2]],
    ["-0.005", [1, 1, 1, 2, 2]],
    ["0.00", [1, 1, 1, 1, 2]],
    ["0.005", [1, 1, 1, 1, 2]],
    ["0.01", [1, 1, 1, 1, 1]],
  ])("of nets from -0.03 to 0.01, those above an edge of %s score one more", (edge, scores) => {
    const buyers = [-0.03, -0.02, -0.01, 0, 0.01].map((net, index) => ({
      customerId: `c${index}`,
      days: 1,
      orders: 1,
      net,
    }));
    const cutPoints = { daysSinceLast: [0], orders: [0], net: [edge] };
    const scored = scoreRfm(baseOf(buyers), { bins: 2, cutPoints });
    expect(Array.from(scored.columns.monetary)).toEqual(scores);
  });

  it("counts a net of zero among those that are not positive, and a net of one not", () => {
    const warned = (net: number) =>
      scoreRfm(baseOf([...spread(3), { customerId: "x", days: 1, orders: 1, net }])).warnings;
    const code = "segmentation.nets-not-positive";
    expect(warned(0)).toContainEqual({ code, params: { customers: 1 } });
    expect(warned(-1)).toContainEqual({ code, params: { customers: 1 } });
    expect(warned(1).map((warning) => warning.code)).not.toContain(code);
  });
});

describe("segmentByRfm", () => {
  const map = { ...rfmMaps["eleven-segments-25-cells"] };
  const codes = (buyers: readonly Buyer[], bins = 5) => {
    const named = segmentByRfm(scoreRfm(baseOf(buyers), { bins }), { ...map, bins });
    return {
      reasons: named.at(0).reasons.map(({ code }) => code),
      warnings: named.warnings.map(({ code }) => code),
    };
  };
  const collapsed = "segmentation.frequency-collapsed";

  it("says that frequency has collapsed once half of its scores are nobody's, and not before", () => {
    const plain = codes(spread(10));
    expect([...plain.reasons, ...plain.warnings]).not.toContain(collapsed);
    // Of five scores two are empty, then three.
    const withOrders = (...orders: readonly number[]) =>
      codes(spread(10, (index) => ({ orders: orders[index % orders.length]! })));
    const sizes = (...orders: readonly number[]) =>
      scoreRfm(baseOf(spread(10, (index) => ({ orders: orders[index % orders.length]! })))).binSizes.frequency;
    expect(sizes(1, 1, 2, 3, 3).filter((count) => count === 0).length).toBe(2);
    expect(withOrders(1, 1, 2, 3, 3).warnings).not.toContain(collapsed);
    expect(sizes(1, 1, 1, 1, 2).filter((count) => count === 0).length).toBe(3);
    expect(withOrders(1, 1, 1, 1, 2).warnings).toContain(collapsed);
    expect(withOrders(1, 1, 1, 1, 2).reasons).toContain(collapsed);
  });

  it("of four scores, two that are nobody's are half", () => {
    const everybody = [{ segment: "all", r: [1, 4] as const }];
    const four = defineRfmMap({ id: "four", version: 1, axes: "r-f", bins: 4, rules: everybody });
    const scores = scoreRfm(baseOf(spread(8, (index) => ({ orders: index < 4 ? 1 : 2 }))), { bins: 4 });
    expect(scores.binSizes.frequency.filter((count) => count === 0).length).toBe(2);
    expect(segmentByRfm(scores, four).warnings.map(({ code }) => code)).toContain(collapsed);
  });
});

describe("summarizeRfmSegments", () => {
  it("leaves out segments without customers, and has no share of a net of zero", () => {
    const lines = (net: number) => {
      const base = baseOf([{ customerId: "ann", days: 1, orders: 1, net }]);
      return summarizeRfmSegments(base, segmentByRfm(scoreRfm(base)));
    };
    expect(lines(5)).toHaveLength(1);
    expect([lines(1)[0]?.netShare, lines(0)[0]?.netShare, lines(-1)[0]?.netShare]).toEqual([1, null, null]);
  });
});
