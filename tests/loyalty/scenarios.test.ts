import { decideAll, fold } from "clientele/ledger";
import {
  defineLoyaltyProgram,
  expiryNoticeWindow,
  loyaltyDecider,
  openLots,
  pointsBalance,
  quoteEarn,
  quoteRedemption,
  tierStatus,
  transferPoints,
} from "clientele/loyalty";
import { describe, expect, test } from "vitest";
import { Driven, orderOf, programOf } from "./support/account.js";

const at = "2026-05-01T12:00:00Z";
const pointsFor = (amount: string, program = programOf(), more = {}) =>
  quoteEarn(orderOf("O", amount, at, more), program).points;

describe("L01 exact decimal earning", () => {
  test("a hundred points per dollar", () => {
    const program = programOf({ rule: { rates: { USD: { points: "100", per: "1.00" } } } });
    expect(["0.29", "1.15", "8.20", "19.99"].map((amount) => pointsFor(amount, program))).toEqual([29, 115, 820, 1999]);
  });

  test("points with decimals", () => {
    const account = new Driven(programOf({ type: { scale: 2 } }));
    account.do({ type: "adjust", at, points: 26739, reason: "opening" });
    expect([account.earn("O", "0.89", at).points, account.at(at)]).toEqual([89, 26828]);
  });
});

test("L02 the multiplier's base and the rounding stage", () => {
  const program = (multiplierBase?: string) =>
    programOf({
      rule: { rates: { USD: { points: "1", per: "5.00" } }, mode: "whole-increments" },
      earning: { promotions: [{ id: "half", times: "1.5" }], ...(multiplierBase && { multiplierBase }) },
    });
  expect([undefined, "rounded", "raw"].map((base) => pointsFor("29.00", program(base)))).toEqual([7, 7, 8]);
  expect(["rounded", "raw"].map((base) => pointsFor("20.00", program(base)))).toEqual([6, 6]);
});

test("L03 what counts as spend", () => {
  const order = orderOf("O", "71.90", at, {
    lines: [
      { sku: "A", net: "10.00" },
      { sku: "B", net: "11.90" },
      { sku: "GC", net: "50.00", category: "gift-card" },
    ],
    tax: "1.45",
    shipping: "5.00",
    paidWithPoints: "5.00",
  });
  const quote = (exclude: readonly string[]) =>
    quoteEarn(
      order,
      programOf({
        rule: { rates: { USD: { points: "1", per: "10.00" } }, mode: "whole-increments" },
        earning: { exclude },
      }),
    );
  const eligible = ({ lines }: ReturnType<typeof quote>) =>
    lines.reduce((all, line) => all + Number(line.eligible), 0).toFixed(2);
  const without = quote(["tax", "shipping", "gift-card"]);
  expect([without.points, eligible(without)]).toEqual([2, "21.90"]);
  const paid = quote(["tax", "shipping", "gift-card", "points-paid"]);
  expect([paid.points, eligible(paid)]).toEqual([1, "16.90"]);
});

describe("L04 which points go first", () => {
  const lots = [
    { points: 100, earnedAt: "2026-01-01T00:00:00Z", expiresAt: "2027-01-01T00:00:00Z" },
    { points: 200, earnedAt: "2026-01-15T00:00:00Z", expiresAt: null },
    { points: 50, earnedAt: "2026-02-01T00:00:00Z", expiresAt: "2026-04-01T00:00:00Z" },
  ];
  test.each([
    [
      "soonest-expiring",
      [
        ["opening:opening:2", 50],
        ["opening:opening:0", 70],
      ],
      [30, 200],
      230,
      230,
    ],
    [
      "fifo",
      [
        ["opening:opening:0", 100],
        ["opening:opening:1", 20],
      ],
      [180, 50],
      230,
      180,
    ],
  ] as const)("%s", (consumption, allocations, remaining, now, later) => {
    const account = new Driven(programOf({ type: { consumption } })).open(lots, "2026-02-02T00:00:00Z");
    const { allocations: taken } = account.do({ type: "redeem", at: "2026-03-01T00:00:00Z", points: 120 });
    expect(taken.map(({ lotId, points }) => [lotId, points])).toEqual(allocations);
    expect(openLots(account.state, "2026-03-01T00:00:00Z").map((lot) => lot.remaining)).toEqual(remaining);
    expect([account.at("2026-03-01T00:00:00Z"), account.at("2026-04-01T00:00:00Z")]).toEqual([now, later]);
  });
});

