import { decideAll, fold } from "clientele/ledger";
import {
  checkLoyaltyInvariants,
  loyaltyDecider,
  nextDueAt,
  openLots,
  pointsBalance,
  pointsStatement,
} from "clientele/loyalty";
import { describe, expect, test } from "vitest";
import { Driven, orderOf, programOf, usd } from "./support/account.js";

const day = (date: string, hour = "12") => `2026-${date}T${hour}:00:00Z`;
const spend = { id: "spend", rates: { USD: { points: "1", per: "1.00" } } };
const never = { earnedAt: "2026-01-01", expiresAt: null };

describe("activities", () => {
  const program = programOf({
    timeZone: "Asia/Shanghai",
    earning: {
      rules: [
        spend,
        { id: "sign-up", activity: "sign-up", points: 100, oncePer: "ever" },
        {
          id: "check-in",
          activity: "check-in",
          points: 1,
          streak: [
            { every: 3, points: 5 },
            { every: 7, points: 20 },
          ],
        },
        { id: "review", activity: "review", points: 30 },
      ],
      caps: [{ points: 50, per: "local-month", rule: "review" }],
    },
  });

  test("signing up earns once in a life, whatever the key", () => {
    const member = new Driven(program);
    expect(member.do({ type: "activity", at: day("01-01"), activity: "sign-up" }).points).toBe(100);
    expect(member.do({ type: "activity", at: "2031-01-01", activity: "sign-up" })).toEqual({
      points: 0,
      reasons: [{ code: "loyalty.already-granted", params: { rule: "sign-up" } }],
    });
    expect(openLots(member.state, day("01-01"))[0]).toMatchObject({
      origin: "promotional",
      source: "activity:sign-up",
    });
  });

  test("a streak counts local days, once each, and starts again after a gap", () => {
    const member = new Driven(program);
    const checkIn = (at: string) => member.do({ type: "activity", at, activity: "check-in" }).points;
    // 16:00Z is midnight in Shanghai: two instants of one UTC day are two days there.
    expect([checkIn(day("03-01", "15")), checkIn(day("03-01", "16")), checkIn(day("03-02", "15"))]).toEqual([1, 1, 0]);
    expect(checkIn(day("03-02", "16"))).toBe(6);
    expect([checkIn(day("03-04")), checkIn(day("03-05")), checkIn(day("03-06"))]).toEqual([1, 1, 6]);
    expect(checkIn(day("03-07"))).toBe(21);
    expect(checkIn(day("03-09"))).toBe(1);
    expect(checkIn(day("03-05"))).toBe(0);
  });

  test("a capped activity credits what is left, and the next local month begins anew", () => {
    const member = new Driven(program);
    const review = (at: string) => member.do({ type: "activity", at, activity: "review" });
    expect(
      [review(day("03-01")), review(day("03-20")), review(day("03-31", "15"))].map(({ points }) => points),
    ).toEqual([30, 20, 0]);
    expect(review(day("03-31", "16")).points).toBe(30);
    expect(member.earn("O", "500.00", day("03-05")).points).toBe(500);
  });

  test("an activity that no rule knows is refused", () => {
    expect(new Driven(program).refusal({ type: "activity", at: day("03-01"), activity: "dance" })).toEqual({
      code: "ACTIVITY_NOT_REWARDED",
      activity: "dance",
    });
  });

  test("a birthday that nobody knows earns nothing", () => {
    const birthday = { id: "birthday", activity: "birthday", points: 200, birthday: {}, oncePer: "calendar-year" };
    const member = new Driven(programOf({ earning: { rules: [spend, birthday] } }));
    expect(member.refusal({ type: "activity", at: day("03-01"), activity: "birthday" })?.code).toBe(
      "ACTIVITY_NOT_REWARDED",
    );
    const known = { "customer.birthday": { calendar: "chinese" as const, month: 8, day: 15 } };
    expect(member.refusal({ type: "activity", at: day("09-24"), activity: "birthday", customer: known })).toMatchObject(
      {
        code: "NOT_DUE",
        dueAt: "2026-09-25T00:00:00.000Z",
      },
    );
    expect(member.do({ type: "activity", at: day("09-25"), activity: "birthday", customer: known }).points).toBe(200);
  });
});

