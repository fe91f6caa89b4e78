import { customerTable, type Reason } from "../../core/index.js";
import { checkOptions, choice, whole } from "../../core/shared.js";
import { type CustomerBase, requireBase } from "../../history/index.js";
import { cutByGivenEdges, cutPointsRule } from "./given-cuts.js";
import { cutMeasures } from "./rfm-cuts.js";
import { rfmMeasures } from "./rfm-measures.js";
import {
  type RfmColumns,
  type RfmCutPoints,
  type RfmMethod,
  type RfmRow,
  type RfmScores,
  rfmMethods,
} from "./rfm-scores.js";

/** How {@link scoreRfm} cuts. */
export interface ScoreRfmOptions {
  /** Scores run from 1 to this; 2 to 10, default 5, or one more than the cut points given. */
  readonly bins?: number | undefined;
  /** Default `quantile`. */
  readonly method?: RfmMethod | undefined;
  /** Fixed thresholds, or the edges of an earlier scoring; then no method is used. */
  readonly cutPoints?: RfmCutPoints | undefined;
}

/**
 * Scores every customer by recency, frequency and monetary value, 1 to `bins` each.
 *
 * By default the edges are the type-7 quantiles (Hyndman & Fan 1996) of the base's own values and `x <= edge` stays below the edge, so
 * that equal customers always share a score. `ntile` is SQL's `NTILE(bins) OVER (ORDER BY value, customerId)`, for recency by the day of the last
 * purchase, so where bins cannot be equal the lowest scores are one fuller; `nested` cuts frequency within each recency
 * score and monetary within each of those. Frequency is the count of orders, recency the days since the last one.
 *
 * Customers whose net is zero or less are scored, but leave the monetary edges and are counted in the warnings; customers without a
 * purchase keep their row with scores 0. Where fewer different values than bins exist, bins collapse and a warning lists them.
 * Where nobody has a purchase the edges are empty, a warning says so, and they are refused as `cutPoints`.
 * @throws INVALID_BASE, INVALID_OPTIONS
 * @example
 * import { summarizePurchases } from "clientele/history";
 * import { scoreRfm } from "clientele/segmentation";
 * const base = summarizePurchases(
 *   [
 *     { id: "1", customerId: "ann", at: "2026-01-05", amount: "120.00", currency: "USD" },
 *     { id: "2", customerId: "ann", at: "2026-03-02", amount: "80.00", currency: "USD" },
 *     { id: "3", customerId: "ben", at: "2026-02-11", amount: "45.50", currency: "USD" },
 *   ],
 *   { asOf: "2026-04-01" },
 * );
 * const scores = scoreRfm(base, { bins: 2 });
 * scores.get("ann")?.code; // => "222"
 * scores.cutPoints.net; // => ["122.75"]
 * @category RFM
 */
export function scoreRfm(base: CustomerBase, options: ScoreRfmOptions = {}): RfmScores {
  requireBase(base);
  checkOptions<ScoreRfmOptions>(options, { bins: binsRule, method: choice(rfmMethods), cutPoints: cutPointsRule });
  const {
    method = "quantile",
    cutPoints,
    bins = cutPoints === undefined ? 5 : cutPoints.daysSinceLast.length + 1,
  } = options;
  checkOptions({ bins }, { bins: binsRule });
  const measures = rfmMeasures(base);
  const cut =
    cutPoints === undefined
      ? cutMeasures(measures, method, bins, base.scale)
      : cutByGivenEdges(measures, cutPoints, bins, base.scale);

  const columns: { readonly [K in keyof RfmColumns]: Uint8Array } = {
    recency: new Uint8Array(base.size),
    frequency: new Uint8Array(base.size),
    monetary: new Uint8Array(base.size),
    known: new Uint8Array(base.size),
  };
  for (let row = 0; row < measures.buyers.length; row++) {
    const customer = measures.buyers[row]!;
    columns.recency[customer] = cut.recency[row]!;
    columns.frequency[customer] = cut.frequency[row]!;
    columns.monetary[customer] = cut.monetary[row]!;
    columns.known[customer] = 1;
  }
  const binSizes = {
    recency: sizes(cut.recency, bins),
    frequency: sizes(cut.frequency, bins),
    monetary: sizes(cut.monetary, bins),
  };
  const table = customerTable<RfmRow, RfmColumns>({
    customerIds: base.customerIds,
    columns,
    row: (index) => rowOf(base, columns, index, bins),
    warnings: warningsOf(base.size - measures.buyers.length, measures.netMinor, binSizes),
  });
  return {
    ...table,
    asOf: base.asOf,
    timeZone: base.timeZone,
    currency: base.currency,
    scale: base.scale,
    bins,
    method: cutPoints === undefined ? method : "cut-points",
    cutPoints: cut.cutPoints,
    binSizes,
  };
}

const binsRule = whole({ from: 2, to: 10 });

function rowOf(base: CustomerBase, columns: RfmColumns, index: number, bins: number): RfmRow {
  const { customerId, daysSinceLast, orders, net } = base.at(index);
  const [recency, frequency, monetary] = [columns.recency[index]!, columns.frequency[index]!, columns.monetary[index]!];
  const code = [recency, frequency, monetary].join(bins > 9 ? "-" : "");
  return { customerId, recency, frequency, monetary, code, daysSinceLast, orders, net, reasons: reasons() };

  function reasons(): readonly Reason[] {
    if (daysSinceLast === null) return [{ code: "segmentation.no-purchase", params: {} }];
    const money = { amount: net, currency: base.currency };
    const scored: Reason[] = [
      { code: "segmentation.rfm-recency", params: { days: daysSinceLast, score: recency, bins } },
      { code: "segmentation.rfm-frequency", params: { orders, score: frequency, bins } },
      { code: "segmentation.rfm-monetary", params: { net: money, score: monetary, bins } },
    ];
    return base.columns.netMinor[index]! > 0
      ? scored
      : [...scored, { code: "segmentation.net-not-positive", params: { net: money } }];
  }
}

function sizes(scores: Uint8Array, bins: number): readonly number[] {
  const counts = new Array<number>(bins).fill(0);
  for (const score of scores) counts[score - 1]!++;
  return counts;
}

function warningsOf(notScored: number, netMinor: Float64Array, binSizes: RfmScores["binSizes"]): readonly Reason[] {
  const warnings: Reason[] = [];
  if (notScored > 0) warnings.push({ code: "segmentation.not-scored", params: { customers: notScored } });
  const notPositive = netMinor.reduce((count, net) => count + (net > 0 ? 0 : 1), 0);
  if (notPositive > 0) warnings.push({ code: "segmentation.nets-not-positive", params: { customers: notPositive } });
  if (netMinor.length === 0) return [...warnings, { code: "segmentation.nobody-to-score", params: {} }];
  for (const [measure, counts] of Object.entries(binSizes)) {
    const empty = counts.flatMap((count, index) => (count === 0 ? [String(index + 1)] : []));
    if (empty.length > 0) warnings.push({ code: "segmentation.bins-collapsed", params: { measure, scores: empty } });
  }
  return warnings;
}