test("L05 expired but not swept is not spendable", () => {
  const lots = [
    { points: 100, earnedAt: "2026-01-01T00:00:00Z", expiresAt: "2026-03-01T00:00:00Z" },
    { points: 40, earnedAt: "2026-01-01T00:00:00Z", expiresAt: null, origin: "promotional" as const },
  ];
  const late = new Driven(programOf()).open(lots);
  expect(late.try({ type: "redeem", at: "2026-03-01T00:00:00.000Z", points: 60 })).toMatchObject({
    ok: false,
    error: { code: "INSUFFICIENT_POINTS", requested: 60, available: 40, shortfall: 20 },
    events: [],
  });
  const account = new Driven(programOf()).open(lots);
  const { allocations } = account.do({ type: "redeem", at: "2026-02-28T23:59:59.999Z", points: 60 });
  expect(allocations).toEqual([{ lotId: "opening:opening:0", points: 60 }]);
  expect(account.at("2026-02-28T23:59:59.999Z")).toBe(80);
  const before = account.events.length;
  expect(account.do({ type: "sweep", at: "2026-03-01T00:00:00Z" })).toEqual({ expired: 40 });
  expect(account.events.slice(before).map(({ event }) => event.type)).toEqual(["PointsExpired"]);
  expect(account.at("2026-03-01T00:00:00Z")).toBe(40);
  account.do({ type: "sweep", at: "2026-03-02T00:00:00Z" });
  expect(account.events).toHaveLength(before + 1);
});

/** When the points of one order expire. */
const expiryOf = (timeZone: string, after: object, through: string | undefined, earnedAt: string) => {
  const account = new Driven(
    programOf({ timeZone, type: { expiry: { type: "after-earn", after, ...(through && { through }) } } }),
  );
  account.earn("O", "10.00", earnedAt);
  const [lot] = openLots(account.state, earnedAt);
  return lot?.expiresAt;
};

describe("L06 month-end expiry", () => {
  test.each([
    ["Europe/Warsaw", { months: 1 }, "local-day", "2026-01-31T17:00:00Z", "2026-02-28T23:00:00.000Z"],
    ["Europe/Warsaw", { months: 1 }, "local-day", "2028-01-31T17:00:00Z", "2028-02-29T23:00:00.000Z"],
    ["Europe/Warsaw", { months: 1 }, "local-day", "2026-01-25T10:00:00Z", "2026-02-25T23:00:00.000Z"],
    ["Europe/Warsaw", { months: 1 }, "local-day", "2026-01-31T23:30:00Z", "2026-03-01T23:00:00.000Z"],
    ["Europe/Warsaw", { months: 0 }, "local-day", "2026-01-01T10:00:00Z", "2026-01-01T23:00:00.000Z"],
    ["America/New_York", { months: 12 }, "local-month", "2020-07-06T12:00:00Z", "2021-08-01T04:00:00.000Z"],
    ["America/New_York", { months: 12 }, "local-month", "2020-08-01T03:30:00Z", "2021-08-01T04:00:00.000Z"],
    ["America/New_York", { months: 12 }, "local-month", "2020-08-01T04:00:00Z", "2021-09-01T04:00:00.000Z"],
    ["America/Los_Angeles", { months: 0 }, "local-year", "2026-05-05T04:00:00Z", "2027-01-01T08:00:00.000Z"],
  ])("%s %j through %s: earned %s, expires %s", (zone, after, through, earnedAt, expiresAt) => {
    expect(expiryOf(zone, after, through, earnedAt)).toBe(expiresAt);
  });
});

describe("L07 one day across a change of clocks", () => {
  test.each([
    ["America/New_York", { days: 1 }, "2026-03-08T06:30:00Z", "2026-03-09T05:30:00.000Z"],
    ["America/New_York", { hours: 24 }, "2026-03-08T06:30:00Z", "2026-03-09T06:30:00.000Z"],
  ])("%s %j: earned %s, expires %s", (zone, after, earnedAt, expiresAt) => {
    expect(expiryOf(zone, after, undefined, earnedAt)).toBe(expiresAt);
  });
});

