import { summarizePurchases } from "clientele/history";
import {
  adjustPoints,
  breakageRate,
  deferredRevenue,
  emptyAccount,
  type LoyaltyKind,
  loyaltyIndex,
  pointCohorts,
  pointsLiability,
} from "clientele/loyalty";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Driven, orderOf, programOf, usd } from "./support/account.js";

const paying = (more: object = {}) => programOf({ redemption: { points: 100, worth: usd("1.00") }, ...more });

describe("what a programme owes", () => {
  const program = paying({
    type: { expiry: { type: "after-earn", after: { months: 12 } } },
    returns: { policy: "allow-negative" },
  });
  const account = new Driven(program);
  account.earn("A", "500.00", "2026-01-10T00:00:00Z");
  account.earn("B", "300.00", "2026-02-10T00:00:00Z");
  account.do({ type: "adjust", at: "2026-02-11T00:00:00Z", points: 50, reason: "welcome", origin: "promotional" });
  account.do({ type: "redeem", at: "2026-02-12T00:00:00Z", points: 200 });
  account.do({ type: "hold", at: "2026-02-13T00:00:00Z", holdId: "cart", points: 100, until: "2026-02-20" });
  const at = (instant: string, breakage?: number) =>
    pointsLiability([account.state], program, { at: instant, ...(breakage !== undefined && { breakage }) });

  test("sales apart from gifts, points on hold included", () => {
    expect(at("2026-02-13")).toMatchObject({
      outstanding: 650,
      liability: usd("6.00"),
      provision: usd("0.50"),
      owed: 0,
      cohorts: [
        { month: "2026-01-01", outstanding: 300, liability: usd("3.00") },
        { month: "2026-02-01", outstanding: 350, liability: usd("3.50") },
      ],
    });
  });

  test("less what is never redeemed; nothing for all of it", () => {
    expect([0.25, 1].map((breakage) => at("2026-02-13", breakage).liability)).toEqual([usd("4.50"), usd("0.00")]);
  });

  test("expired points are owed no more, swept or not, at the very instant", () => {
    expect(at("2027-01-09T23:59:59.999Z").outstanding).toBe(650);
    expect(at("2027-01-10T00:00:00Z").outstanding).toBe(350);
  });

  test("debts are told apart", () => {
    const indebted = new Driven(program);
    indebted.earn("A", "50.00", "2026-01-10T00:00:00Z");
    indebted.do({ type: "redeem", at: "2026-01-11T00:00:00Z", points: 50 });
    indebted.do({ type: "refund", at: "2026-01-12T00:00:00Z", orderId: "A", cumulative: usd("50.00") });
    expect(pointsLiability([indebted.state], program, { at: "2026-02-01" })).toMatchObject({
      outstanding: 0,
      owed: 50,
    });
  });

  test("a programme whose points buy nothing is refused", () => {
    expect(() => pointsLiability([], programOf(), { at: "2026-02-01" })).toThrow("what points are worth");
    expect(() => pointsLiability([], program, { at: "2026-02-01", breakage: 1.5 })).toThrow("0 to 1");
  });
});

describe("cohorts and breakage", () => {
  const program = paying({ type: { expiry: { type: "after-earn", after: { months: 1 } } } });

  test("what became of the points of each month", () => {
    const account = new Driven(program);
    account.earn("A", "100.00", "2026-01-10T00:00:00Z");
    account.do({ type: "redeem", at: "2026-01-20T00:00:00Z", key: "r", points: 60 });
    account.do({ type: "reverse-redemption", at: "2026-01-21T00:00:00Z", redemptionKey: "r", points: 10 });
    account.do({ type: "refund", at: "2026-01-22T00:00:00Z", orderId: "A", cumulative: usd("20.00") });
    account.earn("B", "40.00", "2026-03-01T00:00:00Z");
    const cohorts = pointCohorts([account.events], { at: "2026-03-15" });
    expect(cohorts).toEqual([
      { month: "2026-01-01", issued: 100, redeemed: 50, expired: 30, clawed: 20, outstanding: 0 },
      { month: "2026-03-01", issued: 40, redeemed: 0, expired: 0, clawed: 0, outstanding: 40 },
    ]);
    // March is not over: it tells nothing yet.
    expect(breakageRate(cohorts)).toEqual({ status: "known", value: 30 / 80, reasons: [] });
  });

  test("nothing that is over: unknown", () => {
    expect(breakageRate([])).toMatchObject({ status: "unknown", missing: ["cohorts"] });
  });

  test("months are those of the zone", () => {
    const account = new Driven(program);
    account.earn("A", "100.00", "2026-01-31T20:00:00Z");
    const months = ["UTC", "Asia/Shanghai"].map(
      (timeZone) => pointCohorts([account.events], { at: "2026-02-02", timeZone })[0]?.month,
    );
    expect(months).toEqual(["2026-01-01", "2026-02-01"]);
  });
});

