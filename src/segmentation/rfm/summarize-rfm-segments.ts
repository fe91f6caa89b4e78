import { formatMinorUnits } from "../../core/index.js";
import { refusal } from "../../core/shared.js";
import { type CustomerBase, requireBase } from "../../history/index.js";
import type { RfmSegments } from "./segment-by-rfm.js";

/** One line of the RFM table. */
export interface RfmSegmentTotals {
  readonly segment: string;
  readonly customers: number;
  readonly orders: number;
  readonly net: string;
  /** Share of the customers in the table. */
  readonly customerShare: number;
  /** Share of the table's net; null where that is not positive. */
  readonly netShare: number | null;
}

/**
 * The RFM table: customers, orders and net of every segment, in the map's order; segments without customers are left out.
 * Net adds up to the net of the base's customers exactly.
 * @throws INVALID_BASE, INVALID_RFM_TABLE
 * @example
 * import { summarizePurchases } from "clientele/history";
 * import { scoreRfm, segmentByRfm, summarizeRfmSegments } from "clientele/segmentation";
 * const order = { id: "1", customerId: "ann", at: "2026-03-02", amount: "80.00", currency: "USD" };
 * const base = summarizePurchases([order], { asOf: "2026-04-01" });
 * const [line] = summarizeRfmSegments(base, segmentByRfm(scoreRfm(base)));
 * [line?.customers, line?.orders, line?.net]; // => [1, 1, "80.00"]
 * @category RFM
 */
export function summarizeRfmSegments(base: CustomerBase, segments: RfmSegments): readonly RfmSegmentTotals[] {
  requireBase(base);
  if (typeof segments?.at !== "function" || segments.map === undefined || segments.size !== base.size) {
    throw refusal(
      "INVALID_RFM_TABLE",
      ["segments"],
      `the result of segmentByRfm for the same ${base.size} customers`,
      segments,
    );
  }
  const lines = new Map<string, { customers: number; orders: number; net: bigint }>();
  for (const segment of segments.map.segments) lines.set(segment, { customers: 0, orders: 0, net: 0n });
  let net = 0n;
  for (let index = 0; index < base.size; index++) {
    const segment = segments.columns.segment[index]!;
    const line = lines.get(segment) ?? { customers: 0, orders: 0, net: 0n };
    line.customers++;
    line.orders += base.columns.orders[index]!;
    line.net += BigInt(base.columns.netMinor[index]!);
    net += BigInt(base.columns.netMinor[index]!);
    lines.set(segment, line);
  }
  return [...lines]
    .filter(([, line]) => line.customers > 0)
    .map(([segment, line]) => ({
      segment,
      customers: line.customers,
      orders: line.orders,
      net: formatMinorUnits(line.net, base.scale),
      customerShare: line.customers / base.size,
      netShare: net > 0n ? Number(line.net) / Number(net) : null,
    }));
}