test("L08 inactivity expiry with a notice window", () => {
  const program = programOf({
    type: { expiry: { type: "inactivity", after: { months: 6 }, through: "local-day", activity: ["earn", "redeem"] } },
  });
  const build = () => {
    const account = new Driven(program);
    account.earn("A", "50.00", "2026-01-01T10:00:00Z");
    account.earn("B", "30.00", "2026-02-01T10:00:00Z");
    account.do({ type: "adjust", at: "2026-05-01T00:00:00Z", points: 0, reason: "note" });
    return account;
  };
  const account = build();
  expect([account.at("2026-08-01T23:59:59.999Z"), account.at("2026-08-02T00:00:00Z")]).toEqual([80, 0]);
  expect(expiryNoticeWindow(account.state, program, { at: "2026-05-02", days: { min: 30, max: 60 } })).toEqual({
    from: "2026-06-03T00:00:00.000Z",
    to: "2026-07-03T00:00:00.000Z",
  });
  const active = build();
  const before = active.events.length;
  active.do({ type: "redeem", at: "2026-07-31T10:00:00Z", points: 10 });
  expect(active.events).toHaveLength(before + 1);
  expect(active.at("2026-08-02T00:00:00Z")).toBe(70);
  expect(openLots(active.state, "2026-08-02").map(({ expiresAt }) => expiresAt)).toEqual([
    "2027-02-01T00:00:00.000Z",
    "2027-02-01T00:00:00.000Z",
  ]);
});

describe("L09 pending points and the return policy", () => {
  test.each([
    ["only-pending", 0, 50, 50],
    ["within-balance", 50, 0, 0],
    ["allow-negative", 50, 0, 0],
  ] as const)("%s", (policy, clawed, waived, balance) => {
    const account = new Driven(programOf({ type: { pending: { days: 14 } }, returns: { policy } }));
    account.earn("O1", "100.00", "2026-05-01T12:00:00Z");
    expect(account.refusal({ type: "redeem", at: "2026-05-10T00:00:00Z", points: 1 })).toMatchObject({
      code: "INSUFFICIENT_POINTS",
      available: 0,
      pending: 100,
    });
    const refund = (amount: string, when: string) =>
      account.do({ type: "refund", at: when, orderId: "O1", cumulative: { amount, currency: "USD" } });
    expect(refund("50.00", "2026-05-12T00:00:00Z")).toMatchObject({ clawed: 50 });
    expect(pointsBalance(account.state, "2026-05-12T00:00:00Z").pending).toBe(50);
    expect([account.at("2026-05-15T11:59:59.999Z"), account.at("2026-05-15T12:00:00Z")]).toEqual([0, 50]);
    expect(refund("100.00", "2026-05-20T00:00:00Z")).toMatchObject({ clawed, waived });
    expect(account.at("2026-05-20T00:00:00Z")).toBe(balance);
  });
});

describe("L10 points spent, order refunded", () => {
  test("49.95 earns 49", () => expect(pointsFor("49.95")).toBe(49));
  test.each([
    ["allow-negative", { debt: 50 }, -50, 30],
    ["within-balance", { clawed: 0, waived: 50, debt: 0 }, 0, 80],
  ] as const)("%s", (policy, outcome, after, later) => {
    const account = new Driven(programOf({ returns: { policy } }));
    account.earn("O1", "50.00", "2026-05-01T00:00:00Z");
    account.do({ type: "redeem", at: "2026-05-02T00:00:00Z", points: 50 });
    const refunded = account.do({
      type: "refund",
      at: "2026-05-03T00:00:00Z",
      orderId: "O1",
      cumulative: { amount: "50.00", currency: "USD" },
    });
    expect(refunded).toMatchObject(outcome);
    expect(account.at("2026-05-03T00:00:00Z")).toBe(after);
    account.earn("O2", "80.00", "2026-05-04T00:00:00Z");
    expect(account.at("2026-05-04T00:00:00Z")).toBe(later);
    expect(pointsBalance(account.state, "2026-05-04").debt).toBe(0);
  });
});

