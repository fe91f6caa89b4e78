import { decideAll } from "clientele/ledger";
import {
  type LoyaltyCommand,
  loyaltyDecider,
  pointsBalance,
  pointsLiability,
  type SimulationAssumptions,
  simulateLoyaltyProgram,
} from "clientele/loyalty";
import type { Transaction } from "clientele/model";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { orderOf, programOf } from "./support/account.js";

const worth = { points: 100, worth: { amount: "1.00", currency: "USD" } };
const asOf = "2026-06-30";

/** Orders that repeat instants and ids now and then, in every status and currency that matters. */
const orders = fc.array(
  fc.record({
    customerId: fc.constantFrom("ann", "ben", null),
    day: fc.integer({ min: 1, max: 200 }),
    cents: fc.integer({ min: 0, max: 30_000 }),
    status: fc.constantFrom("completed", "completed", "completed", "pending"),
    currency: fc.constantFrom("USD", "USD", "USD", "EUR"),
    again: fc.integer({ min: 0, max: 15 }),
  }),
  { maxLength: 14 },
);
const transactionsOf = (list: readonly Record<string, unknown>[]): Transaction[] =>
  list.map(({ customerId, day, cents, status, currency, again }, index) =>
    orderOf(
      again === 0 ? "same" : `o${index}`,
      ((cents as number) / 100).toFixed(2),
      new Date(Date.UTC(2026, 0, day as number, 23)).toISOString(),
      {
        customerId: customerId as string | null,
        status: status as "completed",
        currency: currency as string,
      },
    ),
  );
const apart = fc
  .record({
    timeZone: fc.constantFrom("UTC", "Asia/Shanghai", "America/New_York"),
    pending: fc.constantFrom(undefined, { days: 14 }, "until-activated"),
    consumption: fc.constantFrom("soonest-expiring", "fifo"),
    multiplesOf: fc.constantFrom(1, 7),
    expiry: fc.constantFrom(
      undefined,
      { type: "after-earn", after: { months: 1 }, through: "local-month" },
      { type: "after-earn", after: { days: 30 } },
      { type: "after-earn", after: { months: 1 } },
    ),
    points: fc.constantFrom("1", "0.3", "2.5"),
    cap: fc.constantFrom(undefined, 100),
  })
  .map(({ timeZone, pending, expiry, points, cap, consumption, multiplesOf }) => {
    const caps = cap === undefined ? [] : [{ points: cap, per: "order" }];
    const withCaps = (more: object[]) =>
      programOf({
        timeZone,
        type: { ...(pending && { pending }), ...(expiry && { expiry }), consumption },
        rule: { rates: { USD: { points, per: "1.00" } } },
        earning: { caps: [...caps, ...more] },
        redemption: { ...worth, multiplesOf },
      });
    // A cap that nobody reaches makes every member an account.
    return { quick: withCaps([]), whole: withCaps([{ points: 1e12, per: "member" }]) };
  });

test("orders that stand apart are reckoned as accounts are", () => {
  const seen = { issued: 0, expired: 0, lost: 0, redeemed: 0 };
  const redemptions = fc.constantFrom(undefined, { share: 0.6, every: { days: 20 } });
  fc.assert(
    fc.property(apart, orders, redemptions, (programs, list, redemption) => {
      const transactions = transactionsOf(list);
      const told = ({ warnings: _, ...found }: ReturnType<typeof simulateLoyaltyProgram>) => found;
      const [quick, whole] = [programs.quick, programs.whole].map((program) =>
        simulateLoyaltyProgram(transactions, program, { asOf, redemption }),
      ) as [ReturnType<typeof simulateLoyaltyProgram>, ReturnType<typeof simulateLoyaltyProgram>];
      expect(told(quick)).toEqual(told(whole));
      if (quick.issued > 0) seen.issued++;
      if (quick.expired > 0) seen.expired++;
      if (quick.redeemed > 0) seen.redeemed++;
      if (quick.lostToRounding !== "0") seen.lost++;
    }),
  );
  for (const times of Object.values(seen)) expect(times).toBeGreaterThan(20);
});

