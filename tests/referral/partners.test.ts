import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Transaction } from "../../src/model/index.js";
import {
  type ClaimRegistration,
  type CommissionPlan,
  type CommissionStatement,
  commissionStatement,
  decideClaim,
  defineClaimRules,
  defineCommissionPlan,
  validateClaimRules,
  validateCommissionPlan,
} from "../../src/referral/index.js";

const steps = [
  { from: "0", rate: "0.05" },
  { from: "1000", rate: "0.10" },
];
const plan = (changes: Partial<CommissionPlan> = {}): CommissionPlan =>
  defineCommissionPlan({ id: "dealers", version: 1, currency: "USD", mode: "slab", steps, ...changes });
const sale = (id: string, amount: string, changes: Partial<Transaction> = {}): Transaction => ({
  id,
  customerId: "ann",
  at: `2026-03-${id.padStart(2, "0")}`,
  amount,
  currency: "USD",
  seller: "north",
  ...changes,
});
const back = (id: string, amount: string, changes: Partial<Transaction> = {}): Transaction =>
  sale(id, amount, { kind: "refund", ...changes });
const march = { payee: "north", from: "2026-03-01", to: "2026-04-01" };
const lines = ({ lines }: CommissionStatement): readonly string[] =>
  lines.map(
    ({ transactionId, amount, rate, commission }) => `${transactionId} ${amount.amount} ${rate} ${commission.amount}`,
  );

