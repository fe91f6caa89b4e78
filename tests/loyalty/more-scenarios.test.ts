import {
  checkLoyaltyInvariants,
  mergeAccounts,
  openLots,
  pointsBalance,
  tierStatus,
  transferPoints,
  unmergeAccounts,
} from "clientele/loyalty";
import { describe, expect, test } from "vitest";
import { Driven, may, programOf, refund, usd } from "./support/account.js";

/** `from` into `to`, checked; both driven on from there. */
function merge(from: Driven, to: Driven, at: string, key = "m"): Driven {
  const merged = mergeAccounts(from.state, to.state, { key, at }, to.program);
  if (!merged.ok) throw new Error(merged.error.code);
  expect(checkLoyaltyInvariants(merged.to.state, at)).toEqual([]);
  from.state = merged.from.state;
  return new Driven(to.program, merged.to.state);
}

describe("refunds", () => {
  test("before the order, in parts", () => {
    const account = new Driven(programOf());
    expect(refund(account, "O", "20.00", may(1))).toMatchObject({ clawed: 0 });
    expect(refund(account, "O", "60.00", may(2))).toMatchObject({ clawed: 0 });
    expect(account.earn("O", "100.00", may(3)).points).toBe(100);
    expect(account.at(may(3))).toBe(40);
    // The message of 20 that comes late takes nothing more.
    expect(refund(account, "O", "20.00", may(4))).toMatchObject({ clawed: 0 });
    expect(refund(account, "O", "100.00", may(5))).toMatchObject({ clawed: 40 });
  });

  test("before the order in another currency: the order is refused, not reckoned in it", () => {
    const account = new Driven(programOf());
    account.do({ type: "refund", at: may(1), orderId: "O", cumulative: { amount: "30", currency: "JPY" } });
    const order = { id: "O", customerId: "ann", at: may(2), amount: "100.00", currency: "USD" };
    expect(account.refusal({ type: "earn", at: may(2), order })).toEqual({
      code: "CURRENCY_MISMATCH",
      expected: "JPY",
      received: "USD",
    });
    expect(account.at(may(2))).toBe(0);
  });

  test("by line, then in one sum: what no line tells is spread over the rest", () => {
    const account = new Driven(programOf());
    const lines = [
      { sku: "A", net: "60.00" },
      { sku: "B", net: "40.00" },
    ];
    account.earn("O", "100.00", may(1), { lines });
    expect(refund(account, "O", "30.00", may(2), { lines: [{ sku: "A", cumulative: "30.00" }] })).toMatchObject({
      clawed: 30,
    });
    expect(refund(account, "O", "80.00", may(3))).toMatchObject({ clawed: 50 });
    const more = { type: "refund", at: may(4), orderId: "O", cumulative: usd("100.01") } as const;
    expect(account.refusal(more)).toMatchObject({ code: "REFUND_EXCEEDS_ELIGIBLE" });
    expect(refund(account, "O", "100.00", may(5))).toMatchObject({ clawed: 20 });
    expect(account.at(may(5))).toBe(0);
  });

  test("of a capped order take only what falls below the cap", () => {
    const account = new Driven(programOf({ earning: { caps: [{ points: 200, per: "order" }] } }));
    expect(account.earn("O", "300.00", may(1)).points).toBe(200);
    const taken = ["50.00", "150.00", "300.00"].map((amount, day) => refund(account, "O", amount, may(2 + day)).clawed);
    expect(taken).toEqual([0, 50, 150]);
  });

  test("of whole increments take one when one is broken", () => {
    const account = new Driven(
      programOf({ rule: { rates: { USD: { points: "1", per: "10.00" } }, mode: "whole-increments" } }),
    );
    expect(account.earn("O", "35.00", may(1)).points).toBe(3);
    const taken = ["5.00", "5.01", "15.00", "15.01"].map((amount) => refund(account, "O", amount, may(2)).clawed);
    expect(taken).toEqual([0, 1, 0, 1]);
  });

  test("after expiry count the expired as taken, and what was taken is never reinstated", () => {
    const account = new Driven(programOf({ type: { expiry: { type: "after-earn", after: { months: 1 } } } }));
    const { lotIds } = account.earn("O", "100.00", may(1));
    expect(refund(account, "O", "40.00", "2026-06-02T00:00:00Z")).toMatchObject({ clawed: 0, waived: 0 });
    const back = { lotIds, expiresAt: "2026-08-01T00:00:00Z", reason: "goodwill" };
    expect(account.do({ type: "reinstate", at: "2026-06-03T00:00:00Z", ...back })).toEqual({ points: 60 });
    expect(account.at("2026-06-03T00:00:00Z")).toBe(60);
    expect(refund(account, "O", "100.00", "2026-06-04T00:00:00Z")).toMatchObject({ clawed: 60, waived: 0 });
    expect(account.refusal({ type: "reinstate", at: "2026-06-05T00:00:00Z", ...back })).toMatchObject({
      code: "LOT_NOT_FOUND",
    });
    expect(account.at("2026-06-05T00:00:00Z")).toBe(0);
  });

  test.each([
    ["within-balance", { clawed: 0, waived: 100, debt: 0 }, 0],
    ["allow-negative", { clawed: 100, waived: 0, debt: 100 }, -100],
  ] as const)("of points that were given away, %s", (policy, outcome, balance) => {
    const program = programOf({ returns: { policy } });
    const [ann, ben] = [new Driven(program), new Driven(program)];
    ann.earn("O", "100.00", may(1));
    const moved = transferPoints(ann.state, ben.state, { key: "t", at: may(2), points: 100 }, program);
    if (!moved.ok) throw new Error(moved.error.code);
    [ann.state, ben.state] = [moved.from.state, moved.to.state];
    expect(refund(ann, "O", "100.00", may(3))).toMatchObject(outcome);
    expect([ann.at(may(3)), ben.at(may(3))]).toEqual([balance, 100]);
  });

  test("of an order from before the points were brought over take nothing until the order is told", () => {
    const account = new Driven(programOf()).open([{ points: 200, earnedAt: may(1), expiresAt: null }], may(2));
    expect(refund(account, "old", "30.00", may(3))).toMatchObject({ clawed: 0, waived: 0 });
    expect(account.at(may(3))).toBe(200);
    account.earn("old", "50.00", may(1), {});
    expect(account.at(may(4))).toBe(220);
  });
});

