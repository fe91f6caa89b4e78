import { describe, expect, test } from "vitest";
import { decideAll, deserializeLedger, fold, serializeLedger } from "../../src/ledger/index.js";
import { orderSchema } from "../../src/model/index.js";
import {
  nextReferralDueAt,
  type ReferralCommand,
  type ReferralHashes,
  type ReferralProgram,
  referralDecider,
  referralFormat,
} from "../../src/referral/index.js";
import { bound, briefly, buy, clicked, giveBack, joined, order, program, standing, walk } from "./support/programs.js";

const start = "2026-04-01T00:00:00Z";
const tick = (at: string): ReferralCommand => ({ type: "tick", at });
const review = (verdict: "approve" | "void", at: string): ReferralCommand => ({
  type: "review",
  key: `review:${verdict}`,
  at,
  actor: "eve",
  verdict,
  reason: "looked at it",
});

describe("binding", () => {
  test.each<[string, ReferralProgram["newCustomer"], object, boolean]>([
    ["never bought: a registered prospect is new", "never-bought", { registeredAt: "2020-01-01" }, true],
    ["never bought: an order at the very instant is this one", "never-bought", { lastOrderAt: start }, true],
    ["never bought: an order before is not", "never-bought", { lastOrderAt: "2010-01-01" }, false],
    ["never registered: registered at the very instant is new", "never-registered", { registeredAt: start }, true],
    ["never registered: before is not", "never-registered", { registeredAt: "2026-03-31T23:59:59.999Z" }, false],
    ["inactive: just long enough", { inactiveDays: 90 }, { lastOrderAt: "2026-01-01T00:00:00Z" }, true],
    ["inactive: a moment too short", { inactiveDays: 90 }, { lastOrderAt: "2026-01-01T00:00:00.001Z" }, false],
  ])("%s", (_, newCustomer, facts, isNew) => {
    const made = walk(program({ newCustomer }));
    made.tell(clicked("A", start));
    const command = { ...joined("A", "F", start), newCustomer: facts };
    if (isNew) expect(made.tell(command).status).toBe("signed-up");
    else expect(made.refused(command)).toEqual({ code: "NOT_NEW_CUSTOMER" });
  });

  test("staff refer only where the programme lets them", () => {
    const command = { ...joined("A", "F", start), signals: { staff: true } };
    const strict = walk(program());
    strict.tell(clicked("A", start));
    expect(strict.refused(command)).toEqual({ code: "STAFF_NOT_ELIGIBLE" });
    const open = walk(program({ staffMayRefer: true }));
    open.tell(clicked("A", start));
    expect(open.tell(command).status).toBe("signed-up");
  });

  test("in person comes before a typed code, and that before a click, whenever they were", () => {
    const made = walk(program());
    made.tell({ type: "touch", key: "1", at: "2026-03-20", code: "till", how: "declared" });
    made.tell({ type: "touch", key: "2", at: "2026-03-21", code: "typed", how: "code" });
    made.tell(clicked("LINK", "2026-03-22"));
    expect(made.tell(joined("A", "F", start)).reasons[0]?.params).toEqual({ code: "TILL", how: "declared" });
  });

  test("a touch after the sign-up's instant does not count, though it was told before", () => {
    const made = walk(program());
    made.tell(clicked("A", "2026-04-01T00:00:00.001Z"));
    expect(made.refused(joined("A", "F", start))).toEqual({ code: "NO_TOUCH" });
  });
});

