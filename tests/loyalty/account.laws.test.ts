import { decideAll, fold } from "clientele/ledger";
import {
  checkLoyaltyInvariants,
  compactAccount,
  defineLoyaltyProgram,
  deserializeAccount,
  type LoyaltyAccount,
  type LoyaltyCommand,
  type LoyaltyProgram,
  loyaltyDecider,
  mergeAccounts,
  openLots,
  pointsBalance,
  pointsStatement,
  quoteEarn,
  type StoredLoyaltyEvent,
  serializeAccount,
  simulateLoyaltyProgram,
  tierStatus,
  transferPoints,
  unmergeAccounts,
  upcastLoyaltyEvent,
} from "clientele/loyalty";
import type { Transaction } from "clientele/model";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { orderOf } from "./support/account.js";
import { naiveBalance } from "./support/naive-balance.js";

const start = Date.UTC(2026, 0, 1);
const instantOf = (hours: number): string => new Date(start + hours * 3.6e6).toISOString();

const programs: fc.Arbitrary<LoyaltyProgram> = fc
  .record({
    timeZone: fc.constantFrom("UTC", "America/New_York", "Asia/Shanghai", "Australia/Lord_Howe"),
    pending: fc.constantFrom(undefined, { days: 3 }, { hours: 30 }, "until-activated" as const),
    expiry: fc.constantFrom(
      undefined,
      { type: "after-earn", after: { days: 20 }, through: "local-day" } as const,
      { type: "after-earn", after: { months: 1 }, through: "local-month" } as const,
      { type: "inactivity", after: { days: 15 }, activity: ["earn", "redeem"] } as const,
    ),
    consumption: fc.constantFrom("soonest-expiring", "fifo"),
    policy: fc.constantFrom("only-pending", "within-balance", "allow-negative"),
    rate: fc.constantFrom("1", "1.5", "0.3"),
    mode: fc.constantFrom("proportional", "whole-increments"),
    times: fc.constantFrom(undefined, "2", "1.5"),
    cap: fc.constantFrom(undefined, 40, 120),
    remainder: fc.constantFrom("drop", "carry"),
    tiers: fc.boolean(),
  })
  .map(({ timeZone, pending, expiry, consumption, policy, rate, mode, times, cap, remainder, tiers }) =>
    defineLoyaltyProgram({
      id: "club",
      version: 1,
      timeZone,
      pointTypes: [{ id: "points", pending, expiry, consumption } as never],
      earning: {
        rules: [{ id: "spend", rates: { USD: { points: rate, per: "1.00" } }, mode } as never],
        ...(times && { promotions: [{ id: "more", times }] }),
        ...(cap && { caps: [{ points: cap, per: "local-day" }] }),
        rounding: { mode: "floor", at: "order", remainder } as never,
      },
      returns: { policy } as never,
      redemption: {
        points: 100,
        worth: { amount: "1.00", currency: "USD" },
        rewards: [{ id: "r", points: 30, restoreOn: "full-refund" }],
      },
      ...(tiers && {
        tiers: {
          basis: "earned",
          window: { type: "rolling", last: { days: 30 } },
          levels: [
            { id: "a", from: "20" },
            { id: "b", from: "90" },
          ],
        } as never,
      }),
    }),
  );

interface Step {
  readonly hours: number;
  readonly kind: string;
  readonly n: number;
  readonly m: number;
}
const steps = fc.array(
  fc.record({
    hours: fc.integer({ min: 0, max: 24 * 60 }),
    kind: fc.constantFrom(
      "earn",
      "earn",
      "earn",
      "redeem",
      "reward",
      "refund",
      "refund",
      "reverse",
      "hold",
      "commit",
      "release",
      "adjust",
      "sweep",
      "reinstate",
      "activate",
    ),
    n: fc.integer({ min: 0, max: 5 }),
    m: fc.integer({ min: 1, max: 130 }),
  }),
  { maxLength: 14 },
);

