import { zoneOf } from "../../core/index.js";
import { checkOptions, inWords, type OptionRules, refusal, satisfying, text, whole } from "../../core/shared.js";
import type { FactSchema, FactTable, NumberField } from "../../model/index.js";
import { factReader } from "../../model/shared.js";
import type { FactMeasure } from "./fact-measure.js";
import type { PercentileEdges } from "./percentile-edges.js";
import { type RankableFact, rankableFact } from "./rankable-fact.js";
import { type SchemaWith, withFacts } from "./with-facts.js";

/** The field that {@link withPercentile} adds: `net.percentile` for `net`. */
export type PercentileField<K extends string> = { readonly [N in `${K}.percentile`]: NumberField };

/**
 * Adds the percentile of every customer by one fact, a whole number from 1 to 100: `net.percentile` for `net`. The top 10 % by net is
 * `net.percentile` above 90, and the best of a table always are in it.
 *
 * percentile = 1 + how many of the {@link PercentileEdges} the value reaches; over the table that the edges were taken from, that is
 * ⌈100 × share of values not above this one⌉. Ties share it, and ties at the edge are in. The edges are fixed: what a segment filters changes
 * nothing, and with last month's edges a percentile means what it meant. Unknown where the value is, and with empty edges.
 * @throws FACT_CANNOT_BE_RANKED, FACT_NAME_TAKEN, INVALID_OPTIONS where the edges are of another field or broken
 * @example
 * import { percentileEdges, withPercentile } from "clientele/history";
 * import { defineSchema, factTable } from "clientele/model";
 * const schema = defineSchema({ attributes: { net: { type: "money", currency: "EUR" } } });
 * const rows = Array.from({ length: 20 }, (_, i) => ({ customerId: `c${i}`, attributes: { net: `${5 * i}.00` } }));
 * const facts = factTable(schema, rows, { asOf: "2026-04-01" });
 * const ranked = withPercentile(facts, percentileEdges(facts, "net"));
 * ["c0", "c1", "c17", "c19"].map((id) => ranked.get(id)?.attributes["net.percentile"]); // => [1, 6, 90, 100]
 * @category Facts
 */
export function withPercentile<S extends FactSchema, K extends keyof S["attributes"] & string>(
  table: FactTable<S>,
  edges: PercentileEdges<K>,
): FactTable<SchemaWith<S, PercentileField<K>>> {
  checkOptions<PercentileEdges>(edges, edgeRules, ["field", "type", "customers", "leftOut", "edges"], ["edges"]);
  const { field } = edges;
  const fact = rankableFact(table as FactTable, field);
  const bounds = boundsOf(edges, fact, table as FactTable);
  const column = { values: new Float64Array(table.size), known: new Uint8Array(table.size) };
  if (bounds.length > 0) {
    fact.positions.forEach((position, i) => {
      column.values[position] = 1 + reached(bounds, fact.values[i]!);
      column.known[position] = 1;
    });
  }
  const name = `${field}.percentile` as const;
  return withFacts(table, { [name]: { type: "number" } } as PercentileField<K>, { [name]: column } as never);
}

const edgeRules: OptionRules<PercentileEdges> = {
  field: text,
  type: text,
  currency: text,
  customers: whole({ from: 0 }),
  leftOut: whole({ from: 0 }),
  edges: satisfying(
    "99 edges, or none",
    (edges) => Array.isArray(edges) && (edges.length === 99 || edges.length === 0),
  ),
};

/** The edges as the numbers that the table reckons with. */
function boundsOf(edges: PercentileEdges, { measure }: RankableFact, table: FactTable): Float64Array {
  if (edges.type !== measure.type || edges.currency !== measure.currency) {
    throw refusal("INVALID_OPTIONS", ["edges"], nameOf(measure), inWords(nameOf(edges)));
  }
  const read = factReader(table.schema.attributes[edges.field]!, zoneOf(table.timeZone));
  let before = Number.NEGATIVE_INFINITY;
  return Float64Array.from(edges.edges, (edge, i) => {
    const bound = read(edge);
    if (typeof bound !== "number" || bound < before) {
      throw refusal("INVALID_OPTIONS", ["edges", "edges", i], "ascending values of the field", edge);
    }
    before = bound;
    return bound;
  });
}

/** How many of the ascending bounds are not above the value. */
function reached(bounds: Float64Array, value: number): number {
  let low = 0;
  let high = bounds.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (bounds[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

const nameOf = ({ type, currency }: FactMeasure): string => (currency === undefined ? type : `${type} in ${currency}`);