describe("orders", () => {
  test("part payments qualify when the paid net reaches the minimum, and the hold runs from there", () => {
    const made = bound(program(), start);
    const whole = buy("o", "60.00", "2026-04-02T00:00:00Z");
    const pay = (key: string, amount: string, at: string): ReferralCommand => ({
      ...whole,
      key,
      at,
      paid: { amount, currency: "USD" },
    });
    expect(made.tell(pay("1", "24.99", "2026-04-02T00:00:00Z")).status).toBe("signed-up");
    const reached = made.tell(pay("2", "25.00", "2026-04-05T00:00:00Z"));
    expect(reached.reasons[0]?.params.until).toBe("2026-04-19T00:00:00.000Z");
    // What is refunded moves the instant to the payment that makes up for it.
    made.tell(giveBack("o", "5.00", "2026-04-06T00:00:00Z"));
    expect(made.ledger().current.status).toBe("signed-up");
    expect(made.tell(pay("3", "60.00", "2026-04-08T00:00:00Z")).reasons[0]?.params.until).toBe(
      "2026-04-22T00:00:00.000Z",
    );
  });

  test("points and gift cards pay nothing that qualifies", () => {
    const made = bound(program(), start);
    const free = buy("free", "30.00", "2026-04-02");
    const command = { ...free, order: { ...free.order, paidWithPoints: "5.01" } };
    expect(made.tell(command).reasons[0]?.code).toBe("referral.order-does-not-qualify");
    const all = buy("all", "30.00", "2026-04-02");
    const anything = bound(program({ qualifies: { type: "constant", value: true } }), start);
    expect(anything.tell({ ...all, order: { ...all.order, paidWithGiftCard: "30.00" } }).status).toBe("signed-up");
    expect(anything.tell(buy("cent", "0.01", "2026-04-02")).status).toBe("pending");
  });

  test("category, first order: what is not told is not known, and said so", () => {
    const shoes = order
      .each("line")
      .where((line) => line.attr("category").under("shoes"))
      .any();
    const rules = program({ qualifies: order.all(shoes, order.attr("order.number").eq(1)) });
    const made = bound(rules, start);
    const bare = buy("o", "30.00", "2026-04-02");
    const lines = [{ sku: "S", net: "30.00", category: "shoes/boots" }];
    expect(made.tell({ ...bare, key: "a", order: { ...bare.order, id: "a", lines } }).reasons).toEqual([
      { code: "referral.order-not-judged", params: { orderId: "a", missing: ["order.number"] } },
    ]);
    expect(made.tell({ ...bare, key: "b", order: { ...bare.order, id: "b", lines }, number: 1 }).status).toBe(
      "pending",
    );
  });

  test("an order that came before its sign-up is judged then; one that was placed before it shows that nobody was new", () => {
    const early = walk(program());
    early.tell(clicked("A", start));
    expect(early.tell(buy("o", "30.00", "2026-04-02")).reasons[0]?.code).toBe("referral.not-bound-yet");
    expect(early.tell(joined("A", "F", start)).status).toBe("pending");

    const before = walk(program());
    before.tell(clicked("A", "2026-03-20"));
    before.tell(buy("o", "30.00", "2026-03-31"));
    expect(before.refused(joined("A", "F", start))).toEqual({ code: "NOT_NEW_CUSTOMER" });

    const late = bound(program(), start);
    late.tell(buy("o1", "30.00", "2026-04-02"));
    late.tell(tick("2026-04-16"));
    const shown = late.tell({ ...buy("o0", "5.00", "2026-03-31"), at: "2026-04-20" });
    expect([shown.status, briefly(shown)]).toEqual(["reversed", ["reverse 250 to F", "reverse 500 to A"]]);
  });

  test("facts of the customer are told with the order, before the sign-up as after it", () => {
    const rules = program({ qualifies: order.attr("customer.tags").hasAny(["vip"]) });
    const told = { ...buy("o", "30.00", "2026-04-02"), customer: { "customer.tags": ["vip"] } };
    expect(bound(rules, start).tell(told).status).toBe("pending");
    expect(bound(rules, start).tell({ ...told, customer: { "customer.tags": ["new"] } }).status).toBe("signed-up");
    const early = walk(rules);
    early.tell(clicked("A", start));
    early.tell(told);
    expect(early.tell(joined("A", "F", start)).status).toBe("pending");
  });

  test("of orders that came early, those of guests and of the one who signs up are judged, others are not", () => {
    const early = walk(program());
    early.tell(clicked("A", start));
    const bought = (id: string, customerId: string | null): ReferralCommand => {
      const command = buy(id, "30.00", "2026-04-02");
      return { ...command, order: { ...command.order, customerId } };
    };
    early.tell(bought("stranger", "G"));
    early.tell(joined("A", "F", start));
    expect(Object.keys(early.ledger().current.orders)).toEqual([]);
    const guest = walk(program());
    guest.tell(clicked("A", start));
    guest.tell(bought("guest", null));
    expect(guest.tell(joined("A", "F", start)).status).toBe("pending");
  });

  test("where referrals are counted together the friend's reward is handed out here, the referrer's there", () => {
    const made = bound(program({ caps: [{ rewards: 1, per: "referrer" }] }), start);
    made.tell(buy("o", "30.00", "2026-04-02"));
    const due = made.tell(tick("2026-04-16"));
    expect(briefly(due)).toEqual(["grant 250 to F"]);
    expect(due.forReferrer?.instructions.map(({ rewardId }) => rewardId)).toEqual(["advocate"]);
    const back = made.tell(giveBack("o", "30.00", "2026-04-17"));
    expect(briefly(back)).toEqual(["reverse 250 to F"]);
    expect(back.forReferrer?.instructions.map(({ action }) => action)).toEqual(["reverse"]);
  });

  test("the next order steps in when the first is sent back after the grant, with a hold of its own", () => {
    const made = bound(program(), start);
    made.tell(buy("o1", "30.00", "2026-04-02"));
    made.tell(tick("2026-04-16"));
    made.tell(buy("o2", "40.00", "2026-04-20"));
    const back = made.tell(giveBack("o1", "30.00", "2026-04-22"));
    expect([back.status, back.instructions.map(({ action }) => action)]).toEqual(["pending", ["reverse", "reverse"]]);
    expect(nextReferralDueAt(made.ledger())).toBe("2026-05-04T00:00:00.000Z");
    expect(briefly(made.tell(tick("2026-05-03T23:59:59.999Z")))).toEqual([]);
    expect(briefly(made.tell(tick("2026-05-04")))).toEqual(["grant 500 to A", "grant 250 to F"]);
    expect(standing(made.ledger())).toEqual(["A advocate 1 for o2", "F friend 1 for o2"]);
  });

  test("refusals: another's order, a changed order, a refund beyond it, other currencies", () => {
    const made = bound(program({ currencies: ["USD"] }), start);
    const other = buy("o", "30.00", "2026-04-02");
    expect(made.refused({ ...other, order: { ...other.order, customerId: "G" } }).code).toBe("ORDER_OF_ANOTHER");
    expect(made.refused({ ...other, order: { ...other.order, currency: "EUR" } })).toEqual({
      code: "CURRENCY_NOT_CONFIGURED",
      currency: "EUR",
    });
    made.tell(other);
    expect(made.refused({ ...buy("o", "31.00", "2026-04-02"), key: "again" }).code).toBe("ORDER_CHANGED");
    expect(made.refused(giveBack("o", "30.01", "2026-04-03"))).toEqual({
      code: "REFUND_EXCEEDS_ELIGIBLE",
      eligible: { amount: "30.00", currency: "USD" },
    });
    const euro = { ...giveBack("o", "1.00", "2026-04-03"), cumulative: { amount: "1.00", currency: "EUR" } };
    expect(made.refused(euro).code).toBe("CURRENCY_NOT_CONFIGURED");
    const open = bound(program(), start);
    open.tell(other);
    expect(open.refused(euro)).toEqual({ code: "CURRENCY_MISMATCH", expected: "USD", received: "EUR" });
  });
});

