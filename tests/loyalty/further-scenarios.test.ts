import {
  checkLoyaltyInvariants,
  deserializeAccount,
  type LoyaltyProgram,
  mergeAccounts,
  openLots,
  pointsBalance,
  quoteEarn,
  quoteRedemption,
  serializeAccount,
  tierStatus,
  unmergeAccounts,
} from "clientele/loyalty";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Driven, may, orderOf, programOf, refund, usd } from "./support/account.js";

const balanceOf = (account: Driven, at: string, pointType = "points") =>
  pointsBalance(account.state, at, { pointType });

describe("what rounding leaves over, carried on", () => {
  const program = programOf({
    rule: { rates: { USD: { points: "1", per: "10.00" } } },
    earning: { rounding: { mode: "floor", at: "order", remainder: "carry" } },
  });

  test("a refund in parts takes what one takes, and gives back what the order had used of it", () => {
    for (const parts of [["7.50", "15.00"], ["15.00"]]) {
      const account = new Driven(program);
      expect(account.earn("A", "15.00", may(1)).points).toBe(1);
      expect(account.earn("B", "15.00", may(2)).points).toBe(2);
      for (const part of parts) refund(account, "B", part, may(3));
      expect(account.at(may(4))).toBe(1);
      expect(account.earn("C", "5.00", may(5)).points).toBe(1); // 15.00 + 5.00 kept are two points in all
    }
  });

  test("orders that are given back leave nothing over", () => {
    const account = new Driven(program);
    for (const id of ["A", "B", "C", "D"]) {
      expect(account.earn(id, "9.00", may(1)).points).toBe(0);
      refund(account, id, "9.00", may(2));
    }
    const early = new Driven(program);
    refund(early, "E", "6.00", may(1));
    early.earn("E", "9.00", may(2));
    expect(early.earn("F", "6.00", may(3)).points).toBe(0); // 3.00 + 6.00
    expect(early.earn("G", "1.00", may(3)).points).toBe(1);
  });

  test("points and what is left over are the exact worth of what was kept, whatever is given back in which parts", () => {
    const steps = fc.array(fc.record({ order: fc.nat(4), cents: fc.integer({ min: 1, max: 4000 }) }), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(steps, (list) => {
        const account = new Driven(program);
        const kept = new Map<number, { amount: number; back: number }>();
        for (const { order, cents } of list) {
          const known = kept.get(order);
          if (known === undefined) {
            account.earn(`O${order}`, (cents / 100).toFixed(2), may(1));
            kept.set(order, { amount: cents, back: 0 });
          } else {
            known.back = Math.max(known.back, Math.min(known.amount, cents));
            refund(account, `O${order}`, (known.back / 100).toFixed(2), may(2));
          }
        }
        const cents = [...kept.values()].reduce((all, { amount, back }) => all + amount - back, 0);
        const [n = "0", d = "1"] = (account.state.current.carries.points ?? "0/1").split("/");
        expect(Math.round(1000 * (account.at(may(3)) + Number(n) / Number(d)))).toBe(cents);
      }),
    );
  });
});

describe("two accounts of one person", () => {
  const merged = (from: Driven, to: Driven, at: string): Driven => {
    const found = mergeAccounts(from.state, to.state, { key: "m", at }, to.program);
    if (!found.ok) throw new Error(found.error.code);
    expect(checkLoyaltyInvariants(found.to.state, at)).toEqual([]);
    const undone = unmergeAccounts(found.from.state, found.to.state, { key: "u", at }, to.program);
    expect(undone.ok && [undone.from.state.current, undone.to.state.current]).toEqual([
      from.state.current,
      to.state.current,
    ]);
    // Also where it has more keys of the other than events of its own.
    return new Driven(to.program, deserializeAccount(serializeAccount(found.to.state)));
  };
  const opened = (points: number, program: LoyaltyProgram = programOf()) =>
    new Driven(program).open([{ points, earnedAt: "2026-01-01", expiresAt: null }]);

  test("that used one redemption key: each redemption is reversed by a name of its own", () => {
    const [from, to] = [opened(100), opened(100)];
    from.do({ type: "redeem", key: "r", at: may(1), points: 30 });
    to.do({ type: "redeem", key: "r", at: may(1), points: 50 });
    const account = merged(from, to, may(2));
    expect(account.at(may(2))).toBe(120);
    expect(account.do({ type: "reverse-redemption", at: may(3), redemptionKey: "r" }).restored).toBe(50);
    expect(account.do({ type: "reverse-redemption", at: may(3), redemptionKey: "r (m)" }).restored).toBe(30);
    expect(account.at(may(3))).toBe(200);
  });

  test("that both used a reward for one order: both come back with its refund", () => {
    const rewards = [{ id: "r", points: 20, restoreOn: "full-refund" as const }];
    const program = programOf({ redemption: { points: 100, worth: usd("1.00"), rewards } });
    const [from, to] = [opened(100, program), opened(100, program)];
    for (const each of [from, to]) each.do({ type: "redeem", key: "r", at: may(1), rewardId: "r", orderId: "O" });
    to.earn("O", "10.00", may(1));
    const account = merged(from, to, may(2));
    expect(refund(account, "O", "10.00", may(3))).toMatchObject({ clawed: 10, restored: 40 });
    expect(account.at(may(3))).toBe(200);
  });

  test("that were both told of one order: it counts once, and its refund takes it back once", () => {
    const tiers = {
      basis: "spend" as const,
      window: { type: "calendar" as const, period: "year" as const },
      levels: [{ id: "silver", from: "150" }],
    };
    const [from, to] = [new Driven(programOf({ tiers })), new Driven(programOf({ tiers }))];
    for (const each of [from, to]) each.earn("O", "100.00", may(1));
    refund(from, "O", "20.00", may(2));
    const account = merged(from, to, may(3));
    expect(account.at(may(3))).toBe(80);
    expect(tierStatus(account.state, account.program, may(3)).tier).toBe(null);
    expect(refund(account, "O", "100.00", may(4))).toMatchObject({ clawed: 80, waived: 0 });
    expect(account.at(may(4))).toBe(0);
  });
});