describe("deferred revenue", () => {
  // IFRS 15, Example 52 (IE267 to IE270): goods of 100,000, 10,000 points of 0.95 each.
  const sale = { price: usd("100000.00"), points: 10_000, pointPrice: usd("0.95") };

  test("Example 52 of IFRS 15", () => {
    const [first, second] = deferredRevenue(sale, [
      { redeemed: 4500, expectedInAll: 9500 },
      { redeemed: 8500, expectedInAll: 9700 },
    ]);
    const [points, goods] = [Number(first?.recognised.amount) + Number(first?.deferred.amount), 100_000];
    expect([Math.round(goods - points), Math.round(points)]).toEqual([91_324, 8_676]);
    expect(Math.round(Number(first?.recognised.amount))).toBe(4_110);
    expect(Math.round(Number(second?.recognised.amount))).toBe(3_493);
    expect(Math.round(Number(second?.deferred.amount))).toBe(1_073);
  });

  test("a higher estimate takes back what was recognised too early", () => {
    const [, second] = deferredRevenue(sale, [
      { redeemed: 4500, expectedInAll: 5000 },
      { redeemed: 4500, expectedInAll: 9000 },
    ]);
    expect(second?.recognised.amount).toBe("-3470.32");
  });

  test("recognised and deferred are always the share of the points", () => {
    const period = fc.record({
      redeemed: fc.integer({ min: 0, max: 10_000 }),
      expectedInAll: fc.integer({ min: 1, max: 10_000 }),
    });
    fc.assert(
      fc.property(fc.array(period, { minLength: 1, maxLength: 6 }), (periods) => {
        let recognised = 0;
        for (const each of deferredRevenue(sale, periods)) {
          recognised += Math.round(Number(each.recognised.amount) * 100);
          expect(recognised + Math.round(Number(each.deferred.amount) * 100)).toBe(867_580);
        }
      }),
    );
  });

  test.each([
    ["a price below zero", { ...sale, price: usd("-1.00") }, []],
    ["two currencies", { ...sale, pointPrice: { amount: "0.95", currency: "EUR" } }, []],
    ["more redeemed than there are", sale, [{ redeemed: 10_001, expectedInAll: 10_001 }]],
    ["nothing expected", sale, [{ redeemed: 0, expectedInAll: 0 }]],
    ["half a point", sale, [{ redeemed: 0.5, expectedInAll: 10 }]],
    ["no number", sale, [{ redeemed: Number.NaN, expectedInAll: 10 }]],
  ])("refuses %s", (_, given, periods) => {
    expect(() => deferredRevenue(given, periods)).toThrow(expect.objectContaining({ code: "INVALID_DEFERRAL" }));
  });
});

describe("loyalty by deed and by attitude", () => {
  const buys = { ann: 4, ben: 4, eve: 1, joe: 1, zoe: 2 };
  const base = summarizePurchases(
    Object.entries(buys).flatMap(([customerId, count]) =>
      Array.from({ length: count }, (_, month) =>
        orderOf(`${customerId}${month}`, "9.00", `2026-0${month + 1}-01T00:00:00Z`, { customerId }),
      ),
    ),
    { asOf: "2026-06-01" },
  );
  const kinds = (values: number[], known = values.map(() => 1), options = {}) =>
    Object.fromEntries(
      [...loyaltyIndex(base, { values, known } as never, options)].map((row): [string, LoyaltyKind | string] => [
        row.customerId,
        row.class.status === "known" ? row.class.value : row.class.missing.join(),
      ]),
    );

  test("four kinds, both bounds included", () => {
    // Repeat rates 0.75, 0.75, 0, 0, 0.5: the median is 0.5, which zoe has.
    expect(kinds([0.9, 0.69, 0.7, 0, 0.7])).toEqual({
      ann: "true",
      ben: "spurious",
      eve: "latent",
      joe: "none",
      zoe: "true",
    });
    expect(kinds([0.9, 0.9, 0.9, 0.9, 0.9], undefined, { repeatRate: 0.51 }).zoe).toBe("latent");
  });

  test("who was not asked is unknown", () => {
    expect(kinds([0.9, 0.9, 0.9, 0.9, 0.9], [1, 0, 1, 1, 1]).ben).toBe("attitude");
  });

  test("a column of another base is refused", () => {
    expect(() => kinds([0.9])).toThrow("a column of 5 rows");
  });
});

test("a verb gives what the decider gives", () => {
  const program = paying();
  const given = adjustPoints(emptyAccount(program), { key: "g", at: "2026-01-01", points: 7, reason: "gift" }, program);
  const same = new Driven(program).try({ type: "adjust", key: "g", at: "2026-01-01", points: 7, reason: "gift" });
  expect(given).toEqual(same);
});