describe("points on hold", () => {
  const build = () => new Driven(programOf()).open([{ points: 100, ...never }]);
  const hold = { type: "hold", at: day("05-01"), holdId: "cart", points: 60, until: day("05-02") } as const;
  const reading = (account: Driven, at: string) => {
    const { available, held } = pointsBalance(account.state, at);
    return [available, held];
  };

  test("are no longer available, and pay when committed, in part too", () => {
    const account = build();
    account.do(hold);
    expect(reading(account, day("05-01"))).toEqual([40, 60]);
    expect(account.refusal({ type: "redeem", at: day("05-01"), points: 41 })?.code).toBe("INSUFFICIENT_POINTS");
    expect(account.refusal({ ...hold, points: 1 })).toEqual({ code: "HOLD_ALREADY_PLACED", holdId: "cart" });
    expect(account.do({ type: "commit-hold", at: day("05-01", "13"), holdId: "cart", points: 50 })).toEqual({
      points: 50,
    });
    expect(reading(account, day("05-01", "13"))).toEqual([50, 0]);
    expect(account.refusal({ type: "commit-hold", at: day("05-01", "14"), holdId: "cart" })?.code).toBe(
      "HOLD_NOT_FOUND",
    );
  });

  test("and redemptions share no key, so that each can be reversed whole", () => {
    const account = build();
    const taken = { code: "REDEMPTION_KEY_TAKEN", redemptionKey: "cart 7" };
    account.do({ ...hold, key: "cart 7" });
    const redemption = { type: "redeem", key: "cart 7", at: day("05-01"), points: 10 } as const;
    expect(account.refusal(redemption)).toEqual(taken);
    account.do({ type: "commit-hold", at: day("05-01", "13"), holdId: "cart" });
    expect(account.refusal(redemption)).toEqual(taken);
    account.do({ ...redemption, key: "till 1" });
    expect(account.refusal({ ...hold, key: "till 1", holdId: "other", points: 5 })).toEqual({
      ...taken,
      redemptionKey: "till 1",
    });
    for (const [redemptionKey, points] of [
      ["cart 7", 60],
      ["till 1", 10],
    ] as const) {
      expect(account.do({ type: "reverse-redemption", at: day("05-01", "14"), redemptionKey })).toEqual({
        restored: points,
        expiredAtOnce: 0,
      });
    }
    expect(reading(account, day("05-01", "15"))).toEqual([100, 0]);
  });

  test("come back when released, or at the instant when nobody came", () => {
    const account = build();
    account.do(hold);
    expect(nextDueAt(account.state)).toBe("2026-05-02T12:00:00.000Z");
    expect([reading(account, "2026-05-02T11:59:59.999Z"), reading(account, day("05-02"))]).toEqual([
      [40, 60],
      [100, 0],
    ]);
    expect(account.refusal({ type: "commit-hold", at: day("05-02"), holdId: "cart" })?.code).toBe("HOLD_NOT_FOUND");
    account.do({ ...hold, at: day("05-03"), until: day("05-04") });
    expect(account.do({ type: "release-hold", at: day("05-03"), holdId: "cart" })).toEqual({ points: 60 });
    expect(reading(account, day("05-03"))).toEqual([100, 0]);
  });

  test("no more is committed than was held", () => {
    const account = build();
    account.do(hold);
    expect(account.try({ type: "commit-hold", at: day("05-01"), holdId: "cart", points: 61 }).ok).toBe(false);
    expect(reading(account, day("05-01"))).toEqual([40, 60]);
  });
});

describe("reversals", () => {
  const build = () =>
    new Driven(programOf()).open([
      { points: 50, earnedAt: "2026-01-01", expiresAt: "2026-06-01" },
      { points: 50, ...never },
    ]);

  test("go to the lots they came from, the last taken first, in parts up to the whole", () => {
    const account = build();
    account.do({ type: "redeem", key: "r", at: day("05-01"), points: 80 });
    account.do({ type: "reverse-redemption", at: day("05-02"), redemptionKey: "r", points: 20 });
    expect(openLots(account.state, day("05-02")).map(({ remaining, expiresAt }) => [remaining, expiresAt])).toEqual([
      [40, null],
    ]);
    account.do({ type: "redeem", at: day("05-03"), points: 10 });
    expect(account.refusal({ type: "reverse-redemption", at: day("05-03"), redemptionKey: "r", points: 61 })).toEqual({
      code: "REVERSAL_EXCEEDS_REDEMPTION",
      redeemed: 60,
    });
    account.do({ type: "reverse-redemption", at: day("05-04"), redemptionKey: "r" });
    expect(account.at(day("05-04"))).toBe(90);
    expect(account.refusal({ type: "reverse-redemption", at: day("05-05"), redemptionKey: "none" })?.code).toBe(
      "REDEMPTION_NOT_FOUND",
    );
  });

  test("points whose lot has expired come back and are gone at once", () => {
    const account = build();
    account.do({ type: "redeem", key: "r", at: day("05-01"), points: 80 });
    expect(account.do({ type: "reverse-redemption", at: day("06-02"), redemptionKey: "r" })).toEqual({
      restored: 80,
      expiredAtOnce: 50,
    });
    expect(account.at(day("06-02"))).toBe(50);
    expect(checkLoyaltyInvariants(account.state, day("06-02"))).toEqual([]);
  });
});