describe("fraud", () => {
  const checked = (changes: Parameters<typeof program>[0], referee: ReferralHashes, signals: object = {}) => {
    const all = {
      phone: "p",
      paymentInstrument: "c",
      email: "e",
      emailDomain: "d",
      address: "a",
      device: "v",
      ip: "i",
    };
    const made = walk(program(changes));
    made.tell(clicked("A", start));
    return { made, command: { ...joined("A", "F", start), hashes: { referrer: all, referee }, signals } };
  };
  test.each<[string, ReferralHashes, object, string]>([
    ["the same address alone", { address: "a" }, {}, "signed-up"],
    ["the same device alone", { device: "v" }, {}, "signed-up"],
    ["the same IP address alone", { ip: "i" }, {}, "signed-up"],
    ["the same private domain alone", { emailDomain: "d" }, {}, "signed-up"],
    ["address and device", { address: "a", device: "v" }, {}, "held"],
    ["all four of a household", { address: "a", device: "v", ip: "i", emailDomain: "d" }, {}, "held"],
    [
      "all that is no identity",
      { address: "a", device: "v", ip: "i", emailDomain: "d" },
      { disposableEmail: true, referralsLastDay: 9 },
      "held",
    ],
    ["a throw-away mailbox", { ip: "x" }, { disposableEmail: true }, "held"],
    ["four in a day", { ip: "x" }, { referralsLastDay: 4 }, "signed-up"],
    ["five in a day", { ip: "x" }, { referralsLastDay: 5 }, "held"],
  ])("%s: %s", (_, referee, signals, status) => {
    const { made, command } = checked({}, referee, signals);
    expect(made.tell(command).status).toBe(status);
  });

  test.each([
    ["phone", "same-phone"],
    ["paymentInstrument", "same-payment-instrument"],
    ["email", "email-alias"],
  ] as const)("the same %s is one person", (name, signal) => {
    const { made, command } = checked({}, { [name]: { phone: "p", paymentInstrument: "c", email: "e" }[name] });
    expect(made.refused(command)).toEqual({ code: "SELF_REFERRAL", signal });
  });

  test("missing equals nothing: neither is the same person, nor a known stranger", () => {
    const made = walk(program());
    made.tell(clicked("A", start));
    const { status, reasons } = made.tell({ ...joined("A", "F", start), hashes: { referrer: {}, referee: {} } });
    expect(status).toBe("signed-up");
    const unchecked = reasons.find(({ code }) => code === "referral.fraud-not-checked");
    expect(unchecked?.params.missing).toContain("samePhone");
  });

  test("a household can be held or rejected by the programme", () => {
    const held = checked({ household: "hold" }, { address: "a" });
    expect(held.made.tell(held.command).status).toBe("held");
    const rejected = checked({ household: "reject" }, { address: "a" });
    expect(rejected.made.refused(rejected.command)).toMatchObject({ code: "REFERRAL_REJECTED" });
  });

  test("held is never paid by time; approved is, and void takes back what was paid", () => {
    const { made, command } = checked({}, { address: "a", device: "v" });
    made.tell(command);
    made.tell(buy("o", "30.00", "2026-04-02"));
    expect(briefly(made.tell(tick("2036-04-02")))).toEqual([]);
    expect(nextReferralDueAt(made.ledger())).toBeNull();
    expect(briefly(made.tell(review("approve", "2036-04-03")))).toEqual(["grant 500 to A", "grant 250 to F"]);
    const fraud = made.tell(review("void", "2040-01-01"));
    expect([fraud.status, briefly(fraud)]).toEqual(["reversed", ["reverse 250 to F", "reverse 500 to A"]]);
    expect(made.refused({ ...review("approve", "2040-01-02"), key: "late" })).toEqual({ code: "REFERRAL_VOID" });
    const held: ReferralCommand = { type: "hold", key: "h", at: "2040-01-02", reason: "odd" };
    expect(made.refused(held)).toEqual({ code: "REFERRAL_VOID" });
  });
});