/** Commands in the order of time; orders, holds and redemptions are named by small numbers so that steps meet. */
function commandsOf(list: readonly Step[]): LoyaltyCommand[] {
  return [...list]
    .sort((a, b) => a.hours - b.hours)
    .map(({ hours, kind, n, m }, index): LoyaltyCommand => {
      const at = instantOf(hours);
      const key = `${kind}:${index}`;
      switch (kind) {
        case "earn":
          return { type: "earn", key, at, order: orderOf(`O${n}`, `${m}.50`, at) };
        case "redeem":
          return { type: "redeem", key: `redeem:${n}`, at, points: m };
        case "reward":
          return { type: "redeem", key: `reward:${n}`, at, rewardId: "r", orderId: `O${n}` };
        case "refund":
          return { type: "refund", key, at, orderId: `O${n}`, cumulative: { amount: `${m}.00`, currency: "USD" } };
        case "reverse":
          return {
            type: "reverse-redemption",
            key,
            at,
            redemptionKey: `redeem:${n}`,
            ...(m % 2 === 0 && { points: m }),
          };
        case "hold":
          return { type: "hold", key, at, holdId: `h${n}`, points: m, until: instantOf(hours + m) };
        case "commit":
          return { type: "commit-hold", key, at, holdId: `h${n}` };
        case "release":
          return { type: "release-hold", key, at, holdId: `h${n}` };
        case "adjust":
          return { type: "adjust", key, at, points: m - 60, reason: "by hand" };
        case "reinstate":
          return {
            type: "reinstate",
            key,
            at,
            lotIds: [`earn:O${n}`],
            expiresAt: instantOf(hours + 100),
            reason: "sorry",
          };
        case "activate":
          return { type: "activate", key, at, lotIds: [`earn:O${n}`] };
        default:
          return { type: "sweep", at };
      }
    });
}

const moments = [0, 24 * 10, 24 * 25, 24 * 40, 24 * 61, 24 * 120].map(instantOf);
const readings = (account: LoyaltyAccount) => moments.map((at) => pointsBalance(account, at));

describe("whatever happens to an account", () => {
  test("its sums agree after every step, and replaying its events gives it back", () => {
    fc.assert(
      fc.property(programs, steps, (program, list) => {
        const decider = loyaltyDecider(program);
        let state = decider.initialState();
        const events: StoredLoyaltyEvent[] = [];
        for (const command of commandsOf(list)) {
          const decision = decider.decide(command, state);
          if (!decision.ok) {
            expect(decision.events).toEqual([]);
            continue;
          }
          events.push(...decision.events);
          state = decision.state;
          for (const at of [instantOf(0), ...moments]) expect(checkLoyaltyInvariants(state, at)).toEqual([]);
        }
        expect(fold(decider, events)).toEqual(state);
        const stored = JSON.parse(JSON.stringify(events)).map(upcastLoyaltyEvent);
        expect(fold(decider, stored)).toEqual(state);
        const cut = Math.floor(events.length / 2);
        const snapshot = deserializeAccount(serializeAccount(fold(decider, events.slice(0, cut))));
        expect(fold(decider, events.slice(cut), snapshot)).toEqual(state);
        const small = compactAccount(state, { refundsBefore: instantOf(0), keysBefore: instantOf(0) });
        expect(readings(small)).toEqual(readings(state));
      }),
    );
  });

  test("every message twice is every message once", () => {
    fc.assert(
      fc.property(programs, steps, (program, list) => {
        const decider = loyaltyDecider(program);
        const commands = commandsOf(list);
        const once = decideAll(decider, commands, decider.initialState());
        const twice = decideAll(
          decider,
          commands.flatMap((command) => [command, command]),
          decider.initialState(),
        );
        expect(readings(twice.state)).toEqual(readings(once.state));
        const again = decideAll(
          decider,
          commands.filter(({ key }) => key !== undefined),
          once.state,
        );
        const accepted = again.decisions.filter(({ ok }) => ok);
        expect(accepted.every((decision) => decision.ok && (decision.replayed || decision.events.length > 0))).toBe(
          true,
        );
      }),
    );
  });

  test("a sweep at any time changes no balance", () => {
    fc.assert(
      fc.property(programs, steps, fc.integer({ min: 0, max: 24 * 130 }), (program, list, hours) => {
        const decider = loyaltyDecider(program);
        const { state } = decideAll(decider, commandsOf(list), decider.initialState());
        const swept = decider.decide({ type: "sweep", at: instantOf(hours) }, state);
        if (!swept.ok) throw new Error("refused");
        for (const at of moments) {
          if (Date.parse(at) < start + hours * 3.6e6) continue;
          expect(pointsBalance(swept.state, at)).toEqual(pointsBalance(state, at));
        }
        expect(decider.decide({ type: "sweep", at: instantOf(hours) }, swept.state)).toMatchObject({ events: [] });
      }),
    );
  });

  test("the statement opens, moves and closes to the point", () => {
    fc.assert(
      fc.property(programs, steps, (program, list) => {
        const decider = loyaltyDecider(program);
        const { state, events } = decideAll(decider, commandsOf(list), decider.initialState());
        const whole = pointsStatement(events, { from: instantOf(-24), to: instantOf(24 * 400) });
        expect(whole.entries.reduce((sum, { points }) => sum + points, whole.opening)).toBe(whole.closing);
        expect(whole.opening).toBe(0);
        const { available, pending, held } = pointsBalance(state, instantOf(24 * 400 - 1));
        expect(whole.closing).toBe(available + pending + held);
        const [first, second] = [
          pointsStatement(events, { from: instantOf(-24), to: instantOf(24 * 20) }),
          pointsStatement(events, { from: instantOf(24 * 20), to: instantOf(24 * 400) }),
        ];
        expect(second.opening).toBe(first.closing);
      }),
    );
  });

  test("a naive account of plain lists agrees on earning, spending and expiry", () => {
    const simple = fc.array(
      fc.record({
        hours: fc.integer({ min: 0, max: 24 * 60 }),
        kind: fc.constantFrom("earn", "redeem"),
        n: fc.integer({ min: 0, max: 99 }),
        m: fc.integer({ min: 1, max: 130 }),
      }),
      { maxLength: 14 },
    );
    fc.assert(
      fc.property(simple, fc.integer({ min: 1, max: 40 }), fc.boolean(), (list, days, fifo) => {
        const program = defineLoyaltyProgram({
          id: "club",
          version: 1,
          timeZone: "UTC",
          pointTypes: [
            {
              id: "points",
              expiry: { type: "after-earn", after: { hours: 24 * days } },
              consumption: fifo ? "fifo" : "soonest-expiring",
            },
          ],
          earning: { rules: [{ id: "spend", rates: { USD: { points: "1", per: "1.00" } } }] },
        });
        const decider = loyaltyDecider(program);
        const commands = commandsOf(list.map((step, index) => ({ ...step, n: step.n + 100 * index })));
        const { state } = decideAll(decider, commands, decider.initialState());
        for (const at of moments) {
          if (Date.parse(at) < start + 24 * 60 * 3.6e6) continue;
          expect(pointsBalance(state, at).available).toBe(naiveBalance(commands, days, Date.parse(at)));
        }
      }),
    );
  });
});

