import { isClienteleError } from "clientele/core";
import {
  compactAccount,
  defineLoyaltyProgram,
  deserializeAccount,
  expiringPoints,
  expiryNoticeWindow,
  lintLoyaltyProgram,
  loyaltyDecider,
  mergeAccounts,
  pointsBalance,
  pointsStatement,
  quoteEarn,
  serializeAccount,
  simulateLoyaltyProgram,
  transferPoints,
  upcastLoyaltyEvent,
  validateLoyaltyProgram,
} from "clientele/loyalty";
import { describe, expect, test } from "vitest";
import { Driven, orderOf, programOf } from "./support/account.js";

const at = "2026-05-01T12:00:00Z";
const usd = (amount: unknown) => ({ amount, currency: "USD" });
const program = programOf({ redemption: { points: 100, worth: { amount: "1.00", currency: "USD" } } });

/** The code and the path of what is thrown. */
function thrown(run: () => unknown): [string, string] {
  try {
    run();
  } catch (error) {
    if (isClienteleError(error)) return [error.code, error.path.join(".")];
    throw error;
  }
  throw new Error("nothing was thrown");
}

describe("a command that cannot be", () => {
  const account = new Driven(program).open([{ points: 100, earnedAt: "2026-01-01", expiresAt: null }]);
  account.earn("O1", "10.00", at);
  const order = (more: object) => ({ type: "earn", at, order: { ...orderOf("O2", "10.00", at), ...more } });
  test.each([
    ["points that are no number", { type: "redeem", at, points: Number.NaN }, "NOT_JSON", "points"],
    ["endless points", { type: "redeem", at, points: Number.POSITIVE_INFINITY }, "NOT_JSON", "points"],
    ["1e21 points", { type: "redeem", at, points: 1e21 }, "INVALID_LOYALTY_COMMAND", "points"],
    ["unsafe points", { type: "redeem", at, points: 2 ** 53 }, "INVALID_LOYALTY_COMMAND", "points"],
    ["negative points", { type: "redeem", at, points: -1 }, "INVALID_LOYALTY_COMMAND", "points"],
    ["no points", { type: "redeem", at, points: 0 }, "INVALID_LOYALTY_COMMAND", "points"],
    ["half a point", { type: "hold", at, holdId: "h", points: 0.5, until: at }, "INVALID_LOYALTY_COMMAND", "points"],
    ["points as text", { type: "adjust", at, points: "5", reason: "x" }, "INVALID_LOYALTY_COMMAND", "points"],
    ["points and a reward", { type: "redeem", at, points: 5, rewardId: "r" }, "INVALID_LOYALTY_COMMAND", "points"],
    ["a misspelt field", { type: "redeem", at, point: 5 }, "INVALID_LOYALTY_COMMAND", "point"],
    ["no reason", { type: "adjust", at, points: 5 }, "INVALID_LOYALTY_COMMAND", "reason"],
    ["no such instant", { type: "sweep", at: "2026-02-30" }, "INVALID_INSTANT", "at"],
    ["no such command", { type: "burn", at }, "UNKNOWN_COMMAND", "type"],
    ["a key that is no text", { type: "sweep", key: 7, at }, "INVALID_COMMAND", "key"],
    ["money of the wrong scale", order({ amount: "10.001" }), "AMOUNT_TOO_FINE", "order.amount"],
    ["money that is no number", order({ amount: "ten" }), "INVALID_AMOUNT", "order.amount"],
    ["no such currency", order({ currency: "usd" }), "INVALID_CURRENCY", "order.currency"],
    ["an order without an id", order({ id: undefined }), "MISSING_FIELD", "order.id"],
    [
      "a refund below zero",
      { type: "refund", at, orderId: "O1", cumulative: usd("-1.00") },
      "INVALID_LOYALTY_COMMAND",
      "cumulative.amount",
    ],
    [
      "a refund of no amount",
      { type: "refund", at, orderId: "O1", cumulative: usd(Number.NaN) },
      "NOT_JSON",
      "cumulative.amount",
    ],
    ["a hold without an end", { type: "hold", at, holdId: "h", points: 5 }, "INVALID_INSTANT", "until"],
  ])("%s is told where, and changes nothing", (_, command, code, path) => {
    const before = JSON.stringify(account.state);
    expect(thrown(() => account.try(command as never))).toEqual([code, path]);
    expect(JSON.stringify(account.state)).toBe(before);
  });

  test("lots without their dates are told which", () => {
    const lots = [{ points: 5, earnedAt: "2026-01-01", expiresAt: null }, { points: 5 }];
    const command = { type: "import-opening", at, lots } as never;
    expect(thrown(() => new Driven(program).try(command))).toEqual(["INVALID_INSTANT", "lots.1.earnedAt"]);
  });

  test("points beyond what a number can hold are refused, not rounded", () => {
    const rich = new Driven(program);
    rich.do({ type: "adjust", at, points: Number.MAX_SAFE_INTEGER, reason: "all there is" });
    expect(thrown(() => rich.try({ type: "adjust", at, points: 1, reason: "one more" }))[0]).toBe(
      "INVALID_LOYALTY_COMMAND",
    );
    expect(rich.at(at)).toBe(Number.MAX_SAFE_INTEGER);
    const steep = programOf({ rule: { rates: { USD: { points: "1000000000", per: "0.01" } } } });
    expect(thrown(() => new Driven(steep).earn("O", "90000000.00", at))).toEqual([
      "INVALID_LOYALTY_COMMAND",
      "order.amount",
    ]);
  });
});

