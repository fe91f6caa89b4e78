import { checkDecider } from "clientele/testing";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decideAll } from "../../src/ledger/index.js";
import {
  type BudgetCommand,
  budgetDecider,
  defineCampaignBudget,
  type ReferralCommand,
  type ReferralLedger,
  type ReferralProgram,
  type ReferrerCommand,
  type ReferrerLedger,
  type RewardInstruction,
  referralDecider,
  referrerDecider,
} from "../../src/referral/index.js";
import { buy, clicked, giveBack, joined, program } from "./support/programs.js";

const start = "2026-04-01T00:00:00Z";

/** A host with a referral ledger per friend and one for the referrer A: what is handed out in the end. */
function host(rules: ReferralProgram) {
  const referral = referralDecider(rules);
  const referrer = referrerDecider(rules);
  const ledgers = new Map<string, ReferralLedger>();
  let together: ReferrerLedger = referrer.initialState();
  const out: RewardInstruction[] = [];
  const reasons: string[] = [];
  const tell = (friend: string, command: ReferralCommand): void => {
    const decision = referral.decide(command, ledgers.get(friend) ?? referral.initialState());
    if (!decision.ok) throw new Error(decision.error.code);
    ledgers.set(friend, decision.state);
    out.push(...decision.outcome.instructions);
    if (decision.outcome.forReferrer === null) return;
    const settled = referrer.decide(decision.outcome.forReferrer, together);
    if (!settled.ok) throw new Error(settled.error.code);
    together = settled.state;
    out.push(...settled.outcome.instructions);
    reasons.push(...settled.outcome.reasons.map(({ code }) => code));
  };
  const order = (friend: string): ReferralCommand => {
    const bought = buy(`o-${friend}`, "30.00", start);
    return { ...bought, order: { ...bought.order, customerId: friend } };
  };
  return {
    out,
    reasons,
    state: () => together.current,
    /** A friend who comes and buys; the reward is due at `at`. */
    refer(friend: string, at: string): void {
      for (const command of [clicked("A", start), joined("A", friend, start), order(friend)]) tell(friend, command);
      tell(friend, { type: "tick", at });
    },
    giveBack(friend: string, at: string, amount = "30.00"): void {
      tell(friend, giveBack(`o-${friend}`, amount, at));
    },
    tell,
  };
}

const points = (n: number) => ({ kind: "points", points: n }) as const;
const each = { id: "each", for: "referrer", reward: points(100) } as const;
const standing = (out: readonly RewardInstruction[]): readonly string[] => {
  const left = new Map<string, string>();
  for (const { grantId, action, rewardId } of out) {
    expect(left.has(grantId), `${action} ${grantId}`).toBe(action === "reverse");
    if (action === "grant") left.set(grantId, rewardId);
    else left.delete(grantId);
  }
  return [...left.values()].sort();
};

describe("caps", () => {
  test("so many in all, and what is taken back frees its place", () => {
    const shop = host(program({ rewards: [each], caps: [{ rewards: 2, per: "referrer" }] }));
    for (const friend of ["a", "b", "c"]) shop.refer(friend, "2026-04-15");
    expect([standing(shop.out).length, shop.reasons]).toEqual([2, ["referral.cap-reached"]]);
    shop.giveBack("c", "2026-04-16");
    expect(standing(shop.out)).toHaveLength(2);
    shop.giveBack("a", "2026-04-16");
    shop.refer("d", "2026-04-17");
    expect(standing(shop.out)).toHaveLength(2);
    expect(shop.out.filter(({ action }) => action === "reverse")).toHaveLength(1);
  });

  test.each([
    ["local-day", "2026-04-16T03:59:59.999Z", 1],
    ["local-day", "2026-04-16T04:00:00Z", 2],
    ["local-month", "2026-05-01T03:59:59.999Z", 1],
    ["local-month", "2026-05-01T04:00:00Z", 2],
  ] as const)("one by the %s of New York: another at %s makes %i", (per, at, given) => {
    const rules = program({ rewards: [each], caps: [{ rewards: 1, per }], timeZone: "America/New_York" });
    const shop = host(rules);
    shop.refer("a", "2026-04-15T12:00:00Z");
    shop.refer("b", at);
    expect(standing(shop.out)).toHaveLength(given);
  });
});