test("splitting a refund changes nothing", () => {
  fc.assert(
    fc.property(
      programs,
      fc.integer({ min: 1, max: 200 }),
      fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 5 }),
      (program, dollars, parts) => {
        const decider = loyaltyDecider(program);
        const at = instantOf(1);
        const order = orderOf("O", `${dollars}.00`, at);
        const refund = (cumulative: number, key: string): LoyaltyCommand => ({
          type: "refund",
          key,
          at: instantOf(2),
          orderId: "O",
          cumulative: { amount: `${cumulative}.00`, currency: "USD" },
        });
        let sum = 0;
        const cumulative = parts.map((part) => Math.min(dollars, (sum += part)));
        if (cumulative.length === 0) return;
        const earn: LoyaltyCommand = { type: "earn", key: "e", at, order };
        const split = decideAll(
          decider,
          [earn, ...cumulative.map((each, index) => refund(each, `r${index}`))],
          decider.initialState(),
        );
        const whole = decideAll(decider, [earn, refund(cumulative.at(-1)!, "r")], decider.initialState());
        expect(readings(split.state)).toEqual(readings(whole.state));
        // In any order of arrival, and before the order itself.
        const turned = decideAll(
          decider,
          [...cumulative.map((each, index) => refund(each, `r${index}`)).reverse(), earn],
          decider.initialState(),
        );
        if (program.returns?.policy !== "only-pending")
          expect(readings(turned.state).at(-1)?.available).toBeLessThanOrEqual(readings(whole.state).at(-1)!.available);
      },
    ),
  );
});