test("L11 partial and full refund of an order that used a reward", () => {
  const program = programOf({
    redemption: {
      points: 100,
      worth: { amount: "1.00", currency: "USD" },
      rewards: [{ id: "5off", points: 500, worth: { amount: "5.00", currency: "USD" }, restoreOn: "full-refund" }],
    },
  });
  const account = new Driven(program).open([{ points: 1000, earnedAt: "2026-01-01T00:00:00Z", expiresAt: null }]);
  const balances: number[] = [];
  account.do({ type: "redeem", at: "2026-05-01T00:00:00Z", rewardId: "5off", orderId: "O" });
  balances.push(account.at("2026-05-01T00:00:00Z"));
  account.earn("O", "15.00", "2026-05-01T01:00:00Z");
  balances.push(account.at("2026-05-01T01:00:00Z"));
  const refund = (amount: string, when: string, full = false) =>
    account.do({
      type: "refund",
      at: when,
      orderId: "O",
      cumulative: { amount, currency: "USD" },
      ...(full && { full }),
    });
  refund("10.00", "2026-05-02T00:00:00Z");
  balances.push(account.at("2026-05-02T00:00:00Z"));
  expect(balances).toEqual([500, 515, 505]);
  expect(refund("15.00", "2026-05-03T00:00:00Z", true)).toMatchObject({ clawed: 5, restored: 500 });
  expect(account.at("2026-05-03T00:00:00Z")).toBe(1000);
  expect(refund("15.00", "2026-05-04T00:00:00Z", true)).toMatchObject({ clawed: 0, restored: 0 });
  expect(account.at("2026-05-04T00:00:00Z")).toBe(1000);
});

describe("L12 clawback by the rule at earn time", () => {
  test.each([
    ["changed", programOf({ rule: { rates: { USD: { points: "2", per: "1.00" } } } })],
    ["deleted", programOf({ rule: { id: "other", rates: { EUR: { points: "1", per: "1.00" } } } })],
    [
      "with tiers",
      programOf({
        tiers: {
          basis: "spend",
          currency: "USD",
          window: { type: "calendar", period: "year" },
          levels: [{ id: "gold", from: "10" }],
        } as never,
      }),
    ],
  ])("the rule was %s since", (_, later) => {
    const account = new Driven(programOf());
    account.earn("O1", "50.00", "2026-05-01T00:00:00Z");
    const now = new Driven(later, account.state);
    expect(
      now.do({
        type: "refund",
        at: "2026-05-03T00:00:00Z",
        orderId: "O1",
        cumulative: { amount: "50.00", currency: "USD" },
      }),
    ).toMatchObject({ clawed: 50 });
    expect(now.at("2026-05-03T00:00:00Z")).toBe(0);
  });
});

test("L13 at-least-once delivery", () => {
  const account = new Driven(programOf());
  const order = orderOf("99", "500.00", at);
  const first = account.try({ type: "earn", key: "order:99", at, order });
  expect(first.events).toHaveLength(1);
  const again = account.try({
    type: "earn",
    key: "order:99",
    at,
    order: { currency: "USD", amount: "500.0", at, customerId: "ann", id: "99" },
  });
  expect(again).toMatchObject({ ok: true, replayed: true, events: [] });
  expect(account.refusal({ type: "earn", key: "order:99", at, order: { ...order, amount: "501.00" } })).toMatchObject({
    code: "IDEMPOTENCY_CONFLICT",
  });
  expect(account.at(at)).toBe(500);
});

describe("L14 two redemptions at once", () => {
  test("by version", () => {
    const account = new Driven(programOf()).open([{ points: 100, earnedAt: at, expiresAt: null }], at);
    const { version } = account.state;
    const start = account.state;
    expect(account.try({ type: "redeem", at, points: 100 }, { expectedVersion: version })).toMatchObject({ ok: true });
    expect([account.state.version, account.at(at)]).toEqual([version + 1, 0]);
    expect(account.try({ type: "redeem", at, points: 100 }, { expectedVersion: version })).toMatchObject({
      error: { code: "VERSION_CONFLICT", expected: version, actual: version + 1 },
    });
    expect(account.try({ type: "redeem", at, points: 100 }, { expectedVersion: version + 1 })).toMatchObject({
      error: { code: "INSUFFICIENT_POINTS" },
    });
    const batch = decideAll(
      loyaltyDecider(account.program),
      [
        { type: "redeem", key: "a", at, points: 100 },
        { type: "redeem", key: "b", at, points: 100 },
      ],
      start,
    );
    expect(pointsBalance(batch.state, at).available).toBe(0);
    expect(batch.refusals.map(({ index, error }) => [index, error.code])).toEqual([[1, "INSUFFICIENT_POINTS"]]);
    expect(fold(loyaltyDecider(account.program), batch.events, start)).toEqual(batch.state);
  });
});

