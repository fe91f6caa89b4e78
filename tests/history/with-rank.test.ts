import { customerFacts, percentileEdges, withPercentile, withRank } from "clientele/history";
import { customerSchema, defineSchema, factTable } from "clientele/model";
import { describe, expect, test } from "vitest";
import { faultOf } from "../support/fault-of.js";
import { superstoreBase } from "./support/real-purchases.js";

const schema = defineSchema({
  attributes: {
    net: { type: "money", currency: "EUR" },
    orders: { type: "number" },
    last: { type: "day" },
    seen: { type: "instant" },
    any: { type: "money", currency: "*" },
    name: { type: "string" },
  },
});
const tableOf = (nets: readonly (string | null)[]) =>
  factTable(
    schema,
    nets.map((net, i) => ({ customerId: `c${i}`, attributes: { net, orders: i } })),
    { asOf: "2026-04-01" },
  );
const column = (table: { column(field: never): { values: Iterable<unknown>; known: Uint8Array } }, field: string) => {
  const { values, known } = table.column(field as never);
  return [...values].map((value, i) => (known[i] === 1 ? value : undefined));
};

describe("withRank", () => {
  test("counts from the most, ties sharing the best place; an unknown value has no rank", () => {
    const ranked = withRank(tableOf(["5.00", "80.00", null, "80.00", "-1.00"]), "net");
    expect(column(ranked, "net.rank")).toEqual([3, 1, undefined, 1, 4]);
  });

  test("counts from the least, where that is asked for", () => {
    const table = tableOf(["5.00", "80.00", "80.00"]);
    expect(column(withRank(table, "net", { order: "ascending" }), "net.rank")).toEqual([1, 2, 2]);
    expect(faultOf(() => withRank(table, "net", { order: "up" as never })).code).toBe("INVALID_OPTIONS");
  });

  test("takes whatever has an order", () => {
    const rows = [
      { customerId: "ann", attributes: { last: "2026-01-02", seen: "2026-01-02T10:00:00Z" } },
      { customerId: "ben", attributes: { last: "2026-01-03", seen: "2026-01-02T09:00:00Z" } },
    ];
    const table = factTable(schema, rows, { asOf: "2026-04-01" });
    expect(column(withRank(table, "last"), "last.rank")).toEqual([2, 1]);
    expect(column(withRank(table, "seen"), "seen.rank")).toEqual([1, 2]);
    for (const field of ["name", "any", "nett"]) {
      expect(faultOf(() => withRank(table, field as "net")).code).toBe("FACT_CANNOT_BE_RANKED");
    }
    expect(faultOf(() => withRank(withRank(table, "last"), "last")).code).toBe("FACT_NAME_TAKEN");
  });
});

describe("percentiles", () => {
  test("the edge is the least value of the top, ties at it are in, and spend of nothing is left out but placed", () => {
    const nets = ["0", "-3.00", ...Array.from({ length: 10 }, (_, i) => `${i < 8 ? i + 1 : 20}.00`), null];
    const table = tableOf(nets);
    const edges = percentileEdges(table, "net");
    expect([edges.customers, edges.leftOut, edges.edges.length]).toEqual([10, 3, 99]);
    expect([edges.edges[79], edges.edges[89]]).toEqual(["20.00", "20.00"]);
    expect(column(withPercentile(table, edges), "net.percentile")).toEqual([
      1,
      1,
      10,
      20,
      30,
      40,
      50,
      60,
      70,
      80,
      100,
      100,
      undefined,
    ]);
  });

  test("last month's edges stay what they were, as JSON too", () => {
    const edges = percentileEdges(tableOf(["1.00", "2.00", "3.00", "4.00"]), "net");
    const frozen = JSON.parse(JSON.stringify(edges)) as typeof edges;
    expect(column(withPercentile(tableOf(["0.50", "2.50", "9.00"]), frozen), "net.percentile")).toEqual([1, 50, 100]);
  });

  test("nobody, everybody alike, and one", () => {
    const empty = percentileEdges(tableOf([null, "0"]), "net");
    expect([empty.customers, empty.edges]).toEqual([0, []]);
    expect(column(withPercentile(tableOf(["5.00"]), empty), "net.percentile")).toEqual([undefined]);
    const alike = tableOf(["5.00", "5.00", "5.00"]);
    expect(column(withPercentile(alike, percentileEdges(alike, "net")), "net.percentile")).toEqual([100, 100, 100]);
  });

  test("edges of another measure, or broken ones, are refused", () => {
    const table = tableOf(["1.00", "2.00"]);
    const edges = percentileEdges(table, "net");
    const but = (at: number, edge: string) => edges.edges.map((own, i) => (i === at ? edge : own));
    const fault = (wrong: object) => faultOf(() => withPercentile(table, { ...edges, ...wrong }));
    expect(fault({ currency: "USD" })).toMatchObject({ code: "INVALID_OPTIONS", received: "money in USD" });
    expect(fault({ type: "number", currency: undefined }).path).toEqual(["edges"]);
    expect(fault({ edges: ["1.00"] }).path).toEqual(["edges", "edges"]);
    expect(fault({ edges: but(3, "9.00") }).path).toEqual(["edges", "edges", 4]);
    expect(fault({ edges: but(98, "9.001") }).path).toEqual(["edges", "edges", 98]);
  });

  test("Superstore: the top 20 % by net are the 159 customers that the concentration counts", () => {
    const facts = customerFacts(customerSchema("USD", { scale: 4 }), { base: superstoreBase() });
    const placed = column(withPercentile(facts, percentileEdges(facts, "net")), "net.percentile");
    expect(placed.filter((percentile) => Number(percentile) > 80).length).toBe(159);
    const ranked = column(withRank(facts, "net"), "net.rank");
    expect(ranked.filter((rank) => Number(rank) <= 159).length).toBe(159);
  });
});
