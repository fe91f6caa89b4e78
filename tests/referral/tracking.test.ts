import { describe, expect, test } from "vitest";
import { summarizePurchases } from "../../src/history/index.js";
import {
  compareReferred,
  costPerAcquiredCustomer,
  kFactor,
  type ReferralLedger,
  type ReferralProgram,
  referralFunnel,
  referralLeaderboard,
  referralRate,
} from "../../src/referral/index.js";
import { buy, clicked, giveBack, joined, program, walk } from "./support/programs.js";

const start = "2026-04-01T00:00:00Z";
type Fate = "touched" | "signed-up" | "held" | "pending" | "granted" | "reversed" | "void";

/** A referral of F by somebody that came as far as it did. */
function referral(by: string, fate: Fate, rules: ReferralProgram = program(), at = start): ReferralLedger {
  const made = walk(rules);
  made.tell(clicked(by, at));
  if (fate === "touched") return made.ledger();
  made.tell(joined(by, "F", at));
  if (fate === "signed-up") return made.ledger();
  if (fate === "held") made.tell({ type: "hold", key: "h", at: "2026-04-02", reason: "odd" });
  if (fate !== "held") made.tell(buy("o", "30.00", "2026-04-02"));
  if (fate === "granted" || fate === "reversed") made.tell({ type: "tick", at: "2026-04-16" });
  if (fate === "reversed") made.tell(giveBack("o", "30.00", "2026-04-17"));
  if (fate === "void") {
    made.tell({ type: "review", key: "v", at: "2026-04-03", actor: "eve", verdict: "void", reason: "fraud" });
  }
  expect(made.ledger().current.status).toBe(fate);
  return made.ledger();
}

describe("the funnel", () => {
  test("counts what was ever reached, each as a share of the step before", () => {
    const fates: Fate[] = ["touched", "touched", "signed-up", "held", "pending", "granted", "reversed", "void"];
    const funnel = referralFunnel(fates.map((fate) => referral("A", fate)));
    expect(funnel.map(({ step, referrals, rate }) => [step, referrals, rate.status === "known" && rate.value])).toEqual(
      [
        ["touched", 8, 1],
        ["signed-up", 6, 0.75],
        ["held", 1, 1 / 6],
        ["qualified", 4, 4 / 6],
        ["granted", 2, 0.5],
        ["reversed", 1, 0.5],
      ],
    );
  });
  test("a period is half-open, by the day on which something was first known; an empty one is unknown, not zero", () => {
    const all = [referral("A", "granted")];
    const count = (from: string, to: string): unknown => referralFunnel(all, { from, to })[0]?.referrals;
    expect([
      count("2026-04-01", "2026-04-02"),
      count("2026-03-01", "2026-04-01"),
      count("2026-04-02", "2026-05-01"),
    ]).toEqual([1, 0, 0]);
    expect(referralFunnel([]).every(({ rate }) => rate.status === "unknown")).toBe(true);
  });
});

test("the leaderboard: ties share a place, the next is skipped, void and reversed do not count", () => {
  const of = (by: string, ...fates: Fate[]): readonly ReferralLedger[] => fates.map((fate) => referral(by, fate));
  const all = [
    ...of("dee", "granted"),
    ...of("ben", "granted", "granted", "reversed"),
    ...of("ann", "granted", "granted"),
    ...of("cai", "granted", "granted", "granted"),
    ...of("eve", "void", "pending", "touched", "signed-up"),
  ];
  const rows = (options?: object): unknown =>
    referralLeaderboard(all, options).map(({ place, customerId, referrals }) => `${place} ${customerId} ${referrals}`);
  expect(rows()).toEqual(["1 cai 3", "2 ann 2", "2 ben 2", "4 dee 1"]);
  expect(rows({ top: 2 })).toEqual(["1 cai 3", "2 ann 2", "2 ben 2"]);
  expect(rows({ by: "qualified" })).toContain("4 eve 1");
  // One order that qualifies is enough, beside one that does not.
  const small = walk(program());
  small.tell(clicked("fay", start));
  small.tell(joined("fay", "F", start));
  small.tell(buy("small", "1.00", "2026-04-02"));
  expect(referralLeaderboard([small.ledger()], { by: "qualified" })).toEqual([]);
  small.tell(buy("large", "30.00", "2026-04-03"));
  expect(referralLeaderboard([small.ledger()], { by: "qualified" })).toEqual([
    { place: 1, customerId: "fay", referrals: 1 },
  ]);
  expect(() => rows({ top: 0 })).toThrow("INVALID_OPTIONS");
});

describe("the k-factor", () => {
  test("is joined by members; nobody to invite is unknown", () => {
    expect(kFactor({ members: 4, invitations: 10, joined: 3 })).toMatchObject({ status: "known", value: 0.75 });
    expect(kFactor({ members: 4, invitations: 0, joined: 0 })).toMatchObject({ value: 0 });
    expect(kFactor({ members: 0, invitations: 0, joined: 0 })).toMatchObject({
      status: "unknown",
      missing: ["members"],
    });
  });
  test.each([
    { members: 1, invitations: 2, joined: 3 },
    { members: -1, invitations: 2, joined: 1 },
    { members: 1.5, invitations: 2, joined: 1 },
    { members: Number.NaN, invitations: 2, joined: 1 },
    undefined,
  ])("refuses %j", (counts) => {
    expect(() => kFactor(counts as never)).toThrow("INVALID_COUNTS");
  });
});

