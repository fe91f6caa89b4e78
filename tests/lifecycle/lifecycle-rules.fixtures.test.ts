import { readFileSync } from "node:fs";
import { classifyLifecycle, defineLifecycleRules, type LifecycleRulesInput } from "clientele/lifecycle";
import { expect, test } from "vitest";
import { baseOf } from "./support/orders.js";

// Rules as version 0.1 stored them: every later version reads them and tells the same stages by them. Never edited, only added to.
const stored: Record<string, LifecycleRulesInput> = JSON.parse(
  readFileSync(new URL("fixtures/lifecycle-rules-0.1.json", import.meta.url), "utf8"),
);
const regular = ["2025-04-25", "2025-05-25", "2025-06-24", "2025-07-24", "2025-08-23"];
// Gaps: twelve of 30 days, and 31, 361 and 547; the median of the own medians 30, 30, 30, 289 and 361 is 30.
const base = baseOf(
  {
    regular,
    alike: regular,
    quiet: ["2025-01-20", "2025-02-19", "2025-03-21", "2025-04-20", "2025-05-20"],
    once: ["2024-06-01"],
    autumn: ["2023-09-25", "2024-09-20"],
    late: ["2025-08-25"],
    back: ["2024-01-01", "2024-02-01", "2025-08-01"],
    none: [],
  },
  "2025-09-01",
);
const always = { regular: "active", alike: "active", late: "new", back: "won-back", none: "prospect", once: "lost" };

test.each([
  // The quiet one: 104 days at a gap of 30. Autumn's: mid-autumn of 2025 is still to come.
  ["own-cadence", { ...always, quiet: "dormant", autumn: "active" }],
  // More than a quarter; within the year.
  ["fixed", { ...always, quiet: "at-risk", autumn: "dormant" }],
  // Bounds of 30, 30.2 and 229 days.
  ["percentiles", { ...always, quiet: "dormant", autumn: "lost" }],
  // Bounds of 90, 200 and 200 days.
  ["curve", { ...always, quiet: "at-risk", autumn: "lost" }],
])("rules of 0.1, %s", (name, expected) => {
  const rules = defineLifecycleRules(stored[name] as LifecycleRulesInput);
  expect(rules).toEqual(stored[name]);
  const told = Array.from(classifyLifecycle(base, { rules }), ({ customerId, stage }) => [
    customerId,
    stage.status === "known" ? stage.value : "unknown",
  ]);
  expect(Object.fromEntries(told)).toEqual(expected);
});
