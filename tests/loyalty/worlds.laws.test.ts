import { isClienteleError } from "clientele/core";
import { fold } from "clientele/ledger";
import {
  checkLoyaltyInvariants,
  compactAccount,
  deserializeAccount,
  type LoyaltyAccount,
  type LoyaltyCommand,
  type LoyaltyProgram,
  loyaltyDecider,
  mergeAccounts,
  pointsBalance,
  pointsStatement,
  type StoredLoyaltyEvent,
  serializeAccount,
  transferPoints,
  unmergeAccounts,
  upcastLoyaltyEvent,
} from "clientele/loyalty";
import fc from "fast-check";
import { expect, test } from "vitest";
import { orderOf, programOf } from "./support/account.js";

const start = Date.UTC(2026, 0, 1);
const instantOf = (hours: number): string => new Date(start + hours * 3.6e6).toISOString();

const programs = fc
  .record({
    pending: fc.constantFrom(undefined, { days: 3 }, "until-activated"),
    expiry: fc.constantFrom(
      undefined,
      { type: "after-earn", after: { days: 20 }, through: "local-day" },
      { type: "inactivity", after: { days: 15 }, activity: ["earn", "redeem"] },
    ),
    consumption: fc.constantFrom("soonest-expiring", "fifo"),
    policy: fc.constantFrom("only-pending", "within-balance", "allow-negative"),
    remainder: fc.constantFrom("drop", "carry"),
    cap: fc.constantFrom(undefined, 90),
  })
  .map(({ pending, expiry, consumption, policy, remainder, cap }) =>
    programOf({
      timeZone: "America/New_York",
      type: { consumption, ...(pending && { pending }), ...(expiry && { expiry }) },
      rule: { rates: { USD: { points: "0.7", per: "1.00" } } },
      earning: {
        rounding: { mode: "floor", at: "order", remainder },
        ...(cap && { caps: [{ points: cap, per: "local-day" }] }),
      },
      returns: { policy } as never,
      redemption: {
        points: 100,
        worth: { amount: "1.00", currency: "USD" },
        rewards: [{ id: "r", points: 15, restoreOn: "full-refund" }],
      },
      tiers: {
        basis: "spend",
        window: { type: "rolling", last: { days: 30 } },
        levels: [{ id: "a", from: "60", benefits: [{ id: "b", uses: 1 }] }],
      },
    }),
  );

const kinds = [
  ...[
    "earn",
    "earn",
    "earn",
    "earn",
    "redeem",
    "redeem",
    "reward",
    "refund",
    "refund",
    "reverse",
    "reverse",
    "hold",
    "commit",
  ],
  ...["release", "adjust", "sweep", "reinstate", "activate", "suspend", "resume", "resume", "grant", "use"],
  ...["transfer", "merge", "unmerge", "compact", "store"],
] as const;
const steps = fc.array(
  fc.record({
    hours: fc.integer({ min: 0, max: 24 * 45 }),
    kind: fc.constantFrom(...kinds),
    who: fc.constantFrom(0, 0, 0, 1, 2),
    whom: fc.nat(2),
    n: fc.nat(1),
    m: fc.integer({ min: 1, max: 130 }),
  }),
  { minLength: 10, maxLength: 18 },
);
type Step = typeof steps extends fc.Arbitrary<(infer S)[]> ? S : never;

/** Commands of few orders, holds and keys, so that steps meet. Refunds and orders come when they come. */
function commandOf({ kind, n, m, hours }: Step, index: number): LoyaltyCommand | undefined {
  const at = instantOf(hours);
  const head = { key: `${kind}:${index}`, at };
  const [orderId, holdId] = [`O${n}`, `h${n}`];
  switch (kind) {
    case "earn":
      return { type: "earn", ...head, order: orderOf(orderId, `${20 + 30 * n}.50`, instantOf(Math.max(0, hours - m))) };
    case "redeem":
      return { type: "redeem", at, key: `r${n}`, points: 1 + (m % 20) };
    case "reward":
      return { type: "redeem", at, key: `w${n}`, rewardId: "r", orderId };
    case "refund": {
      const amount = `${Math.min(m, 20 + 30 * n)}.00`;
      return { type: "refund", ...head, orderId, cumulative: { amount, currency: "USD" }, full: m > 110 };
    }
    case "reverse":
      return {
        type: "reverse-redemption",
        ...head,
        redemptionKey: `r${n}`,
        ...(m % 4 === 0 && { points: 1 + (m % 5) }),
      };
    case "hold":
      return { type: "hold", ...head, key: `r${n}`, holdId, points: 1 + (m % 20), until: instantOf(hours + 9 * m) };
    case "commit":
      return { type: "commit-hold", ...head, holdId, ...(m % 2 === 0 && { points: 1 + (m % 3) }) };
    case "release":
      return { type: "release-hold", ...head, holdId };
    case "adjust":
      return { type: "adjust", ...head, points: m - 60, reason: "by hand" };
    case "reinstate":
      return { type: "reinstate", ...head, lotIds: [`earn:O${n}`], expiresAt: instantOf(hours + 100), reason: "sorry" };
    case "activate":
      return { type: "activate", ...head, lotIds: [`earn:O${n}`] };
    case "suspend":
      return { type: "suspend", ...head, reason: "looked into" };
    case "resume":
      return { type: "resume", ...head };
    case "grant":
      return { type: "grant-tier", ...head, tier: "a", until: instantOf(hours + m), reason: "press" };
    case "use":
      return { type: "use-benefit", ...head, benefitId: "b" };
    case "sweep":
      return { type: "sweep", at };
    default:
      return undefined;
  }
}