describe("commissions", () => {
  test("slab: a sale that crosses a step is paid in two parts, and a return goes down again", () => {
    const paid = commissionStatement([sale("1", "900.00"), sale("2", "300.00"), back("3", "250.00")], plan(), march);
    expect(lines(paid)).toEqual([
      "1 900.00 0.05 45.00",
      "2 100.00 0.05 5.00",
      "2 200.00 0.10 20.00",
      "3 -200.00 0.10 -20.00",
      "3 -50.00 0.05 -2.50",
    ]);
    expect(paid).toMatchObject({
      sales: { amount: "1200.00" },
      returned: { amount: "250.00" },
      due: { amount: "47.50" },
      carry: { amount: "0.00" },
    });
  });

  test("whole tier: the step reached by net sales is for all; one cent below it is not", () => {
    const all = (amount: string): string =>
      commissionStatement([sale("1", "900.00"), sale("2", amount)], plan({ mode: "whole-tier" }), march).due.amount;
    expect([all("99.99"), all("100.00")]).toEqual(["50.00", "100.00"]);
  });

  test("returns beyond sales are carried, and a carried debt is paid off first", () => {
    const returns = [sale("1", "100.00"), back("2", "500.00")];
    const first = commissionStatement(returns, plan(), march);
    expect([first.due.amount, first.carry.amount]).toEqual(["0.00", "-20.00"]);
    const next = commissionStatement([sale("5", "600.00")], plan(), { ...march, carried: first.carry });
    expect([next.commission.amount, next.carried.amount, next.due.amount]).toEqual(["30.00", "-20.00", "10.00"]);
  });

  test("categories have a rate of their own, by line, and leave the steps alone; bonuses go by all", () => {
    const when = {
      type: "compare",
      subject: { type: "item", field: "category" },
      op: "under",
      value: "phones",
    } as const;
    const rules = plan({
      categories: [{ id: "phones", when, rate: "0.01" }],
      bonuses: [
        { id: "good", from: "1000.00", amount: "50.00" },
        { id: "great", from: "1100.01", amount: "500.00" },
      ],
    });
    const mixed = sale("1", "1100.00", {
      lines: [
        { sku: "P", net: "700.00", category: "phones/smart" },
        { sku: "C", net: "400.00", category: "cases" },
      ],
    });
    const paid = commissionStatement([mixed], rules, march);
    expect(lines(paid)).toEqual(["1 400.00 0.05 20.00", "1 700.00 0.01 7.00"]);
    expect([paid.lines[1]?.category, paid.bonuses.amount, paid.due.amount]).toEqual(["phones", "50.00", "77.00"]);
  });

  test("whose it is, when and whether it counts", () => {
    const paid = commissionStatement(
      [
        sale("1", "10.00"),
        sale("2", "20.00", { seller: "south" }),
        sale("3", "30.00", { status: "cancelled" }),
        sale("4", "40.00", { at: "2026-02-28T23:59:59.999Z" }),
        sale("5", "50.00", { at: "2026-04-01T00:00:00Z" }),
        sale("6", "60.00", { at: "2026-03-01T00:00:00Z" }),
        // A refund without a seller belongs to the seller of its order, of an earlier month too.
        back("7", "5.00", { seller: undefined, refundOf: "4" }),
        back("8", "6.00", { seller: undefined, refundOf: "2" }),
      ],
      plan(),
      march,
    );
    expect(lines(paid)).toEqual(["1 10.00 0.05 0.50", "6 60.00 0.05 3.00", "7 -5.00 0.05 -0.25"]);
  });

  test("the month is one of the zone", () => {
    const late = [sale("1", "100.00", { at: "2026-04-01T02:00:00Z" })];
    const due = (timeZone: string): string => commissionStatement(late, plan(), { ...march, timeZone }).due.amount;
    expect([due("UTC"), due("America/New_York")]).toEqual(["0.00", "5.00"]);
  });

  test.each<[string, () => unknown, string]>([
    [
      "another currency",
      () => commissionStatement([sale("1", "1.00", { currency: "EUR" })], plan(), march),
      "CURRENCY_MISMATCH",
    ],
    [
      "carried in another",
      () => commissionStatement([], plan(), { ...march, carried: { amount: "-1", currency: "EUR" } }),
      "CURRENCY_MISMATCH",
    ],
    [
      "carried above zero",
      () => commissionStatement([], plan(), { ...march, carried: { amount: "1", currency: "USD" } }),
      "INVALID_OPTIONS",
    ],
    ["nobody's statement", () => commissionStatement([], plan(), { ...march, payee: "" }), "INVALID_OPTIONS"],
    ["a broken row", () => commissionStatement([sale("1", "-1.00")], plan(), march), "NEGATIVE_AMOUNT"],
    ["no mode", () => plan({ mode: undefined as never }), "INVALID_DEFINITION"],
    ["steps that fall", () => plan({ steps: [...steps, { from: "999", rate: "0.2" }] }), "INVALID_DEFINITION"],
    ["steps that stand", () => plan({ steps: [...steps, { from: "1000.00", rate: "0.2" }] }), "INVALID_DEFINITION"],
    ["a first step above zero", () => plan({ steps: [{ from: "1", rate: "0.2" }] }), "INVALID_DEFINITION"],
    ["a rate above one", () => plan({ steps: [{ from: "0", rate: "1.01" }] }), "INVALID_DEFINITION"],
    ["a step too fine", () => plan({ steps: [...steps, { from: "2000.001", rate: "0.2" }] }), "INVALID_DEFINITION"],
    [
      "a bonus twice",
      () => plan({ bonuses: [1, 2].map(() => ({ id: "b", from: "1", amount: "1" })) }),
      "INVALID_DEFINITION",
    ],
    [
      "a category of the order",
      () =>
        plan({
          categories: [
            { id: "c", when: { type: "compare", subject: { type: "item", field: "weight" }, op: "exists" }, rate: "0" },
          ],
        }),
      "INVALID_DEFINITION",
    ],
  ])("%s is refused", (_, run, code) => {
    expect(run).toThrow(code);
  });

  test("faults say where", () => {
    expect(validateCommissionPlan({ ...plan(), currency: "XXXX" }).map(({ path }) => path.join("."))).toEqual([
      "currency",
    ]);
    expect(validateCommissionPlan({ ...plan(), rate: 1 })[0]?.path).toEqual(["rate"]);
  });

  // Seen to fail on lines that are rounded each by itself, and on a return that stays on the upper step.
  test("law: lines add up to the commission of the net, rounded once, whatever the order of sales and returns", () => {
    const odd = plan({
      steps: [
        { from: "0", rate: "0.0333" },
        { from: "10", rate: "0.0777" },
        { from: "20.01", rate: "0.125" },
      ],
    });
    const cents = fc.array(
      fc.integer({ min: -3000, max: 3000 }).filter((each) => each !== 0),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(cents, fc.boolean(), (moves, whole) => {
        const rows = moves.map((each, index) =>
          (each < 0 ? back : sale)(String(index + 1), (Math.abs(each) / 100).toFixed(2)),
        );
        const rules = { ...odd, mode: whole ? ("whole-tier" as const) : ("slab" as const) };
        const paid = commissionStatement(rows, rules, march);
        const net = moves.reduce((sum, each) => sum + each, 0);
        // In ten-thousandths of a cent, with plain whole numbers.
        const slab = [
          333 * Math.min(net, 1000),
          777 * Math.max(0, Math.min(net, 2001) - 1000),
          1250 * Math.max(0, net - 2001),
        ];
        const flat = net >= 2001 ? 1250 : net >= 1000 ? 777 : 333;
        const exact = whole ? flat * net : slab.reduce((sum, each) => sum + each, 0);
        const rounded = Math.sign(exact) * Math.round(Math.abs(exact) / 10_000);
        const sum = (part: "amount" | "commission"): number =>
          paid.lines.reduce((all, line) => all + Math.round(Number(line[part].amount) * 100), 0);
        expect(sum("amount")).toBe(net);
        expect(sum("commission")).toBe(rounded + 0);
        expect(Math.round(Number(paid.due.amount) * 100) + Math.round(Number(paid.carry.amount) * 100)).toBe(
          rounded + 0,
        );
      }),
    );
  });
});

