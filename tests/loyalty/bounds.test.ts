import { expiryNoticeWindow, openLots, pointCohorts, pointsLiability, quoteEarn } from "clientele/loyalty";
import { describe, expect, test } from "vitest";
import { codeOf, faultOf } from "../support/fault-of.js";
import { Driven, may, orderOf, programOf, refund, usd } from "./support/account.js";

describe("a refund that takes more than its own lot holds", () => {
  /** 100 of O, of which 80 are redeemed; then 50 of P. */
  const spent = (policy: string): Driven => {
    const account = new Driven(programOf({ returns: { policy } as never }));
    account.earn("O", "100.00", may(1));
    account.do({ type: "redeem", at: may(2), points: 80 });
    account.earn("P", "50.00", may(3));
    return account;
  };

  test.each([
    ["only-pending", { clawed: 0, waived: 100, debt: 0 }, 70],
    ["within-balance", { clawed: 70, waived: 30, debt: 0 }, 0],
    ["allow-negative", { clawed: 100, waived: 0, debt: 30 }, -30],
  ] as const)("%s", (policy, outcome, left) => {
    const account = spent(policy);
    expect(refund(account, "O", "100.00", may(4))).toMatchObject(outcome);
    expect(account.at(may(4))).toBe(left);
  });

  test("takes no more from the others than is left to take", () => {
    const account = spent("within-balance");
    expect(refund(account, "O", "50.00", may(4))).toMatchObject({ clawed: 50, waived: 0 });
    expect(account.at(may(4))).toBe(20);
  });

  test("leaves alone what is pending for another order", () => {
    const account = new Driven(programOf({ type: { pending: { days: 14 } }, returns: { policy: "within-balance" } }));
    account.earn("O", "100.00", may(1));
    account.do({ type: "redeem", at: may(15), points: 80 });
    account.earn("Q", "40.00", may(16));
    expect(refund(account, "O", "100.00", may(17))).toMatchObject({ clawed: 20, waived: 80 });
    expect(account.at(may(30))).toBe(40);
  });
});

describe("opening balances", () => {
  const opening = (program: ReturnType<typeof programOf>, tier?: string) =>
    new Driven(program).refusal({
      type: "import-opening",
      at: may(1),
      lots: [],
      ...(tier !== undefined && { tier: { id: tier, validThrough: "2027-01-01" } }),
    });

  test("a tier that the programme does not have is refused", () => {
    expect(opening(programOf(), "silver")).toEqual({ code: "TIER_NOT_FOUND", tier: "silver" });
    expect(opening(programOf())).toBeUndefined();
    const levels = [
      { id: "regular", from: "2" },
      { id: "silver", from: "9" },
    ];
    const tiered = programOf({
      tiers: { basis: "visits", window: { type: "calendar", period: "year" }, levels } as never,
    });
    expect(["regular", "silver", "gold"].map((tier) => opening(tiered, tier)?.code)).toEqual([
      undefined,
      undefined,
      "TIER_NOT_FOUND",
    ]);
  });

  test("points that end by inactivity live on from the day of the import; those with a day of their own do not", () => {
    const expiry = { type: "inactivity", after: { months: 6 }, activity: ["earn"] };
    const account = new Driven(programOf({ type: { expiry } })).open([
      { points: 100, earnedAt: "2025-03-01", expiresAt: null },
      { points: 50, earnedAt: "2025-03-01", expiresAt: "2026-08-01" },
    ]);
    expect(["2026-06-30T23:59:59.999Z", "2026-07-01T00:00:00Z"].map((at) => account.at(at))).toEqual([150, 50]);
    account.earn("O", "1.00", "2026-06-01T00:00:00Z");
    expect(["2026-07-31T23:59:59.999Z", "2026-08-01T00:00:00Z"].map((at) => account.at(at))).toEqual([151, 101]);
    expect(account.at("2026-12-01T00:00:00Z")).toBe(0);
  });

  test("no lot ends when it begins", () => {
    const lot = (expiresAt: string) => () =>
      new Driven(programOf()).open([{ points: 1, earnedAt: may(1), expiresAt }], may(1));
    expect(codeOf(lot(may(1)))).toBe("INVALID_LOYALTY_COMMAND");
    expect(codeOf(lot("2026-05-01T00:00:00.001Z"))).toBeUndefined();
  });
});