describe("people", () => {
  test("a merge that makes both one takes the grant back; any other renames", () => {
    const made = bound(program(), start);
    made.tell(buy("o", "30.00", "2026-04-02"));
    made.tell(tick("2026-04-16"));
    const merge = (customerId: string, into: string): ReferralCommand => ({
      type: "merge",
      key: `${customerId}>${into}`,
      at: "2026-05-01",
      customerId,
      into,
    });
    expect(briefly(made.tell(merge("A", "A2")))).toEqual([]);
    expect(made.ledger().current.referrerId).toBe("A2");
    expect(briefly(made.tell(merge("X", "Y")))).toEqual([]);
    const one = made.tell(merge("F", "A2"));
    expect([one.status, briefly(one)]).toEqual(["reversed", ["reverse 250 to A2", "reverse 500 to A2"]]);
  });

  test("a referral moves before the grant only", () => {
    const made = bound(program(), start);
    const move = (key: string, referrerId: string, ancestors: string[] = []): ReferralCommand => ({
      type: "reattribute",
      key,
      at: "2026-04-03",
      actor: "eve",
      referrerId,
      ancestors,
      reason: "declared at the till",
    });
    expect(made.refused(move("0", "F")).code).toBe("SELF_REFERRAL");
    expect(made.refused(move("1", "G", ["H", "F"]))).toEqual({ code: "REFERRAL_CYCLE", chain: ["G", "H", "F"] });
    made.tell(move("2", "G"));
    made.tell(buy("o", "30.00", "2026-04-02"));
    expect(briefly(made.tell(tick("2026-04-16")))).toEqual(["grant 500 to G", "grant 250 to F"]);
    expect(made.refused(move("3", "A")).code).toBe("ALREADY_GRANTED");
    expect(walk(program()).refused(move("4", "A")).code).toBe("NOT_BOUND");
  });
});

