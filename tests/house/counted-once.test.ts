import { recurringRevenue } from "clientele/churn";
import { summarizeCases, summarizeFeedback, summarizeInteractions, summarizePurchases } from "clientele/history";
import type { Transaction } from "clientele/model";
import { commissionStatement, defineCommissionPlan } from "clientele/referral";
import { acquisitionPayback, contributionMargin, serviceLevels } from "clientele/value";
import { describe, expect, test } from "vitest";
import { faultOf } from "../support/fault-of.js";

const asOf = "2026-04-01";
const at = "2026-03-05";
const order = { id: "1", customerId: "ann", at, amount: "160.00", currency: "USD", seller: "north" };
const money = { amount: "9.00", currency: "USD" };
const plan = defineCommissionPlan({
  id: "dealers",
  version: 1,
  currency: "USD",
  mode: "slab",
  steps: [{ from: "0", rate: "0.05" }],
});

/** Seen to fail: a contract, a case, an answer or a sale that came twice counted twice. */
describe("a record that came twice is refused where it would count twice", () => {
  test.each<readonly [string, string, object, (rows: never) => unknown]>([
    ["order", "DUPLICATE_TRANSACTION", order, (rows) => summarizePurchases(rows, { asOf })],
    [
      "interaction",
      "DUPLICATE_INTERACTION",
      { id: "1", customerId: "ann", at, kind: "call" },
      (rows) => summarizeInteractions(rows, { asOf }),
    ],
    [
      "case",
      "DUPLICATE_RECORD",
      { id: "1", customerId: "ann", openedAt: at, kind: "complaint" },
      (rows) => summarizeCases(rows, { asOf }),
    ],
    [
      "answer",
      "DUPLICATE_RECORD",
      { id: "1", customerId: "ann", at, rating: { score: 9, scale: { lowest: 0, highest: 10 } } },
      (rows) => summarizeFeedback(rows, { asOf }),
    ],
    [
      "contract",
      "DUPLICATE_RECORD",
      { id: "1", customerId: "ann", start: "2026-01-01", price: { ...money, every: { months: 1 } } },
      (rows) => recurringRevenue(rows, { from: "2026-01-01", to: "2026-02-01" }),
    ],
    [
      "sale",
      "DUPLICATE_TRANSACTION",
      order,
      (rows) => commissionStatement(rows, plan, { payee: "north", from: "2026-03-01", to: asOf }),
    ],
  ])("%s", (_, code, row, read) => {
    read([row] as never);
    expect(read([row, { ...row, id: "2" }] as never)).toBeDefined();
    expect(faultOf(() => read([row, row] as never))).toMatchObject({ code, path: expect.arrayContaining([1, "id"]) });
  });

  test("but a purchase and its refund may share an id, and what does not count may repeat one", () => {
    const statement = (...rows: readonly Transaction[]) =>
      commissionStatement(rows, plan, { payee: "north", from: "2026-03-01", to: asOf }).due.amount;
    expect(statement(order, { ...order, status: "cancelled" })).toBe("8.00");
    expect(statement(order, { ...order, kind: "refund", refundOf: "1", amount: "60.00" })).toBe("5.00");
  });
});

describe("what names nothing is refused, not passed over", () => {
  const base = summarizePurchases([{ ...order, cost: "100.00" }], { asOf, measures: ["cost"] });
  const bands = { values: ["high"], known: new Uint8Array([1]) };

  test("two levels of service for one band", () => {
    const level = { band: "high", service: "adviser", cost: money };
    const levels = [level, { ...level, service: "hotline" }];
    expect(faultOf(() => serviceLevels(contributionMargin(base), bands, levels)).path).toEqual(["levels", 1, "band"]);
  });

  test("a cost of another channel's name would be the cost of all", () => {
    const cost = { cohort: "2026-03-01", chanel: "ads", cost: money };
    expect(faultOf(() => acquisitionPayback(base, [cost] as never))).toMatchObject({
      path: ["costs", 0, "chanel"],
      hint: 'Did you mean "channel"?',
    });
  });
});