describe("what members are assumed to redeem", () => {
  const program = programOf({ redemption: { ...worth, multiplesOf: 100, minimum: 200 } });
  const history = Array.from({ length: 40 }, (_, index) =>
    orderOf(`o${index}`, "90.00", new Date(Date.UTC(2026, 0, 1 + 4 * index)).toISOString(), {
      customerId: `c${index % 4}`,
    }),
  );
  const run = (more: Partial<SimulationAssumptions> = {}) =>
    simulateLoyaltyProgram(history, program, { asOf, redemption: { share: 0.5, every: { months: 1 } }, ...more });

  test("depends on the seed only, and not on the order of input", () => {
    expect(run()).toEqual(run({ seed: 1 }));
    expect(
      simulateLoyaltyProgram([...history].reverse(), program, {
        asOf,
        redemption: { share: 0.5, every: { months: 1 } },
      }),
    ).toEqual(run());
    const others = [1, 2, 3, 4, 5].map((seed) => run({ seed }));
    expect(new Set(others.map(({ overTime }) => JSON.stringify(overTime))).size).toBeGreaterThan(1);
    expect(others.every(({ redeemed }) => redeemed > 0 && redeemed % 100 === 0)).toBe(true);
  });

  test("issued is redeemed, expired or outstanding, in all, by month and by group", () => {
    const groups = new Map([
      ["c0", "best"],
      ["c1", "best"],
      ["c2", "rest"],
    ]);
    const found = run({ groups });
    expect(found.issued).toBe(3600);
    expect(found.redeemed + found.expired + found.outstanding).toBe(found.issued);
    const sum = (all: readonly { issued: number }[]) => all.reduce((total, { issued }) => total + issued, 0);
    expect([sum(found.overTime), sum(found.byGroup)]).toEqual([3600, 3600]);
    expect(found.byGroup.map(({ group, members }) => [group, members])).toEqual([
      ["", 1],
      ["best", 2],
      ["rest", 1],
    ]);
    expect(found.overTime.at(-1)?.liability).toEqual(found.liability);
  });

  test("the uplift that pays for it is cost ÷ (margin − cost), and unknown where it never does", () => {
    const { costShare, breakEvenUplift } = run({ marginRate: 0.2 });
    expect(costShare).toBeCloseTo(0.01, 10);
    expect(breakEvenUplift).toMatchObject({
      status: "known",
      value: expect.closeTo(costShare / (0.2 - costShare), 10),
    });
    expect(run({ marginRate: 0.01 }).breakEvenUplift).toMatchObject({ status: "unknown" });
    expect(run().breakEvenUplift).toMatchObject({ status: "unknown", missing: ["marginRate"] });
  });
});

test("what counts for nobody is told", () => {
  const program = programOf({ redemption: worth });
  const at = "2026-03-01T00:00:00Z";
  const found = simulateLoyaltyProgram(
    [
      orderOf("1", "10.00", at, { customerId: null }),
      orderOf("2", "10.00", at, { status: "pending" }),
      orderOf("3", "10.00", "2026-07-01T00:00:00Z"),
      orderOf("4", "10.00", at, { kind: "refund" }),
      orderOf("5", "10.00", at),
    ],
    program,
    { asOf },
  );
  expect([found.orders, found.issued]).toEqual([1, 10]);
  expect(
    found.warnings.flatMap(({ code, params }) => (code === "loyalty.order-not-counted" ? [params.why] : [])).sort(),
  ).toEqual(["guests", "later", "not-completed", "refund-of-no-order"]);
});

test("tiers, liability and balances are those of the accounts", () => {
  const program = programOf({
    redemption: worth,
    type: { expiry: { type: "after-earn", after: { months: 2 } } },
    tiers: {
      basis: "spend",
      window: { type: "rolling", last: { days: 60 } },
      levels: [{ id: "gold", from: "200" }],
    } as never,
  });
  const history = Array.from({ length: 30 }, (_, index) =>
    orderOf(`o${index}`, `${20 + 7 * index}.00`, new Date(Date.UTC(2026, 0, 1 + 5 * index)).toISOString(), {
      customerId: `c${index % 3}`,
    }),
  );
  const found = simulateLoyaltyProgram(history, program, { asOf });
  const decider = loyaltyDecider(program);
  const accounts = ["c0", "c1", "c2"].map((customer) => {
    const commands = history
      .filter(({ customerId }) => customerId === customer)
      .map((order): LoyaltyCommand => ({ type: "earn", key: order.id, at: order.at, order }));
    return decideAll(decider, commands, decider.initialState()).state;
  });
  const { outstanding, liability } = pointsLiability(accounts, program, { at: asOf });
  expect([found.outstanding, found.liability]).toEqual([outstanding, liability]);
  expect(accounts.reduce((all, account) => all + pointsBalance(account, asOf).available, 0)).toBe(outstanding);
  expect(Object.values(found.tiers).reduce((all, members) => all + members, 0)).toBe(3);
});