describe("merged accounts", () => {
  const earned = (id: string, amount: string, program = programOf()) => {
    const account = new Driven(program);
    account.earn(id, amount, may(1));
    return account;
  };

  test("an order of the one is refunded out of its own lot", () => {
    const account = merge(earned("A", "100.00"), earned("B", "50.00"), may(2));
    expect(refund(account, "A", "100.00", may(3))).toMatchObject({ clawed: 100 });
    expect(openLots(account.state, may(3)).map(({ lotId, remaining }) => [lotId, remaining])).toEqual([["earn:B", 50]]);
  });

  test("a refund that only the other was told of is taken at the merge", () => {
    for (const isFrom of [true, false]) {
      const [told, buyer] = [new Driven(programOf()), earned("O", "100.00")];
      refund(told, "O", "30.00", may(2));
      const account = isFrom ? merge(told, buyer, may(3)) : merge(buyer, told, may(3));
      expect(account.at(may(3))).toBe(70);
      const [from, to] = isFrom ? [told, account] : [buyer, account];
      const undone = unmergeAccounts(from.state, to.state, { key: "u", at: may(3) }, programOf());
      const sides = undone.ok
        ? [undone.from, undone.to].map(({ state }) => pointsBalance(state, may(3)).available)
        : [];
      expect(sides).toEqual(isFrom ? [0, 100] : [100, 0]);
      expect(refund(account, "O", "30.00", may(4))).toMatchObject({ clawed: 0 });
      expect(refund(account, "O", "100.00", may(5))).toMatchObject({ clawed: 70 });
    }
  });

  test("a refund that both were told of is taken once", () => {
    for (const isFrom of [true, false]) {
      const [told, buyer] = [new Driven(programOf()), earned("O", "100.00")];
      refund(told, "O", "30.00", may(2));
      refund(buyer, "O", "20.00", may(2));
      const account = isFrom ? merge(told, buyer, may(3)) : merge(buyer, told, may(3));
      expect(account.at(may(3))).toBe(70);
      expect(refund(account, "O", "100.00", may(4))).toMatchObject({ clawed: 70, waived: 0 });
    }
  });

  test("what one owes is paid by the points that expire soonest, and the merge can still be undone", () => {
    const program = programOf({ returns: { policy: "allow-negative" } });
    const debtor = new Driven(program);
    debtor.earn("O", "50.00", "2026-01-01T00:00:00Z");
    debtor.do({ type: "redeem", at: "2026-01-02T00:00:00Z", points: 50 });
    refund(debtor, "O", "50.00", "2026-01-03T00:00:00Z");
    const rich = new Driven(program).open(
      [
        { points: 100, earnedAt: "2026-01-01T00:00:00Z", expiresAt: "2026-12-31T00:00:00Z" },
        { points: 50, earnedAt: "2026-02-01T00:00:00Z", expiresAt: "2026-03-15T00:00:00Z" },
      ],
      "2026-02-02T00:00:00Z",
    );
    const account = merge(debtor, rich, "2026-03-01T00:00:00Z");
    expect([account.at("2026-03-02T00:00:00Z"), account.at("2026-03-15T00:00:00Z")]).toEqual([100, 100]);
    const back = unmergeAccounts(debtor.state, account.state, { key: "u", at: "2026-03-02T00:00:00Z" }, program);
    expect(back.ok && pointsBalance(back.from.state, "2026-03-02T00:00:00Z").debt).toBe(50);
    expect(back.ok && pointsBalance(back.to.state, "2026-03-02T00:00:00Z").available).toBe(150);
  });

  test("what rounding left over in both is carried on", () => {
    const program = programOf({
      rule: { rates: { USD: { points: "1", per: "10.00" } } },
      earning: { rounding: { mode: "floor", at: "order", remainder: "carry" } },
    });
    const account = merge(earned("A", "6.00", program), earned("B", "7.00", program), may(2));
    expect(account.earn("C", "7.00", may(3)).points).toBe(2);
  });
});

