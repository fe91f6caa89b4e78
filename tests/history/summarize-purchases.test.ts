import { baseAt, summarizePurchases } from "clientele/history";
import type { Transaction } from "clientele/model";
import { describe, expect, test } from "vitest";
import { faultOf } from "../support/fault-of.js";

const options = { asOf: "2026-04-01" } as const;
let made = 0;
const order = (fields: Partial<Transaction> = {}): Transaction => ({
  id: `o${made++}`,
  customerId: "ann",
  at: "2026-01-05",
  amount: "10.00",
  currency: "USD",
  ...fields,
});
const refund = (fields: Partial<Transaction> = {}): Transaction =>
  order({ kind: "refund", at: "2026-02-01", ...fields });

describe("an empty or small base", () => {
  test("nothing read is a base of nobody, in no currency", () => {
    const base = summarizePurchases([], options);
    expect([base.size, base.currency, base.scale, base.asOf]).toEqual([0, "XXX", 2, "2026-04-01T23:59:59.999Z"]);
    expect([...base]).toEqual([]);
    expect(base.totals.customers).toEqual({ orders: 0, refunds: 0, gross: "0.00", refunded: "0.00", net: "0.00" });
  });

  test("guests alone make totals and no customer", () => {
    const base = summarizePurchases([order({ customerId: null }), order({ customerId: null, amount: 5 })], options);
    expect(base.size).toBe(0);
    expect(base.totals.anonymous).toEqual({ orders: 2, refunds: 0, gross: "15.00", refunded: "0.00", net: "15.00" });
    expect(base.ignored.anonymous).toBe(2);
    expect(base.calendar.days.length).toBe(0);
  });

  test("prospects are customers without a purchase, at every cut", () => {
    const base = summarizePurchases([order()], { ...options, customerIds: ["zoe", "ann"] });
    expect(baseAt(base, "2025-12-31").get("zoe")).toEqual({
      customerId: "zoe",
      orders: 0,
      purchaseDays: 0,
      firstPurchase: null,
      lastPurchase: null,
      daysSinceLast: null,
      gross: "0.00",
      refunded: "0.00",
      net: "0.00",
    });
    expect(base.warnings).toEqual([]);
  });

  test("20 customers stand in code-unit order", () => {
    const ids = Array.from({ length: 20 }, (_, i) => String(i));
    const base = summarizePurchases(
      ids.map((customerId) => order({ customerId })),
      options,
    );
    expect(base.customerIds).toEqual([...ids].sort());
    expect(base.at(2).customerId).toBe("10");
    expect(() => base.at(20)).toThrow(/INDEX_OUT_OF_RANGE/);
    expect(base.get("nobody")).toBeUndefined();
  });
});

