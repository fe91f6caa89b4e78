import type { FactSchema, FactTable } from "../../model/index.js";
import type { FactMeasure } from "./fact-measure.js";
import { rankableFact } from "./rankable-fact.js";

/**
 * Where the percentiles of one fact lie. JSON: store it, and next month's customers are measured by this month's edges.
 * @category Facts
 */
export interface PercentileEdges<K extends string = string> extends FactMeasure {
  readonly field: K;
  /** The customers that the edges were taken from. */
  readonly customers: number;
  /** Customers left out: unknown, and, of money, with zero or less. */
  readonly leftOut: number;
  /** `edges[p - 1]` is the least value above percentile p, for p from 1 to 99: `edges[89]` is the entrance to the top 10 %. Empty where nobody is left. */
  readonly edges: readonly (string | number)[];
}

/**
 * The edges of a fact's hundred percentiles over a whole table.
 *
 * Edge p is the smallest value v with #(values ≤ v) > p n / 100, an actual value of the table (the empirical distribution, quantile definition 1 of Hyndman and Fan
 * with an open lower end). Equal values never part. Of money, amounts of zero or less are left out and counted: customers without spend would fill the
 * lower percentiles. {@link withPercentile} puts customers between the edges.
 * @throws FACT_CANNOT_BE_RANKED
 * @example
 * import { percentileEdges } from "clientele/history";
 * import { defineSchema, factTable } from "clientele/model";
 * const schema = defineSchema({ attributes: { net: { type: "money", currency: "EUR" } } });
 * const rows = Array.from({ length: 20 }, (_, i) => ({ customerId: `c${i}`, attributes: { net: `${5 * i}.00` } }));
 * const edges = percentileEdges(factTable(schema, rows, { asOf: "2026-04-01" }), "net");
 * [edges.customers, edges.leftOut, edges.edges[89]]; // => [19, 1, "90.00"]
 * @category Facts
 */
export function percentileEdges<S extends FactSchema, const K extends keyof S["attributes"] & string>(
  table: FactTable<S>,
  field: K,
): PercentileEdges<K> {
  const fact = rankableFact(table as FactTable, field);
  const sorted = fact.measure.type === "money" ? fact.values.filter((value) => value > 0) : fact.values.slice();
  sorted.sort();
  const customers = sorted.length;
  const edges = Array.from({ length: customers === 0 ? 0 : 99 }, (_, i) =>
    fact.plain(sorted[Math.floor(((i + 1) * customers) / 100)]!),
  );
  return { field, ...fact.measure, customers, leftOut: table.size - customers, edges };
}
