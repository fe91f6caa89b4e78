import { describe, expect, test } from "vitest";
import {
  attributeTouch,
  normalizeEmail,
  type ReferralCommand,
  type ReferralHashes,
  type ReferralLedger,
  referralAncestors,
  referralDecider,
} from "../../src/referral/index.js";
import { bound, briefly, buy, clicked, giveBack, joined, order, program, walk } from "./support/programs.js";

describe("R01 first touch, last touch, window, code", () => {
  const told: ReferralCommand[] = [
    clicked("A", "2026-03-01T00:00:00Z"),
    clicked("b ", "2026-03-11T00:00:00Z"),
    { type: "touch", key: "visit", at: "2026-03-12T00:00:00Z", how: "click" },
  ];
  test.each([
    ["2026-03-13T00:00:00Z", undefined, "A", "B"],
    ["2026-03-30T23:59:59.999Z", undefined, "A", "B"],
    ["2026-03-31T00:00:00Z", undefined, "B", "B"],
    ["2026-04-10T00:00:00Z", undefined, undefined, undefined],
    ["2026-03-13T00:00:00Z", " c ", "C", "C"],
  ])("a sign-up at %s with the code %s: first %s, last %s", (at, code, first, last) => {
    for (const [touch, expected] of [
      ["first", first],
      ["last", last],
    ] as const) {
      const rules = program({ attribution: { touch, window: { days: 30 } } });
      const made = walk(rules);
      for (const command of told) made.tell(command);
      if (code !== undefined) made.tell({ type: "touch", key: "code", at, code, how: "code" });
      expect(attributeTouch(made.ledger().current.touches, at, rules)?.code).toBe(expected);
      if (expected === undefined) expect(made.refused(joined("X", "F", at))).toEqual({ code: "NO_TOUCH" });
      else expect(made.tell(joined("X", "F", at)).reasons[0]?.params.code).toBe(expected);
    }
  });

  test("a visit without a code changes nothing", () => {
    const made = walk(program());
    made.tell(told[0] as ReferralCommand);
    const before = made.ledger();
    made.tell(told[2] as ReferralCommand);
    expect(made.ledger()).toEqual(before);
  });
});

describe("R02 the window limits binding, not earnings", () => {
  const rules = program({
    hold: { days: 0 },
    qualifies: order.attr("order.paidNet").gt({ amount: "0.00", currency: "USD" }),
    rewards: [
      {
        id: "share",
        for: "referrer",
        reward: { kind: "percentage", rate: "0.30" },
        recurringFor: { months: 3 },
      },
    ],
  });

  test("a payment on day 42 is paid, and a later click of the friend's changes nothing", () => {
    const made = walk(rules);
    made.tell(clicked("SAM", "2026-01-01T00:00:00Z"));
    made.tell(joined("sam", "F", "2026-01-13T00:00:00Z"));
    expect(made.tell(clicked("OTHER", "2026-01-21T00:00:00Z")).reasons[0]?.code).toBe("referral.already-bound");
    expect(briefly(made.tell(buy("1", "49.00", "2026-02-12T00:00:00Z")))).toEqual(["grant 14.70 to sam"]);
  });

  test("recurring for three months from the first payment", () => {
    const made = bound(rules, "2026-02-01T00:00:00Z");
    const months = ["2026-02-12", "2026-03-12", "2026-04-12", "2026-05-12"];
    expect(months.map((day, index) => briefly(made.tell(buy(`m${index}`, "49.00", `${day}T00:00:00Z`))))).toEqual([
      ["grant 14.70 to A"],
      ["grant 14.70 to A"],
      ["grant 14.70 to A"],
      [],
    ]);
  });

  test("the last instant within the three months is paid", () => {
    const made = bound(rules, "2026-02-01T00:00:00Z");
    made.tell(buy("m0", "49.00", "2026-02-12T00:00:00Z"));
    expect(made.tell(buy("m3", "49.00", "2026-05-11T23:59:59.999Z")).instructions).toHaveLength(1);
  });
});