describe("refunds", () => {
  test("a full refund undoes the purchase from its day on, and only then", () => {
    const rows = [
      order({ id: "A" }),
      refund({ id: "R1", refundOf: "A", amount: 4 }),
      refund({ id: "R2", refundOf: "A", amount: 6 }),
    ];
    const base = summarizePurchases(rows.reverse(), options);
    expect(base.at(0)).toMatchObject({
      orders: 0,
      firstPurchase: null,
      gross: "10.00",
      refunded: "10.00",
      net: "0.00",
    });
    expect(base.warnings).toEqual([{ code: "history.net-not-positive", params: { customers: 1 } }]);
    expect(baseAt(base, "2026-01-31").at(0)).toMatchObject({ orders: 1, firstPurchase: "2026-01-05", net: "10.00" });
  });

  test("a refund without its order lowers net on its own day and is counted", () => {
    const base = summarizePurchases([refund({ refundOf: "lost" }), refund({ amount: 2.5 })], options);
    expect(base.at(0)).toMatchObject({ orders: 0, net: "-12.50" });
    expect(base.warnings[0]).toEqual({
      code: "history.unlinked-refund",
      params: { refunds: 2, amount: { amount: "12.50", currency: "USD" } },
    });
  });

  test("a refund dated before its order's day has no order", () => {
    const base = summarizePurchases([order({ id: "A", at: "2026-02-02" }), refund({ refundOf: "A" })], options);
    expect(base.at(0)).toMatchObject({ orders: 1, net: "0.00" });
    expect(base.warnings[0]?.code).toBe("history.unlinked-refund");
  });

  test("more may be given back than was paid; it is never clamped", () => {
    const base = summarizePurchases([order({ id: "A" }), refund({ refundOf: "A", amount: "12.00" })], options);
    expect(base.at(0)).toMatchObject({ orders: 0, net: "-2.00" });
    expect(base.warnings[0]).toEqual({
      code: "history.refunded-beyond-order",
      params: { orders: 1, amount: { amount: "2.00", currency: "USD" } },
    });
  });

  test("follow their order: to its customer, or out with it", () => {
    const rows = [
      order({ id: "A", customerId: "ben" }),
      refund({ refundOf: "A" }),
      order({ id: "T", status: "test" }),
      refund({ refundOf: "T" }),
      order({ id: "S", tags: ["staff"] }),
      refund({ refundOf: "S" }),
    ];
    const base = summarizePurchases(rows, { ...options, exclude: [{ reason: "staff", tags: ["staff"] }] });
    expect(base.customerIds).toEqual(["ben"]);
    expect(base.ignored).toEqual({ afterAsOf: 0, anonymous: 0, notCompleted: 2, excluded: 2 });
    expect(base.warnings.map(({ code }) => code)).toEqual([
      "history.excluded",
      "history.refund-of-another-customer",
      "history.net-not-positive",
    ]);
  });

  test("follow the earliest record of an order that was left out, whatever the order of the rows", () => {
    const rows = [
      order({ id: "A", at: "2026-01-02", status: "pending" }),
      order({ id: "A", at: "2026-03-02", tags: ["staff"] }),
      refund({ refundOf: "A" }),
    ];
    for (const read of [rows, [...rows].reverse()]) {
      const base = summarizePurchases(read, { ...options, exclude: [{ reason: "staff", tags: ["staff"] }] });
      expect(base.ignored).toEqual({ afterAsOf: 0, anonymous: 0, notCompleted: 2, excluded: 1 });
    }
  });

  test("can be refused or ignored", () => {
    const rows = [order({ id: "A" }), refund({ refundOf: "A" })];
    expect(faultOf(() => summarizePurchases(rows, { ...options, refunds: "refuse" }))).toMatchObject({
      code: "REFUND_REFUSED",
      path: [1, "kind"],
    });
    const base = summarizePurchases(rows, { ...options, refunds: "ignore" });
    expect(base.at(0).net).toBe("10.00");
    expect(base.warnings).toEqual([{ code: "history.refunds-ignored", params: { refunds: 1 } }]);
  });
});

describe("currencies", () => {
  test("mixed currencies are refused with the whole list", () => {
    const rows = [
      order(),
      order({ currency: "EUR", amount: "7.50" }),
      order({ currency: "JPY", amount: 300 }),
      order(),
    ];
    const fault = faultOf(() => summarizePurchases(rows, options));
    expect(fault).toMatchObject({
      code: "MIXED_CURRENCIES",
      path: [1, "currency"],
      received: "1 row, 7.50 EUR; 1 row, 300 JPY; 2 rows, 20.00 USD",
    });
    expect(fault.issues?.length).toBe(3);
  });

  test("with rates, partial refunds of a converted order leave exactly nothing", () => {
    const eur = { currency: "EUR" } as const;
    const rows = [
      order({ id: "A", amount: "1.00", ...eur }),
      refund({ refundOf: "A", amount: "0.33", ...eur }),
      refund({ refundOf: "A", amount: "0.33", ...eur }),
      refund({ refundOf: "A", amount: "0.34", ...eur }),
    ];
    const base = summarizePurchases(rows, { ...options, currency: "USD", rates: () => "1.11" });
    expect(base.at(0)).toMatchObject({ gross: "1.11", refunded: "1.11", net: "0.00", orders: 0 });
  });

  test("a transaction without a rate is set aside, and so is its refund", () => {
    const eur = { currency: "EUR" } as const;
    const rows = [order(), order({ id: "A", ...eur }), refund({ refundOf: "A", ...eur })];
    const base = summarizePurchases(rows, { ...options, currency: "USD", rates: () => null });
    expect(base.at(0).net).toBe("10.00");
    expect(base.warnings).toEqual([{ code: "history.no-exchange-rate", params: { currency: "EUR", transactions: 2 } }]);
  });

  test("a refund in another currency than its order is a fault", () => {
    const rows = [order({ id: "A" }), refund({ refundOf: "A", currency: "EUR" })];
    const read = () => summarizePurchases(rows, { ...options, currency: "USD", rates: () => "1.1" });
    expect(faultOf(read).code).toBe("REFUND_IN_OTHER_CURRENCY");
  });
});

