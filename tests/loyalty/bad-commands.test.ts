import { readFileSync } from "node:fs";
import { isClienteleError } from "clientele/core";
import { fold } from "clientele/ledger";
import {
  checkLoyaltyInvariants,
  compactAccount,
  deserializeAccount,
  expiringPoints,
  expiryNoticeWindow,
  type LoyaltyAccount,
  type LoyaltyCommand,
  loyaltyDecider,
  mergeAccounts,
  nextDueAt,
  openLots,
  pointsBalance,
  pointsLiability,
  pointsStatement,
  projectTier,
  quoteEarn,
  quoteRedemption,
  tierProgress,
  tierStatus,
  transferPoints,
  unmergeAccounts,
  upcastLoyaltyEvent,
} from "clientele/loyalty";
import { describe, expect, test } from "vitest";
import { Driven, orderOf, programOf } from "./support/account.js";

const at = "2026-05-01T12:00:00Z";
const later = "2026-06-01T00:00:00Z";
const program = programOf({
  type: { expiry: { type: "after-earn", after: { months: 12 } } },
  earning: {
    rules: [
      { id: "spend", rates: { USD: { points: "1", per: "1.00" } } },
      { id: "review", activity: "review", points: 5 },
    ],
  },
  redemption: { points: 100, worth: { amount: "1.00", currency: "USD" }, rewards: [{ id: "mug", points: 5 }] },
  tiers: {
    basis: "spend",
    window: { type: "calendar", period: "year" },
    levels: [{ id: "silver", from: "0", benefits: [{ id: "lounge", uses: 2 }] }],
  },
});
const slow = programOf({ type: { pending: "until-activated" } });

/** Accounts on which every command below is accepted. */
const driven = new Driven(program);
driven.do({ type: "adjust", key: "old", at: "2025-01-01", points: 40, reason: "gift", expiresAt: "2025-02-01" });
driven.earn("O1", "100.00", at);
driven.do({ type: "redeem", key: "spent", at, points: 20 });
driven.do({ type: "hold", key: "held", at, holdId: "h1", points: 10, until: later });
driven.do({ type: "sweep", at });
const account = driven.state;
const waiting = new Driven(slow);
waiting.earn("O1", "100.00", at);

const never = [null, Number.NaN, Infinity, -Infinity, 1e21, true, {}, [], 10n, () => 1, Symbol("x"), new Date("x")];
const noText = [...never, 7, ""];
const noList = [...never.filter((value) => !Array.isArray(value)), 7, "x"];
/** What no field of a kind may hold. */
const bad = {
  text: noText,
  choice: [...noText, "x", "__proto__"],
  points: [...never, 2 ** 53, -1, 0, 0.5, "5"],
  signed: [...never, 2 ** 53, -(2 ** 53), 0.5, "5"],
  instant: [...never, "soon", "2026-02-30", "", "5"],
  amount: [...never, 2 ** 53, -1, "-1.00", "ten", "10.001", "1e3", "", "NaN", "90071992547409920"],
  currency: [...noText, "usd", "__proto__"],
  object: [...never.filter((value) => typeof value !== "object" || value === null), [], 7, "x"],
  list: noList,
  texts: [...noList, [7], [""], [null]],
  flag: [...never.filter((value) => value !== true), 7, "yes"],
  birthday: [...noText, "1990-02-30"],
} satisfies Record<string, readonly unknown[]>;
type Kind = keyof typeof bad;
type Fields = Readonly<Record<string, Kind>>;

const order = {
  ...orderOf("O2", "30.00", at, { kind: "purchase", status: "completed", tax: "1.00", paidWithPoints: "1.00" }),
  lines: [{ sku: "A", net: "30.00", quantity: 1, category: "x", tags: ["y"] }],
};
const ofOrder: Fields = {
  order: "object",
  "order.id": "text",
  "order.at": "instant",
  "order.amount": "amount",
  "order.currency": "currency",
  "order.kind": "choice",
  "order.status": "choice",
  "order.tax": "amount",
  "order.paidWithPoints": "amount",
  "order.lines": "list",
  "order.lines.0.sku": "text",
  "order.lines.0.net": "amount",
  "order.lines.0.category": "text",
  "order.lines.0.tags": "texts",
};
const optional: Fields = { points: "points", pointType: "choice" };
const cumulative = { amount: "5.00", currency: "USD" };
const lot = { points: 5, earnedAt: at, activeFrom: at, expiresAt: later, pointType: "points", origin: "sale" };
const customer = { "customer.birthday": "1990-05-01", "customer.tags": ["vip"] };
const ofCustomer: Fields = {
  customer: "object",
  "customer.customer.birthday": "birthday",
  "customer.customer.tags": "texts",
};

