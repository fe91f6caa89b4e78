import { projectTier, tierProgress, tierStatus } from "clientele/loyalty";
import { describe, expect, test } from "vitest";
import { Driven, orderOf, programOf, usd } from "./support/account.js";

const levels = [
  { id: "silver", from: "100" },
  { id: "gold", from: "500" },
];
const programWith = (tiers: object, more: object = {}) =>
  programOf({ ...more, tiers: { basis: "spend", currency: "USD", levels, ...tiers } as never });
const year = { window: { type: "calendar", period: "year" } };

/** Orders by day and amount, and the tiers at some instants. */
function tiersOf(
  program: ReturnType<typeof programOf>,
  orders: readonly (readonly [string, string])[],
  at: readonly string[],
) {
  const account = new Driven(program);
  for (const [index, [when, amount]] of orders.entries()) account.earn(`O${index}`, amount, when);
  return at.map((instant) => tierStatus(account.state, program, instant).tier);
}

test("a threshold is reached at it, not below", () => {
  const program = programWith(year);
  expect(tiersOf(program, [["2026-02-01T00:00:00Z", "99.99"]], ["2026-03-01"])).toEqual([null]);
  expect(tiersOf(program, [["2026-02-01T00:00:00Z", "100.00"]], ["2026-01-31", "2026-02-01"])).toEqual([
    null,
    "silver",
  ]);
});

describe("a rolling window", () => {
  const rolling = { window: { type: "rolling", last: { days: 30 } } };
  const orders = [
    ["2026-01-01T12:00:00Z", "60.00"],
    ["2026-01-20T12:00:00Z", "40.00"],
  ] as const;

  test("holds while what it counts is inside, to the instant", () => {
    expect(
      tiersOf(programWith(rolling), orders, [
        "2026-01-20T11:59:59.999Z",
        "2026-01-20T12:00:00Z",
        "2026-01-31T11:59:59.999Z",
        "2026-01-31T12:00:00Z",
      ]),
    ).toEqual([null, "silver", "silver", null]);
  });

  test("grace lets it hold longer, and saves who comes back in time", () => {
    const program = programWith({ ...rolling, grace: { days: 10 } });
    expect(tiersOf(program, orders, ["2026-02-10T11:59:59.999Z", "2026-02-10T12:00:00Z"])).toEqual(["silver", null]);
    const back = [...orders, ["2026-02-05T12:00:00Z", "70.00"] as const];
    expect(tiersOf(program, back, ["2026-02-12T12:00:00Z"])).toEqual(["silver"]);
  });

  test("one level down at a time", () => {
    const program = programWith({ ...rolling, downgrade: "one-down" });
    const big = [["2026-01-01T12:00:00Z", "900.00"]] as const;
    expect(tiersOf(program, big, ["2026-01-02", "2026-02-01", "2026-03-03"])).toEqual(["gold", "silver", null]);
  });
});

describe("a membership year", () => {
  test("counts from the day of joining, also from 29 February", () => {
    const program = programWith({ window: { type: "anniversary" }, validThrough: "end-of-period" });
    const account = new Driven(program);
    account.do({ type: "open", at: "2024-02-29T10:00:00Z", memberId: "ann" });
    account.earn("A", "60.00", "2024-03-01T00:00:00Z");
    account.earn("B", "60.00", "2025-02-27T23:00:00Z");
    expect(tierStatus(account.state, program, "2025-02-27")).toMatchObject({
      tier: "silver",
      validThrough: "2025-02-28T00:00:00.000Z",
    });
    expect(tierStatus(account.state, program, "2025-02-28").tier).toBeNull();
    account.earn("C", "60.00", "2025-03-01T00:00:00Z");
    expect(tierProgress(account.state, program, "2025-03-01")).toMatchObject({
      counted: usd("60.00"),
      next: { tier: "silver", missing: usd("40.00") },
    });
  });
});

