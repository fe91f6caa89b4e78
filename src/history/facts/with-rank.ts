import { checkOptions, choice } from "../../core/shared.js";
import { ranks } from "../../math/index.js";
import type { FactSchema, FactTable, NumberField } from "../../model/index.js";
import { rankableFact } from "./rankable-fact.js";
import { type SchemaWith, withFacts } from "./with-facts.js";

/** How {@link withRank} counts. */
export interface WithRankOptions {
  /** Whose rank is 1: who has the most (`descending`, default) or the least. */
  readonly order?: "descending" | "ascending" | undefined;
}

/** The field that {@link withRank} adds: `net.rank` for `net`. */
export type RankField<K extends string> = { readonly [N in `${K}.rank`]: NumberField };

/**
 * Adds the rank of every customer by one fact, 1 for the most: `net.rank` for `net`.
 *
 * Ties share the best of their places (1, 2, 2, 4), so "among the best 100" never cuts through a tie. Computed once over the whole table:
 * whatever a segment filters, the rank is that among all. A customer whose value is unknown has no rank.
 * @throws INVALID_OPTIONS, FACT_CANNOT_BE_RANKED, FACT_NAME_TAKEN
 * @example
 * import { withRank } from "clientele/history";
 * import { defineSchema, factTable } from "clientele/model";
 * const schema = defineSchema({ attributes: { net: { type: "money", currency: "EUR" } } });
 * const spent = (customerId: string, net: string) => ({ customerId, attributes: { net } });
 * const facts = factTable(schema, [spent("ann", "80.00"), spent("ben", "20.00"), spent("cai", "80.00")], { asOf: "2026-04-01" });
 * const ranked = withRank(facts, "net");
 * ["ann", "ben", "cai"].map((id) => ranked.get(id)?.attributes["net.rank"]); // => [1, 3, 1]
 * @category Facts
 */
export function withRank<S extends FactSchema, const K extends keyof S["attributes"] & string>(
  table: FactTable<S>,
  field: K,
  options: WithRankOptions = {},
): FactTable<SchemaWith<S, RankField<K>>> {
  checkOptions<WithRankOptions>(options, { order: choice(["descending", "ascending"]) });
  const { order = "descending" } = options;
  const { positions, values } = rankableFact(table as FactTable, field);
  const sign = order === "descending" ? -1 : 1;
  const ranked = ranks(
    values.map((value) => sign * value),
    { ties: "lowest" },
  );
  const column = { values: new Float64Array(table.size), known: new Uint8Array(table.size) };
  positions.forEach((position, i) => {
    column.values[position] = ranked[i]!;
    column.known[position] = 1;
  });
  const name = `${field}.rank` as const;
  return withFacts(table, { [name]: { type: "number" } } as RankField<K>, { [name]: column } as never);
}
