import type { Column } from "../../core/index.js";
import { checkOptions, listOf, refusal, requireList, text, whole } from "../../core/shared.js";
import { wilsonInterval } from "../../math/index.js";
import type { FactSchema, FactTable } from "../../model/index.js";
import { requireFactTable } from "../../model/shared.js";

/** A value that is more frequent among some customers than among all. */
export interface OverrepresentedTrait {
  readonly field: string;
  readonly value: string;
  /** Of the members who state the field. */
  readonly share: number;
  /** Of all customers who state it. */
  readonly baseShare: number;
  /** share / baseShare. */
  readonly index: number;
  /** Members with the value. */
  readonly customers: number;
  /** Wilson, 95 %, of the share. */
  readonly interval: readonly [lower: number, upper: number];
}

/** Which traits are looked at. */
export interface OverrepresentedTraitsOptions<S extends FactSchema> {
  /** Default: every attribute that is a text, a truth value or a list of texts. */
  readonly fields?: readonly (keyof S["attributes"] & string)[] | undefined;
  /** The fewest members with a value; default 5. */
  readonly minCustomers?: number | undefined;
}

/**
 * What is special about some customers, such as the best ones: values that they have clearly more often than the rest of the base.
 *
 * Only values whose whole 95 % interval (Wilson 1927) lies above the base's share; highest index first. An association with its evidence, not
 * a cause; who looks at many fields finds some by chance.
 * @throws INVALID_OPTIONS
 * @example
 * import { defineSchema, factTable } from "clientele/model";
 * import { overrepresentedTraits } from "clientele/segmentation";
 * const schema = defineSchema({ attributes: { city: { type: "string" } } });
 * const rows = Array.from({ length: 60 }, (_, i) => ({ customerId: `c${i}`, attributes: { city: i < 20 ? "Kyiv" : "Lviv" } }));
 * const best = rows.slice(0, 10).map(({ customerId }) => customerId);
 * overrepresentedTraits(factTable(schema, rows, { asOf: "2026-04-01" }), best).map(({ value, index }) => [value, index]); // => [["Kyiv", 3]]
 * @category Classes
 */
export function overrepresentedTraits<S extends FactSchema>(
  facts: FactTable<S>,
  members: Column<string>,
  options: OverrepresentedTraitsOptions<S> = {},
): readonly OverrepresentedTrait[] {
  requireFactTable(facts);
  checkOptions<OverrepresentedTraitsOptions<S>>(options, { fields: listOf(text), minCustomers: whole({ from: 1 }) });
  requireList(members, "members");
  const { attributes } = facts.schema;
  const named = Object.keys(attributes).filter((name) =>
    ["string", "boolean", "strings"].includes(attributes[name]!.type),
  );
  const { fields = named, minCustomers = 5 } = options;
  for (const [at, field] of fields.entries()) {
    if (!named.includes(field)) throw refusal("INVALID_OPTIONS", ["fields", at], `one of ${named.join(", ")}`, field);
  }
  const chosen = new Set(members);
  const found: OverrepresentedTrait[] = [];
  for (const field of fields) {
    const all = new Map<string, number>();
    const own = new Map<string, number>();
    let [stated, mine] = [0, 0];
    for (let index = 0; index < facts.size; index++) {
      const value = (facts.at(index).attributes as Readonly<Record<string, unknown>>)[field];
      if (value === undefined || value === null) continue;
      const inside = chosen.has(facts.customerIds[index]!);
      stated++;
      if (inside) mine++;
      for (const name of new Set(Array.isArray(value) ? value : [value])) {
        all.set(String(name), (all.get(String(name)) ?? 0) + 1);
        if (inside) own.set(String(name), (own.get(String(name)) ?? 0) + 1);
      }
    }
    for (const [value, customers] of own) {
      const baseShare = all.get(value)! / stated;
      const share = customers / mine;
      const interval = wilsonInterval(customers, mine);
      if (customers >= minCustomers && interval[0] > baseShare) {
        found.push({ field, value, share, baseShare, index: share / baseShare, customers, interval });
      }
    }
  }
  return found.sort((a, b) => b.index - a.index || b.customers - a.customers || (a.value < b.value ? -1 : 1));
}