interface Member {
  account: LoyaltyAccount;
  events: StoredLoyaltyEvent[];
  /** The last account that is not told by all its events. */
  from: LoyaltyAccount;
}

/** earned − clawed − redeemed − expired + adjusted of all. */
const inAll = (members: readonly Member[]): number =>
  members
    .flatMap(({ account }) => Object.values(account.current.totals))
    .reduce(
      (all, { earned, clawed, redeemed, expired, adjusted }) => all + earned - clawed - redeemed - expired + adjusted,
      0,
    );

function live(program: LoyaltyProgram, list: readonly Step[], seen: Map<string, number>): void {
  const decider = loyaltyDecider(program);
  const members = [0, 1, 2].map(
    (): Member => ({ account: decider.initialState(), events: [], from: decider.initialState() }),
  );
  const take = (member: Member, state: LoyaltyAccount, events: readonly StoredLoyaltyEvent[]): void => {
    member.account = state;
    member.events.push(...events);
  };
  for (const member of members) {
    const lots = [{ points: 90, earnedAt: instantOf(0), expiresAt: instantOf(24 * 30) }];
    const opened = decider.decide({ type: "import-opening", key: "opening", at: instantOf(0), lots }, member.account);
    if (opened.ok) take(member, opened.state, opened.events);
  }
  const pairs: [number, number, string][] = [];
  [...list]
    .sort((a, b) => a.hours - b.hours)
    .forEach((step, index) => {
      const { kind, who, whom, hours, m } = step;
      const [member, other] = [members[who]!, members[whom]!];
      const at = instantOf(hours);
      const before = inAll(members);
      const command = commandOf(step, index);
      let done = false;
      if (command !== undefined) {
        const decision = decider.decide(command, member.account);
        if (decision.ok) take(member, decision.state, decision.events);
        done = decision.ok && !decision.replayed;
      } else if (kind === "transfer" && who !== whom) {
        const moved = transferPoints(
          member.account,
          other.account,
          { key: `t${index}`, at, points: 1 + (m % 20) },
          program,
        );
        if (moved.ok) {
          take(member, moved.from.state, moved.from.events);
          take(other, moved.to.state, moved.to.events);
        }
        done = moved.ok;
      } else if (kind === "merge" && who !== whom) {
        const merged = mergeAccounts(member.account, other.account, { key: `m${index}`, at }, program);
        if (merged.ok) {
          take(member, merged.from.state, merged.from.events);
          take(other, merged.to.state, merged.to.events);
          expect(pointsBalance(member.account, at)).toEqual({ available: 0, pending: 0, held: 0, debt: 0 });
          pairs.push([who, whom, `u${index}`]);
        }
        done = merged.ok;
      } else if (kind === "unmerge" && pairs.length > 0) {
        const [from, to, key] = pairs.at(-1)!;
        const back = unmergeAccounts(members[from]!.account, members[to]!.account, { key, at }, program);
        if (back.ok) {
          take(members[from]!, back.from.state, back.from.events);
          take(members[to]!, back.to.state, back.to.events);
          pairs.pop();
        }
        done = back.ok;
      } else if (kind === "compact") {
        const small = compactAccount(member.account, {
          refundsBefore: instantOf(hours - 24 * m),
          keysBefore: instantOf(0),
        });
        expect(pointsBalance(small, at)).toEqual(pointsBalance(member.account, at));
        member.account = member.from = small;
        member.events = [];
        done = true;
      } else if (kind === "store") {
        member.account = deserializeAccount(serializeAccount(member.account));
        done = true;
      }
      if (done) seen.set(kind, (seen.get(kind) ?? 0) + 1);
      if (kind === "transfer") {
        const expired = (each: Member) => each.events.filter(({ event }) => event.type === "PointsExpired").length;
        if (members.every((each) => expired(each) === 0)) expect(inAll(members)).toBe(before);
      }
      for (const { account } of members) {
        for (const later of [0, 24 * 4, 24 * 60]) {
          expect(checkLoyaltyInvariants(account, instantOf(hours + later))).toEqual([]);
        }
      }
    });
  for (const { account, events, from } of members) {
    expect(fold(decider, events, from)).toEqual(account);
    expect(fold(decider, JSON.parse(JSON.stringify(events)).map(upcastLoyaltyEvent), from)).toEqual(account);
    expect(deserializeAccount(serializeAccount(account))).toEqual(account);
    const whole = pointsStatement(events, { from: instantOf(-48), to: instantOf(24 * 400), before: from });
    const { available, pending, held } = pointsBalance(account, instantOf(24 * 400 - 1));
    expect(whole.closing).toBe(available + pending + held);
  }
}

test("three accounts through merges, transfers, holds, suspension, compaction and storage keep every sum", () => {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(programs, steps, (program, list) => {
      try {
        live(program, list, seen);
      } catch (error) {
        if (isClienteleError(error)) throw new Error(`typed: ${error.message}`);
        throw error;
      }
    }),
  );
  for (const kind of new Set(kinds)) expect([kind, (seen.get(kind) ?? 0) > 0]).toEqual([kind, true]);
});