test("L15 tier points are not spendable points", () => {
  const program = programOf({
    tiers: {
      basis: "earned",
      window: { type: "calendar", period: "year" },
      levels: [
        { id: "Gold", from: "500" },
        { id: "Basic", from: "0" },
        { id: "Silver", from: "100" },
      ],
    } as never,
  });
  const account = new Driven(program);
  const tiers: (string | null)[] = [];
  account.earn("A", "100.00", "2026-02-01T00:00:00Z");
  tiers.push(tierStatus(account.state, program, "2026-02-01T00:00:00Z").tier);
  account.do({ type: "redeem", at: "2026-02-02T00:00:00Z", points: 50 });
  tiers.push(tierStatus(account.state, program, "2026-02-02T00:00:00Z").tier);
  account.earn("B", "500.00", "2026-02-03T00:00:00Z");
  tiers.push(tierStatus(account.state, program, "2026-02-03T00:00:00Z").tier);
  expect(tiers).toEqual(["Silver", "Silver", "Gold"]);
});

describe("L16 calendar-year validity and soft landing", () => {
  test.each([
    ["requalify", "Silver"],
    ["one-down", "Gold"],
  ] as const)("%s", (downgrade, landed) => {
    const program = programOf({
      timeZone: "America/New_York",
      tiers: {
        basis: "spend",
        window: { type: "calendar", period: "year" },
        validThrough: "end-of-next-period",
        downgrade,
        levels: [
          { id: "Silver", from: "500" },
          { id: "Gold", from: "1000" },
          { id: "Platinum", from: "2000" },
        ],
      },
    });
    const account = new Driven(program);
    account.earn("A", "2000.00", "2025-11-01T15:00:00Z");
    const reached = tierStatus(account.state, program, "2025-11-01T15:00:00Z");
    expect([reached.tier, reached.validThrough]).toEqual(["Platinum", "2027-01-01T05:00:00.000Z"]);
    account.earn("B", "600.00", "2026-05-05T15:00:00Z");
    const tierAt = (instant: string) => tierStatus(account.state, program, instant).tier;
    expect([tierAt("2027-01-01T04:59:59.999Z"), tierAt("2027-01-01T05:00:00Z")]).toEqual(["Platinum", landed]);
    account.do({
      type: "refund",
      at: "2026-06-01T00:00:00Z",
      orderId: "B",
      cumulative: { amount: "10.00", currency: "USD" },
    });
    account.do({ type: "sweep", at: "2027-01-02T00:00:00Z" });
    account.do({ type: "sweep", at: "2027-01-03T00:00:00Z" });
    const changes = account.events.flatMap(({ event }) => (event.type === "TierChanged" ? [event.to] : []));
    expect(changes).toEqual(["Platinum", landed]);
  });
});

describe("L17 tier thresholds with rates by tier", () => {
  const program = (tierForEarn: "including-this-order" | "before-this-order") =>
    defineLoyaltyProgram({
      id: "tiers",
      version: 1,
      timeZone: "UTC",
      pointTypes: [{ id: "points" }],
      earning: {
        rules: [
          {
            id: "g2",
            rates: { USD: { points: "1", per: "900" } },
            when: { type: "compare", subject: { type: "attribute", field: "customer.tier" }, op: "eq", value: "G2" },
          },
          {
            id: "g1",
            rates: { USD: { points: "1", per: "1000" } },
            when: { type: "compare", subject: { type: "attribute", field: "customer.tier" }, op: "eq", value: "G1" },
          },
        ],
      },
      tiers: {
        basis: "spend",
        window: { type: "calendar", period: "year" },
        tierForEarn,
        levels: [
          { id: "G2", from: "300000" },
          { id: "G1", from: "100000" },
        ],
      },
    });
  test.each([
    ["including-this-order", "0", "196000.00", 196],
    ["including-this-order", "0", "20000.00", 0],
    ["including-this-order", "280000", "20000.00", 22],
    ["before-this-order", "0", "196000.00", 0],
    ["before-this-order", "0", "20000.00", 0],
    ["before-this-order", "280000", "20000.00", 20],
  ] as const)("%s: %s spent, %s earns %i", (mode, history, amount, points) => {
    const account = new Driven(program(mode));
    account.do({ type: "import-opening", at: "2026-01-01T00:00:00Z", lots: [], qualifying: history });
    expect(account.earn("O", amount, at).points).toBe(points);
  });
});

