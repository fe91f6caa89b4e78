import { concordance, kaplanMeier, logRankTest } from "clientele/math";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";

// Few different times, risks and groups, so that ties are the rule.
const rows = fc.array(
  fc.record({
    time: fc.nat(6),
    event: fc.constantFrom(0, 1),
    risk: fc.integer({ min: -2, max: 2 }),
    group: fc.constantFrom("a", "b", "c"),
    weight: fc.nat(3),
  }),
  { maxLength: 14 },
);
const seen = { ties: 0, censored: 0, empty: 0, pairs: 0, ranks: [0, 0, 0] as [number, number, number] };
afterAll(() => {
  const { ranks, ...counts } = seen;
  for (const [what, count] of [...Object.entries(counts), ...Object.entries(ranks)]) {
    expect(count, what).toBeGreaterThan(0);
  }
});

// Seen to fail with who is censored at a time left out of those at risk at it, and with weights that count rows.
test("law: survival is the product that counting row by row gives, and weights count as repeated rows", () => {
  fc.assert(
    fc.property(rows, (rows) => {
      const repeated = rows.flatMap((row) => new Array<typeof row>(row.weight).fill(row));
      const { steps } = kaplanMeier(
        rows.map(({ time }) => time),
        rows.map(({ event }) => event),
        { weights: rows.map(({ weight }) => weight) },
      );
      expect(steps.map(({ time }) => time)).toEqual(
        [...new Set(repeated.map(({ time }) => time))].sort((a, b) => a - b),
      );
      let survival = 1;
      for (const step of steps) {
        const atRisk = repeated.filter(({ time }) => time >= step.time).length;
        const events = repeated.filter(({ time, event }) => time === step.time && event === 1).length;
        survival *= 1 - events / atRisk;
        expect([step.atRisk, step.events]).toEqual([atRisk, events]);
        expect(step.survival).toBeCloseTo(survival, 12);
        if (step.interval === null) expect([0, 1]).toContain(step.survival);
        else {
          expect(step.interval[0]).toBeLessThan(step.survival);
          expect(step.interval[1]).toBeGreaterThan(step.survival);
        }
        if (events > 1) seen.ties++;
        if (step.censored > 0) seen.censored++;
      }
      if (rows.length === 0) seen.empty++;
    }),
  );
});

// Seen to fail with pairs of equal times counted, and with equal risks counted whole.
test("law: concordance is what trying every pair gives", () => {
  fc.assert(
    fc.property(rows, (rows) => {
      let [pairs, ordered] = [0, 0];
      for (const one of rows) {
        for (const other of rows) {
          const isLater = other.time > one.time || (other.time === one.time && other.event === 0);
          if (one.event === 0 || one === other || !isLater) continue;
          pairs++;
          ordered += one.risk > other.risk ? 1 : one.risk === other.risk ? 0.5 : 0;
        }
      }
      const found = concordance(
        rows.map(({ risk }) => risk),
        rows.map(({ time }) => time),
        rows.map(({ event }) => event),
      );
      if (pairs === 0) expect(found.status).toBe("unknown");
      else {
        seen.pairs++;
        expect(found.status === "known" && found.value).toBeCloseTo(ordered / pairs, 12);
      }
    }),
  );
});

// Seen to fail with the variance of draws that are put back.
test("law: the log-rank test of two groups is Mantel's, and neither the order of rows nor the names of groups matter", () => {
  fc.assert(
    fc.property(rows, (rows) => {
      const testOf = (rows: readonly { readonly time: number; readonly event: number; readonly group: string }[]) =>
        logRankTest(
          rows.map(({ time }) => time),
          rows.map(({ event }) => event),
          rows.map(({ group }) => group),
        );
      const all = testOf(rows);
      seen.ranks[all.degreesOfFreedom as 0 | 1 | 2]++;
      const renamed = { a: "z", b: "y", c: "x" } as const;
      const other = testOf([...rows].reverse().map((row) => ({ ...row, group: renamed[row.group as "a"] })));
      expect(other.degreesOfFreedom).toBe(all.degreesOfFreedom);
      expect(other.chiSquare).toBeCloseTo(all.chiSquare, 8);

      const two = rows.filter(({ group }) => group !== "c");
      let [excess, variance] = [0, 0];
      for (const at of new Set(two.filter(({ event }) => event === 1).map(({ time }) => time))) {
        const atRisk = two.filter(({ time }) => time >= at);
        const [n, d] = [atRisk.length, atRisk.filter(({ time, event }) => time === at && event === 1).length];
        const n1 = atRisk.filter(({ group }) => group === "a").length;
        const d1 = atRisk.filter(({ time, event, group }) => time === at && event === 1 && group === "a").length;
        excess += d1 - (d * n1) / n;
        if (n > 1) variance += (d * (n1 / n) * (1 - n1 / n) * (n - d)) / (n - 1);
      }
      const found = testOf(two);
      expect(found.chiSquare).toBeCloseTo(variance < 1e-12 ? 0 : excess ** 2 / variance, 8);
      expect(found.degreesOfFreedom).toBe(variance < 1e-12 ? 0 : 1);
      expect(found.pValue).toBeGreaterThanOrEqual(0);
      expect(found.pValue).toBeLessThanOrEqual(1);
    }),
  );
});
