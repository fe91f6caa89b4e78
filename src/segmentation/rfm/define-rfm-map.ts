import type { Issue, Localized } from "../../core/index.js";
import { completed } from "../../core/shared.js";
import { checkRfmMap } from "./check-rfm-map.js";
import type { RfmMap, RfmMapAxes, RfmMapRule } from "./rfm-map.js";

/** What {@link defineRfmMap} takes: a map without the parts that are always the same. */
export interface RfmMapInput {
  readonly id: string;
  readonly version: number;
  readonly label?: Localized | undefined;
  /** Default 5. */
  readonly bins?: number | undefined;
  readonly axes: RfmMapAxes;
  readonly rules: readonly RfmMapRule[];
  readonly otherwise?: string | undefined;
}

/**
 * Checks an RFM map of your own and completes it. Every fault is reported at once: unknown axes, cells that cannot exist, ranges upside down
 * or on another axis. Gaps and overlaps are no faults: ask `analyzeRfmMap`.
 * @throws INVALID_DEFINITION with all issues
 * @example
 * import { defineRfmMap } from "clientele/segmentation";
 * const map = defineRfmMap({
 *   id: "two-names", version: 1, axes: "r-f", bins: 2,
 *   rules: [{ segment: "best", cells: ["22"] }, { segment: "rest", r: [1, 2] }],
 * });
 * map.segments; // => ["best", "rest"]
 * @category RFM
 */
export function defineRfmMap(input: RfmMapInput): RfmMap {
  const { rules } = input ?? {};
  const named = Array.isArray(rules) ? rules.map((rule: Partial<RfmMapRule> | null) => rule?.segment) : [];
  const map = completed(input, { kind: "rfm-map", bins: 5, segments: [...new Set(named)] });
  checkRfmMap(map).refuseFaults();
  return map as RfmMap;
}

/**
 * Checks a stored RFM map: all faults at once, none where it is sound. Gaps and overlaps are no faults: ask `analyzeRfmMap`.
 * @example
 * import { rfmMaps, validateRfmMap } from "clientele/segmentation";
 * validateRfmMap(rfmMaps["rf-grid-10"]); // => []
 * validateRfmMap({ ...rfmMaps["rf-grid-10"], axes: "r-x" }).map(({ path }) => path); // => [["axes"]]
 * @category RFM
 */
export function validateRfmMap(json: unknown): readonly Issue[] {
  return checkRfmMap(json).issues;
}