describe("several currencies and kinds of points", () => {
  test("each currency by its own rate and decimals, in any order of the table", () => {
    const rates = {
      JPY: { points: "1", per: "100" },
      EUR: { points: "3", per: "2.00" },
      BHD: { points: "1", per: "0.500" },
    };
    const program = programOf({ rule: { rates } });
    const account = new Driven(program);
    const earn = (id: string, amount: string, currency: string) =>
      account.earn(id, amount, may(1), { currency }).points;
    expect([earn("A", "1999", "JPY"), earn("B", "7.99", "EUR"), earn("C", "2.499", "BHD")]).toEqual([19, 11, 4]);
    const back = (orderId: string, amount: string, currency: string) =>
      account.do({ type: "refund", at: may(2), orderId, cumulative: { amount, currency } }).clawed;
    expect([back("A", "1000", "JPY"), back("B", "4.00", "EUR"), back("C", "0.500", "BHD")]).toEqual([10, 6, 1]); // 9.99 → 9; 5.985 → 5; 3.998 → 3
    expect(account.at(may(3))).toBe(17);
    const yen = { type: "refund" as const, at: may(3), orderId: "A", cumulative: { amount: "10.50", currency: "JPY" } };
    expect(() => account.try(yen)).toThrow("AMOUNT_TOO_FINE");
  });

  test("one refund takes from each kind what the order gave of it", () => {
    const program = programOf({
      ...({
        pointTypes: [{ id: "growth", pending: { days: 10 } }, { id: "points" }],
        earning: {
          rules: [
            { id: "spend", pointType: "points", rates: { USD: { points: "1", per: "1.00" } } },
            { id: "grow", pointType: "growth", rates: { USD: { points: "3", per: "2.00" } } },
          ],
        },
      } as object),
      redemption: { pointType: "points", points: 100, worth: usd("1.00") },
    });
    const account = new Driven(program);
    account.earn("O", "41.00", may(1)); // 41 points, 61 growth
    account.do({ type: "redeem", at: may(2), points: 30 });
    expect(refund(account, "O", "20.50", may(3))).toMatchObject({ clawed: 11, waived: 10 }); // 41 − 20 = 21, of which 11 are there
    expect(balanceOf(account, may(3))).toMatchObject({ available: 0 });
    expect(balanceOf(account, may(3), "growth")).toMatchObject({ available: 0, pending: 30 }); // 61 − 31
    refund(account, "O", "41.00", may(20));
    expect(balanceOf(account, may(20), "growth")).toMatchObject({ available: 0, pending: 0 });
  });
});