describe("R03 double-sided, hold until the return window passes", () => {
  test("grants both after the hold of the order that stays, once", () => {
    const made = bound(program(), "2026-04-01T00:00:00Z");
    const small = made.tell(buy("o1", "24.99", "2026-04-01T12:00:00Z"));
    expect([small.status, small.reasons.map(({ code }) => code)]).toEqual([
      "signed-up",
      ["referral.order-does-not-qualify"],
    ]);
    const second = made.tell(buy("o2", "30.00", "2026-04-02T00:00:00Z"));
    expect(second.status).toBe("pending");
    expect(second.reasons).toEqual([
      { code: "referral.order-qualifies", params: { orderId: "o2", until: "2026-04-16T00:00:00.000Z" } },
    ]);
    const refund = made.tell(giveBack("o2", "6.00", "2026-04-10T00:00:00Z"));
    expect([refund.status, refund.instructions, refund.reasons.map(({ code }) => code)]).toEqual([
      "signed-up",
      [],
      ["referral.order-no-longer-qualifies"],
    ]);
    const third = made.tell(buy("o3", "40.00", "2026-04-12T00:00:00Z"));
    expect(third.reasons[0]?.params.until).toBe("2026-04-26T00:00:00.000Z");
    const tick = (at: string): readonly string[] => briefly(made.tell({ type: "tick", at }));
    expect(tick("2026-04-25T23:59:59.999Z")).toEqual([]);
    expect(tick("2026-04-26T00:00:00Z")).toEqual(["grant 500 to A", "grant 250 to F"]);
    expect(tick("2026-04-27T00:00:00Z")).toEqual([]);
    const before = made.ledger();
    const again = { ...buy("o3", "40.00", "2026-04-12T00:00:00Z"), key: "webhook again", at: "2026-04-28T00:00:00Z" };
    expect(made.tell(again).instructions).toEqual([]);
    expect(made.ledger()).toEqual(before);
  });

  test("a refund of 5.00 leaves exactly the minimum and qualifies, one of 5.01 does not", () => {
    for (const [amount, status] of [
      ["5.00", "pending"],
      ["5.01", "signed-up"],
    ] as const) {
      const made = bound(program(), "2026-04-01T00:00:00Z");
      made.tell(buy("o2", "30.00", "2026-04-02T00:00:00Z"));
      expect(made.tell(giveBack("o2", amount, "2026-04-03T00:00:00Z")).status).toBe(status);
    }
  });

  test("whoever bought before is not new, as a guest with the same mailbox too", () => {
    const at = "2026-04-01T00:00:00Z";
    const hash = (address: string): string => `h(${normalizeEmail(address).address})`;
    const made = walk(program());
    made.tell(clicked("A", at));
    const signUp = joined("A", "F", at);
    expect(made.refused({ ...signUp, newCustomer: { lastOrderAt: "2026-03-31T23:59:59.999Z" } }).code).toBe(
      "NOT_NEW_CUSTOMER",
    );
    const guest = {
      ...signUp,
      newCustomer: { guestOrders: [{ at: "2026-01-05", email: hash("F.riend+shop@googlemail.com") }] },
      hashes: { referrer: {}, referee: { email: hash("friend@gmail.com") } },
    };
    expect(made.refused(guest).code).toBe("NOT_NEW_CUSTOMER");
    const stranger = { ...guest, hashes: { referrer: {}, referee: { email: hash("other@gmail.com") } } };
    expect(made.tell(stranger).status).toBe("signed-up");
  });
});

describe("R04 self-referral by alias", () => {
  const hashes = (address: string): ReferralHashes => {
    const { address: mailbox, privateDomain } = normalizeEmail(address);
    return { email: `h(${mailbox})`, ...(privateDomain === null ? {} : { emailDomain: `h(${privateDomain})` }) };
  };
  const at = "2026-04-01T00:00:00Z";
  const signUp = (referrer: string, referee: string): Extract<ReferralCommand, { type: "sign-up" }> => ({
    ...joined("A", "F", at),
    hashes: { referrer: hashes(referrer), referee: hashes(referee) },
  });
  const fresh = (): ReturnType<typeof walk> => {
    const made = walk(program());
    made.tell(clicked("A", at));
    return made;
  };

  test.each([
    ["anna@gmail.com", " A.nna+promo@GoogleMail.com "],
    ["anna@example.com", "anna+x@example.com"],
  ])("%s and %s are one mailbox", (referrer, referee) => {
    expect(fresh().refused(signUp(referrer, referee))).toEqual({ code: "SELF_REFERRAL", signal: "email-alias" });
  });

  test.each([
    ["anna@example.com", "a.nna@example.com", ["referral.same-private-domain"]],
    ["anna@gmail.com", "bob@gmail.com", []],
  ])("%s may refer %s", (referrer, referee, signals) => {
    const { status, reasons } = fresh().tell(signUp(referrer, referee));
    expect(status).toBe("signed-up");
    expect(reasons.map(({ code }) => code).filter((code) => /same|alias/.test(code))).toEqual(signals);
  });

  test("one customer is one customer, whatever the address", () => {
    expect(fresh().refused({ ...signUp("a@x.org", "other@x.org"), refereeId: "c1", referrerId: "c1" })).toEqual({
      code: "SELF_REFERRAL",
      signal: "same-customer",
    });
  });
});

