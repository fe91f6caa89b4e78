import { customerFacts, summarizePurchases } from "clientele/history";
import { type Customer, customerSchema, defineSchema, type Transaction } from "clientele/model";
import { describe, expect, test } from "vitest";
import { faultOf } from "../support/fault-of.js";

const asOf = "2026-04-01";
const order = (id: string, customerId: string | null, at: string, amount = "10.00"): Transaction => ({
  id,
  customerId,
  at,
  amount,
  currency: "EUR",
});
const base = summarizePurchases(
  [
    order("1", "ann", "2026-01-05", "80.00"),
    order("2", "ann", "2026-03-02"),
    order("3", "ben", "2026-02-01"),
    order("4", null, "2026-02-01"),
  ],
  { asOf, customerIds: ["zoe"] },
);
const schema = customerSchema("EUR");

describe("what the base tells", () => {
  const facts = customerFacts(schema, { base });

  test("is there for every customer, and a prospect has bought nothing and never", () => {
    expect([...facts.customerIds]).toEqual(["ann", "ben", "zoe"]);
    expect(facts.customerIds).toBe(base.customerIds);
    expect(facts.get("ann")?.attributes).toEqual({
      ...{ orders: 2, purchaseDays: 2, firstPurchase: "2026-01-05", lastPurchase: "2026-03-02", daysSinceLast: 30 },
      ...{ gross: "90.00", refunded: "0.00", net: "90.00" },
    });
    expect(facts.get("zoe")?.attributes).toEqual({
      orders: 0,
      purchaseDays: 0,
      gross: "0.00",
      refunded: "0.00",
      net: "0.00",
    });
  });

  test("stands in typed columns, with the base's frame", () => {
    expect([facts.asOf, facts.timeZone]).toEqual([base.asOf, "UTC"]);
    expect(facts.column("net")).toMatchObject({
      type: "money",
      currency: "EUR",
      scale: 2,
      values: Float64Array.of(9000, 1000, 0),
    });
    expect(facts.column("lastPurchase")).toMatchObject({ type: "day", known: Uint8Array.of(1, 1, 0) });
    expect(facts.column("country").known).toEqual(new Uint8Array(3));
  });

  test("nothing of the other parts is known: not zero, not none", () => {
    for (const name of ["order", "interaction", "feedback", "case", "contract"] as const) {
      const { offsets, knownSince } = facts.collection(name);
      expect([[...offsets], [...(knownSince ?? [])]]).toEqual([[0, 0, 0, 0], Array(3).fill(Number.POSITIVE_INFINITY)]);
    }
    expect(facts.warnings).toEqual([]);
  });

  test("fits a field of any currency, a finer scale, and no other currency, scale or type", () => {
    const netAs = (field: object) =>
      customerFacts(defineSchema({ attributes: { net: { type: "money", ...field } as never } }), { base });
    expect(netAs({ currency: "*" }).at(0).attributes).toEqual({ net: { amount: "90.00", currency: "EUR" } });
    expect(netAs({ currency: "EUR", scale: 4 }).at(0).attributes).toEqual({ net: "90.0000" });
    expect(faultOf(() => netAs({ currency: "USD" }))).toMatchObject({
      code: "INVALID_FACT_PARTS",
      path: ["schema", "attributes", "net", "currency"],
    });
    const fine = summarizePurchases([order("1", "ann", "2026-01-05", "1.2345")], { asOf, scale: 4 });
    expect(faultOf(() => customerFacts(schema, { base: fine }))).toMatchObject({
      path: ["schema", "attributes", "gross", "scale"],
      hint: "Declare the field with scale: 4",
    });
    const wrong = defineSchema({ attributes: { orders: { type: "string" } } });
    expect(faultOf(() => customerFacts(wrong, { base })).path).toEqual(["schema", "attributes", "orders", "type"]);
    const large = summarizePurchases([order("1", "ann", "2026-01-05", "90071992547409.91")], { asOf });
    const finest = defineSchema({ attributes: { net: { type: "money", currency: "EUR", scale: 4 } } });
    expect(customerFacts(finest, { base: large }).column("net").faults?.get(0)).toBe("90071992547409.91");
  });
});

describe("the frame", () => {
  test("is the base's; a stated one must agree", () => {
    expect(customerFacts(schema, { base, asOf, timeZone: "UTC" }).asOf).toBe("2026-04-01T23:59:59.999Z");
    expect(faultOf(() => customerFacts(schema, { base, asOf: "2026-03-01" }))).toMatchObject({
      code: "FRAME_MISMATCH",
      path: ["asOf"],
      hint: "Cut the base with baseAt first",
    });
    expect(faultOf(() => customerFacts(schema, { base, timeZone: "Asia/Shanghai" })).path).toEqual(["timeZone"]);
  });

  test("is stated where there is no base", () => {
    const facts = customerFacts(schema, { asOf, timeZone: "Asia/Shanghai" });
    expect([facts.asOf, facts.timeZone, facts.size]).toEqual(["2026-04-01T15:59:59.999Z", "Asia/Shanghai", 0]);
    expect(faultOf(() => customerFacts(schema, {} as never)).code).toBe("INVALID_INSTANT");
  });
});