describe("days of promotions", () => {
  const on = (days: object, more: object = {}) =>
    programOf({ timeZone: "Asia/Shanghai", earning: { promotions: [{ id: "p", times: "2", days, ...more }] } });

  test("a birthday in a leap month is kept in the plain month, every year", () => {
    const customer = { "customer.birthday": { calendar: "chinese", month: 6, day: 1, leapMonth: true } as const };
    const points = (day: string) =>
      quoteEarn(orderOf("O", "10.00", `${day}T12:00:00+08:00`), on({ type: "birthday", of: "day" }), { customer })
        .points;
    // 2025 has a leap sixth month from 25 July, its plain one from 25 June; the sixth month of 2026 begins on 14 July.
    expect([points("2025-07-25"), points("2025-06-25"), points("2026-07-14"), points("2026-07-15")]).toEqual([
      10, 20, 20, 10,
    ]);
  });

  test("the 31st and the 1st around the end of the year, on the clock of the programme", () => {
    const window = { startsAt: "2026-12-31", endsAt: "2027-01-02" };
    const program = on({ type: "month-days", days: [31, 1] }, window);
    const points = (at: string) => quoteEarn(orderOf("O", "10.00", at), program).points;
    expect([
      points("2026-12-30T15:59:59.999Z"),
      points("2026-12-30T16:00:00Z"),
      points("2026-12-31T16:00:00Z"),
      points("2027-01-01T15:59:59.999Z"),
      points("2027-01-01T16:00:00Z"),
    ]).toEqual([10, 20, 20, 20, 10]);
    expect(points("2026-10-31T04:00:00Z")).toBe(10);
  });

  test("ties: the higher priority, then the id that comes first, whatever the order of the list", () => {
    const tied = [
      { id: "b", times: "2", createdAt: "2026-01-01" },
      { id: "a", add: 10, createdAt: "2026-01-01" },
      { id: "c", times: "2", createdAt: "2026-01-01", priority: -1 },
    ];
    for (const promotions of [tied, [...tied].reverse()]) {
      for (const [promotionCombine, amount, id] of [
        ["latest", "10.00", "a"],
        ["max", "10.00", "a"], // all are worth 20
        ["max", "11.00", "b"],
      ]) {
        const program = programOf({ earning: { promotions, promotionCombine } });
        const { reasons } = quoteEarn(orderOf("O", amount as string, may(1)), program);
        expect(reasons.filter(({ code }) => code === "loyalty.promotion-applied").map(({ params }) => params)).toEqual([
          { promotion: id },
        ]);
      }
    }
  });
});

describe("in whatever order messages come", () => {
  const steps = {
    earn: (account: Driven) => account.earn("O", "100.00", may(1)),
    redeem: (account: Driven) => account.do({ type: "redeem", at: may(9), points: 30 }),
    refund: (account: Driven) => refund(account, "O", "50.00", may(9)),
    more: (account: Driven) => refund(account, "O", "60.00", may(9)),
  };
  test.each([
    ["earn redeem refund more"],
    ["earn refund redeem more"],
    ["earn refund more redeem"],
    ["refund earn redeem more"],
    ["refund more earn redeem"],
    ["more refund earn redeem"],
    ["more earn refund redeem"],
    ["earn more refund redeem"],
  ])("%s: ten points are left", (order) => {
    const account = new Driven(programOf());
    for (const step of order.split(" ")) steps[step as keyof typeof steps](account);
    expect(account.at(may(9))).toBe(10); // 100 − 60 − 30
  });

  test.each([
    ["only-pending", { clawed: 0, waived: 50, debt: 0 }, 40],
    ["within-balance", { clawed: 40, waived: 10, debt: 0 }, 0],
    ["allow-negative", { clawed: 50, waived: 0, debt: 10 }, -10],
  ] as const)("a refund after a redemption, %s", (policy, outcome, left) => {
    const account = new Driven(programOf({ returns: { policy } }));
    account.earn("O", "100.00", may(1));
    account.do({ type: "redeem", at: may(2), points: 60 });
    expect(refund(account, "O", "50.00", may(3))).toMatchObject(outcome);
    expect(account.at(may(3))).toBe(left);
    expect(refund(account, "O", "50.00", may(4))).toMatchObject({ clawed: 0, waived: 0 });
  });

  test("two pending lots pay a debt as each becomes active, first in first out", () => {
    const type = { pending: { days: 10 }, consumption: "fifo" };
    const account = new Driven(programOf({ type, returns: { policy: "allow-negative" } }));
    account.earn("O", "30.00", may(1));
    account.do({ type: "redeem", at: may(11), points: 30 });
    refund(account, "O", "30.00", may(12));
    account.earn("A", "20.00", may(13)); // active on the 23rd
    account.earn("B", "25.00", may(14)); // active on the 24th
    const seen = [may(22), may(23), may(24)].map((at) => balanceOf(account, at));
    expect(seen.map(({ available, pending, debt }) => [available, pending, debt])).toEqual([
      [-30, 45, 30],
      [-10, 25, 10],
      [15, 0, 0],
    ]);
    expect(openLots(account.state, may(24)).map(({ lotId, remaining }) => [lotId, remaining])).toEqual([
      ["earn:B", 15],
    ]);
  });
});