describe("R05 cycles and re-attribution", () => {
  test("rows in order", () => {
    const decider = referralDecider(program());
    const ledgers = new Map<string, ReferralLedger>();
    const referrerOf = (id: string): string | undefined => ledgers.get(id)?.current.referrerId ?? undefined;
    const refers = (referrerId: string, refereeId: string): unknown => {
      const at = "2026-04-01T00:00:00Z";
      const before = ledgers.get(refereeId) ?? decider.initialState();
      const touched = decider.decide(clicked(referrerId, at), before);
      const ancestors = referralAncestors(referrerId, referrerOf);
      const key = `${referrerId} ${refereeId}`;
      const decision = decider.decide(
        { ...joined(referrerId, refereeId, at), key, ancestors },
        touched.ok ? touched.state : before,
      );
      if (!decision.ok) return decision.error;
      ledgers.set(refereeId, decision.state);
      return "ok";
    };
    expect([refers("A", "B"), refers("B", "C")]).toEqual(["ok", "ok"]);
    expect(refers("C", "A")).toEqual({ code: "REFERRAL_CYCLE", chain: ["C", "B", "A"] });
    expect(refers("A", "A")).toEqual({ code: "SELF_REFERRAL", signal: "same-customer" });
    expect(refers("B", "A")).toEqual({ code: "REFERRAL_CYCLE", chain: ["B", "A"] });
    expect(refers("D", "B")).toEqual({ code: "ALREADY_ATTRIBUTED", referrerId: "A" });
    expect(refers("C", "D")).toBe("ok");
    expect(refers("D", "A")).toEqual({ code: "REFERRAL_CYCLE", chain: ["D", "C", "B", "A"] });
  });

  test("100,000 ancestors, no recursion; a cycle of the host's own making ends", () => {
    const ancestors = referralAncestors("100000", (id) => (id === "0" ? undefined : String(Number(id) - 1)));
    expect([ancestors.length, ancestors[0], ancestors.at(-1)]).toEqual([100_000, "99999", "0"]);
    const ring = new Map([
      ["a", "b"],
      ["b", "c"],
      ["c", "a"],
    ]);
    expect(referralAncestors("a", (id) => ring.get(id))).toEqual(["b", "c"]);
    expect(referralAncestors("x", () => "x")).toEqual([]);
  });
});

describe("a share of an order", () => {
  test("100.00 at 25 %, 40.00 refunded: 15.00 stay", () => {
    const rules = program({
      rewards: [{ id: "share", for: "referrer", reward: { kind: "percentage", rate: "0.25" } }],
      hold: { days: 0 },
    });
    const made = bound(rules, "2026-04-01T00:00:00Z");
    expect(briefly(made.tell(buy("o", "100.00", "2026-04-02")))).toEqual(["grant 25.00 to A"]);
    const first = made.tell(giveBack("o", "40.00", "2026-04-05"));
    expect(briefly(first)).toEqual(["reverse 10.00 to A"]);
    const rest = made.tell(giveBack("o", "100.00", "2026-04-06"));
    expect(briefly(rest)).toEqual(["reverse 15.00 to A"]);
    expect([...first.instructions, ...rest.instructions].map(({ key }) => key)).toEqual([
      "friends:F:share:o:reverse",
      "friends:F:share:o:reverse:2",
    ]);
    expect(rest.status).toBe("reversed");
  });
});
