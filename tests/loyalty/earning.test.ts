import { quoteEarn } from "clientele/loyalty";
import type { Transaction } from "clientele/model";
import { describe, expect, test } from "vitest";
import { Driven, orderOf, programOf } from "./support/account.js";

const at = "2026-05-06T12:00:00Z"; // a Wednesday
const spend = { id: "spend", rates: { USD: { points: "1", per: "1.00" } } };
const earns = (earning: object, amount: string, more: Partial<Transaction> = {}, customer = {}) =>
  quoteEarn(orderOf("O", amount, at, more), programOf({ earning: { rules: [spend], ...earning } }), { customer })
    .points;
const lines = [
  { sku: "tea", category: "food/tea", net: "30.00", quantity: 3 },
  { sku: "cup", category: "home", net: "20.50", quantity: 1 },
];
const tea = { type: "compare", subject: { type: "item", field: "sku" }, op: "eq", value: "tea" };

describe("who and what earns nothing", () => {
  test.each([
    ["a pending order", { status: "pending" }, {}, 0],
    ["a cancelled order", { status: "cancelled" }, {}, 0],
    ["a test order", { status: "test" }, {}, 0],
    ["staff", {}, { "customer.tags": ["vip", "staff"] }, 0],
    ["an order of nothing", { amount: "0.00" }, {}, 0],
    ["anybody else", {}, { "customer.tags": ["vip"] }, 50],
  ] as const)("%s", (_, more, customer, points) => {
    expect(earns({}, "50.00", more as never, customer)).toBe(points);
  });

  test("unless a rule includes it", () => {
    const rules = [{ ...spend, include: ["pending", "staff"] }];
    expect(earns({ rules }, "50.00", { status: "pending" })).toBe(50);
    expect(earns({ rules }, "50.00", {}, { "customer.tags": ["staff"] })).toBe(50);
    expect(earns({ rules }, "50.00", { status: "test" })).toBe(0);
  });

  test("an order in a currency without a rate is refused, never taken one to one", () => {
    const account = new Driven(programOf());
    const order = orderOf("O", "50.00", at, { currency: "JPY", amount: "50" });
    expect(account.refusal({ type: "earn", at, order })).toEqual({ code: "CURRENCY_NOT_CONFIGURED", currency: "JPY" });
    expect(account.refusal({ type: "earn", key: "a", at, order: orderOf("P", "5.00", at) })).toBeUndefined();
    expect(account.refusal({ type: "earn", key: "b", at, order: orderOf("P", "5.00", at) })).toEqual({
      code: "ORDER_ALREADY_EARNED",
      orderId: "P",
    });
  });

  test("lines that add up to more than was paid count their share", () => {
    expect(earns({}, "25.00", { lines })).toBe(25);
    expect(earns({}, "60.00", { lines })).toBe(60);
  });

  test("tax and shipping count where they are not excluded", () => {
    const more = { tax: "8.00", shipping: "4.00" };
    expect(
      [undefined, ["tax"], ["shipping"], []].map((exclude) =>
        earns(exclude === undefined ? {} : { exclude }, "50.00", more),
      ),
    ).toEqual([50, 54, 58, 62]);
  });
});

describe("rules", () => {
  test("on a line, by the piece, with a minimum", () => {
    expect(earns({ rules: [{ ...spend, on: "line", when: tea }] }, "50.50", { lines })).toBe(30);
    expect(earns({ rules: [{ id: "piece", points: 7, each: "piece" }] }, "50.50", { lines })).toBe(28);
    expect(earns({ rules: [{ id: "tea", points: 7, each: "piece", on: "line", when: tea }] }, "50.50", { lines })).toBe(
      21,
    );
    const minimum = { rules: [{ ...spend, minimumSpend: "50.00" }] };
    expect(["49.99", "50.00"].map((amount) => earns(minimum, amount))).toEqual([0, 50]);
  });

  test("combined: the sum, the best of them, or the first by priority, whatever their order", () => {
    const rules = [
      { id: "a", points: 10, priority: 1 },
      { id: "b", points: 30 },
      { ...spend, priority: 2 },
    ];
    for (const turned of [rules, [...rules].reverse()]) {
      expect(["sum", "best-of", "first"].map((combine) => earns({ rules: turned, combine }, "20.00"))).toEqual([
        60, 30, 20,
      ]);
    }
    // A tie goes by id.
    const tied = [
      { id: "z", points: 10 },
      { id: "b", points: 10 },
    ];
    const program = programOf({ earning: { rules: tied, combine: "best-of" } });
    expect(quoteEarn(orderOf("O", "1.00", at), program).reasons[0]?.params.rule).toBe("b");
  });

  test.each([
    ["floor", 11],
    ["ceil", 12],
    ["half-up", 12],
    ["half-even", 12],
  ])("rounded %s", (mode, points) => {
    expect(earns({ rounding: { mode, at: "order" } }, "11.50")).toBe(points);
  });

  test("rounded half-even to the even neighbour, by line or by order", () => {
    expect(earns({ rounding: { mode: "half-even", at: "order" } }, "12.50")).toBe(12);
    const cents = [
      { sku: "a", net: "0.60" },
      { sku: "b", net: "0.60" },
    ];
    expect(
      ["line", "order"].map((place) => earns({ rounding: { mode: "floor", at: place } }, "1.20", { lines: cents })),
    ).toEqual([0, 1]);
  });

  test("what is left over is carried to the next order, where that is said", () => {
    const carrying = programOf({
      rule: { rates: { USD: { points: "1", per: "3.00" } } },
      earning: { rounding: { mode: "floor", at: "order", remainder: "carry" } },
    });
    const account = new Driven(carrying);
    const credited = ["1.00", "1.00", "1.00", "7.00", "2.00"].map(
      (amount, index) => account.earn(`O${index}`, amount, at).points,
    );
    expect(credited).toEqual([0, 0, 1, 2, 1]);
    const dropping = new Driven(programOf({ rule: { rates: { USD: { points: "1", per: "3.00" } } } }));
    expect(["1.00", "1.00", "1.00"].map((amount, index) => dropping.earn(`O${index}`, amount, at).points)).toEqual([
      0, 0, 0,
    ]);
  });
});