describe("milestones and tiers", () => {
  const mug = { id: "mug", for: "referrer", reward: { kind: "gift", sku: "mug" }, milestone: 2 } as const;

  test("a milestone is unwound with the referral, and earned again once", () => {
    const shop = host(program({ rewards: [each, mug], caps: [{ rewards: 1, per: "referrer" }] }));
    for (const friend of ["a", "b", "c"]) shop.refer(friend, "2026-04-15");
    expect(standing(shop.out)).toEqual(["each", "mug"]);
    shop.giveBack("b", "2026-04-16");
    expect(standing(shop.out)).toEqual(["each", "mug"]);
    shop.giveBack("c", "2026-04-16");
    expect(standing(shop.out)).toEqual(["each"]);
    shop.refer("d", "2026-04-17");
    expect(standing(shop.out)).toEqual(["each", "mug"]);
    const mugs = shop.out.filter(({ rewardId }) => rewardId === "mug").map(({ key }) => key);
    expect(mugs).toEqual(["friends:A:mug:1:grant", "friends:A:mug:1:reverse", "friends:A:mug:2:grant"]);
  });

  test("more for the third and fourth referral", () => {
    const bonus = { id: "bonus", for: "referrer", reward: points(900), nth: { from: 3, to: 4 } } as const;
    const shop = host(program({ rewards: [each, bonus] }));
    for (const friend of ["a", "b", "c", "d", "e"]) shop.refer(friend, "2026-04-15");
    expect(standing(shop.out)).toEqual(["bonus", "bonus", "each", "each", "each", "each", "each"]);
    shop.giveBack("c", "2026-04-16");
    expect(standing(shop.out)).toEqual(["bonus", "each", "each", "each", "each"]);
  });

  test("a share is taken back in parts, and a reversal of nothing is refused", () => {
    const share = { id: "share", for: "referrer", reward: { kind: "percentage", rate: "0.5" } } as const;
    const rules = program({ rewards: [share, mug] });
    const shop = host(rules);
    shop.refer("a", "2026-04-15");
    shop.giveBack("a", "2026-04-16", "5.00");
    shop.giveBack("a", "2026-04-17");
    const amounts = shop.out.map(
      ({ action, reward }) => `${action} ${reward.kind === "credit" && reward.value.amount}`,
    );
    expect(amounts).toEqual(["grant 15.00", "reverse 2.50", "reverse 12.50"]);
    expect(shop.state().grants).toEqual({});
    const unheard = { ...(shop.out[1] as RewardInstruction), grantId: "nobody" };
    const command: ReferrerCommand = {
      type: "settle",
      key: "k",
      at: start,
      referrerId: "A",
      customerId: "A",
      referralId: "x",
      counts: true,
      instructions: [unheard],
    };
    const decider = referrerDecider(rules);
    const refused = decider.decide(command, decider.initialState());
    expect(refused).toMatchObject({ ok: false, error: { code: "GRANT_NOT_FOUND", grantId: "nobody" } });
    const wrong = { ...command, instructions: [{ ...unheard, side: "referee" as const }] };
    expect(() => decider.decide(wrong, decider.initialState())).toThrow("INVALID_REFERRAL_COMMAND");
  });

  test("a referrer whose records are merged keeps the ledger, and gets rewards under the new id", () => {
    const shop = host(program({ rewards: [each, mug] }));
    shop.refer("a", "2026-04-15");
    shop.tell("a", { type: "merge", key: "m", at: "2026-04-16", customerId: "A", into: "A2" });
    shop.giveBack("a", "2026-04-17");
    expect(shop.out.map(({ action, customerId }) => `${action} ${customerId}`)).toEqual(["grant A", "reverse A2"]);
    expect(shop.state().counted).toEqual([]);
  });

  // Seen to fail on a cap that counts what was taken back, and on milestones that are not taken back.
  test("law: caps hold, milestones are the count divided, every grant is given once", () => {
    const rules = program({ rewards: [each, mug], caps: [{ rewards: 3, per: "referrer" }] });
    const step = fc.tuple(fc.constantFrom("a", "b", "c", "d", "e", "f"), fc.boolean());
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const shop = host(rules);
        const come = new Set<string>();
        const gone = new Set<string>();
        for (const [friend, comes] of steps) {
          if (comes && !come.has(friend)) {
            shop.refer(friend, "2026-04-15");
            come.add(friend);
          } else if (!comes && come.has(friend) && !gone.has(friend)) {
            shop.giveBack(friend, "2026-04-16");
            gone.add(friend);
          }
          const left = standing(shop.out);
          const count = come.size - gone.size;
          expect(left.filter((id) => id === "mug")).toHaveLength(Math.floor(count / 2));
          expect(left.filter((id) => id === "each").length).toBeLessThanOrEqual(Math.min(3, count));
          expect(shop.state().counted).toHaveLength(count);
          expect(Object.keys(shop.state().grants)).toHaveLength(left.length);
        }
      }),
    );
  });
});