describe("redemptions", () => {
  test("are reversed in part after some of their lots expired", () => {
    const account = new Driven(programOf()).open([
      { points: 100, earnedAt: "2026-01-01T00:00:00Z", expiresAt: "2026-06-01T00:00:00Z" },
      { points: 50, earnedAt: "2026-01-01T00:00:00Z", expiresAt: null },
    ]);
    account.do({ type: "redeem", key: "r", at: may(1), points: 120 });
    const reverse = (points: number) =>
      account.try({ type: "reverse-redemption", at: "2026-06-02T00:00:00Z", redemptionKey: "r", points });
    expect(reverse(60)).toMatchObject({ ok: true, outcome: { restored: 60, expiredAtOnce: 40 } });
    expect(account.at("2026-06-02T00:00:00Z")).toBe(50);
    expect(reverse(60)).toMatchObject({ ok: true, outcome: { restored: 60, expiredAtOnce: 60 } });
    expect(reverse(1)).toMatchObject({ ok: false, error: { code: "REVERSAL_EXCEEDS_REDEMPTION" } });
    expect(checkLoyaltyInvariants(account.state, "2026-06-02T00:00:00Z")).toEqual([]);
  });

  test("that are reversed pay a debt first", () => {
    const account = new Driven(programOf({ returns: { policy: "allow-negative" } }));
    account.earn("O", "50.00", may(1));
    account.do({ type: "redeem", key: "r", at: may(2), points: 50 });
    expect(refund(account, "O", "50.00", may(3))).toMatchObject({ debt: 50 });
    account.do({ type: "reverse-redemption", at: may(4), redemptionKey: "r" });
    expect(pointsBalance(account.state, may(4))).toMatchObject({ available: 0, debt: 0 });
  });
});

describe("points on hold over their expiry", () => {
  const held = () => {
    const account = new Driven(programOf()).open([{ points: 100, earnedAt: may(1), expiresAt: may(20) }], may(1));
    account.do({ type: "hold", holdId: "h", at: may(19), points: 60, until: may(25) });
    return account;
  };

  test("can be committed, for the cart was told so", () => {
    const account = held();
    expect(account.do({ type: "commit-hold", at: may(21), holdId: "h", points: 45 })).toEqual({ points: 45 });
    expect(pointsBalance(account.state, may(21))).toMatchObject({ available: 0, held: 0 });
  });

  test("are gone when released, and when nobody came", () => {
    const account = held();
    account.do({ type: "release-hold", at: may(21), holdId: "h" });
    expect([account.at(may(21)), held().at(may(25))]).toEqual([0, 0]);
  });

  test("are not revived by a later purchase, where inactivity ends them", () => {
    const account = new Driven(
      programOf({ type: { expiry: { type: "inactivity", after: { months: 6 }, activity: ["earn"] } } }),
    );
    account.earn("A", "100.00", "2026-01-01T00:00:00Z");
    account.do({ type: "redeem", key: "r", at: "2026-06-29T00:00:00Z", points: 30 });
    account.do({
      type: "hold",
      holdId: "h",
      at: "2026-06-30T00:00:00Z",
      points: 70,
      until: "2026-07-20T00:00:00Z",
    });
    account.earn("B", "10.00", "2026-07-05T00:00:00Z");
    account.do({ type: "release-hold", at: "2026-07-06T00:00:00Z", holdId: "h" });
    expect(account.at("2026-07-06T00:00:00Z")).toBe(10);
    expect(account.do({ type: "reverse-redemption", at: "2026-07-07T00:00:00Z", redemptionKey: "r" })).toEqual({
      restored: 30,
      expiredAtOnce: 30,
    });
    expect(account.at("2026-07-07T00:00:00Z")).toBe(10);
  });

  test("nor are points of a sleeper by points that somebody gives", () => {
    const program = programOf({ type: { expiry: { type: "inactivity", after: { months: 6 }, activity: ["earn"] } } });
    const [ann, ben] = [new Driven(program), new Driven(program)];
    ben.earn("A", "100.00", "2026-01-01T00:00:00Z");
    ann.earn("B", "80.00", "2026-07-05T00:00:00Z");
    const at = "2026-07-10T00:00:00Z";
    const moved = transferPoints(ann.state, ben.state, { key: "t", at, points: 30 }, program);
    expect(moved.ok && pointsBalance(moved.to.state, at).available).toBe(30);
  });
});