describe("at a boundary", () => {
  test("a cap by local day holds the 25 and the 23 hours of a day when clocks change", () => {
    const caps = [{ points: 100, per: "local-day" }];
    const account = new Driven(programOf({ timeZone: "America/New_York", earning: { caps } }));
    const earn = (at: string) => account.earn(at, "60.00", at).points;
    expect([earn("2026-11-01T03:59:59Z"), earn("2026-11-01T04:00:00Z")]).toEqual([60, 60]);
    expect([earn("2026-11-02T04:59:59Z"), earn("2026-11-02T05:00:00Z")]).toEqual([40, 60]);
    expect([earn("2026-03-08T05:00:00Z"), earn("2026-03-09T03:59:59Z"), earn("2026-03-09T04:00:00Z")]).toEqual([
      60, 40, 60,
    ]);
  });

  test("a tier falls one level at a time when its validity and its grace are over", () => {
    const levels = ["silver", "gold", "platinum"].map((id, index) => ({ id, from: String(500 * 2 ** index) }));
    const program = programOf({
      timeZone: "America/New_York",
      tiers: {
        basis: "spend",
        window: { type: "calendar", period: "year" },
        validThrough: "end-of-next-period",
        downgrade: "one-down",
        grace: { days: 31 },
        levels,
      },
    });
    const account = new Driven(program);
    account.earn("O", "2000.00", "2025-11-01T15:00:00Z");
    const tier = (at: string) => tierStatus(account.state, program, at).tier;
    expect([tier("2025-11-01T14:59:59.999Z"), tier("2025-11-01T15:00:00Z")]).toEqual([null, "platinum"]);
    // Platinum for 2025 and 2026, and the first of February 2027 begins at 05:00 in UTC.
    expect([tier("2027-02-01T04:59:59.999Z"), tier("2027-02-01T05:00:00Z")]).toEqual(["platinum", "gold"]);
    expect([tier("2028-02-01T04:59:59.999Z"), tier("2028-02-01T05:00:00Z")]).toEqual(["gold", "silver"]);
    expect([tier("2029-02-01T04:59:59.999Z"), tier("2029-02-01T05:00:00Z")]).toEqual(["silver", null]);
    account.earn("P", "1000.00", "2027-01-15T12:00:00Z"); // within the grace: gold by its own right through 2028
    expect([tier("2027-02-01T05:00:00Z"), tier("2029-02-01T04:59:59.999Z")]).toEqual(["gold", "gold"]);
  });

  test("points and cash: the least, the multiple, the share", () => {
    const terms = { points: 100, worth: usd("1.00"), minimum: 500, multiplesOf: 100, maxShareOfOrder: "0.50" };
    const program = programOf({ redemption: terms });
    const account = new Driven(program).open([{ points: 599, earnedAt: "2026-01-01", expiresAt: null }]);
    const order = (amount: string) => orderOf("O", amount, may(1));
    const quote = (amount: string, points?: number) => {
      const found = quoteRedemption({ order: order(amount), points }, program, { account: account.state, at: may(1) });
      return found.ok ? [found.points, found.due.amount] : found.error.code;
    };
    expect([quote("10.00"), quote("9.99"), quote("100.00"), quote("100.00", 499), quote("100.00", 500)]).toEqual([
      [500, "5.00"],
      "BELOW_MINIMUM", // 4.99 would be 499 points
      [500, "95.00"],
      "BELOW_MINIMUM",
      [500, "95.00"],
    ]);
    const pay = (points: number, amount: string) =>
      account.refusal({ type: "redeem", at: may(1), points, order: order(amount) })?.code;
    expect([pay(500, "9.99"), pay(550, "100.00"), pay(600, "100.00"), pay(500, "10.00")]).toEqual([
      "SHARE_EXCEEDED",
      "NOT_A_MULTIPLE",
      "INSUFFICIENT_POINTS",
      undefined,
    ]);
  });

  test("a closed account stays closed, yet what it gave can still be taken back", () => {
    const account = new Driven(programOf());
    account.earn("O", "100.00", may(1));
    account.do({ type: "close", at: may(2), points: "keep", reason: "moved" });
    for (const command of [
      { type: "open", memberId: "ann" },
      { type: "resume" },
      { type: "redeem", points: 5 },
      { type: "earn", order: orderOf("P", "5.00", may(3)) },
    ] as const)
      expect(account.refusal({ ...command, at: may(3) })).toEqual({ code: "ACCOUNT_CLOSED" });
    expect(account.at(may(3))).toBe(100);
    expect(refund(account, "O", "40.00", may(3))).toMatchObject({ clawed: 40 });
    expect(account.at(may(3))).toBe(60);
  });
});
