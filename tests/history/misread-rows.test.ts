import { dehydrateBase, hydrateBase, summarizePurchases } from "clientele/history";
import type { Transaction } from "clientele/model";
import { describe, expect, test } from "vitest";
import { faultOf } from "../support/fault-of.js";

const order = { id: "1", customerId: "ann", at: "2026-01-05", amount: "10.00", currency: "USD" };
const read = (...rows: readonly object[]) =>
  summarizePurchases(rows as Transaction[], { asOf: "2026-04-01", measures: ["cost"] });

describe("rows that would be misread", () => {
  test("seconds and spreadsheet days are told with how to mend them; one early number among others is let through", () => {
    const at =
      (...numbers: readonly number[]) =>
      () =>
        read(...numbers.map((number, i) => ({ ...order, id: `${i}`, at: number })));
    expect(faultOf(at(1_772_323_200, 1_772_323_300))).toMatchObject({
      code: "INVALID_INSTANT",
      path: [0, "at"],
      hint: "These look like seconds: multiply them by 1000",
    });
    expect(faultOf(at(45_384)).hint).toContain("spreadsheet");
    expect(at(1_772_323_200, 1_767_571_200_000)().totals.customers.orders).toBe(2);
    expect(at(Date.UTC(1990, 0, 1))().totals.customers.orders).toBe(1);
    expect(faultOf(at(Date.UTC(1990, 0, 1) - 1)).code).toBe("INVALID_INSTANT");
    // Milliseconds of other years are neither: a hint about seconds would lead nowhere.
    for (const year of [1965, 1985]) expect(faultOf(at(Date.UTC(year, 0, 1))).hint).toBeUndefined();
  });

  test("a refund that states no cost leaves the cost unstated", () => {
    const refund = { ...order, id: "r", kind: "refund", refundOf: "1", at: "2026-02-01" };
    const open = read({ ...order, cost: "6.00" }, refund);
    expect(Array.from(open.calendar.unstated.cost!)).toEqual([0, 1]);
    const told = read({ ...order, cost: "6.00" }, { ...refund, cost: "6.00" });
    expect([Array.from(told.calendar.unstated.cost!), Array.from(told.calendar.measures.cost!)]).toEqual([
      [0, 0],
      [600, -600],
    ]);
    expect(hydrateBase(JSON.parse(JSON.stringify(dehydrateBase(open)))).size).toBe(1);
  });

  test("an amount beside the value is right in every base, whether it is read or not", () => {
    for (const name of ["discount", "cost", "tax", "shipping", "paidWithPoints", "paidWithGiftCard"]) {
      const plain = () => summarizePurchases([{ ...order, [name]: "-5.00" }], { asOf: "2026-04-01" });
      expect(faultOf(plain)).toMatchObject({ code: "NEGATIVE_AMOUNT", path: [0, name] });
      expect(faultOf(plain).hint).toBe('Write it without the sign: "5.00"');
    }
  });
});