test("a quote says for each line which rules and promotions it has points by", () => {
  const program = programOf({
    earning: {
      rules: [spend, { id: "tea", points: 7, each: "piece", on: "line", when: tea }],
      promotions: [{ id: "cups", times: "2", on: "line", when: { ...tea, value: "cup" } }],
    },
  });
  const quote = quoteEarn(orderOf("O", "50.50", at, { lines }), program);
  expect(quote.lines.map(({ points, reasons }) => [points, reasons.map(({ params }) => params)])).toEqual([
    [
      51,
      [
        { rule: "spend", points: 30 },
        { rule: "tea", points: 21 },
      ],
    ],
    [41, [{ rule: "spend", points: 20.5 }, { promotion: "cups" }]],
  ]);
  expect(quote.points).toBe(92);
});

describe("promotions", () => {
  const on = (promotion: object, customer = {}, amount = "50.50") =>
    earns({ promotions: [{ id: "p", times: "2", ...promotion }] }, amount, { lines }, customer);

  test("by weekday, day of the month, festival, birthday", () => {
    expect([on({ days: { type: "weekdays", days: [3] } }), on({ days: { type: "weekdays", days: [4] } })]).toEqual([
      101, 50,
    ]);
    expect([on({ days: { type: "month-days", days: [6] } }), on({ days: { type: "month-days", days: [7] } })]).toEqual([
      101, 50,
    ]);
    const midAutumn = programOf({
      timeZone: "Asia/Shanghai",
      earning: {
        rules: [spend],
        promotions: [{ id: "p", times: "2", days: { type: "festival", festival: "mid-autumn" } }],
      },
    });
    const on2026 = (when: string) => quoteEarn(orderOf("O", "10.00", when), midAutumn).points;
    expect(["2026-09-24T15:59:59Z", "2026-09-24T16:00:00Z", "2026-09-25T16:00:00Z"].map(on2026)).toEqual([10, 20, 10]);
    const own = { name: "5.6", calendar: "gregorian", month: 5, day: 6 };
    expect([own, { ...own, day: 7 }].map((festival) => on({ days: { type: "festival", festival } }))).toEqual([
      101, 50,
    ]);
    const born = (day: string) => ({ "customer.birthday": day });
    const days = { type: "birthday", of: "day" };
    expect([on({ days }, born("1990-05-06")), on({ days }, born("1990-05-07")), on({ days })]).toEqual([101, 50, 50]);
    expect([
      on({ days: { ...days, of: "month" } }, born("1990-05-31")),
      on({ days: { ...days, of: "month" } }, born("1990-06-06")),
    ]).toEqual([101, 50]);
  });

  test("of one line, in a window, for a customer", () => {
    expect(on({ on: "line", when: tea })).toBe(80);
    expect([on({ startsAt: "2026-05-06" }), on({ startsAt: "2026-05-07" }), on({ endsAt: "2026-05-06" })]).toEqual([
      101, 50, 50,
    ]);
    const when = { type: "compare", subject: { type: "attribute", field: "customer.country" }, op: "eq", value: "PL" };
    expect([
      on({ when }, { "customer.country": "PL" }),
      on({ when }, { "customer.country": "DE" }),
      on({ when }),
    ]).toEqual([101, 50, 50]);
  });

  test("together: multiplied, the highest, or the latest", () => {
    const promotions = [
      { id: "two", times: "2", createdAt: "2026-01-01" },
      { id: "three", times: "3", createdAt: "2025-01-01" },
    ];
    expect(
      ["multiply", "max", "latest"].map((promotionCombine) => earns({ promotions, promotionCombine }, "10.00")),
    ).toEqual([60, 30, 20]);
    expect(
      ["multiply", "max", "latest"].map((promotionCombine) =>
        earns({ promotions: [...promotions].reverse(), promotionCombine }, "10.00"),
      ),
    ).toEqual([60, 30, 20]);
  });

  test("a campaign's cap limits what it adds, not what the rules give", () => {
    const program = programOf({
      earning: { promotions: [{ id: "p", times: "2" }], caps: [{ points: 60, per: "campaign", promotion: "p" }] },
    });
    const account = new Driven(program);
    expect(["40.00", "40.00", "40.00"].map((amount, index) => account.earn(`O${index}`, amount, at).points)).toEqual([
      80, 60, 40,
    ]);
  });
});

test.each([
  ["order", [30, 30, 30]],
  ["local-day", [30, 10, 30]],
  ["local-month", [30, 10, 0]],
  ["member", [30, 10, 0]],
] as const)("a cap per %s", (per, credited) => {
  const account = new Driven(programOf({ earning: { caps: [{ points: per === "order" ? 30 : 40, per }] } }));
  const when = ["2026-05-06T12:00:00Z", "2026-05-06T23:59:59Z", "2026-05-07T00:00:00Z"];
  expect(when.map((instant, index) => account.earn(`O${index}`, "35.00", instant).points)).toEqual(
    credited.map((points, index) => (per === "order" ? points : [35, 5, points === 0 ? 0 : 35][index])),
  );
});
