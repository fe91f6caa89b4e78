import type { Transaction } from "clientele/model";
import fc from "fast-check";
import { expect, test } from "vitest";
import { earnByOrder } from "../../src/loyalty/earning/earn-by-order.js";
import { plainPoints } from "../../src/loyalty/earning/plain-points.js";
import { readyProgram } from "../../src/loyalty/program/ready-program.js";
import { orderOf, programOf } from "./support/account.js";

const maybe = <T>(...values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: undefined, freq: 1 });
const given = <T extends object>(fields: T): T =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;

const rule = fc.record({
  rates: fc.constantFrom(
    { USD: { points: "1", per: "1.00" } },
    { USD: { points: "0.3", per: "7" }, EUR: { points: "2", per: "0.99" } },
    { EUR: { points: "1", per: "1.00" } },
  ),
  mode: maybe("whole-increments"),
  minimumSpend: maybe("50"),
  priority: maybe(3),
});
const promotion = fc.record({
  times: maybe("2", "1.25", "0.5"),
  add: maybe(5),
  startsAt: maybe("2026-02-01"),
  endsAt: maybe("2026-04-01"),
  days: maybe<object>({ type: "weekdays", days: [1, 6] }, { type: "month-days", days: [1, 15] }),
});
const program = fc
  .record({
    rules: fc.array(rule, { minLength: 1, maxLength: 3 }),
    promotions: fc.array(promotion, { maxLength: 3 }),
    combine: maybe("sum", "best-of"),
    promotionCombine: maybe("multiply", "max"),
    multiplierBase: maybe("raw", "rounded"),
    rounding: maybe({ mode: "ceil", at: "order" }, { mode: "floor", at: "line" }, { mode: "floor", at: "order" }),
    exclude: maybe(["tax"], ["tax", "shipping", "points-paid"]),
    caps: maybe([{ points: 60, per: "order" }]),
  })
  .map(({ rules, promotions, ...earning }) =>
    programOf({
      timeZone: "America/New_York",
      type: { scale: 1 },
      earning: {
        ...given(earning),
        rules: rules.map((each, index) => given({ ...each, id: `r${index}` })),
        promotions: promotions.map((each, index) =>
          given({ ...each, times: each.times ?? (each.add === undefined ? "3" : undefined), id: `p${index}` }),
        ),
      },
    }),
  );

const order = fc
  .record({
    cents: fc.oneof(
      fc.integer({ min: 0, max: 300 }),
      fc.integer({ min: 0, max: 90 }).map((each) => 100 * each),
      fc.integer({ min: 0, max: 2 ** 45 }),
    ),
    hours: fc.integer({ min: 0, max: 24 * 120 }),
    currency: fc.constantFrom("USD", "USD", "EUR", "JPY"),
    status: maybe("completed", "pending"),
    tax: maybe("1.50"),
    shipping: maybe("4"),
    paidWithPoints: maybe("0.50"),
    lines: maybe([{ sku: "tea", net: "1.00" }]),
  })
  .map(({ cents, hours, ...more }): Transaction => {
    const at = new Date(Date.UTC(2026, 0, 1) + hours * 3.6e6).toISOString();
    const amount = more.currency === "JPY" ? String(cents) : (cents / 100).toFixed(2);
    return orderOf("o", amount, at, given(more) as Partial<Transaction>);
  });

test("what is reckoned in one multiplication is what the rules give", () => {
  const seen = { earning: 0, losing: 0, nothing: 0, left: 0 };
  fc.assert(
    fc.property(program, fc.array(order, { minLength: 1, maxLength: 8 }), (terms, orders) => {
      const ready = readyProgram(terms);
      const plain = plainPoints(ready);
      for (const each of orders) {
        const found = plain?.(each, Date.parse(each.at as string));
        if (found === undefined) {
          seen.left++;
          continue;
        }
        const whole = earnByOrder(each, ready, undefined);
        if ("currency" in whole) throw new Error("an order in a currency without a rate is not plain");
        const points = whole.basis.types.find(({ pointType }) => pointType === "points")?.points ?? 0;
        expect(found).toEqual({ points, lost: whole.lost });
        seen[points === 0 ? "nothing" : found.lost > 0 ? "losing" : "earning"]++;
      }
    }),
    { numRuns: 400 },
  );
  for (const times of Object.values(seen)) expect(times).toBeGreaterThan(20);
});