interface Row {
  /** All that the command may hold, as it should be. */
  readonly command: object;
  readonly fields: Fields;
  readonly on?: Driven;
}
const rows: Readonly<Record<LoyaltyCommand["type"], Row>> = {
  open: { command: { memberId: "ann" }, fields: { memberId: "text" } },
  earn: { command: { order, customer }, fields: { ...ofOrder, ...ofCustomer } },
  activity: { command: { activity: "review", customer }, fields: { activity: "text", ...ofCustomer } },
  activate: { command: { lotIds: ["earn:O1"] }, fields: { lotIds: "texts" }, on: waiting },
  redeem: {
    command: { points: 5, pointType: "points", orderId: "O1", order },
    fields: { ...optional, ...ofOrder, orderId: "text" },
  },
  hold: {
    command: { holdId: "h2", points: 5, until: later, pointType: "points" },
    fields: { ...optional, holdId: "text", until: "instant" },
  },
  "commit-hold": { command: { holdId: "h1", points: 5 }, fields: { holdId: "text", points: "points" } },
  "release-hold": { command: { holdId: "h1" }, fields: { holdId: "text" } },
  "reverse-redemption": {
    command: { redemptionKey: "spent", points: 5 },
    fields: { redemptionKey: "text", points: "points" },
  },
  refund: {
    command: { orderId: "O1", cumulative, full: false, lines: [{ sku: "A", cumulative: "5.00" }] },
    fields: {
      orderId: "text",
      cumulative: "object",
      "cumulative.amount": "amount",
      "cumulative.currency": "currency",
      full: "flag",
      lines: "list",
      "lines.0": "object",
      "lines.0.sku": "text",
      "lines.0.cumulative": "amount",
    },
  },
  adjust: {
    command: { points: 5, reason: "gift", origin: "sale", pointType: "points", expiresAt: later },
    fields: { points: "signed", reason: "text", origin: "choice", pointType: "choice" },
  },
  sweep: { command: {}, fields: {} },
  reinstate: {
    command: { lotIds: ["adjust:old"], expiresAt: later, reason: "sorry" },
    fields: { lotIds: "texts", expiresAt: "instant", reason: "text" },
  },
  "import-opening": {
    command: { lots: [lot], tier: { id: "silver", validThrough: later }, qualifying: "5.00" },
    fields: {
      lots: "list",
      "lots.0": "object",
      "lots.0.points": "points",
      "lots.0.earnedAt": "instant",
      "lots.0.activeFrom": "instant",
      "lots.0.pointType": "choice",
      "lots.0.origin": "choice",
      tier: "object",
      "tier.id": "text",
      "tier.validThrough": "instant",
      qualifying: "amount",
    },
  },
  suspend: { command: { reason: "fraud" }, fields: { reason: "text" } },
  resume: { command: {}, fields: {} },
  close: { command: { points: "keep", reason: "left" }, fields: { points: "choice", reason: "text" } },
  "grant-tier": {
    command: { tier: "silver", until: later, reason: "press" },
    fields: { tier: "text", until: "instant", reason: "text" },
  },
  "use-benefit": { command: { benefitId: "lounge" }, fields: { benefitId: "text" } },
};
const head: Fields = { key: "text", at: "instant", recordedAt: "instant", actor: "text" };

type Path = readonly (string | number)[];
/** The way to a field; names of facts have a dot of their own. */
const pathOf = (name: string): Path =>
  name
    .replace("customer.customer.", "customer.customer/")
    .split(".")
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step.replace("/", ".")));
function withAt(value: unknown, [name, ...rest]: Path, leaf: unknown): unknown {
  if (name === undefined) return leaf;
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string | number, unknown>;
  copy[name] = withAt(copy[name], rest, leaf);
  return copy;
}

