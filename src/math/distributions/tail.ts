import { refuse } from "../checks.js";

/**
 * Which side of a distribution: `lower` is P(X ≤ x), `upper` is P(X > x). The two add up to 1, and each is computed on
 * its own, so that a tail of 1e-200 keeps its digits.
 * @category Distributions
 */
export type Tail = "lower" | "upper";

/** True for the upper tail. */
export function isUpper(tail: Tail): boolean {
  if (tail !== "lower" && tail !== "upper")
    refuse("INVALID_OPTIONS", ["tail"], '"lower" or "upper"', tail satisfies never);
  return tail === "upper";
}
