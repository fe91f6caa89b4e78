// A TypeScript user with ES modules.
import { type CustomerTable, describeReasons, en, isClienteleError, parseDay, type Reason } from "clientele";
import { type Assessed, customerTable, known } from "clientele/core";
import { type CustomerBase, summarizePurchases } from "clientele/history";
import type { Transaction } from "clientele/model";
import { rfmMaps, scoreRfm, segmentByRfm } from "clientele/segmentation";

const orders: readonly Transaction[] = [
  { id: "1", customerId: "ann", at: new Date("2026-01-05T09:00:00Z"), amount: "120.00", currency: "USD" },
  { id: "2", customerId: null, at: "2026-03-02", amount: 80, currency: "USD" },
];
const base: CustomerBase = summarizePurchases(orders, { asOf: "2026-04-01", timeZone: "Asia/Shanghai" });
const named = segmentByRfm(scoreRfm(base, { bins: 3 }), rfmMaps["eleven-segments-25-cells"]);
const reasons: readonly Reason[] = named.get("ann")?.reasons ?? [];
const words: readonly string[] = describeReasons(reasons, en);

const table: CustomerTable<Assessed<number>> = customerTable({
  customerIds: ["ann"],
  columns: {},
  row: () => known(parseDay("2026-04-01")),
});
try {
  table.at(1);
} catch (error) {
  if (isClienteleError(error, "INDEX_OUT_OF_RANGE")) words.at(error.path.length);
}
// @ts-expect-error columns are read-only
base.columns.netMinor[0] = 1;
// @ts-expect-error a day is a text
parseDay(20260401);
