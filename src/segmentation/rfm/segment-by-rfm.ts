import { type CustomerTable, customerTable, type Reason } from "../../core/index.js";
import { inWords, refusal } from "../../core/shared.js";
import { checkRfmMap } from "./check-rfm-map.js";
import { quantileEdges, scoreBelow } from "./edges.js";
import { cellCode, type RfmCell, ruleMatches } from "./rfm-cells.js";
import { NOT_SCORED, type RfmMap } from "./rfm-map.js";
import { rfmMaps } from "./rfm-maps.js";
import type { RfmScores } from "./rfm-scores.js";

/** One customer's name on a map, and the cell it came from. */
export interface RfmSegmentRow {
  readonly customerId: string;
  readonly segment: string;
  readonly reasons: readonly Reason[];
}

/** The names of a whole base, in base order. */
export interface RfmSegments extends CustomerTable<RfmSegmentRow, { readonly segment: readonly string[] }> {
  readonly map: RfmMap;
}

/**
 * Names every scored customer by a map: the first rule that matches its cell, the map's `otherwise` (or `"unassigned"`) where none does,
 * `"not-scored"` for customers without a purchase.
 *
 * On the axes `r-fm-quintile`, FM is the score of (F + M) / 2 among its own type-7 quantiles over the base, `x <= edge`.
 * @throws INVALID_RFM_TABLE; INVALID_DEFINITION with all issues of the map; RFM_MAP_MISMATCH where the scores have another number of bins than the map
 * @example
 * import { rfmMaps, scoreRfm, segmentByRfm } from "clientele/segmentation";
 * import { summarizePurchases } from "clientele/history";
 * const order = { id: "1", customerId: "ann", at: "2026-03-02", amount: "80.00", currency: "USD" };
 * const base = summarizePurchases([order], { asOf: "2026-04-01", customerIds: ["ben"] });
 * const named = segmentByRfm(scoreRfm(base), rfmMaps["rf-grid-10"]);
 * [...named].map((row) => row.segment); // => ["new-customers", "not-scored"]
 * @category RFM
 */
export function segmentByRfm(scores: RfmScores, map: RfmMap = rfmMaps["eleven-segments-25-cells"]): RfmSegments {
  if (typeof scores?.at !== "function" || scores.binSizes === undefined) {
    throw refusal("INVALID_RFM_TABLE", ["scores"], "the result of scoreRfm", scores);
  }
  checkRfmMap(map).refuseFaults();
  if (scores.bins !== map.bins) {
    throw refusal(
      "RFM_MAP_MISMATCH",
      ["map", "bins"],
      `a map for ${scores.bins} bins, as the scores have`,
      inWords(`${map.id} for ${map.bins}`),
      `Score with bins: ${map.bins}, or define a map for ${scores.bins}`,
    );
  }
  const collapsed = missingFrequencies(scores);
  const plain = collapsed.length > 0 && usesFrequency(map) ? [frequencyCollapsed(collapsed)] : [];
  const cellOf = cellReader(scores, map);
  const nameOf = cellNamer(map);
  const segment = Array.from({ length: scores.size }, (_, index) =>
    scores.columns.known[index] === 1 ? (nameOf(cellOf(index)) ?? map.otherwise ?? "unassigned") : NOT_SCORED,
  );
  const ref = { kind: map.kind, id: map.id, version: map.version };
  const reasonsOf = (index: number): readonly Reason[] => {
    if (scores.columns.known[index] !== 1) return [{ code: "segmentation.no-purchase", params: {} }];
    const cell = cellOf(index);
    const code = nameOf(cell) === undefined ? "segmentation.rfm-no-cell" : "segmentation.rfm-cell";
    const params = { cell: cellCode(cell, map.axes), map: map.id, version: map.version };
    const joint = map.axes === "r-fm-quintile" || map.axes === "r-fm-mean" ? [jointScore(cell.fm, map.bins)] : [];
    return [...scores.at(index).reasons, ...joint, { code, params }, ...plain];
  };
  const table = customerTable({
    customerIds: scores.customerIds,
    columns: { segment },
    row: (index) => ({
      customerId: scores.customerIds[index]!,
      segment: segment[index]!,
      reasons: reasonsOf(index),
    }),
    definition: ref,
    warnings:
      plain.length > 0
        ? [...scores.warnings, ...plain, { code: "segmentation.try-recency-and-spend", params: {} }]
        : scores.warnings,
  });
  return { ...table, map };
}

/** The scores of frequency that nobody has: then a map's cells rest on fewer steps than they name. */
function missingFrequencies({ binSizes, bins }: RfmScores): readonly string[] {
  if (binSizes.frequency.every((count) => count === 0)) return [];
  const empty = binSizes.frequency.flatMap((count, index) => (count === 0 ? [String(index + 1)] : []));
  // One empty score leaves the order of the others; half of them empty means that most customers bought equally often.
  return 2 * empty.length >= bins ? empty : [];
}

const usesFrequency = ({ id }: RfmMap): boolean => id !== "recency-monetary-7";

const jointScore = (score: number, bins: number): Reason => ({
  code: "segmentation.rfm-joint",
  params: { score, bins },
});

const frequencyCollapsed = (scores: readonly string[]): Reason => ({
  code: "segmentation.frequency-collapsed",
  params: { scores },
});

/** Reads a customer's cell; a joint axis is worked out once for the whole base. */
function cellReader(scores: RfmScores, map: RfmMap): (index: number) => RfmCell {
  const { recency, frequency, monetary, known } = scores.columns;
  const meanAt = (index: number): number => (frequency[index]! + monetary[index]!) / 2;
  let joint: (index: number) => number = () => 0;
  if (map.axes === "r-fm-mean") joint = meanAt;
  if (map.axes === "r-fm-quintile") {
    const means = Float64Array.from({ length: scores.size }, (_, index) => meanAt(index));
    // Means are halves, so twice the mean is whole and the edges are exact.
    const edges = quantileEdges(
      means.filter((_, index) => known[index] === 1).map((mean) => 2 * mean),
      map.bins,
    );
    joint = (index) => scoreBelow(2 * means[index]!, edges);
  }
  return (index) => ({ r: recency[index]!, f: frequency[index]!, m: monetary[index]!, fm: joint(index) });
}

/** Looks a cell's name up once, however many customers share it. */
function cellNamer(map: RfmMap): (cell: RfmCell) => string | undefined {
  const names = new Map<string, string | undefined>();
  return (cell) => {
    const code = cellCode(cell, map.axes);
    if (!names.has(code)) names.set(code, map.rules.find((rule) => ruleMatches(rule, cell, map.axes))?.segment);
    return names.get(code);
  };
}
