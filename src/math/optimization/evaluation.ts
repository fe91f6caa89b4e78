import { requireFunction, requireShape } from "../../core/shared.js";
import { checkSameLength } from "../checks.js";
import { centralDifferences } from "./central-differences.js";
import type { ValueWithGradient } from "./minimum.js";
import type { Objective } from "./objective.js";

/** The objective at one point: Infinity where it is not defined, its slopes taken only when needed. */
export interface Evaluation {
  readonly point: readonly number[];
  readonly value: number;
  readonly gradient: () => readonly number[] | undefined;
}

/** An objective that counts how often it was asked. */
export interface CountedObjective {
  readonly at: (point: readonly number[]) => Evaluation;
  readonly times: () => number;
}

export function counted(objective: Objective): CountedObjective {
  requireFunction(objective, "objective");
  let times = 0;
  const ask = (point: readonly number[]): number | ValueWithGradient => {
    times++;
    return objective(point);
  };
  const valueAlone = (point: readonly number[]): number => {
    const found = ask(point);
    return typeof found === "number" ? found : found.value;
  };
  const at = (point: readonly number[]): Evaluation => {
    // A step past all doubles leads nowhere, even where the function has a value there.
    if (!point.every(Number.isFinite)) return notDefined(point);
    const found = ask(point);
    if (typeof found === "number") {
      return Number.isFinite(found) ? withDifferences(valueAlone, point, found) : notDefined(point);
    }
    requireShape(found, "objective", "a function that gives a number, or value and gradient", "gradient");
    checkSameLength(found.gradient, "gradient", point.length);
    const slopes = Array.from(found.gradient);
    const isDefined = Number.isFinite(found.value) && slopes.every(Number.isFinite);
    return isDefined ? { point, value: found.value, gradient: () => slopes } : notDefined(point);
  };
  return { at, times: () => times };
}

const notDefined = (point: readonly number[]): Evaluation => ({
  point,
  value: Number.POSITIVE_INFINITY,
  gradient: () => undefined,
});

function withDifferences(
  valueAlone: (point: readonly number[]) => number,
  point: readonly number[],
  value: number,
): Evaluation {
  let slopes: readonly number[] | undefined;
  return { point, value, gradient: () => (slopes ??= centralDifferences(valueAlone, point, value)) };
}