describe("a refund", () => {
  test("by line takes what the lines earned", () => {
    const account = new Driven(
      programOf({
        earning: {
          rules: [
            {
              ...spend,
              on: "line",
              when: { type: "compare", subject: { type: "item", field: "category" }, op: "eq", value: "tea" },
            },
          ],
        },
      }),
    );
    account.earn("O", "50.00", day("05-01"), {
      lines: [
        { sku: "oolong", category: "tea", net: "30.00" },
        { sku: "cup", category: "china", net: "20.00" },
      ],
    });
    expect(account.at(day("05-01"))).toBe(30);
    const refund = (sku: string, amount: string, when: string) =>
      account.do({
        type: "refund",
        at: when,
        orderId: "O",
        cumulative: usd(amount),
        lines: [{ sku, cumulative: amount }],
      }).clawed;
    expect([
      refund("cup", "20.00", day("05-02")),
      refund("oolong", "10.00", day("05-03")),
      refund("oolong", "10.00", day("05-04")),
    ]).toEqual([0, 10, 0]);
  });

  test("beyond the order is refused, in another currency too, and nothing happens", () => {
    const account = new Driven(programOf());
    account.earn("O", "50.00", day("05-01"));
    const refund = (cumulative: object) =>
      account.refusal({ type: "refund", at: day("05-02"), orderId: "O", cumulative } as never);
    expect(refund(usd("50.01"))).toEqual({ code: "REFUND_EXCEEDS_ELIGIBLE", eligible: usd("50.00") });
    expect(refund({ amount: "5.00", currency: "EUR" })).toEqual({
      code: "CURRENCY_MISMATCH",
      expected: "USD",
      received: "EUR",
    });
    expect([account.state.version, account.at(day("05-02"))]).toEqual([1, 50]);
  });

  test("that comes before its order is settled when the order comes", () => {
    const account = new Driven(programOf());
    account.do({ type: "refund", at: day("05-01"), orderId: "O", cumulative: usd("20.00") });
    expect(account.earn("O", "50.00", day("05-01", "13")).points).toBe(50);
    expect(account.at(day("05-01", "13"))).toBe(30);
    expect(account.do({ type: "refund", at: day("05-02"), orderId: "O", cumulative: usd("20.00") }).clawed).toBe(0);
    expect(checkLoyaltyInvariants(account.state, day("05-02"))).toEqual([]);
  });

  test("four refunds of five dollars take what one of twenty takes", () => {
    const program = programOf({ rule: { rates: { USD: { points: "1", per: "10.00" } } } });
    const account = new Driven(program);
    account.earn("O", "20.00", day("05-01"));
    const taken = ["5.00", "10.00", "15.00", "20.00"].map(
      (amount, index) =>
        account.do({ type: "refund", at: day(`05-0${index + 2}`), orderId: "O", cumulative: usd(amount) }).clawed,
    );
    expect(taken).toEqual([1, 0, 1, 0]);
  });
});

describe("points until something happens", () => {
  test("wait for activation, and are then spent", () => {
    const account = new Driven(programOf({ type: { pending: "until-activated" } }));
    const { lotIds } = account.earn("O", "50.00", day("05-01"));
    expect(pointsBalance(account.state, "2030-01-01")).toMatchObject({ available: 0, pending: 50 });
    expect(account.refusal({ type: "activate", at: day("05-02"), lotIds: ["earn:X"] })).toEqual({
      code: "LOT_NOT_FOUND",
      lotId: "earn:X",
    });
    expect(account.do({ type: "activate", at: day("05-02"), lotIds })).toEqual({ points: 50 });
    expect([account.at("2026-05-02T11:59:59.999Z"), account.at(day("05-02"))]).toEqual([0, 50]);
    expect(account.refusal({ type: "activate", at: day("05-03"), lotIds })?.code).toBe("LOT_NOT_FOUND");
  });

  test("that expired come back with a new date and a reason", () => {
    const account = new Driven(programOf()).open([{ points: 80, earnedAt: "2026-01-01", expiresAt: "2026-03-01" }]);
    const reinstate = {
      type: "reinstate",
      lotIds: ["opening:opening:0"],
      expiresAt: day("06-01"),
      reason: "ill",
    } as const;
    expect(account.refusal({ ...reinstate, at: "2026-02-28T23:59:59.999Z" })?.code).toBe("LOT_NOT_FOUND");
    expect(account.do({ ...reinstate, at: day("04-01") })).toEqual({ points: 80 });
    expect([account.at(day("04-01")), account.at("2026-06-01T11:59:59.999Z"), account.at(day("06-01"))]).toEqual([
      80, 80, 0,
    ]);
    expect(() => account.try({ ...reinstate, at: day("06-02") })).toThrow("an instant after at");
    const { entries } = pointsStatement(account.events, { from: "2026-01-01", to: "2026-07-01" });
    expect(entries.map(({ points, reasons }) => [points, reasons[0]?.code])).toEqual([
      [80, "loyalty.moved"],
      [-80, "loyalty.expired"],
      [80, "loyalty.adjusted"],
      [-80, "loyalty.expired"],
    ]);
  });
});