/** What a run with a bad value does that it must not; undefined where the error is typed and tells where. */
function misdeed(run: () => unknown, name: string): string | undefined {
  try {
    run();
    return "nothing was thrown";
  } catch (error) {
    if (!isClienteleError(error)) return String(error);
    const where = [error.path, ...(error.issues ?? []).map(({ path }) => path)].map((path) => path.join("."));
    return where.some(
      (path) => [name, "options"].includes(path) || path.endsWith(`.${name}`) || path.startsWith(`${name}.`),
    )
      ? undefined
      : error.message;
  }
}
function misdeeds(fields: Fields, given: object, run: (spoilt: never) => unknown): string[] {
  return Object.entries(fields).flatMap(([name, kind]) =>
    (bad[kind] as readonly unknown[]).flatMap((value) => {
      const found = misdeed(() => run(withAt(given, pathOf(name), value) as never), name);
      return found === undefined ? [] : [`${name} as ${typeof value} ${String(value)}: ${found}`];
    }),
  );
}

describe("a bad value in any field of any command is told by its path, and changes nothing", () => {
  test.each(Object.entries(rows))("%s", (type, { command, fields, on = driven }) => {
    const decider = loyaltyDecider(on.program);
    const whole = { type, key: "new", at, recordedAt: at, actor: "me", ...command };
    expect(decider.decide(whole as never, on.state)).toMatchObject({ ok: true, replayed: false });
    const before = JSON.stringify(on.state);
    expect(misdeeds({ ...head, ...fields }, whole, (spoilt) => decider.decide(spoilt, on.state))).toEqual([]);
    const strange = JSON.parse(`{"__proto__": 1, "pionts": 1}`) as object;
    for (const name of ["__proto__", "pionts"]) {
      const spoilt = Object.defineProperty({ ...whole }, name, { value: strange, enumerable: true });
      expect(misdeed(() => decider.decide(spoilt as never, on.state), name)).toBeUndefined();
    }
    expect(JSON.stringify(on.state)).toBe(before);
  });

  test("dates that cannot follow each other", () => {
    const early = "2026-04-01T00:00:00Z";
    const spoilt = (type: LoyaltyCommand["type"], name: string): string | undefined =>
      misdeed(() => driven.try(withAt({ type, at, ...rows[type].command }, pathOf(name), early) as never), name);
    expect(spoilt("grant-tier", "until")).toBeUndefined();
    expect(spoilt("adjust", "expiresAt")).toBeUndefined();
    expect(spoilt("import-opening", "lots.0.expiresAt")).toBeUndefined();
  });

  const pair = { key: "p", at, points: 5, pointType: "points" };
  const other = new Driven(program).state;
  test.each([
    ["transferPoints", { ...head, ...optional }, (given: never) => transferPoints(account, other, given, program)],
    ["mergeAccounts", head, (given: never) => mergeAccounts(account, other, without(given), program)],
    ["unmergeAccounts", head, (given: never) => unmergeAccounts(account, other, without(given), program)],
  ])("%s", (_, fields, run) => {
    const before = JSON.stringify(account);
    expect(misdeeds(fields as Fields, { ...pair, recordedAt: at, actor: "me" }, run)).toEqual([]);
    expect(JSON.stringify(account)).toBe(before);
  });
  const without = ({ points: _, pointType: __, ...given }: Record<string, unknown>): never => given as never;
});

describe("a bad value in any argument of a read is told by its path", () => {
  const atOnly: Fields = { at: "instant" };
  // biome-ignore lint/suspicious/noExplicitAny: what a test spoils has no type.
  const reads: readonly (readonly [string, object, Fields, (given: any) => unknown])[] = [
    [
      "quoteEarn",
      { order, customer },
      { ...ofOrder, ...ofCustomer },
      ({ order, ...o }) => quoteEarn(order, program, o),
    ],
    [
      "quoteRedemption",
      { order, points: 5, at },
      { ...ofOrder, points: "points", at: "instant" },
      ({ at, ...request }) => quoteRedemption(request, program, { account, at }),
    ],
    ["projectTier", { order, at }, { ...ofOrder, at: "instant" }, (given) => projectTier(account, program, given)],
    ["tierStatus", { at }, atOnly, ({ at }) => tierStatus(account, program, at)],
    ["tierProgress", { at }, atOnly, ({ at }) => tierProgress(account, program, at)],
    ["pointsBalance", { at }, atOnly, ({ at }) => pointsBalance(account, at)],
    ["openLots", { at }, atOnly, ({ at }) => openLots(account, at)],
    ["checkLoyaltyInvariants", { at }, atOnly, ({ at }) => checkLoyaltyInvariants(account, at)],
    ["nextDueAt", { after: at }, { after: "instant" }, ({ after }) => nextDueAt(account, after)],
    ["expiringPoints", { at }, atOnly, ({ at }) => expiringPoints(account, at, { within: { days: 30 } })],
    [
      "expiryNoticeWindow",
      { at, days: { min: 3, max: 9 } },
      { at: "instant", "days.min": "signed", "days.max": "signed" },
      (given) => expiryNoticeWindow(account, program, given),
    ],
    [
      "pointsStatement",
      { from: at, to: later, timeZone: "UTC", pointType: "points" },
      { from: "instant", to: "instant", timeZone: "choice", pointType: "text" },
      (given) => pointsStatement(driven.events, given),
    ],
    [
      "compactAccount",
      { refundsBefore: at, keysBefore: at },
      { refundsBefore: "instant", keysBefore: "instant" },
      (given) => compactAccount(account, given),
    ],
    ["pointsLiability", { at }, atOnly, (given) => pointsLiability([account], program, given)],
  ];
  test.each(reads)("%s", (_, given, fields, run) => {
    run(given);
    expect(misdeeds(fields, given, run)).toEqual([]);
  });
});