describe("whose customer it is", () => {
  const rules = (changes: object = {}) =>
    defineClaimRules({
      id: "deals",
      version: 1,
      protection: { days: 90 },
      firstBy: "registered",
      renewals: 1,
      ...changes,
    });
  const claim = (
    id: string,
    partnerId: string,
    registeredAt: string,
    more: Partial<ClaimRegistration> = {},
  ): ClaimRegistration => ({
    id,
    partnerId,
    customerId: "ann",
    registeredAt,
    ...more,
  });
  const north = claim("1", "north", "2026-01-01");
  const south = claim("2", "south", "2026-02-01");
  const decided = (claims: readonly ClaimRegistration[], at: string, changes: object = {}): unknown => {
    const found = decideClaim(claims, rules(changes), { customerId: "ann", at });
    return found.status === "known" ? found.value : found.missing;
  };

  test("the first is protected to the last instant; then the next one is", () => {
    expect(decided([south, north], "2026-03-31T23:59:59.999Z")).toEqual({
      winner: "north",
      protectedUntil: "2026-04-01T00:00:00.000Z",
      conflicts: ["south"],
    });
    expect(decided([south, north], "2026-04-01T00:00:00Z")).toMatchObject({ winner: "south", conflicts: [] });
    expect(decided([south, north], "2026-05-02T00:00:00Z")).toEqual({
      winner: null,
      protectedUntil: null,
      conflicts: [],
    });
  });

  test("a claim protects from its very instant", () => {
    expect(decided([north], "2026-01-01T00:00:00Z")).toMatchObject({ winner: "north" });
    expect(decided([north], "2025-12-31T23:59:59.999Z")).toEqual(["registrations"]);
  });

  test("later registrations are not read, other customers neither", () => {
    expect(decided([south], "2026-01-31")).toEqual(["registrations"]);
    expect(decided([{ ...north, customerId: "ben" }], "2026-02-01")).toEqual(["registrations"]);
  });

  test("a renewal counts while it protects, and as often as the rules say", () => {
    const renewed = (renewedAt: readonly string[]): unknown => decided([{ ...north, renewedAt }], "2026-07-01");
    expect(decided([{ ...north, renewedAt: ["2026-03-31T23:59:59Z"] }], "2026-06-01")).toMatchObject({
      winner: "north",
    });
    expect(decided([{ ...north, renewedAt: ["2026-04-01"] }], "2026-06-01")).toMatchObject({ winner: null });
    expect(renewed(["2026-03-15", "2026-06-01"])).toMatchObject({ winner: null });
  });

  test("by approval: who is not approved does not protect, and reasons say so", () => {
    const waiting = decideClaim([north, { ...south, approvedAt: "2026-02-10" }], rules({ firstBy: "approved" }), {
      customerId: "ann",
      at: "2026-03-01",
    });
    expect(waiting).toMatchObject({ status: "known", value: { winner: "south", conflicts: [] } });
    expect(waiting.reasons.map(({ code }) => code)).toEqual(["referral.claim-first", "referral.claim-not-approved"]);
  });

  test("equal instants: by registration id, and the order of the list does not matter", () => {
    const tied = [claim("b", "south", "2026-01-01"), claim("a", "north", "2026-01-01")];
    expect(decided(tied, "2026-02-01")).toMatchObject({ winner: "north" });
    expect(decided([...tied].reverse(), "2026-02-01")).toMatchObject({ winner: "north" });
  });

  test("what is wrong is refused, and says where", () => {
    expect(() => decideClaim([{ ...north, partnerId: "" }], rules(), { customerId: "ann", at: "2026-02-01" })).toThrow(
      /INVALID_CLAIM at registrations\[0\]\.partnerId/,
    );
    expect(() => decideClaim([], { ...rules(), renewals: -1 }, { customerId: "ann", at: "2026-02-01" })).toThrow(
      "renewals",
    );
    expect(validateClaimRules({ ...rules(), firstBy: "luck" }).map(({ path }) => path)).toEqual([["firstBy"]]);
  });
});

test("a discount on the whole order comes off what no category has, and sales are what the orders say", () => {
  const when = { type: "compare", subject: { type: "item", field: "category" }, op: "under", value: "phones" } as const;
  const rules = plan({ categories: [{ id: "phones", when, rate: "0.01" }] });
  const order = sale("1", "90.00", { lines: [{ sku: "P", net: "100.00", category: "phones" }] });
  const paid = commissionStatement([order], rules, march);
  expect(lines(paid)).toEqual(["1 -10.00 0.05 -0.50", "1 100.00 0.01 1.00"]);
  expect([paid.sales.amount, paid.returned.amount, paid.due.amount]).toEqual(["90.00", "0.00", "0.50"]);
});
