import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { keep } from "../../bench/internal/keep.mjs";
import { readBenchmarks, renderBenchmarks } from "../../scripts/benchmarks-page.mjs";
import { root } from "../support/checkout.js";

const kept = readBenchmarks();

it("the page of benchmarks is what the bench kept (`npm run bench -- --keep` writes both)", () => {
  expect(readFileSync(join(root, "docs/reference/benchmarks.md"), "utf8")).toBe(renderBenchmarks(kept));
});

it("all contenders came to the same result, and every goal that was missed says why", () => {
  expect(kept.results.flatMap(({ rows }) => rows.filter(({ agrees }) => !agrees))).toEqual([]);
  const missed = kept.results.flatMap(({ suite, goals, busy }) =>
    goals.filter(({ ok }) => !ok && !busy).map(({ goal }) => [suite, goal] as const),
  );
  expect(missed.filter(([suite, goal]) => (kept.reasons[suite]?.[goal] ?? "").length < 20)).toEqual([]);
});

it("a missed goal is shown as missed, with its reason; a busy machine is told", () => {
  const [first] = kept.results;
  const goal = { goal: "as fast as light", measured: "slower", ok: false };
  const page = renderBenchmarks({
    ...kept,
    results: [{ ...first!, goals: [goal], busy: true }],
    reasons: { [first!.suite]: { [goal.goal]: "Physics." } },
  });
  expect(page).toContain("- **missed**: as fast as light (slower). Physics.");
  expect(page).toContain("the machine had other work");
});

it("a run takes the place of what was kept of its suites; on another machine everything is measured anew", () => {
  const run = (suite: string, ms: number) => ({
    suite,
    title: suite,
    size: 10,
    rows: [{ contender: "ours", warm: [ms, ms + 2, ms + 1], cold: [9], cpu: [1], peakMB: 5, agrees: true }],
  });
  const machine = { node: "v20.0.0", cpus: 2, model: "M", memoryGB: 8, forced: false };
  const order = ["first", "second"];
  const both = keep(undefined, machine, [run("second", 4), run("first", 3)], order);
  const again = keep(both, { ...machine, forced: true }, [run("first", 7)], order);
  const said = again.results.map(({ suite, busy, rows }) => [suite, busy, (rows[0] as { warm?: string }).warm]);
  expect(said).toEqual([
    ["first", true, "8.0"],
    ["second", false, "5.0"],
  ]);
  const elsewhere = keep(both, { ...machine, cpus: 4 }, [run("first", 7)], order);
  expect(elsewhere.results.map(({ suite }) => suite)).toEqual(["first"]);
});