test("a quote is what is credited", () => {
  fc.assert(
    fc.property(programs, steps, fc.integer({ min: 1, max: 300 }), (program, list, dollars) => {
      const decider = loyaltyDecider(program);
      const { state } = decideAll(decider, commandsOf(list), decider.initialState());
      const at = instantOf(24 * 61);
      const order = orderOf("new", `${dollars}.25`, at);
      const quote = quoteEarn(order, program, { account: state });
      const earned = decider.decide({ type: "earn", key: "new", at, order }, state);
      if (!earned.ok) throw new Error(earned.error.code);
      expect({ points: earned.outcome.points, lines: earned.outcome.lines, reasons: earned.outcome.reasons }).toEqual({
        points: quote.points,
        lines: quote.lines.map(({ reasons: _, ...line }) => line),
        reasons: quote.reasons,
      });
    }),
  );
});

test("tiers do not depend on when somebody looked", () => {
  fc.assert(
    fc.property(
      steps,
      fc.array(fc.integer({ min: 0, max: 24 * 60 }), { maxLength: 5 }),
      fc.constantFrom("requalify", "one-down"),
      (list, looks, downgrade) => {
        const program = defineLoyaltyProgram({
          id: "club",
          version: 1,
          timeZone: "UTC",
          pointTypes: [{ id: "points" }],
          earning: { rules: [{ id: "spend", rates: { USD: { points: "1", per: "1.00" } } }] },
          tiers: {
            basis: "spend",
            window: { type: "rolling", last: { days: 10 } },
            downgrade,
            levels: [
              { id: "a", from: "20" },
              { id: "b", from: "90" },
              { id: "c", from: "150" },
            ],
          },
        });
        const decider = loyaltyDecider(program);
        const earning = list.filter(({ kind }) => kind === "earn" || kind === "refund");
        const looking = looks.map((hours): Step => ({ hours, kind: "sweep", n: 0, m: 1 }));
        const [plain, looked] = [earning, [...earning, ...looking]].map((all) => {
          // Keys go by position, so orders keep theirs by their own numbers.
          const commands = commandsOf(all).map((command) => ({
            ...command,
            ...(command.key && { key: `${command.type}:${JSON.stringify(command)}`.replace(/"key":"[^"]*",/, "") }),
          }));
          return decideAll(decider, commands as LoyaltyCommand[], decider.initialState()).state;
        });
        for (const at of moments) expect(tierStatus(looked!, program, at)).toEqual(tierStatus(plain!, program, at));
      },
    ),
  );
});

describe("two accounts", () => {
  const sumOf = (accounts: readonly LoyaltyAccount[], at: string) =>
    accounts
      .map((account) => pointsBalance(account, at))
      .reduce((sum, { available, pending, held }) => sum + available + pending + held, 0);

  const sum = (parts: readonly { readonly points: number }[]) => parts.reduce((all, { points }) => all + points, 0);

  test("a transfer and a merge change no sum; a merge can be taken back", () => {
    let clawedAtMerges = 0;
    fc.assert(
      fc.property(programs, steps, steps, fc.integer({ min: 1, max: 150 }), (program, one, two, points) => {
        const decider = loyaltyDecider(program);
        const [from, to] = [one, two].map(
          (list) => decideAll(decider, commandsOf(list), decider.initialState()).state,
        ) as [LoyaltyAccount, LoyaltyAccount];
        const at = instantOf(24 * 61);
        const moved = transferPoints(from, to, { key: "t", at, points }, program);
        if (moved.ok) {
          for (const when of moments.slice(4)) {
            if (program.pointTypes[0]?.expiry?.type === "inactivity") continue;
            expect(sumOf([moved.from.state, moved.to.state], when)).toBe(sumOf([from, to], when));
          }
          expect(checkLoyaltyInvariants(moved.from.state, at)).toEqual([]);
          expect(checkLoyaltyInvariants(moved.to.state, at)).toEqual([]);
        }
        const merged = mergeAccounts(from, to, { key: "m", at }, program);
        if (!merged.ok) throw new Error(merged.error.code);
        expect(checkLoyaltyInvariants(merged.to.state, at)).toEqual([]);
        if (program.pointTypes[0]?.expiry?.type !== "inactivity") {
          // Both may know parts of one order: what its refund takes, and gives back, comes with the merge.
          const takenAtMerge = merged.to.events.reduce((all, { event }) => {
            if (event.type === "RedemptionReversed") return all - sum(event.allocations);
            if (event.type !== "PointsClawedBack") return all;
            return event.taken.reduce((more, { allocations, debt }) => more + sum(allocations) + debt, all);
          }, 0);
          clawedAtMerges += takenAtMerge > 0 ? 1 : 0;
          expect(
            pointsBalance(merged.to.state, at).available +
              pointsBalance(merged.to.state, at).pending +
              pointsBalance(merged.to.state, at).held,
          ).toBe(sumOf([from, to], at) - takenAtMerge);
        }
        const back = unmergeAccounts(merged.from.state, merged.to.state, { key: "u", at }, program);
        if (!back.ok) throw new Error(back.error.code);
        const since = (account: LoyaltyAccount) => readings(account).slice(4);
        expect([since(back.from.state), since(back.to.state)]).toEqual([since(from), since(to)]);
      }),
    );
    expect(clawedAtMerges).toBeGreaterThan(0);
  });

  test("fifty and a hundred make a hundred and fifty, once", () => {
    const program = defineLoyaltyProgram({
      id: "c",
      version: 1,
      timeZone: "UTC",
      pointTypes: [{ id: "points" }],
      earning: { rules: [{ id: "s", rates: { USD: { points: "1", per: "1.00" } } }] },
    });
    const decider = loyaltyDecider(program);
    const at = instantOf(1);
    const with_ = (id: string, amount: string) =>
      decideAll(decider, [{ type: "earn", key: id, at, order: orderOf(id, amount, at) }], decider.initialState()).state;
    const merged = mergeAccounts(with_("A", "50.00"), with_("B", "100.00"), { key: "m", at }, program);
    if (!merged.ok) throw new Error("refused");
    expect(pointsBalance(merged.to.state, at).available).toBe(150);
    expect(openLots(merged.to.state, at).map(({ lotId }) => lotId)).toEqual(["earn:B", "earn:A"]);
    // A message to the account that closed is still recognised.
    expect(
      decider.decide({ type: "earn", key: "A", at, order: orderOf("A", "50.00", at) }, merged.to.state),
    ).toMatchObject({ ok: true, replayed: true });
    expect(mergeAccounts(merged.from.state, merged.to.state, { key: "m", at }, program)).toMatchObject({
      ok: true,
      from: { events: [] },
      to: { events: [] },
    });
  });
});

test("a simulation gives what folding real commands gives", () => {
  const rows = fc.array(
    fc.record({
      customer: fc.constantFrom("ann", "ben"),
      hours: fc.integer({ min: 0, max: 24 * 90 }),
      cents: fc.integer({ min: 1, max: 20_000 }),
      refunded: fc.option(fc.integer({ min: 1, max: 100 })),
    }),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(programs, rows, (program, list) => {
      const transactions = list.flatMap(({ customer, hours, cents, refunded }, index): Transaction[] => {
        const order = orderOf(`o${index}`, (cents / 100).toFixed(2), instantOf(hours), { customerId: customer });
        const part = refunded === null ? 0 : Math.max(1, Math.floor((cents * refunded) / 100));
        return refunded === null
          ? [order]
          : [
              order,
              orderOf(`r${index}`, (part / 100).toFixed(2), instantOf(hours + 30), {
                customerId: customer,
                kind: "refund",
                refundOf: `o${index}`,
              }),
            ];
      });
      const asOf = instantOf(24 * 100);
      const found = simulateLoyaltyProgram(transactions, program, { asOf });
      const decider = loyaltyDecider(program);
      let [issued, expired] = [0, 0];
      for (const customer of new Set(transactions.map(({ customerId }) => customerId))) {
        const commands = transactions
          .filter(({ customerId }) => customerId === customer)
          .sort(
            (a, b) =>
              Date.parse(a.at as string) - Date.parse(b.at as string) ||
              (a.kind === "refund" ? 1 : 0) - (b.kind === "refund" ? 1 : 0) ||
              (a.id < b.id ? -1 : 1),
          )
          .map(
            (row): LoyaltyCommand =>
              row.kind === "refund"
                ? {
                    type: "refund",
                    key: row.id,
                    at: row.at,
                    orderId: row.refundOf!,
                    cumulative: { amount: row.amount as string, currency: "USD" },
                  }
                : { type: "earn", key: row.id, at: row.at, order: row },
          );
        const { state } = decideAll(decider, [...commands, { type: "sweep", at: asOf }], decider.initialState());
        const totals = state.current.totals.points;
        issued += (totals?.earned ?? 0) - (totals?.clawed ?? 0);
        expired += totals?.expired ?? 0;
      }
      expect([found.issued, found.expired]).toEqual([issued, expired]);
      expect(simulateLoyaltyProgram([...transactions].reverse(), program, { asOf })).toEqual(found);
    }),
  );
});