describe("facts that come late", () => {
  test("an order of last year counts in last year", () => {
    const program = programWith({ ...year, validThrough: "end-of-next-period" });
    const account = new Driven(program);
    account.earn("A", "60.00", "2025-12-30T00:00:00Z");
    account.do({
      type: "earn",
      key: "B",
      at: "2026-01-15T00:00:00Z",
      order: orderOf("B", "60.00", "2025-12-31T00:00:00Z"),
    });
    expect(tierStatus(account.state, program, "2026-06-01")).toMatchObject({
      tier: "silver",
      validThrough: "2027-01-01T00:00:00.000Z",
    });
    expect(tierProgress(account.state, program, "2026-06-01").counted).toEqual(usd("0.00"));
  });

  test.each([
    ["recompute", null, null],
    ["keep-until-valid-through", "silver", null],
  ] as const)("a refund by %s", (refunds, during, after) => {
    const program = programWith({ ...year, validThrough: "end-of-period", refunds });
    const account = new Driven(program);
    const { points } = account.earn("A", "120.00", "2026-02-01T00:00:00Z");
    account.do({ type: "refund", at: "2026-03-01T00:00:00Z", orderId: "A", cumulative: usd("50.00") });
    expect(tierStatus(account.state, program, "2026-04-01").tier).toBe(during);
    expect(tierStatus(account.state, program, "2027-01-01").tier).toBe(after);
    expect(points).toBe(120);
  });

  test("points earned at the higher rate stand when a refund takes the tier", () => {
    const gold = { type: "compare", subject: { type: "attribute", field: "customer.tier" }, op: "eq", value: "silver" };
    const program = programWith(year, { earning: { promotions: [{ id: "x", times: "2", when: gold }] } });
    const account = new Driven(program);
    account.earn("A", "120.00", "2026-02-01T00:00:00Z");
    expect(account.earn("B", "10.00", "2026-02-02T00:00:00Z").points).toBe(20);
    account.do({ type: "refund", at: "2026-03-01T00:00:00Z", orderId: "A", cumulative: usd("120.00") });
    expect(account.at("2026-03-01T00:00:00Z")).toBe(20);
    expect(account.earn("C", "10.00", "2026-03-02T00:00:00Z").points).toBe(10);
  });

  test("changes are recorded once each, and a refund that changes nothing records none", () => {
    const program = programWith(year);
    const account = new Driven(program);
    account.earn("A", "300.00", "2026-02-01T00:00:00Z");
    account.do({ type: "refund", at: "2026-03-01T00:00:00Z", orderId: "A", cumulative: usd("100.00") });
    account.do({ type: "sweep", at: "2026-03-02T00:00:00Z" });
    account.do({ type: "sweep", at: "2028-03-02T00:00:00Z" });
    account.do({ type: "sweep", at: "2028-03-03T00:00:00Z" });
    const changes = account.events.flatMap(({ event }) =>
      event.type === "TierChanged" ? [[event.from, event.to]] : [],
    );
    expect(changes).toEqual([
      [null, "silver"],
      ["silver", null],
    ]);
  });
});

test("visits count orders, not money; a refunded whole order is no visit", () => {
  const program = programOf({
    tiers: { basis: "visits", ...year, levels: [{ id: "regular", from: "2" }] } as never,
  });
  const account = new Driven(program);
  account.earn("A", "1.00", "2026-02-01T00:00:00Z");
  account.earn("B", "900.00", "2026-02-02T00:00:00Z");
  expect(tierStatus(account.state, program, "2026-02-02").tier).toBe("regular");
  account.do({ type: "refund", at: "2026-02-03T00:00:00Z", orderId: "A", cumulative: usd("1.00"), full: true });
  expect(tierStatus(account.state, program, "2026-02-04").tier).toBeNull();
});

test("a projection is what the order makes of the tier", () => {
  const program = programWith(year);
  const account = new Driven(program);
  account.earn("A", "450.00", "2026-02-01T00:00:00Z");
  const order = orderOf("B", "50.00", "2026-02-02T00:00:00Z");
  const projected = projectTier(account.state, program, { order });
  account.earn("B", "50.00", "2026-02-02T00:00:00Z");
  expect(projected).toEqual(tierStatus(account.state, program, "2026-02-02T00:00:00Z"));
  expect(projected.tier).toBe("gold");
});