describe("L18 a cap by local day, a campaign's window", () => {
  test("the cap", () => {
    const account = new Driven(
      programOf({ timeZone: "America/Chicago", earning: { caps: [{ points: 500, per: "local-day" }] } }),
    );
    const earned = [
      account.earn("A", "300.00", "2026-05-11T04:30:00Z"),
      account.earn("B", "300.00", "2026-05-11T04:45:00Z"),
      account.earn("C", "300.00", "2026-05-11T05:00:00Z"),
    ];
    expect(earned.map(({ points }) => points)).toEqual([300, 200, 300]);
    expect(earned[1]?.reasons).toContainEqual({ code: "loyalty.cap-reached", params: { credited: 200, desired: 300 } });
    expect(account.at("2026-05-11T05:00:00Z")).toBe(800);
    expect(
      account.do({
        type: "refund",
        at: "2026-05-12T05:00:00Z",
        orderId: "B",
        cumulative: { amount: "300.00", currency: "USD" },
      }),
    ).toMatchObject({ clawed: 200 });
    expect(account.earn("D", "600.00", "2026-05-12T06:00:00Z").points).toBe(500);
  });

  test("the window", () => {
    const program = programOf({
      earning: {
        promotions: [{ id: "double", times: "2", startsAt: "2026-05-11T05:00:00Z", endsAt: "2026-05-12T05:00:00Z" }],
      },
    });
    const pointsAt = (when: string) => quoteEarn(orderOf("O", "10.00", when), program).points;
    expect(
      ["2026-05-11T04:59:59.999Z", "2026-05-11T05:00:00Z", "2026-05-12T04:59:59.999Z", "2026-05-12T05:00:00Z"].map(
        pointsAt,
      ),
    ).toEqual([10, 20, 20, 10]);
  });
});

test("L19 a transfer keeps lots", () => {
  const program = programOf({
    tiers: { basis: "earned", window: { type: "calendar", period: "year" }, levels: [{ id: "A", from: "1" }] },
  });
  const one = new Driven(program).open([
    { points: 70, earnedAt: "2026-01-01T00:00:00Z", expiresAt: "2026-06-01T00:00:00Z" },
    { points: 50, earnedAt: "2026-01-01T00:00:00Z", expiresAt: null },
  ]);
  const two = new Driven(program);
  const when = "2026-05-01T00:00:00Z";
  const moved = transferPoints(one.state, two.state, { key: "t1", at: when, points: 100 }, program);
  if (!moved.ok) throw new Error("refused");
  expect([pointsBalance(moved.from.state, when).available, pointsBalance(moved.to.state, when).available]).toEqual([
    20, 100,
  ]);
  expect(openLots(moved.to.state, when).map(({ remaining, expiresAt }) => [remaining, expiresAt])).toEqual([
    [70, "2026-06-01T00:00:00.000Z"],
    [30, null],
  ]);
  expect(pointsBalance(moved.to.state, "2026-06-01T00:00:00Z").available).toBe(30);
  expect(tierStatus(moved.to.state, program, when).tier).toBeNull();
  const again = transferPoints(moved.from.state, moved.to.state, { key: "t1", at: when, points: 100 }, program);
  expect(again).toMatchObject({ ok: true, from: { events: [] }, to: { events: [] } });
  const more = transferPoints(moved.from.state, moved.to.state, { key: "t2", at: when, points: 100 }, program);
  expect(more).toMatchObject({ ok: false, side: "from", error: { code: "INSUFFICIENT_POINTS" } });
});