describe("local days", () => {
  const credited = (timeZone: string, instants: readonly string[]) => {
    const account = new Driven(programOf({ timeZone, earning: { caps: [{ points: 500, per: "local-day" }] } }));
    return instants.map((at, index) => account.earn(`O${index}`, "300.00", at).points);
  };
  test.each([
    [
      "of 23 hours",
      "America/New_York",
      ["2026-03-08T04:59:59.999Z", "2026-03-08T05:00:00Z", "2026-03-09T03:59:59.999Z", "2026-03-09T04:00:00Z"],
    ],
    [
      "of 25 hours",
      "America/New_York",
      ["2026-11-01T03:59:59.999Z", "2026-11-01T04:00:00Z", "2026-11-02T04:59:59.999Z", "2026-11-02T05:00:00Z"],
    ],
    [
      "that begin at one o'clock",
      "Africa/Cairo",
      ["2026-04-23T21:59:59.999Z", "2026-04-23T22:00:00Z", "2026-04-24T20:59:59.999Z", "2026-04-24T21:00:00Z"],
    ],
  ])("%s have one cap each", (_, timeZone, instants) => {
    expect(credited(timeZone, instants)).toEqual([300, 300, 200, 300]);
  });

  test("end points where the next midnight does not exist", () => {
    const account = new Driven(
      programOf({
        timeZone: "Africa/Cairo",
        type: { expiry: { type: "after-earn", after: { days: 1 }, through: "local-day" } },
      }),
    );
    account.earn("O", "10.00", "2026-04-22T12:00:00Z");
    expect(openLots(account.state, "2026-04-22T12:00:00Z")[0]?.expiresAt).toBe("2026-04-23T22:00:00.000Z");
  });

  test("make a streak across a change of clocks", () => {
    const account = new Driven(
      programOf({
        timeZone: "America/New_York",
        earning: {
          rules: [
            { id: "spend", rates: { USD: { points: "1", per: "1.00" } } },
            {
              id: "check-in",
              activity: "check-in",
              points: 1,
              oncePer: "local-day",
              streak: [{ every: 3, points: 10 }],
            },
          ],
        },
      }),
    );
    const points = ["2026-03-08T04:30:00Z", "2026-03-08T05:30:00Z", "2026-03-09T03:30:00Z", "2026-03-09T04:30:00Z"].map(
      (at) => account.do({ type: "activity", at, activity: "check-in" }).points,
    );
    expect(points).toEqual([1, 1, 0, 11]);
  });
});

describe("tiers", () => {
  const program = programOf({
    tiers: {
      basis: "spend",
      window: { type: "calendar", period: "year" },
      levels: [{ id: "silver", from: "500" }],
    },
  });

  test("are raised by an order that is told late, from the day of the order on, and lost by its refund", () => {
    const account = new Driven(program);
    account.earn("A", "250.00", "2025-11-01T00:00:00Z");
    account.earn("B", "10.00", "2026-01-05T00:00:00Z");
    expect(tierStatus(account.state, program, "2026-01-05T12:00:00Z").tier).toBeNull();
    const order = { id: "L", customerId: "ann", at: "2025-12-30T00:00:00Z", amount: "300.00", currency: "USD" };
    account.do({ type: "earn", at: "2026-01-10T00:00:00Z", order });
    const at = (instant: string) => tierStatus(account.state, program, instant).tier;
    expect([at("2025-12-29T23:59:59.999Z"), at("2025-12-30T00:00:00Z")]).toEqual([null, "silver"]);
    expect([at("2026-12-31T23:59:59.999Z"), at("2027-01-01T00:00:00Z")]).toEqual(["silver", null]);
    refund(account, "L", "50.00", "2026-02-01T00:00:00Z");
    expect(at("2026-02-01T00:00:00Z")).toBe("silver");
    refund(account, "L", "50.01", "2026-02-02T00:00:00Z");
    expect(at("2026-02-02T00:00:00Z")).toBeNull();
    const changes = account.events.filter(({ event }) => event.type === "TierChanged");
    expect(changes).toHaveLength(2);
  });

  test("of two accounts are added up by a merge: neither was silver, both together are", () => {
    const [one, two] = [new Driven(program), new Driven(program)];
    one.earn("A", "250.00", may(1));
    two.earn("B", "250.00", may(2));
    expect(tierStatus(merge(one, two, may(3)).state, program, may(3)).tier).toBe("silver");
  });
});