describe("names that JavaScript gives a meaning", () => {
  const names = ["__proto__", "constructor", "toString", "hasOwnProperty"];
  test.each(names)("%s is a name like any other", (name) => {
    const types = [{ id: name, expiry: { type: "inactivity", after: { days: 30 }, activity: ["earn"] } }];
    const named = programOf({
      ...({ pointTypes: types } as object),
      earning: {
        rules: [
          { id: name, rates: { USD: { points: "1", per: "1.00" } } },
          { id: "a", activity: name, points: 5, oncePer: "ever" },
        ],
      },
    });
    const account = new Driven(named);
    account.do({ type: "earn", key: name, at, order: orderOf(name, "10.00", at) });
    account.do({ type: "activity", key: name, at, activity: name });
    account.do({ type: "hold", key: name, at, holdId: name, points: 5, until: "2026-05-02" });
    account.do({ type: "release-hold", key: `${name}1`, at, holdId: name });
    account.do({ type: "refund", key: name, at, orderId: name, cumulative: { amount: "4.00", currency: "USD" } });
    expect(pointsBalance(account.state, at, { pointType: name }).available).toBe(11);
    expect(pointsBalance(account.state, "2026-06-15", { pointType: name }).available).toBe(0);
    expect(deserializeAccount(serializeAccount(account.state))).toEqual(account.state);
    expect(account.try({ type: "earn", key: name, at, order: orderOf(name, "10.00", at) })).toMatchObject({
      replayed: true,
    });
  });
});

