import { ClienteleError, type Issue, type Localized, showValue } from "../core/index.js";
import { allCells, cellCode } from "./internal/rfm-cells.js";
import { NOT_SCORED, type RfmMap, type RfmMapAxes, type RfmMapRule } from "./rfm-map.js";

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

const rangesOf: Readonly<Record<RfmMapAxes, readonly string[]>> = {
  "r-f-m": ["r", "f", "m"],
  "r-f": ["r", "f"],
  "r-fm-quintile": ["r", "fm"],
  "r-fm-mean": ["r", "fm"],
};

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
  const { id, version, label, bins = 5, axes, rules, otherwise } = input;
  const issues = faultsOf({ ...input, bins });
  if (issues.length > 0) {
    throw new ClienteleError({ ...(issues[0] as Issue), code: "INVALID_DEFINITION", issues });
  }
  const segments = [...new Set(rules.map((rule) => rule.segment))];
  return {
    kind: "rfm-map",
    id,
    version,
    schemaVersion: 1,
    ...(label === undefined ? {} : { label }),
    bins,
    axes,
    segments,
    rules,
    ...(otherwise === undefined ? {} : { otherwise }),
  };
}

function faultsOf(map: RfmMapInput & { readonly bins: number }): Issue[] {
  const issues: Issue[] = [];
  const fault = (path: readonly (string | number)[], expected: string, received: unknown, hint?: string): void => {
    issues.push({ code: "RFM_MAP_INVALID", path, expected, received: showValue(received), hint });
  };
  if (typeof map.id !== "string" || map.id === "") fault(["id"], "a name", map.id);
  if (!Number.isInteger(map.version) || map.version < 1) fault(["version"], "a whole number from 1", map.version);
  if (!Number.isInteger(map.bins) || map.bins < 2 || map.bins > 9)
    fault(["bins"], "a whole number from 2 to 9", map.bins);
  if (!Object.hasOwn(rangesOf, map.axes)) fault(["axes"], `one of ${Object.keys(rangesOf).join(", ")}`, map.axes);
  if (!Array.isArray(map.rules) || map.rules.length === 0) fault(["rules"], "one rule or more", map.rules);
  if (issues.length > 0) return issues;

  const axes = rangesOf[map.axes];
  const possible = new Set(
    allCells({ ...map, segments: [] } as unknown as RfmMap).map((cell) => cellCode(cell, map.axes)),
  );
  map.rules.forEach((rule, index) => {
    const path = ["rules", index];
    if (typeof rule.segment !== "string" || rule.segment === "") fault([...path, "segment"], "a name", rule.segment);
    if (rule.segment === NOT_SCORED) fault([...path, "segment"], `a name other than ${NOT_SCORED}`, rule.segment);
    if ("cells" in rule) {
      rule.cells.forEach((cell, at) => {
        if (!possible.has(cell))
          fault([...path, "cells", at], `a cell of ${map.axes} with scores 1 to ${map.bins}`, cell);
      });
      return;
    }
    for (const [axis, range] of Object.entries(rule)) {
      if (axis === "segment" || range === undefined) continue;
      if (!axes.includes(axis)) fault([...path, axis], `a range on ${axes.join(" or ")}`, range);
      else if (!Array.isArray(range) || !(range[0] <= range[1]))
        fault([...path, axis], "[from, to] with from <= to", range);
    }
  });
  return issues;
}