test("an order without lines is told as one line", () => {
  expect(quoteEarn(orderOf("O", "10.50", may(1)), programOf()).lines).toMatchObject([
    { sku: null, points: 10, eligible: "10.50" },
  ]);
});

test("a promotion of one line multiplies its share of what was earned together", () => {
  const lines = [
    { sku: "tea", net: "30.00" },
    { sku: "cup", net: "70.00" },
  ];
  const when = { type: "compare", subject: { type: "item", field: "sku" }, op: "eq", value: "tea" };
  const program = programOf({
    rule: { rates: { USD: { points: "1", per: "10.00" } }, mode: "whole-increments" },
    earning: { promotions: [{ id: "tea", times: "2", on: "line", when }] },
  });
  // Ten steps of 10.00 from both lines; three tenths of them count twice.
  expect(quoteEarn(orderOf("O", "100.00", may(1), { lines }), program).points).toBe(13);
  expect(quoteEarn(orderOf("O", "100.00", may(1), { lines: [{ sku: "tea", net: "100.00" }] }), program).points).toBe(
    20,
  );
  expect(quoteEarn(orderOf("O", "100.00", may(1), { lines: [{ sku: "cup", net: "100.00" }] }), program).points).toBe(
    10,
  );
});

test("cohorts stand by month, in whatever order the points came", () => {
  const program = programOf({ redemption: { points: 100, worth: usd("1.00") } });
  const account = new Driven(program).open([
    { points: 30, earnedAt: "2025-11-20", expiresAt: null },
    { points: 10, earnedAt: "2025-02-20", expiresAt: null },
    { points: 20, earnedAt: "2025-06-20", expiresAt: null },
  ]);
  const months = ["2025-02-01", "2025-06-01", "2025-11-01"];
  expect(pointCohorts([account.events], { at: may(1) }).map(({ month }) => month)).toEqual(months);
  const { cohorts } = pointsLiability([account.state], program, { at: may(1), breakage: 0 });
  expect(cohorts.map(({ month }) => month)).toEqual(months);
});

test("hours end with the month in which they end, days with the month of their day", () => {
  const ends = (after: object): string | null => {
    const account = new Driven(programOf({ type: { expiry: { type: "after-earn", after, through: "local-month" } } }));
    account.earn("O", "1.00", "2026-05-30T20:00:00Z");
    return openLots(account.state, "2026-05-30T21:00:00Z")[0]!.expiresAt;
  };
  expect([{ hours: 27 }, { hours: 28 }, { days: 1 }, { days: 2 }].map(ends)).toEqual([
    "2026-06-01T00:00:00.000Z",
    "2026-07-01T00:00:00.000Z",
    "2026-06-01T00:00:00.000Z",
    "2026-07-01T00:00:00.000Z",
  ]);
});

test("a rule that looks at the clock is judged at the moment of each order, in any order of orders", () => {
  const when = { type: "compare", subject: { type: "now", part: "weekday" }, op: "eq", value: 5 };
  const program = programOf({ rule: { when } });
  // The first, eighth and fifteenth of May 2026 are Fridays.
  const points = [1, 2, 1, 8, 9, 15].map((day) => quoteEarn(orderOf("O", "9.00", may(day)), program).points);
  expect(points).toEqual([9, 0, 9, 9, 0, 9]);
});

test("notice is given by whole days from zero, and points have a worth where the programme says one", () => {
  const account = new Driven(programOf({ type: { expiry: { type: "after-earn", after: { days: 30 } } } }));
  const notice = (options: object) => () => expiryNoticeWindow(account.state, account.program, options as never);
  expect(notice({ at: may(1), days: { min: 0, max: 0 } })()).toBeNull();
  for (const days of [{ min: -1, max: 0 }, { min: 0, max: -1 }, { min: 0, max: 1.5 }, { min: 0 }, undefined]) {
    expect([days, codeOf(notice({ at: may(1), days }))]).toEqual([days, "INVALID_OPTIONS"]);
  }
  const worthless = (): unknown => pointsLiability([account.state], account.program, { at: may(1), breakage: 0 });
  expect(faultOf(worthless).path).toEqual(["program", "redemption"]);
});