describe("what was stored and has a part that is broken", () => {
  const file = new URL("./fixtures/account-1.json", import.meta.url);
  const { events, snapshot } = JSON.parse(readFileSync(file, "utf8")) as { events: object[]; snapshot: object };
  const decider = loyaltyDecider(program);
  function partsOf(value: unknown, path: Path = []): Path[] {
    const inside = typeof value === "object" && value !== null ? Object.entries(value) : [];
    const steps = inside.flatMap(([name, each]) =>
      partsOf(each, [...path, Array.isArray(value) ? Number(name) : name]),
    );
    return path.length === 0 ? steps : [path, ...steps];
  }
  const broken = [Number.NaN, undefined, -1, null, 1e21, "", {}, 0.5, [], 2 ** 53, "x", Infinity, true, 99];
  const holdsNaN = (value: unknown): boolean =>
    typeof value === "object" && value !== null ? Object.values(value).some(holdsNaN) : Number.isNaN(value);

  /** Every part in turn takes one of the broken values; what passes the door must fold and read. */
  function tell(whole: object, read: (spoilt: unknown) => LoyaltyAccount): string[] {
    return partsOf(whole).flatMap((path, turn) => {
      const value = broken[turn % broken.length];
      try {
        const found = read(withAt(whole, path, value));
        const state = decider.decide({ type: "sweep", at: "2026-12-01" }, found);
        const reads = [pointsBalance(found, "2026-12-01"), tierStatus(found, program, "2026-12-01"), nextDueAt(found)];
        return holdsNaN([state, reads]) ? [`${path.join(".")} as ${String(value)}: NaN`] : [];
      } catch (error) {
        return isClienteleError(error) ? [] : [`${path.join(".")} as ${String(value)}: ${String(error)}`];
      }
    });
  }

  test("an event is refused, or folds", () => {
    const found = events.flatMap((event, index) => {
      const before = fold(decider, events.slice(0, index) as never[]);
      return tell(event, (spoilt) => fold(decider, [upcastLoyaltyEvent(spoilt)], before));
    });
    expect(found).toEqual([]);
  });

  test("a snapshot is refused, or reads", () => {
    expect(tell(snapshot, (spoilt) => deserializeAccount(JSON.stringify(spoilt)))).toEqual([]);
  });

  test("an event that nobody looked at before folding does not become a state", () => {
    const [opened, imported] = events as never[];
    const before = fold(decider, [opened as never]);
    for (const [path, value, code] of [
      [["event", "v"], 2, "LOYALTY_EVENT_TOO_NEW"],
      [["event", "type"], "PointsLost", "INVALID_LOYALTY_EVENT"],
      [["event", "lots"], undefined, "INVALID_LOYALTY_EVENT"],
      [["event", "lots", 0, "points"], Number.NaN, "INVALID_LOYALTY_EVENT"],
      [["event", "lots", 0, "earnedAt"], "soon", "INVALID_LOYALTY_EVENT"],
    ] as const) {
      expect(() => decider.evolve(before, withAt(imported, path, value) as never)).toThrow(code);
    }
    const event = { type: "PointsRedeemed", v: 1, at, key: "k", pointType: "points", points: 5 };
    for (const allocation of [
      { lot: 9, points: 5 },
      { lot: 0, points: 500 },
      { lot: 0, points: Number.NaN },
    ]) {
      const stored = { version: 3, event: { ...event, allocations: [{ lotId: "x", ...allocation }] } };
      const account = fold(decider, [opened as never, imported as never]);
      expect(() => decider.evolve(account, stored as never)).toThrow("INVALID_LOYALTY_EVENT");
    }
  });
});
