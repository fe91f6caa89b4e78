import type { PurchaseStatistics } from "../../../src/value/index.js";
import { readCsv } from "../../support/csv.js";

const column = (rows: readonly Readonly<Record<string, string>>[], name: string): readonly number[] =>
  rows.map((row) => Number(row[name]));

/** CDNOW's published summary: whole days in weeks, mean spend in dollars. */
export function cdnowSample(folder: string): {
  readonly sample: PurchaseStatistics;
  readonly meanSpend: readonly number[];
} {
  const rows = readCsv(`${folder}/cdnow_sample_cbs.csv`) as readonly Readonly<Record<string, string>>[];
  const days = (name: string): readonly number[] => column(rows, name).map((weeks) => Math.round(weeks * 7) / 7);
  const frequency = column(rows, "frequency");
  return {
    sample: { timeUnit: "week", frequency, recency: days("recency_weeks"), age: days("T_weeks") },
    meanSpend: column(rows, "monetary_value"),
  };
}

export { column };