test("the terms are those of the day it was bound: a programme that changed changes nothing", () => {
  const old = bound(program(), start);
  const changed = program({
    version: 2,
    rewards: [{ id: "mug", for: "referee", reward: { kind: "gift", sku: "mug" } }],
    hold: { days: 1 },
  });
  const later = walk(changed, old.ledger());
  later.tell(buy("o", "30.00", "2026-04-02"));
  expect(briefly(later.tell(tick("2026-04-15T23:59:59Z")))).toEqual([]);
  expect(briefly(later.tell(tick("2026-04-16")))).toEqual(["grant 500 to A", "grant 250 to F"]);
});

test("events fold without any programme, and a snapshot reads back", () => {
  const decider = referralDecider(program());
  const { state, events } = decideAll(decider, [
    clicked("A", start),
    joined("A", "F", start),
    buy("o", "30.00", "2026-04-02"),
    giveBack("o", "1.00", "2026-04-03"),
    tick("2026-04-16"),
  ]);
  expect(fold(referralDecider(program({ id: "another" })), JSON.parse(JSON.stringify(events)))).toEqual(state);
  const text = serializeLedger(state, referralFormat);
  expect(deserializeLedger(text, referralFormat)).toEqual(state);
  expect(() => referralFormat.read({ status: "new" })).toThrow("INVALID_REFERRAL_STATE");
});

test("ids that nobody should choose are ids like others", () => {
  const made = walk(program());
  made.tell(clicked("A", start));
  made.tell(joined("__proto__", "constructor", start));
  const bought = buy("__proto__", "30.00", "2026-04-02");
  made.tell({ ...bought, order: { ...bought.order, customerId: "constructor" } });
  expect(briefly(made.tell(tick("2026-04-16")))).toEqual(["grant 500 to __proto__", "grant 250 to constructor"]);
  expect(briefly(made.tell(giveBack("__proto__", "30.00", "2026-04-17")))).toEqual([
    "reverse 250 to constructor",
    "reverse 500 to __proto__",
  ]);
});

describe("when a tick has something to grant", () => {
  const monthly = {
    id: "m",
    for: "referrer",
    reward: { kind: "percentage", rate: "0.1" },
    recurringFor: { days: 8 },
  } as const;
  test("an order after the recurring time, and a share that rounds to nothing, are not waited for", () => {
    const rules = program({ rewards: [monthly], qualifies: { type: "constant", value: true } });
    const made = bound(rules, start);
    made.tell(buy("o1", "30.00", "2026-04-02"));
    made.tell(buy("o2", "30.00", "2026-04-09"));
    made.tell(buy("tiny", "0.04", "2026-04-08"));
    made.tell(buy("late", "30.00", "2026-04-10"));
    const due: unknown[] = [];
    for (
      let at = nextReferralDueAt(made.ledger());
      at !== null && due.length < 9;
      at = nextReferralDueAt(made.ledger())
    ) {
      due.push([at.slice(0, 10), briefly(made.tell(tick(at)))]);
    }
    expect(due).toEqual([
      ["2026-04-16", ["grant 3.00 to A"]],
      ["2026-04-23", ["grant 3.00 to A"]],
    ]);
  });
});

test("an order that could not be judged is judged when what was missing is told", () => {
  const made = bound(program({ qualifies: order.attr("order.number").eq(1) }), start);
  const first = buy("o", "30.00", "2026-04-02");
  expect(made.tell(first).reasons[0]?.code).toBe("referral.order-not-judged");
  expect(made.tell({ ...first, key: "again", number: 1 }).status).toBe("pending");
  expect(briefly(made.tell(tick("2026-04-16")))).toEqual(["grant 500 to A", "grant 250 to F"]);

  const early = walk(program({ qualifies: order.attr("order.number").eq(1) }));
  early.tell(clicked("A", start));
  early.tell(first);
  early.tell({ ...first, key: "again", number: 1 });
  expect(early.tell(joined("A", "F", start)).status).toBe("pending");
});

