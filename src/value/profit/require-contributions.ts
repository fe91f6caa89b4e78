import { requireShape } from "../../core/shared.js";
import type { Contributions } from "./contribution-margin.js";

/** Refuses what `contributionMargin` did not give. @throws INVALID_ARGUMENT */
export function requireContributions(contributions: Contributions): void {
  const properties = ["size", "customerIds", "scale", "columns"];
  requireShape(contributions, "contributions", "a table of contributionMargin", ...properties);
}