describe("what a customer won has cost", () => {
  const pointWorth = { amount: "0.01", currency: "USD" };
  test("points of both sides, of what was not taken back, through the referrals granted", () => {
    const all = [
      referral("A", "granted"),
      referral("B", "reversed"),
      referral("C", "pending"),
      referral("D", "granted"),
    ];
    expect(costPerAcquiredCustomer(all, { pointWorth })).toMatchObject({ value: { amount: "7.50", currency: "USD" } });
  });
  test("credit, shares, coupons; rounded once, half up", () => {
    const rewards = [
      { id: "share", for: "referrer", reward: { kind: "percentage", rate: "0.1" } },
      { id: "credit", for: "referee", reward: { kind: "credit", value: { amount: "2.00", currency: "USD" } } },
      { id: "mug", for: "referee", reward: { kind: "gift", sku: "mug" } },
      { id: "points", for: "referee", reward: { kind: "points", points: 3 } },
    ] as const;
    const one = [referral("A", "granted", program({ rewards }))];
    const cost = (worth: string): unknown =>
      costPerAcquiredCustomer(one, { pointWorth: { amount: worth, currency: "USD" }, skuWorth: { mug: "1.25" } });
    expect(cost("0.005")).toMatchObject({ value: { amount: "6.27" } });
    expect(cost("0.0049")).toMatchObject({ value: { amount: "6.26" } });
    expect(costPerAcquiredCustomer(one, { pointWorth })).toMatchObject({ status: "unknown", missing: ["mug"] });
    const euro = { pointWorth: { amount: "0.01", currency: "EUR" }, skuWorth: { mug: "1.25" } };
    expect(costPerAcquiredCustomer(one, euro)).toMatchObject({ status: "unknown", missing: ["USD"] });
  });
  test("nobody won is unknown, not zero", () => {
    expect(costPerAcquiredCustomer([referral("A", "pending")], { pointWorth })).toMatchObject({
      missing: ["referrals"],
    });
    expect(() => costPerAcquiredCustomer([], {} as never)).toThrow("INVALID_OPTIONS");
  });
});

describe("referred against others", () => {
  // Net 10, 20, 30 for the referred, 1 to 5 for the others; two days of buying for a, b and the first other.
  const rows = [
    ["a", "5.00", "2026-03-01"],
    ["a", "5.00", "2026-03-02"],
    ["b", "10.00", "2026-03-01"],
    ["b", "10.00", "2026-03-02"],
    ["c", "30.00", "2026-03-01"],
    ["v", "0.50", "2026-03-01"],
    ["v", "0.50", "2026-03-05"],
    ["w", "2.00", "2026-03-01"],
    ["x", "3.00", "2026-03-01"],
    ["y", "4.00", "2026-03-01"],
    ["z", "5.00", "2026-03-01"],
  ].map(([customerId = "", amount = "", at = ""], index) => ({
    id: String(index),
    customerId,
    amount,
    at,
    currency: "USD",
  }));
  const base = summarizePurchases(rows, { asOf: "2026-04-01" });
  const referred = ["a", "b", "c", "nobody"];

  test("golden numbers: Welch as SciPy has it, Newcombe's method 10 by hand", () => {
    const { net, repeatShare } = compareReferred(base, referred);
    if (net.status === "unknown" || repeatShare.status === "unknown") throw new Error("unknown");
    // Standard error √(100/3 + 2.5/5), 2.0602 degrees of freedom, t 4.1844; SciPy: ttest_ind([10,20,30],[1,2,3,4,5],equal_var=False).
    expect(net.value.value).toBeCloseTo(17, 12);
    expect(net.value.interval.map((bound) => bound.toFixed(9))).toEqual(["-7.338895007", "41.338895007"]);
    expect(repeatShare.value.value).toBeCloseTo(2 / 3 - 1 / 5, 12);
    expect(repeatShare.value.interval.map((bound) => bound.toFixed(9))).toEqual(["-0.158519975", "0.784031257"]);
  });

  test("the rate has Wilson's interval, and ids from elsewhere do not count", () => {
    const rate = referralRate(base, referred);
    if (rate.status === "unknown") throw new Error("unknown");
    expect(rate.value.value).toBe(3 / 8);
    expect(rate.value.interval.map((bound) => bound.toFixed(4))).toEqual(["0.1368", "0.6943"]);
  });

  test("too few on a side are unknown, and which side is said", () => {
    expect(compareReferred(base, ["a"]).net).toMatchObject({ status: "unknown", missing: ["referred"] });
    expect(compareReferred(base, []).repeatShare).toMatchObject({ missing: ["referred"] });
    expect(compareReferred(base, base.customerIds).repeatShare).toMatchObject({ missing: ["others"] });
    expect(referralRate(summarizePurchases([], { asOf: "2026-04-01" }), [])).toMatchObject({ missing: ["customers"] });
  });

  test("two of a kind: no spread is no interval, not NaN", () => {
    const same = summarizePurchases(
      ["a", "b", "c", "d"].map((customerId) => ({
        id: customerId,
        customerId,
        amount: "5",
        at: "2026-03-01",
        currency: "USD",
      })),
      { asOf: "2026-04-01" },
    );
    expect(compareReferred(same, ["a", "b"]).net).toMatchObject({ value: { value: 0, interval: [0, 0] } });
  });
});