describe("what cannot be read", () => {
  test.each<[string, unknown, string, (string | number)[]]>([
    ["no object", null, "INVALID_RECORD", [1]],
    ["no id", order({ id: "" }), "INVALID_ID", [1, "id"]],
    ["a number as customer", { ...order(), customerId: 7 }, "INVALID_ID", [1, "customerId"]],
    ["a misspelt field", { ...order(), customerId: undefined, customer_id: "ann" }, "MISSING_FIELD", [1, "customerId"]],
    ["a moment without offset", order({ at: "2026-01-05T10:00" }), "INVALID_INSTANT", [1, "at"]],
    ["a negative amount", order({ amount: "-1.00" }), "NEGATIVE_AMOUNT", [1, "amount"]],
    ["a finer amount", order({ amount: "1.005" }), "AMOUNT_TOO_FINE", [1, "amount"]],
    ["a lower-case currency", order({ currency: "usd" }), "INVALID_CURRENCY", [1, "currency"]],
    ["an unknown status", { ...order(), status: "paid" }, "INVALID_CHOICE", [1, "status"]],
    ["an unknown kind", { ...order(), kind: "return" }, "INVALID_CHOICE", [1, "kind"]],
    ["a purchase that refunds", order({ refundOf: "o1" }), "REFUND_OF_A_PURCHASE", [1, "kind"]],
    ["an id twice", order({ id: "first" }), "DUPLICATE_TRANSACTION", [1, "id"]],
  ])("%s is a fault with its row and field", (_, row, code, path) => {
    const fault = faultOf(() => summarizePurchases([order({ id: "first" }), row as Transaction], options));
    expect([fault.code, fault.path]).toEqual([code, path]);
  });

  test("the first faulty row is told, whatever comes after it", () => {
    const later = order({ id: "b", at: "2027-01-01" });
    const rows = [order({ id: "a" }), later, order({ id: "b" }), order({ id: "a" }), order({ id: "b" })];
    const faultAt = (broken: number) => {
      const read = [...rows.slice(0, broken), order({ amount: "-1.00" }), ...rows.slice(broken)];
      return faultOf(() => summarizePurchases(read, options));
    };
    expect(faultOf(() => summarizePurchases(rows, options)).path).toEqual([3, "id"]);
    expect([faultAt(3).code, faultAt(3).path]).toEqual(["NEGATIVE_AMOUNT", [3, "amount"]]);
    expect([faultAt(4).code, faultAt(4).path]).toEqual(["DUPLICATE_TRANSACTION", [3, "id"]]);
  });

  test("nothing but the date of a later record is looked at", () => {
    const later = { at: "2026-04-02", amount: "nonsense", currency: 1 } as unknown as Transaction;
    expect(summarizePurchases([order(), later], options).ignored.afterAsOf).toBe(1);
  });

  test("options are checked all at once", () => {
    const wrong = { asOf: "2026-04-01", timezone: "UTC", refunds: "maybe", measures: ["profit"], rates: () => "1" };
    const fault = faultOf(() => summarizePurchases([], wrong as never));
    expect(fault.issues?.map((issue) => issue.path.join("."))).toEqual([
      "timezone",
      "refunds",
      "measures.0",
      "currency",
    ]);
    expect(fault.hint).toBe('Did you mean "timeZone"?');
  });

  test("aliases that go round in circles are refused", () => {
    expect(faultOf(() => summarizePurchases([], { ...options, aliases: { a: "b", b: "a" } })).code).toBe(
      "CIRCULAR_ALIAS",
    );
  });

  test("a cut after asOf is refused: nothing was read until then", () => {
    const base = summarizePurchases([order()], { asOf: "2026-04-01T12:00:00Z" });
    expect(faultOf(() => baseAt(base, "2026-04-01")).code).toBe("DAY_AFTER_AS_OF");
  });
});

describe("size", () => {
  const huge = "90000000000000.00"; // 9e15 cents, below 2^53
  test("totals pass 2^53 exactly", () => {
    const rows = ["a", "b", "c"].map((customerId) => order({ customerId, amount: huge }));
    rows.push(order({ customerId: "d", amount: "0.01" }));
    expect(summarizePurchases(rows, options).totals.customers.net).toBe("270000000000000.01");
  });

  test("one customer's sum may not: it would lose cents", () => {
    const read = () => summarizePurchases([order({ amount: huge }), order({ amount: huge })], options);
    expect(faultOf(read)).toMatchObject({ code: "AMOUNT_OUT_OF_RANGE", path: ["customers", "ann"] });
    const guests = ["2026-01-01", "2026-01-02"].map((at) => order({ at, amount: huge, customerId: null }));
    expect(summarizePurchases(guests, options).totals.anonymous.net).toBe("180000000000000.00");
  });
});
