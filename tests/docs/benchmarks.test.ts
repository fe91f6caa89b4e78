import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
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