describe("a programme that cannot be", () => {
  const sound = {
    id: "club",
    version: 1,
    timeZone: "UTC",
    pointTypes: [{ id: "points" }],
    earning: { rules: [{ id: "spend", rates: { USD: { points: "1", per: "1.00" } } }] },
  };
  const spoilt = (path: readonly (string | number)[], value: unknown): unknown => {
    const copy = structuredClone(sound) as never;
    const last = path.at(-1) as never;
    (path.slice(0, -1).reduce((part: never, name) => part[name as never] as never, copy) as Record<string, unknown>)[
      last
    ] = value;
    return copy;
  };
  test.each([
    ["an unknown zone", ["timeZone"], "Mars/Base", "timeZone"],
    ["no point type", ["pointTypes"], [], "pointTypes"],
    ["a name twice", ["pointTypes"], [{ id: "points" }, { id: "points" }], "pointTypes.1.id"],
    ["five decimals of a point", ["pointTypes", 0, "scale"], 5, "pointTypes.0.scale"],
    ["a span of two units", ["pointTypes", 0, "pending"], { days: 1, hours: 1 }, "pointTypes.0.pending"],
    ["an expiry of no kind", ["pointTypes", 0, "expiry"], { type: "someday" }, "pointTypes.0.expiry.type"],
    ["no rule", ["earning", "rules"], [], "earning.rules"],
    [
      "an unknown currency",
      ["earning", "rules", 0, "rates"],
      { usd: { points: "1", per: "1" } },
      "earning.rules.0.rates.usd",
    ],
    ["a rate of nothing", ["earning", "rules", 0, "rates", "USD", "per"], "0", "earning.rules.0.rates.USD.per"],
    ["a rate as a number", ["earning", "rules", 0, "rates", "USD", "points"], 1, "earning.rules.0.rates.USD.points"],
    ["points and rates", ["earning", "rules", 0, "points"], 5, "earning.rules.0"],
    ["a birthday without an activity", ["earning", "rules", 0, "birthday"], {}, "earning.rules.0.birthday"],
    [
      "a condition on no field",
      ["earning", "rules", 0, "when"],
      { type: "compare", subject: { type: "attribute", field: "x" }, op: "eq", value: 1 },
      "earning.rules.0.when.subject.field",
    ],
    ["a promotion of nothing", ["earning", "promotions"], [{ id: "p" }], "earning.promotions.0"],
    ["a cap of no campaign", ["earning", "caps"], [{ points: 5, per: "campaign" }], "earning.caps.0.promotion"],
    [
      "a share above the whole",
      ["redemption"],
      { points: 1, worth: { amount: "1.00", currency: "USD" }, maxShareOfOrder: "1.01" },
      "redemption.maxShareOfOrder",
    ],
    ["a misspelt field", ["tier"], {}, "tier"],
    [
      "tiers without levels",
      ["tiers"],
      { basis: "spend", window: { type: "anniversary" }, levels: [] },
      "tiers.levels",
    ],
  ] as const)("%s", (_, path, value, where) => {
    const json = spoilt(path, value);
    expect(
      validateLoyaltyProgram({ ...(json as object), kind: "loyalty-program", schemaVersion: 1, language: 1 }).map(
        (issue) => issue.path.join("."),
      ),
    ).toContain(where);
    expect(thrown(() => defineLoyaltyProgram(json as never))[0]).toBe("INVALID_DEFINITION");
  });

  test("all faults come at once, and a stored one is refused by the decider", () => {
    expect(validateLoyaltyProgram({ id: "", pointTypes: [{}], earning: {} }).length).toBeGreaterThan(4);
    expect(thrown(() => loyaltyDecider({ ...program, timeZone: "Mars" }))[0]).toBe("INVALID_DEFINITION");
    for (const junk of [null, undefined, 7, "x", []]) expect(validateLoyaltyProgram(junk).length).toBeGreaterThan(0);
  });

  test("the order of keys and of lists changes nothing", () => {
    const turn = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(turn)
        : typeof value === "object" && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .reverse()
                .map(([name, each]) => [name, turn(each)]),
            )
          : value;
    const turned = defineLoyaltyProgram(turn(sound) as never);
    const order = orderOf("O", "12.00", at);
    expect(quoteEarn(order, turned)).toEqual(quoteEarn(order, defineLoyaltyProgram(sound)));
  });

  test("what is sound and unwise is told", () => {
    const codes = (changes: object, options = {}) =>
      lintLoyaltyProgram(programOf(changes), options).map(({ code }) => code);
    expect(codes({})).toEqual(["loyalty.no-pending", "loyalty.never-redeemable", "loyalty.never-expires"]);
    const laws = {
      laws: [
        { id: "qc", forbids: "expiry-without-notice" },
        { id: "on", forbids: "time-only-expiry" },
      ],
    };
    const byTime = { type: { pending: { days: 14 }, expiry: { type: "after-earn", after: { months: 12 } } } };
    expect(codes(byTime, laws)).toEqual(["loyalty.never-redeemable", "loyalty.no-notice", "loyalty.forbidden-expiry"]);
    const idle = {
      type: { pending: { days: 14 }, expiry: { type: "inactivity", after: { months: 12 }, activity: ["earn"] } },
    };
    expect(codes(idle, laws)).toEqual(["loyalty.never-redeemable", "loyalty.no-notice"]);
  });
});

