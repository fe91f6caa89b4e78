import { describe, expect, it } from "vitest";
import { customerTable } from "../../src/core/index.js";
import { customerPositions } from "../../src/core/shared.js";
import { faultOf } from "../support/fault-of.js";

const customerIds = ["ann", "__proto__", "ben"];
const columns = { orders: Int32Array.of(3, 1, 2) };
const table = customerTable({
  customerIds,
  columns,
  row: (at) => ({ customerId: customerIds[at] as string, orders: columns.orders[at] as number }),
});

describe("customerTable", () => {
  it("gives rows by position, by id and one after the other", () => {
    expect(table.size).toBe(3);
    expect(table.at(2)).toEqual({ customerId: "ben", orders: 2 });
    expect(table.get("__proto__")).toEqual({ customerId: "__proto__", orders: 1 });
    expect([...table].map((row) => row.customerId)).toEqual(customerIds);
    expect([...table]).toHaveLength(3);
  });

  it("knows nobody by another id", () => {
    expect(table.get("toString")).toBeUndefined();
    expect(table.get("")).toBeUndefined();
  });

  it("builds rows only when they are asked for", () => {
    const built: number[] = [];
    const counted = customerTable({ customerIds, columns, row: (at) => built.push(at) });
    expect(built).toEqual([]);
    counted.get("ben");
    for (const _ of counted) break;
    expect(built).toEqual([2, 0]);
  });

  it.each([-1, 3, 1.5, Number.NaN, "1", undefined])("refuses the position %j", (index) => {
    expect(faultOf(() => table.at(index as number))).toMatchObject({
      code: "INDEX_OUT_OF_RANGE",
      path: ["index"],
      expected: "a whole number from 0 to 2",
    });
  });

  it("may be empty, and says so", () => {
    const empty = customerTable({ customerIds: [], columns: {}, row: () => "never" });
    expect([...empty]).toEqual([]);
    expect(empty.get("ann")).toBeUndefined();
    expect(faultOf(() => empty.at(0)).expected).toBe("no index: the table is empty");
  });

  it("carries the definition and the warnings it was made with", () => {
    const definition = { kind: "scorecard", id: "vip", version: 3 };
    const warnings = [{ code: "shop.late", params: {} }];
    expect(customerTable({ customerIds, columns, row: String, definition, warnings })).toMatchObject({
      definition,
      warnings,
    });
    expect(table.warnings).toEqual([]);
    expect(Object.hasOwn(table, "definition")).toBe(false);
  });
});

describe("customerPositions", () => {
  it("is made once per id column, so that the tables of one base share it", () => {
    expect(customerPositions(customerIds)).toBe(customerPositions(customerIds));
    expect(customerPositions([...customerIds])).not.toBe(customerPositions(customerIds));
    expect([...customerPositions(customerIds)]).toEqual([
      ["ann", 0],
      ["__proto__", 1],
      ["ben", 2],
    ]);
  });
});
