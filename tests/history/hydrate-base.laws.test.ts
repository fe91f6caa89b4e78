import { dehydrateBase, hydrateBase, summarizePurchases } from "clientele/history";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { faultOf } from "../support/fault-of.js";
import { purchases } from "./support/arbitrary-purchases.js";
import { plainBase } from "./support/plain-base.js";

// Seen to fail with the listed customers left out of the JSON.
describe("hydrateBase", () => {
  test("brings back what dehydrateBase took apart, through JSON", () => {
    fc.assert(
      fc.property(purchases, ({ rows, options }) => {
        const base = summarizePurchases(rows, options);
        const dehydrated = dehydrateBase(base);
        const text = JSON.stringify(dehydrated);
        const again = hydrateBase(JSON.parse(text));
        expect(plainBase(again)).toEqual(plainBase(base));
        expect(JSON.stringify(dehydrateBase(again))).toBe(text);
      }),
    );
  });

  const orders = [
    { id: "1", customerId: "ann", at: "2026-01-05", amount: "120.00", currency: "USD" },
    { id: "2", customerId: "ben", at: "2026-01-06", amount: "10.00", currency: "USD" },
    { id: "3", customerId: "ben", at: "2026-01-07", amount: "10.00", currency: "USD", kind: "refund", refundOf: "2" },
    { id: "4", customerId: "ben", at: "2026-01-07", amount: "10.00", currency: "USD", kind: "refund" },
  ] as const;
  const sound = JSON.stringify(
    dehydrateBase(summarizePurchases(orders, { asOf: "2026-02-01", dimensions: ["channel"] })),
  );

  test.each<[string, string, string, string]>([
    ["another kind", '"customer-base"', '"base"', ""],
    ["a later version", '"schemaVersion":1', '"schemaVersion":2', "schemaVersion"],
    ["ids out of order", '["ann","ben"]', '["ben","ann"]', "customerIds.1"],
    ["a count that is none", '"rowsPerCustomer":[1,2,0]', '"rowsPerCustomer":[1,-2,0]', "calendar.rowsPerCustomer.1"],
    ["too few counts", '"rowsPerCustomer":[1,2,0]', '"rowsPerCustomer":[1,2]', "calendar.rowsPerCustomer"],
    ["days out of order", '"days":[20458,20459,20460]', '"days":[20458,20461,20460]', "calendar.days.2"],
    ["half a cent", '"grossMinor":[12000,1000,0]', '"grossMinor":[12000,1000.5,0]', "calendar.columns.grossMinor.1"],
    ["a column that is gone", '"grossMinor":[12000,1000,0],', "", "calendar.columns.grossMinor"],
    ["a value nobody named", '"values":[0,0,0]', '"values":[0,1,0]', "dimensions.0.rows.values.1"],
    ["a refund before its order", "[[20460,1000]]", "[[20458,1000]]", "linked.0.4.0.0"],
    ["an order on a day without one", "[1,20459,1000,0", "[1,20458,1000,0", "linked.0.1"],
    ["an unknown kind of note", '"unlinked-refund"', '"lost"', "setAside.0.0"],
    [
      "a negative gross",
      '"grossMinor":[12000,1000,0]',
      '"grossMinor":[12000,-1000,0]',
      "calendar.columns.grossMinor.1",
    ],
    [
      "a negative refund",
      '"refundedMinor":[0,0,2000]',
      '"refundedMinor":[0,0,-2000]',
      "calendar.columns.refundedMinor.2",
    ],
    ["an unknown key", '"afterAsOf":0', '"afterAsOf":0,"afterAsof":0', "afterAsof"],
    ["an unknown key of rows", '"rowsPerCustomer":[1,2,0]', '"rows":[],"rowsPerCustomer":[1,2,0]', "calendar.rows"],
    ["an unknown column", '"grossMinor":[12000', '"netMinor":[],"grossMinor":[12000', "calendar.columns.netMinor"],
    ["an unknown key of a dimension", '"names":[]', '"names":[],"name":[]', "dimensions.0.name"],
    ["a negative count", '"afterAsOf":0', '"afterAsOf":-1', "afterAsOf"],
  ])("refuses %s", (_, before, after, path) => {
    expect(sound).toContain(before);
    const fault = faultOf(() => hydrateBase(JSON.parse(sound.replace(before, after))));
    expect([fault.code, fault.path.join(".")]).toEqual(["INVALID_BASE", path]);
  });
});