describe("L20 competing rules", () => {
  const rules = [
    { id: "A", rates: { USD: { points: "1", per: "10.00" } }, mode: "whole-increments" },
    { id: "B", points: 5, minimumSpend: "20.00" },
  ];
  const promotions = [
    { id: "P1", times: "2", createdAt: "2026-01-01" },
    { id: "P2", add: 5, createdAt: "2026-02-01" },
  ];
  const program = (changes: object) =>
    programOf({ earning: { rules, promotions, combine: "best-of", promotionCombine: "latest", ...changes } });
  test.each([
    ["30.00", 10, "B"],
    ["15.00", 6, "A"],
    ["9.99", 0, undefined],
  ])("%s earns %i by %s", (amount, total, rule) => {
    const { points, reasons } = quoteEarn(orderOf("O", amount, at), program({}));
    expect(points).toBe(total);
    expect(reasons.find(({ code }) => code === "loyalty.rule-applied")?.params.rule).toBe(rule);
    const promotion = reasons.find(({ code }) => code === "loyalty.promotion-applied")?.params.promotion;
    expect(promotion).toBe(total === 0 ? undefined : "P2");
  });

  test("all together, and in any order", () => {
    expect(pointsFor("30.00", program({ combine: "sum", promotionCombine: "multiply" }))).toBe(21);
    const turned = { rules: [...rules].reverse(), promotions: [...promotions].reverse() };
    expect(pointsFor("30.00", program({ ...turned, combine: "sum", promotionCombine: "multiply" }))).toBe(21);
    expect(pointsFor("30.00", program(turned))).toBe(10);
  });
});

describe("L21 points plus cash", () => {
  test("a share of the order, in multiples", () => {
    const program = programOf({
      redemption: {
        points: 100,
        worth: { amount: "1.00", currency: "USD" },
        multiplesOf: 100,
        minimum: 500,
        maxShareOfOrder: "0.50",
      },
    });
    const account = new Driven(program).open([{ points: 1730, earnedAt: "2026-01-01T00:00:00Z", expiresAt: null }]);
    const order = orderOf("O", "23.70", at);
    const ask = (points: number) => quoteRedemption({ points, order }, program, { account: account.state, at });
    expect(ask(5000)).toMatchObject({ ok: true, points: 1100, worth: { amount: "11.00" }, due: { amount: "12.70" } });
    account.do({ type: "redeem", at, points: 1100, order });
    expect(account.at(at)).toBe(630);
    expect(ask(450)).toMatchObject({ ok: false, error: { code: "BELOW_MINIMUM" } });
  });

  test("a reward is whole or not at all", () => {
    const program = programOf({
      redemption: { points: 2, worth: { amount: "3.00", currency: "USD" }, multiplesOf: 2 },
    });
    const account = new Driven(program).open([{ points: 3, earnedAt: "2026-01-01T00:00:00Z", expiresAt: null }]);
    const quote = quoteRedemption({ order: orderOf("O", "30.00", at) }, program, { account: account.state, at });
    expect(quote).toMatchObject({ points: 2, worth: { amount: "3.00" } });
    account.do({ type: "redeem", at, points: 2 });
    expect(account.at(at)).toBe(1);
  });
});

describe("L22 a birthday on 29 February", () => {
  const account = (leapDay: "feb28" | "mar1") =>
    new Driven(
      programOf({
        timeZone: "Europe/Madrid",
        earning: {
          rules: [
            { id: "spend", rates: { USD: { points: "1", per: "1.00" } } },
            { id: "birthday", activity: "birthday", points: 200, oncePer: "calendar-year", birthday: { leapDay } },
          ],
        },
      }),
    );
  const born = (day: string) => ({ "customer.birthday": day });
  test.each([
    ["feb28", 2027, "2027-02-27T23:00:00Z"],
    ["mar1", 2027, "2027-02-28T23:00:00Z"],
    ["feb28", 2028, "2028-02-28T23:00:00Z"],
    ["mar1", 2028, "2028-02-28T23:00:00Z"],
  ] as const)("%s in %i is due from %s", (leapDay, _, due) => {
    const before = new Date(Date.parse(due) - 1).toISOString();
    const command = { type: "activity", activity: "birthday", customer: born("2000-02-29") } as const;
    expect(account(leapDay).refusal({ ...command, at: before })).toMatchObject({
      code: "NOT_DUE",
      dueAt: new Date(due).toISOString(),
    });
    expect(account(leapDay).do({ ...command, at: due })).toMatchObject({ points: 200 });
  });

  test("once a year, whatever the birthday becomes", () => {
    const member = account("feb28");
    member.do({ type: "activity", activity: "birthday", at: "2027-02-28T10:00:00Z", customer: born("2000-02-29") });
    member.do({ type: "activity", activity: "birthday", at: "2027-06-15T10:00:00Z", customer: born("2000-06-15") });
    expect(member.at("2027-12-31T00:00:00Z")).toBe(200);
  });
});