describe("what records tell", () => {
  const customer: Customer = {
    id: "ann",
    since: "2025-06-01T08:00:00Z",
    birthday: { calendar: "chinese", month: 8, day: 15 },
    address: { country: "DE", city: "Köln" },
    language: "de",
    contactPoints: [
      { channel: "email", value: "a@b.example" },
      { channel: "phone", value: "1", preferred: true },
    ],
    tags: ["vip"],
    attributes: { shoeSize: 38, __proto__: null as never },
  };

  test("a customer's record, its host's fields, and plain attributes", () => {
    const own = defineSchema({ ...schema, attributes: { ...schema.attributes, shoeSize: { type: "number" } } });
    const facts = customerFacts(own, {
      asOf,
      customers: [customer, { id: "ben", country: "FR", shoeSize: 43, orders: 7 }],
    });
    expect(facts.get("ann")?.attributes).toEqual({
      signedUpAt: "2025-06-01T08:00:00.000Z",
      birthday: { calendar: "chinese", month: 8, day: 15 },
      ...{ country: "DE", city: "Köln", language: "de", channel: "phone", tags: ["vip"], shoeSize: 38 },
    });
    expect(facts.get("ben")?.attributes).toEqual({ country: "FR", shoeSize: 43, orders: 7 });
  });

  test("the base decides what it tells, and whose rows there are", () => {
    const facts = customerFacts(schema, {
      base,
      customers: [
        { id: "ben", orders: 99 },
        { id: "cai", country: "FR" },
      ],
    });
    expect(facts.get("ben")?.attributes.orders).toBe(1);
    expect(facts.get("cai")).toBeUndefined();
    expect(facts.warnings).toEqual([{ code: "history.facts-of-others", params: { records: 1 } }]);
  });

  test("an unusable value is a fault of its cell", () => {
    const facts = customerFacts(schema, { asOf, customers: [{ id: "ann", signedUpAt: "soon" }] });
    expect(facts.column("signedUpAt").faults?.get(0)).toBe("soon");
  });

  test("a cancelled contract does not renew, and a score on a scale without width has no share", () => {
    const contract = { customerId: "ann", start: "2026-01-31", end: "2026-12-31" };
    const cancellation = { at: "2026-03-01", by: "business" } as const;
    const facts = customerFacts(schema, {
      base,
      contracts: [
        { ...contract, id: "k", renews: true, cancellation },
        { ...contract, id: "l", renews: false },
        { id: "m", customerId: "ann", start: "2026-01-31", renews: true },
      ],
      feedback: [
        { id: "f", customerId: "ann", at: "2026-03-02", rating: { score: 3, scale: { lowest: 3, highest: 3 } } },
      ],
    });
    const ann = facts.get("ann")?.collections;
    expect(ann?.contract).toEqual([
      {
        ...{ id: "k", start: "2026-01-31", end: "2026-12-31", renews: true },
        cancelledOn: "2026-03-01",
        cancelledBy: "business",
      },
      { id: "l", start: "2026-01-31", end: "2026-12-31", renews: false },
      { id: "m", start: "2026-01-31", renews: true },
    ]);
    expect(ann?.feedback?.[0]?.scoreShare).toBeUndefined();
  });

  test("consents of customer records become items as of the moment; without customers they are unknown", () => {
    const consents = [
      { purpose: "marketing", channel: "email", status: "given", at: "2026-01-05" },
      { purpose: "marketing", channel: "email", status: "withdrawn", at: "2026-04-02" },
    ] as const;
    const customers = [{ id: "ann", consents }, { id: "ben" }];
    const facts = customerFacts(schema, { base, customers });
    const since = "2026-01-05T00:00:00.000Z";
    expect(facts.get("ann")?.collections?.consent).toEqual([
      { purpose: "marketing", channel: "email", status: "given", since },
    ]);
    expect(facts.get("ben")?.collections?.consent).toEqual([]);
    expect(facts.get("ben")?.knownSince).toBeUndefined();
    expect(customerFacts(schema, { base }).get("ann")?.collections).not.toHaveProperty("consent");
    const own = customerFacts(schema, { base, customers, collections: { consent: [] } });
    expect(own.get("ann")?.collections?.consent).toEqual([]);
    const without = defineSchema({ attributes: { country: { type: "string" } } });
    expect(customerFacts(without, { base, customers }).get("ann")?.collections).toEqual({});
  });

  test("interactions, feedback, cases and contracts become items", () => {
    const facts = customerFacts(schema, {
      base,
      interactions: [
        {
          id: "i",
          customerId: "ann",
          at: "2026-03-01T10:00:00Z",
          kind: "call",
          direction: "inbound",
          channel: "phone",
        },
      ],
      feedback: [
        {
          id: "f",
          customerId: "ann",
          at: "2026-03-02",
          measure: "nps",
          rating: { score: 9, scale: { lowest: 1, highest: 11 } },
          needs: ["price", "quality"],
          sentiment: "positive",
        },
        { id: "g", customerId: null, at: "2026-03-02" },
      ],
      cases: [
        {
          ...{ id: "c", customerId: "ann", openedAt: "2026-03-03", kind: "complaint", severity: "high" },
          changes: [
            { at: "2026-03-04", status: "resolved" },
            { at: "2026-04-02", status: "reopened" },
          ],
        },
        { id: "d", customerId: "ben", openedAt: "2026-03-03", kind: "question" },
        { id: "e", customerId: "ben", openedAt: "2026-04-02", kind: "question" },
      ],
      contracts: [
        {
          ...{ id: "k", customerId: "ann", start: "2026-01-31T23:30:00Z", end: "2027-01-31", renews: true },
          cancellation: { at: "2026-05-01", by: "customer" },
          price: { amount: "9.90", currency: "EUR", every: { months: 1 } },
        },
      ],
    });
    const ann = facts.get("ann")?.collections;
    expect(ann?.interaction).toEqual([
      { id: "i", at: "2026-03-01T10:00:00.000Z", kind: "call", channel: "phone", direction: "inbound" },
    ]);
    const place = { score: 9, scaleLowest: 1, scaleHighest: 11, scoreShare: 0.8 };
    const said = { needs: ["price", "quality"], sentiment: "positive" };
    expect(ann?.feedback).toEqual([{ id: "f", at: "2026-03-02T00:00:00.000Z", kind: "nps", ...place, ...said }]);
    expect(ann?.case).toEqual([
      {
        id: "c",
        at: "2026-03-03T00:00:00.000Z",
        kind: "complaint",
        severity: "high",
        status: "resolved",
        closedAt: "2026-03-04T00:00:00.000Z",
      },
    ]);
    // The cancellation is said after asOf, so nobody knows of it yet.
    expect(ann?.contract).toEqual([
      {
        ...{ id: "k", start: "2026-01-31", end: "2027-01-31", renews: true, renewsOn: "2027-02-01" },
        amountPerPeriod: "9.90",
      },
    ]);
    expect(facts.get("ben")?.collections?.case).toEqual([
      { id: "d", at: "2026-03-03T00:00:00.000Z", kind: "question", status: "open" },
    ]);
    expect(facts.get("ben")?.collections?.interaction).toEqual([]);
    expect(facts.collection("interaction").knownSince).toBeUndefined();
    expect(facts.warnings).toEqual([
      { code: "history.facts-after-as-of", params: { records: 1 } },
      { code: "history.facts-of-others", params: { records: 1 } },
    ]);
  });

  test("days of contracts are local", () => {
    const contracts = [{ id: "k", customerId: "ann", start: "2026-01-31T23:30:00Z" }];
    const facts = customerFacts(schema, { asOf, timeZone: "Asia/Shanghai", contracts });
    expect(facts.at(0).collections?.contract?.[0]?.start).toBe("2026-02-01");
  });

  test("any collection by its name, lines within and history known since", () => {
    const shop = defineSchema({
      attributes: {},
      collections: {
        order: {
          timed: true,
          fields: { amount: { type: "money", currency: "EUR" } },
          collections: { line: { timed: false, fields: { sku: { type: "string" } } } },
        },
      },
    });
    const items = [
      { customerId: "ben", id: "2", at: "2026-03-02", amount: "5.00", line: [{ sku: "tea" }] },
      { customerId: "ann", id: "1", at: "some day", amount: "3.00" },
      { customerId: "ann", id: "3", at: "2026-04-02", amount: "4.00" },
    ];
    const facts = customerFacts(shop, { asOf, collections: { order: items }, knownSince: { order: "2026-01-01" } });
    expect(facts.get("ben")?.collections?.order).toEqual([
      { id: "2", at: "2026-03-02T00:00:00.000Z", amount: "5.00", line: [{ sku: "tea" }] },
    ]);
    expect(facts.get("ann")?.collections?.order).toEqual([{ id: "1", at: null, amount: "3.00" }]);
    expect(facts.get("ben")?.knownSince).toEqual({ order: "2026-01-01T00:00:00.000Z" });
  });

  test("refuses parts that do not go together", () => {
    const plain = defineSchema({ attributes: {} });
    const fault = (parts: object, of: typeof schema | typeof plain = schema) => {
      const { code, path } = faultOf(() => customerFacts(of as typeof schema, { asOf, ...parts } as never));
      return [code, ...path];
    };
    expect(fault({ interactions: [] }, plain)).toEqual(["INVALID_FACT_PARTS", "interactions"]);
    expect(fault({ collections: { orders: [] } })).toEqual(["INVALID_FACT_PARTS", "collections", "orders"]);
    expect(fault({ collections: { case: [] }, cases: [] })).toEqual(["INVALID_FACT_PARTS", "collections", "case"]);
    expect(fault({ collections: { order: [{ at: asOf }] } })).toEqual([
      "INVALID_FACT_PARTS",
      "collections",
      "order",
      0,
      "customerId",
    ]);
    expect(fault({ customers: [{ id: "" }] })).toEqual(["INVALID_FACT_PARTS", "customers", 0, "id"]);
    expect(fault({ customers: [{ id: "ann" }, { id: "ann" }] })).toEqual(["DUPLICATE_CUSTOMER", "customers", 1, "id"]);
  });
});
