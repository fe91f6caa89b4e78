import type { DefinitionChecker } from "../../core/index.js";

/** Scores go up, rates lie from 0 to 1 and never turn. */
export function checkCalibration(json: unknown, check: DefinitionChecker): void {
  const points = check.list(json, ["calibration"], 1) ?? [];
  let direction = 0;
  points.forEach((point, index) => {
    const path = ["calibration", index];
    if (!isPoint(point)) {
      check.report("SCORECARD_CALIBRATION", path, "a score and a rate from 0 to 1: [5, 0.12]", point);
      return;
    }
    const before = points[index - 1];
    if (!isPoint(before)) return;
    if (point[0] <= before[0]) {
      check.report("SCORECARD_CALIBRATION", path, `a score above ${before[0]}`, point[0], "Write points lowest first");
    }
    const step = Math.sign(point[1] - before[1]);
    if (step * direction < 0) {
      const hint = "Join neighbouring scores until the rates only rise or only fall";
      check.report(
        "SCORECARD_CALIBRATION",
        path,
        `a rate not ${step > 0 ? "above" : "below"} ${before[1]}`,
        point[1],
        hint,
      );
    }
    direction ||= step;
  });
}

const isPoint = (value: unknown): value is readonly [number, number] =>
  Array.isArray(value) &&
  value.length === 2 &&
  Number.isFinite(value[0]) &&
  Number.isFinite(value[1]) &&
  value[1] >= 0 &&
  value[1] <= 1;