describe("an account", () => {
  test("suspended earns and cannot spend; resumed it can", () => {
    const account = new Driven(programOf()).open([{ points: 100, ...never }]);
    account.do({ type: "suspend", at: day("05-01"), reason: "look into it", actor: "kim" });
    expect(account.refusal({ type: "redeem", at: day("05-02"), points: 1 })).toEqual({ code: "ACCOUNT_SUSPENDED" });
    expect(account.earn("O", "5.00", day("05-02")).points).toBe(5);
    account.do({ type: "resume", at: day("05-03") });
    expect(account.do({ type: "redeem", at: day("05-03"), points: 105 }).points).toBe(105);
  });

  test.each([
    ["forfeit", 100, 0],
    ["keep", 0, 100],
  ] as const)("closed to %s its points earns and spends no more", (points, forfeited, left) => {
    const account = new Driven(programOf()).open([{ points: 100, ...never }]);
    account.do({ type: "hold", at: day("05-01"), holdId: "cart", points: 10, until: day("05-09") });
    expect(account.do({ type: "close", at: day("05-02"), points, reason: "asked to" })).toEqual({ forfeited });
    expect(account.refusal({ type: "earn", at: day("05-03"), order: orderOf("O", "5.00", day("05-03")) })).toEqual({
      code: "ACCOUNT_CLOSED",
    });
    expect(account.refusal({ type: "redeem", at: day("05-03"), points: 1 })).toEqual({ code: "ACCOUNT_CLOSED" });
    expect(account.at(day("05-10"))).toBe(left);
    expect(checkLoyaltyInvariants(account.state, day("05-10"))).toEqual([]);
  });

  test("is opened once and brought over once", () => {
    const account = new Driven(programOf());
    account.do({ type: "open", at: day("05-01"), memberId: "ann" });
    expect(account.refusal({ type: "open", at: day("05-01"), memberId: "ben" })?.code).toBe("ACCOUNT_ALREADY_OPEN");
    account.open([{ points: 100, ...never }], day("05-01"));
    expect(
      account.refusal({ type: "import-opening", key: "again", at: day("05-01"), lots: [{ points: 1, ...never }] })
        ?.code,
    ).toBe("ALREADY_IMPORTED");
    const same = {
      type: "import-opening",
      key: "opening",
      at: day("05-01"),
      lots: [{ points: 100, ...never }],
    } as const;
    expect(account.try(same)).toMatchObject({ ok: true, replayed: true, events: [] });
    expect(account.at(day("05-01"))).toBe(100);
  });

  test("corrected by hand keeps who and why", () => {
    const account = new Driven(programOf()).open([{ points: 100, ...never }]);
    account.do({ type: "adjust", at: day("05-01"), points: -30, reason: "wrong till", actor: "kim" });
    expect(account.events.at(-1)?.event).toMatchObject({
      type: "PointsAdjusted",
      points: -30,
      reason: "wrong till",
      actor: "kim",
    });
    expect(account.refusal({ type: "adjust", at: day("05-01"), points: -71, reason: "too much" })).toMatchObject({
      code: "INSUFFICIENT_POINTS",
      shortfall: 1,
    });
    expect(account.at(day("05-01"))).toBe(70);
  });
});

test("events that are folded again give the same account, snapshot or not", () => {
  const program = programOf();
  const decider = loyaltyDecider(program);
  const commands = Array.from({ length: 90 }, (_, index) =>
    index % 3 === 2
      ? ({ type: "redeem", key: `r${index}`, at: day("05-01"), points: 10 } as const)
      : ({
          type: "earn",
          key: `e${index}`,
          at: day("05-01"),
          order: orderOf(`o${index}`, "10.00", day("05-01")),
        } as const),
  );
  const { state, events } = decideAll(decider, commands, decider.initialState());
  expect(fold(decider, events)).toEqual(state);
  // Long shelves of keys and orders are looked up by an index.
  expect(decider.decide(commands[0] as never, state)).toMatchObject({ ok: true, replayed: true });
  expect(
    decider.decide({ type: "refund", key: "x", at: day("05-02"), orderId: "o0", cumulative: usd("10.00") }, state),
  ).toMatchObject({ ok: true });
});
