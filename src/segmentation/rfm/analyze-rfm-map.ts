import { checkRfmMap } from "./check-rfm-map.js";
import { allCells, cellCode, ruleMatches } from "./rfm-cells.js";
import type { RfmMap } from "./rfm-map.js";

/** What a map does with every cell there is. */
export interface RfmMapAnalysis {
  readonly cells: number;
  /** Each cell is named exactly once. */
  readonly partition: boolean;
  /** Cells that no rule names. */
  readonly gaps: readonly string[];
  /** Cells that several rules name, in order; the first one wins. */
  readonly overlaps: readonly { readonly cell: string; readonly segments: readonly string[] }[];
  /** Names that no cell can ever get. */
  readonly unreachable: readonly string[];
  /** How many cells each name matches, and how many it wins. */
  readonly coverage: Readonly<Record<string, { readonly matches: number; readonly wins: number }>>;
}

/**
 * Counts an RFM map's gaps, overlaps and unreachable names over every cell its axes can make (25, 45 or 125 with five bins).
 * @throws INVALID_DEFINITION with all issues
 * @example
 * import { analyzeRfmMap, rfmMaps } from "clientele/segmentation";
 * analyzeRfmMap(rfmMaps["eleven-segments-25-cells"]).partition; // => true
 * analyzeRfmMap(rfmMaps["rfm-r-package-test"]).unreachable; // => ["new-customers", "promising", "cant-lose-them"]
 * @category RFM
 */
export function analyzeRfmMap(map: RfmMap): RfmMapAnalysis {
  checkRfmMap(map).refuseFaults();
  const cells = allCells(map);
  const coverage = new Map(map.segments.map((segment) => [segment, { matches: 0, wins: 0 }]));
  const gaps: string[] = [];
  const overlaps: { cell: string; segments: string[] }[] = [];
  for (const cell of cells) {
    const segments = map.rules.filter((rule) => ruleMatches(rule, cell, map.axes)).map((rule) => rule.segment);
    for (const segment of new Set(segments)) (coverage.get(segment) as { matches: number }).matches++;
    const winner = segments[0];
    if (winner === undefined) gaps.push(cellCode(cell, map.axes));
    else (coverage.get(winner) as { wins: number }).wins++;
    if (segments.length > 1) overlaps.push({ cell: cellCode(cell, map.axes), segments });
  }
  return {
    cells: cells.length,
    partition: gaps.length === 0 && overlaps.length === 0,
    gaps,
    overlaps,
    unreachable: map.segments.filter((segment) => coverage.get(segment)?.wins === 0),
    coverage: Object.fromEntries(coverage),
  };
}
