import { readFileSync } from "node:fs";
import { join } from "node:path";
import { formatMinorUnits } from "clientele/core";
import { baseAt, type CustomerBase, concentration, summarizePurchases } from "clientele/history";
import { classifyAbc, segmentMigration } from "clientele/segmentation";
import { expect, test } from "vitest";
import { customerPositions } from "../../src/core/shared.js";
import { onlineRetailSales } from "../history/support/real-purchases.js";
import { describeWithReference } from "../support/reference-data.js";

describeWithReference("the customers of an online shop, as published", "online-retail-uci", (folder) => {
  const { customerBase: expected } = JSON.parse(readFileSync(join(folder, "expected.json"), "utf8"));
  const base = summarizePurchases(onlineRetailSales(join(folder, "invoices.csv")), { asOf: "2011-12-31", scale: 3 });
  const money = (minor: number) => Number(formatMinorUnits(minor, base.scale));

  test("ABC: so many customers and so much sales in each class", () => {
    const { columns, customers } = classifyAbc(base);
    const sales: Record<string, number> = {};
    for (const [row, name] of Array.from(columns.class.values).entries())
      sales[name] = (sales[name] ?? 0) + base.columns.netMinor[row]!;
    const { A: a, B: b, C: c } = expected.abc80_95.customers;
    expect(customers).toEqual({ a, b, c, negative: 0, unknown: 0 });
    expect(["a", "b", "c"].map((name) => money(sales[name]!))).toEqual(
      ["A", "B", "C"].map((name) => Number(expected.abc80_95.sales[name])),
    );
  });

  test("the Gini coefficient", () => {
    const found = concentration(base);
    expect(found.status === "known" && found.value.gini).toBeCloseTo(expected.gini, 12);
  });

  test("the bridge from five months to the next: who was lost, new, returned, up, down, and what that made", () => {
    const { from, to, ...bridge } = expected.periodBridge;
    const [firstDay, lastDay] = from.split("..");
    const [before, first, second] = [dayBefore(firstDay), lastDay, to.split("..")[1]].map((day) => baseAt(base, day));
    const columnOf = (then: CustomerBase) => {
      const places = customerPositions(then.customerIds);
      return Array.from(second!.customerIds, (id) => {
        const place = places.get(id);
        return place === undefined ? 0 : then.columns.netMinor[place]!;
      });
    };
    const [earlier, until, all] = [before!, first!, second!].map(columnOf);
    const spent = all!.map((minor, row) => ({ was: until![row]! - earlier![row]!, is: minor - until![row]! }));
    const { customerIds } = second!;
    const moved = segmentMigration(
      {
        customerIds,
        classes: spent.map(({ was }, row) => (was > 0 ? "bought" : earlier![row]! > 0 ? "had bought" : "had not")),
      },
      { customerIds, classes: spent.map(({ is }) => (is > 0 ? "bought" : "none")) },
    );
    const counted = (before: string, after: string) =>
      moved.cells.find(({ from, to }) => from === before && to === after)?.customers;
    const { lost, up, down, unchanged, returned } = bridge;
    expect([counted("bought", "none"), counted("had not", "bought"), counted("had bought", "bought")]).toEqual([
      lost.customers,
      bridge.new.customers,
      returned.customers,
    ]);
    expect(counted("bought", "bought")).toBe(up.customers + down.customers + unchanged);
    const sum = (takes: (one: (typeof spent)[number], row: number) => boolean) =>
      money(spent.filter(takes).reduce((total, { was, is }) => total + is - was, 0));
    const stayed = ({ was, is }: (typeof spent)[number]) => was > 0 && is > 0;
    expect([
      sum(({ was, is }) => was > 0 && is === 0),
      sum(({ was }, row) => was === 0 && earlier![row] === 0),
      sum(({ was }, row) => was === 0 && earlier![row]! > 0),
      sum((one) => stayed(one) && one.is > one.was),
      sum((one) => stayed(one) && one.is < one.was),
      sum(() => true),
    ]).toEqual(
      [
        lost.sales,
        bridge.new.sales,
        returned.sales,
        up.delta,
        down.delta,
        (Number(bridge.salesTo) - Number(bridge.salesFrom)).toFixed(3),
      ].map(Number),
    );
  });
});

const dayBefore = (day: string): string => new Date(Date.parse(day) - 864e5).toISOString().slice(0, 10);