describe("what was stored and is broken", () => {
  const account = new Driven(program).open([{ points: 100, earnedAt: "2026-01-01", expiresAt: null }]);
  const [event] = account.events;

  test.each([
    ["nothing", undefined, "INVALID_LOYALTY_EVENT"],
    ["a bare event", event?.event, "INVALID_LOYALTY_EVENT"],
    ["an unknown type", { version: 1, event: { type: "PointsLost", v: 1, at } }, "INVALID_LOYALTY_EVENT"],
    ["no version", { event: event?.event }, "INVALID_LOYALTY_EVENT"],
    ["no instant", { version: 1, event: { type: "AccountResumed", v: 1, at: "soon" } }, "INVALID_LOYALTY_EVENT"],
    ["one of the future", { version: 1, event: { type: "AccountResumed", v: 2, at } }, "LOYALTY_EVENT_TOO_NEW"],
  ])("an event: %s", (_, stored, code) => {
    expect(thrown(() => upcastLoyaltyEvent(stored))[0]).toBe(code);
  });

  test("an account: points from nowhere, another kind, no JSON", () => {
    const text = serializeAccount(account.state);
    expect(thrown(() => deserializeAccount(text.replace('"remaining":100', '"remaining":101')))[0]).toBe(
      "INVALID_LOYALTY_ACCOUNT",
    );
    expect(thrown(() => deserializeAccount(text.replace('"remaining":100', '"remaining":-100')))[0]).toBe(
      "INVALID_LOYALTY_ACCOUNT",
    );
    expect(thrown(() => deserializeAccount(text.replace('"status":"open"', '"status":"asleep"')))).toEqual([
      "INVALID_LOYALTY_ACCOUNT",
      "status",
    ]);
    expect(thrown(() => deserializeAccount(text.replace("loyalty-account", "gift-card")))[0]).toBe("INVALID_SNAPSHOT");
    expect(thrown(() => deserializeAccount("{"))[0]).toBe("INVALID_SNAPSHOT");
  });

  test("a statement of events with a gap", () => {
    const more = new Driven(program).open([{ points: 100, earnedAt: "2026-01-01", expiresAt: null }]);
    more.do({ type: "redeem", at, points: 10 });
    const range = { from: "2026-01-01", to: "2027-01-01" };
    expect(thrown(() => pointsStatement(more.events.slice(1), range))[0]).toBe("EVENT_MISSING");
    const before = new Driven(program).open([{ points: 100, earnedAt: "2026-01-01", expiresAt: null }]).state;
    expect(pointsStatement(more.events.slice(1), { ...range, before })).toMatchObject({ closing: 90 });
  });
});

test("an account and itself are not two", () => {
  const ann = new Driven(program);
  ann.do({ type: "open", at, memberId: "ann" });
  ann.do({ type: "adjust", at, points: 50, reason: "gift" });
  const copy = deserializeAccount(serializeAccount(ann.state));
  const command = { key: "t", at };
  for (const to of [ann.state, copy]) {
    expect(thrown(() => transferPoints(ann.state, to, { ...command, points: 5 }, program))).toEqual([
      "INVALID_LOYALTY_COMMAND",
      "to",
    ]);
    expect(thrown(() => mergeAccounts(ann.state, to, command, program))).toEqual(["INVALID_LOYALTY_COMMAND", "to"]);
  }
  // Two accounts that nobody has opened may be of two members.
  const some = new Driven(program);
  some.do({ type: "adjust", at, points: 5, reason: "gift" });
  expect(transferPoints(some.state, new Driven(program).state, { ...command, points: 5 }, program).ok).toBe(true);
});

test.each([
  [
    "expiryNoticeWindow",
    () => expiryNoticeWindow(new Driven(program).state, program, { at, days: { min: Number.NaN, max: 3 } }),
    "INVALID_OPTIONS",
  ],
  [
    "lintLoyaltyProgram",
    () => lintLoyaltyProgram(program, { laws: [{ id: "x", forbids: "all" }] } as never),
    "INVALID_OPTIONS",
  ],
  [
    "simulateLoyaltyProgram",
    () => simulateLoyaltyProgram([], program, { asOf: at, groups: { ann: "a" } } as never),
    "INVALID_OPTIONS",
  ],
  ["pointsBalance", () => pointsBalance(new Driven(program).state, "soon"), "INVALID_INSTANT"],
  ["pointsBalance", () => pointsBalance(new Driven(program).state, at, { pointType: 7 } as never), "INVALID_OPTIONS"],
  ["expiringPoints", () => expiringPoints(new Driven(program).state, at, {} as never), "INVALID_OPTIONS"],
  ["quoteEarn", () => quoteEarn(orderOf("O", "1.00", at), program, { acount: 1 } as never), "INVALID_OPTIONS"],
  [
    "compactAccount",
    () => compactAccount(new Driven(program).state, { refundsBefore: at } as never),
    "INVALID_INSTANT",
  ],
  ["simulateLoyaltyProgram", () => simulateLoyaltyProgram([], program, {} as never), "INVALID_INSTANT"],
  [
    "simulateLoyaltyProgram",
    () => simulateLoyaltyProgram([], program, { asOf: at, redemption: { share: 1.1, every: { months: 1 } } }),
    "INVALID_OPTIONS",
  ],
  ["simulateLoyaltyProgram", () => simulateLoyaltyProgram([], programOf(), { asOf: at }), "INVALID_OPTIONS"],
  ["simulateLoyaltyProgram", () => simulateLoyaltyProgram(7 as never, program, { asOf: at }), "INVALID_ROWS"],
])("%s refuses bad arguments", (_, run, code) => {
  expect(thrown(run)[0]).toBe(code);
});
