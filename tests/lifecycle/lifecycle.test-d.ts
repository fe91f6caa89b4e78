import { classifyLifecycle, defineLifecycleRules, type LifecycleStage, retentionCohorts } from "clientele/lifecycle";
import { expectTypeOf, test } from "vitest";
import { baseOf } from "./support/orders.js";

const base = baseOf({}, "2026-01-01");

test("a stage is known or unknown, and must be asked which", () => {
  const stage = classifyLifecycle(base).get("ann")?.stage;
  // @ts-expect-error an unknown stage has no value
  void stage?.value;
  if (stage?.status === "known") expectTypeOf(stage.value).toEqualTypeOf<LifecycleStage>();
});

test("bounds are of the kind that their mode asks for", () => {
  const head = { id: "x", version: 1 };
  const days = { active: { days: 1 }, atRisk: { days: 2 }, dormant: { days: 3 } };
  const shares = { active: 0.4, atRisk: 0.8, dormant: 0.9 };
  defineLifecycleRules({ ...head, thresholds: { mode: "fixed", upTo: days } });
  defineLifecycleRules({ ...head, thresholds: { mode: "population-percentile", upTo: shares } });
  // @ts-expect-error fixed bounds are durations
  defineLifecycleRules({ ...head, thresholds: { mode: "fixed", upTo: shares } });
  // @ts-expect-error shares are numbers
  defineLifecycleRules({ ...head, thresholds: { mode: "population-percentile", upTo: days } });
  // @ts-expect-error a curve is missing
  defineLifecycleRules({ ...head, thresholds: { mode: "survival-curve", upTo: shares } });
});

test("a cell of a cohort may be null", () => {
  const cell = retentionCohorts(base).cohorts[0]?.active[0];
  expectTypeOf(cell).toEqualTypeOf<number | null | undefined>();
  // @ts-expect-error days are no cohorts
  void (() => retentionCohorts(base, { period: "day" }));
});