describe("budgets", () => {
  const budget = budgetDecider(
    defineCampaignBudget({ id: "spring", version: 1, total: { amount: "100.00", currency: "USD" } }),
  );
  const usd = (amount: string) => ({ amount, currency: "USD" });
  const reserve = (grantId: string, amount: string): BudgetCommand => ({
    type: "reserve",
    key: `${grantId} ${amount}`,
    at: start,
    grantId,
    amount: usd(amount),
  });
  const then = (type: "spend" | "release", grantId: string): BudgetCommand => ({
    type,
    key: grantId,
    at: start,
    grantId,
  });

  test("reserved whole or not at all; what is released can be reserved by others", () => {
    const { decisions, state } = decideAll(budget, [
      reserve("a", "60.00"),
      reserve("b", "40.01"),
      reserve("b", "40.00"),
      reserve("c", "0.01"),
      then("spend", "a"),
      then("release", "a"),
      reserve("c", "60.00"),
    ]);
    expect(decisions.map((each) => (each.ok ? each.outcome.left.amount : each.error.code))).toEqual([
      "40.00",
      "BUDGET_EXHAUSTED",
      "0.00",
      "BUDGET_EXHAUSTED",
      "0.00",
      "60.00",
      "0.00",
    ]);
    expect(state.current).toMatchObject({ reserved: "100.00", spent: "0.00" });
  });

  test("refusals", () => {
    const { state } = decideAll(budget, [reserve("a", "60.00")]);
    const code = (command: BudgetCommand): string | false => {
      const decision = budget.decide(command, state);
      return !decision.ok && decision.error.code;
    };
    expect(code(reserve("a", "1.00"))).toBe("ALREADY_RESERVED");
    expect(code(then("spend", "b"))).toBe("RESERVATION_NOT_FOUND");
    expect(code(then("release", "b"))).toBe("RESERVATION_NOT_FOUND");
    expect(code({ ...reserve("b", "1"), amount: { amount: "1", currency: "EUR" } } as BudgetCommand)).toBe(
      "CURRENCY_NOT_CONFIGURED",
    );
    expect(() => code(reserve("b", "0"))).toThrow("INVALID_REFERRAL_COMMAND");
    expect(() => code(reserve("b", "-5"))).toThrow("INVALID_REFERRAL_COMMAND");
    expect(() => code(reserve("b", "0.001"))).toThrow("AMOUNT_TOO_FINE");
  });

  // Seen to fail on a release that gives back a spent grant twice, and on a check against the total alone.
  test("law: never below zero, and reserved, spent and left are the total", () => {
    const id = fc.constantFrom("a", "b", "__proto__");
    const command = fc.oneof(
      fc
        .tuple(id, fc.constantFrom("0.01", "33.33", "50.00", "100.00"))
        .map(([grant, amount]) => reserve(grant, amount)),
      fc
        .tuple(fc.constantFrom<"spend" | "release">("spend", "release"), id, fc.nat({ max: 9 }))
        .map(([type, grantId, n]): BudgetCommand => ({ ...then(type, grantId), key: String(n) })),
    );
    fc.assert(
      fc.property(fc.array(command, { maxLength: 15 }), (commands) => {
        checkDecider(budget, commands);
        const { state, decisions } = decideAll(budget, commands);
        const [reserved, spent] = [Number(state.current.reserved), Number(state.current.spent)];
        expect(Math.min(reserved, spent)).toBeGreaterThanOrEqual(0);
        expect(reserved + spent).toBeLessThanOrEqual(100);
        const held = Object.values(state.current.grants).reduce((sum, { amount }) => sum + Number(amount), 0);
        expect(held).toBeCloseTo(reserved + spent, 9);
        const [last] = decisions.filter((each) => each.ok && !each.replayed).reverse();
        if (last?.ok) expect(Number(last.outcome.left.amount)).toBeCloseTo(100 - reserved - spent, 9);
      }),
    );
  });
});
