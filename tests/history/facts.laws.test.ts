import {
  customerFacts,
  percentileEdges,
  summarizePurchases,
  withFacts,
  withPercentile,
  withRank,
} from "clientele/history";
import { defineSchema, type FactTable, factTable } from "clientele/model";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayAfterStart, LAST_DAY, shopTransactions } from "./support/arbitrary-shop.js";

const schema = defineSchema({
  attributes: {
    country: { type: "string" },
    tags: { type: "strings" },
    orders: { type: "number" },
    lastPurchase: { type: "day" },
    net: { type: "money", currency: "USD" },
  },
  collections: { interaction: { timed: true, fields: { kind: { type: "string" }, channel: { type: "string" } } } },
});
const ids = ["ann", "ben", "cai", "__proto__", "éva"] as const;
const asOf = dayAfterStart(30);

const customers = fc.uniqueArray(
  fc.record(
    {
      id: fc.constantFrom(...ids),
      country: fc.constantFrom("DE", "FR", null, 7 as never),
      tags: fc.constantFrom(["vip"], [] as string[], "vip" as never),
      orders: fc.constantFrom(3, "3" as never),
    },
    { requiredKeys: ["id"] },
  ),
  { selector: ({ id }) => id },
);
const interactions = fc
  .array(
    fc.record({
      customerId: fc.constantFrom(...ids, null),
      // Equal instants, some of them after asOf.
      at: fc.constantFrom(
        dayAfterStart(1),
        dayAfterStart(1),
        `${dayAfterStart(30)}T23:59:59.999Z`,
        dayAfterStart(31),
        dayAfterStart(50),
      ),
      kind: fc.constantFrom("call", "visit"),
    }),
    { maxLength: 12 },
  )
  .map((rows) => rows.map((row, i) => ({ ...row, id: `i${i}` })));
const shuffled = <T>(rows: readonly T[]): fc.Arbitrary<T[]> =>
  fc.shuffledSubarray([...rows], { minLength: rows.length });

/** Everything a table tells, by customer. */
const told = (table: FactTable): unknown =>
  Object.fromEntries([...table.customerIds].map((id, i) => [id, table.at(i)]));

describe("customerFacts", () => {
  // Seen to fail when a customer gets another one's record, and when items later than asOf are kept.
  test("tells each customer the plain facts it was made of", () => {
    fc.assert(
      fc.property(customers, interactions, (records, items) => {
        const facts = customerFacts(schema, { asOf, customers: records, collections: { interaction: items } });
        const plain = records.map(({ id, ...attributes }) => ({
          customerId: id,
          attributes,
          collections: {
            interaction: items.filter(
              ({ customerId, at }) => customerId === id && Date.parse(at) <= Date.parse(facts.asOf),
            ),
          },
        }));
        expect([...facts.customerIds]).toEqual(records.map(({ id }) => id));
        expect(told(facts)).toEqual(told(factTable(schema, plain as never, { asOf })));
      }),
    );
  });

  test("tells of the base what its rows tell", () => {
    fc.assert(
      fc.property(shopTransactions, (rows) => {
        const base = summarizePurchases(rows, { asOf: dayAfterStart(LAST_DAY), currency: "USD", customerIds: ["zoe"] });
        const facts = customerFacts(schema, { base });
        for (const { customerId, orders, net, lastPurchase } of base) {
          const bought = lastPurchase === null ? {} : { lastPurchase };
          expect(facts.get(customerId)?.attributes).toEqual({ orders, net, ...bought });
        }
      }),
    );
  });

  test("does not see the order of records, nor what came after asOf", () => {
    const met = { late: 0, ties: 0 };
    fc.assert(
      fc.property(
        shopTransactions,
        fc
          .tuple(customers, interactions)
          .chain(([a, b]) => fc.tuple(fc.constant(a), fc.constant(b), shuffled(a), shuffled(b))),
        (rows, [records, items, otherRecords, otherItems]) => {
          const base = summarizePurchases(rows, { asOf, currency: "USD", customerIds: ids });
          const facts = customerFacts(schema, { base, customers: records, collections: { interaction: items } });
          const again = customerFacts(schema, {
            base,
            customers: otherRecords,
            collections: { interaction: otherItems },
          });
          expect(told(again)).toEqual(told(facts));
          expect(again.warnings).toEqual(facts.warnings);
          const earlier = items.filter(({ at }) => Date.parse(at) <= Date.parse(facts.asOf));
          expect(
            told(customerFacts(schema, { base, customers: records, collections: { interaction: earlier } })),
          ).toEqual(told(facts));
          if (earlier.length < items.length) met.late++;
          if (new Set(earlier.map(({ at, customerId }) => `${at}${customerId}`)).size < earlier.length) met.ties++;
        },
      ),
    );
    expect(Math.min(...Object.values(met))).toBeGreaterThan(0);
  });
});

