import { analyzeDecisionTable } from "clientele/scorecards";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { arbitraryTable, domains, meets, outputs, schema } from "./support/arbitrary-table.js";

const seen = { gaps: 0, noGaps: 0, overlaps: 0, unreachable: 0, empty: 0, joint: 0 };
afterAll(() => {
  for (const [what, count] of Object.entries(seen)) expect(count, `tables with ${what}`).toBeGreaterThan(0);
});

// Seen to fail with numbers cut like whole numbers, with a lower bound always read as "[", and with rows compared by their first column only.
test("law: gaps, overlaps and unreachable rows are what trying every case finds", () => {
  fc.assert(
    fc.property(arbitraryTable, ({ inputs, hitPolicy, rows }) => {
      const cases = inputs.reduce<readonly (readonly unknown[])[]>(
        (heads, input) => heads.flatMap((head) => (domains.get(input) ?? []).map((value) => [...head, value])),
        [[]],
      );
      const matching = (values: readonly unknown[]): readonly number[] =>
        rows.flatMap(({ cells }, row) => (cells.every((cell, at) => meets(cell, values[at] as never)) ? [row] : []));
      const hits = cases.map(matching);
      const pairs = new Set(
        hits.flatMap((found) => found.flatMap((a, at) => found.slice(at + 1).map((b) => `${a},${b}`))),
      );
      const best = (found: readonly number[]): number | undefined =>
        found.find((row) => rows[row]?.output.to === "x") ?? found[0];
      const deciding = new Set<number | undefined>(
        hits.flatMap((found): readonly (number | undefined)[] => {
          if (hitPolicy === "collect" || hitPolicy === "any") return found;
          return hitPolicy === "priority" ? [best(found)] : found.slice(0, 1);
        }),
      );

      const { gaps, overlaps, unreachable, openCells, complete } = analyzeDecisionTable(
        {
          hitPolicy,
          inputs,
          outputs,
          rows,
        },
        schema,
      );
      expect({ openCells, complete }).toEqual({ openCells: [], complete: true });
      expect(gaps.length > 0).toBe(hits.some((found) => found.length === 0));
      for (const { example } of gaps) expect(matching(example)).toEqual([]);
      expect(new Set(overlaps.map(({ rows }) => `${rows}`))).toEqual(pairs);
      for (const { rows, example } of overlaps) expect(matching(example)).toEqual(expect.arrayContaining([...rows]));
      expect(unreachable.map(({ row }) => row)).toEqual([...rows.keys()].filter((row) => !deciding.has(row)));
      for (const { row, coveredBy } of unreachable) {
        const taken = cases.map(matching).filter((found) => found.includes(row));
        expect(taken.every((found) => found.some((other) => coveredBy.includes(other)))).toBe(true);
        if (coveredBy.length === 0) seen.empty++;
        if (coveredBy.length > 1) seen.joint++;
      }
      seen[gaps.length > 0 ? "gaps" : "noGaps"]++;
      if (overlaps.length > 0) seen.overlaps++;
      if (unreachable.length > 0) seen.unreachable++;
    }),
  );
});