test("a share is credit that can be paid: no finer than the currency, rounded half up, and taken back to the cent", () => {
  const share = { id: "s", for: "referrer", reward: { kind: "percentage", rate: "0.25" } } as const;
  const made = bound(
    program({ rewards: [share], qualifies: { type: "constant", value: true }, hold: { days: 0 } }),
    start,
  );
  expect(briefly(made.tell(buy("o", "33.3800", "2026-04-02")))).toEqual(["grant 8.35 to A"]);
  expect(briefly(made.tell(giveBack("o", "0.04", "2026-04-03")))).toEqual(["reverse 0.01 to A"]);
  const fine = bound(
    program({ rewards: [share], qualifies: { type: "constant", value: true }, hold: { days: 0 } }),
    start,
  );
  expect(briefly(fine.tell(buy("o", "33.3399", "2026-04-02")))).toEqual(["grant 8.33 to A"]);
  expect(briefly(fine.tell(giveBack("o", "33.3398", "2026-04-03")))).toEqual(["reverse 8.33 to A"]);
});

test("a condition with a ceiling: refunds do not lift an order into it, and the floor within it holds to the cent", () => {
  const usd = (amount: string) => ({ amount, currency: "USD" }) as const;
  const net = order.attr("order.paidNet");
  const made = bound(program({ qualifies: order.all(net.gte(usd("20.00")), net.lte(usd("50.00"))) }), start);
  made.tell(buy("dear", "60.00", "2026-04-02"));
  expect(made.tell(giveBack("dear", "20.00", "2026-04-03")).status).toBe("signed-up");
  expect(made.tell(buy("fit", "40.00", "2026-04-04")).status).toBe("pending");
  expect(made.tell(giveBack("fit", "20.00", "2026-04-05")).status).toBe("pending");
  expect(made.tell(giveBack("fit", "20.01", "2026-04-06")).status).toBe("signed-up");
});

test("amounts finer than the currency take a schema with their scale, and are not judged in silence without it", () => {
  const plain = bound(program(), start);
  expect(plain.tell(buy("o", "30.0001", "2026-04-02")).reasons).toEqual([
    { code: "referral.order-not-judged", params: { orderId: "o", missing: ["order.paidNet"] } },
  ]);
  const schema = orderSchema("*", { scale: 4 });
  const fine = bound(referralDecider(program(), { schema }), start);
  expect(fine.tell(buy("o", "30.0001", "2026-04-02")).status).toBe("pending");
  expect(fine.tell(giveBack("o", "5.0001", "2026-04-03")).status).toBe("pending");
  expect(fine.tell(giveBack("o", "5.0002", "2026-04-04")).status).toBe("signed-up");
});

test("an old order that is told late voids only where the programme would have refused it", () => {
  const old = (at: string): ReferralCommand => ({ ...buy("old", "5.00", at), at: "2026-04-20" });
  const inactive = program({ newCustomer: { inactiveDays: 90 } });
  const kept = bound(inactive, start).tell(old("2026-01-01T00:00:00Z"));
  expect([kept.status, kept.reasons[0]?.code]).toEqual(["signed-up", "referral.before-sign-up"]);
  const lost = bound(inactive, start).tell(old("2026-01-01T00:00:00.001Z"));
  expect([lost.status, lost.reasons[0]?.code]).toEqual(["void", "referral.not-new"]);
  expect(bound(program({ newCustomer: "never-registered" }), start).tell(old("2026-03-31")).status).toBe("signed-up");
});

test("what comes too early, or in other money, is refused", () => {
  const fresh = walk(program());
  expect(fresh.refused({ type: "hold", key: "h", at: start, reason: "odd" }).code).toBe("NOT_BOUND");
  expect(fresh.refused(review("void", start)).code).toBe("NOT_BOUND");
  const made = bound(program(), start);
  expect(made.refused(review("approve", start)).code).toBe("NOTHING_TO_REVIEW");
  const paid = { ...buy("o", "30.00", "2026-04-02"), paid: { amount: "30.00", currency: "EUR" } };
  expect(made.refused(paid)).toEqual({ code: "CURRENCY_MISMATCH", expected: "USD", received: "EUR" });
  const cancelled = buy("c", "30.00", "2026-04-02");
  const outcome = made.tell({ ...cancelled, order: { ...cancelled.order, status: "cancelled" } });
  expect(outcome.reasons[0]?.code).toBe("referral.order-not-completed");
});