const numbers = fc.array(
  fc.option(fc.oneof(fc.integer({ min: -3, max: 5 }), fc.double({ noNaN: true, noDefaultInfinity: true })), {
    nil: null,
  }),
  { maxLength: 150, size: "max" },
);
const scores = defineSchema({ attributes: { score: { type: "number" } } });
const tableOf = (values: readonly (number | null)[]) =>
  factTable(
    scores,
    values.map((score, i) => ({ customerId: `c${i}`, attributes: { score } })),
    { asOf },
  );
const columnOf = (table: FactTable, name: string): (number | null)[] => {
  const { values, known } = table.column(name);
  return Array.from(values as Float64Array, (value, i) => (known[i] === 1 ? value : null));
};

describe("facts that are joined", () => {
  test("twice equals once with both", () => {
    fc.assert(
      fc.property(numbers, numbers, (first, second) => {
        const size = Math.min(first.length, second.length);
        const table = tableOf(first.slice(0, size));
        const a = { a: { type: "number" } } as const;
        const b = { b: { type: "number" } } as const;
        const [as, bs] = [{ a: first.slice(0, size) }, { b: second.slice(0, size) }];
        const twice = withFacts(withFacts(table, a, as), b, bs);
        const once = withFacts(table, { ...a, ...b }, { ...as, ...bs });
        expect(told(twice)).toEqual(told(once));
        expect(twice.schema).toEqual(once.schema);
      }),
    );
  });

  // Seen to fail when ranks count ties apart, and when an edge is taken one place too early.
  test("ranks and percentiles equal counting", () => {
    const met = { ties: 0, many: 0, unknown: 0 };
    fc.assert(
      fc.property(numbers, (values) => {
        const table = tableOf(values);
        const known = values.filter((value) => value !== null);
        const edges = percentileEdges(table, "score");
        const ranked = withPercentile(withRank(table, "score"), edges);
        expect(columnOf(ranked, "score.rank")).toEqual(
          values.map((value) => (value === null ? null : 1 + known.filter((other) => other > value).length)),
        );
        expect(columnOf(ranked, "score.percentile")).toEqual(
          values.map((value) => {
            const notAbove = known.filter((other) => value !== null && other <= value).length;
            return value === null ? null : Math.ceil((100 * notAbove) / known.length);
          }),
        );
        for (const share of [1, 10, 20, 50]) {
          const top = columnOf(ranked, "score.percentile").filter(
            (percentile) => percentile !== null && percentile > 100 - share,
          );
          const best = columnOf(ranked, "score.rank").filter(
            (rank) => rank !== null && rank <= Math.ceil((share * known.length) / 100),
          );
          expect(top.length).toBe(best.length);
        }
        if (new Set(known).size < known.length) met.ties++;
        if (known.length > 100) met.many++;
        if (known.length < values.length) met.unknown++;
      }),
    );
    expect(Math.min(...Object.values(met))).toBeGreaterThan(0);
  });
});
