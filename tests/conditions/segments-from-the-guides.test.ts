import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  type Condition,
  compileCondition,
  conditions,
  describeCondition,
  last,
  parseCondition,
  previous,
} from "clientele/conditions";
import { en, zhCN } from "clientele/labels";
import { customerSchema, defineSchema } from "clientele/model";
import { describe, expect, test } from "vitest";
import { root } from "../support/checkout.js";

// Five segments as a shop would ask for them, written from the guides alone: in types, as JSON that comes back, in words, and judged.

const ready = customerSchema("EUR");
const schema = defineSchema({
  attributes: {
    ...ready.attributes,
    unsubscribed: { type: "boolean", label: { en: "unsubscribed", "zh-CN": "已退订" } },
    valueClass: {
      type: "string",
      values: ["low", "medium", "high"],
      ordered: true,
      label: { en: "value class", "zh-CN": "价值等级" },
    },
  },
  collections: {
    ...ready.collections,
    order: { ...ready.collections.order, fields: { ...ready.collections.order.fields, cart: { type: "string" } } },
    cart: { timed: true, fields: { cart: { type: "string" }, amount: { type: "money", currency: "EUR" } } },
  },
});
const { all, attr, each, sequence } = conditions(schema);
const orders = each("order");
const wine = orders.where((order) =>
  order
    .each("line")
    .where((line) => line.attr("category").under("wine"))
    .any(),
);

const asOf = "2026-04-01T12:00:00Z";
const bottle = (at: string, amount = "40.00"): object => ({ at, amount, line: [{ category: "wine/red" }] });
const customer = (attributes: object, collections: object): object => ({
  attributes: { region: "华东", birthday: "1990-04-03", unsubscribed: false, ...attributes },
  collections,
});
const bought = [
  bottle("2026-01-20T10:00:00Z"),
  bottle("2026-02-20T10:00:00Z"),
  bottle("2025-06-01T10:00:00Z", "260.00"),
];

const segments: readonly (readonly [string, Condition, RegExp, RegExp, object, object])[] = [
  [
    "wine twice in 90 days and not for 30, over 300 EUR a year, birthday this week, not unsubscribed, 华东",
    all(
      wine
        .within(last({ days: 90 }))
        .count()
        .gte(2),
      wine.within(last({ days: 30 })).none(),
      orders
        .within(last({ years: 1 }))
        .sum("amount")
        .gt("300.00"),
      attr("birthday").anniversary({ from: 0, to: 6 }),
      attr("unsubscribed").ne(true, { orMissing: true }),
      attr("region").eq("华东"),
    ),
    /orders in the last 90 days for which .*wine.*is at least 2/,
    /最近 90 天.*wine.*华东/,
    customer({}, { order: bought }),
    customer({}, { order: [...bought, bottle("2026-03-20T10:00:00Z")] }),
  ],
  [
    "高价值沉睡客户: of high value, and asleep",
    all(attr("valueClass").gte("high"), orders.within(last({ days: 180 })).none(), orders.any()),
    /value class is at least "high" and there is no order in the last 180 days/,
    /价值等级不低于“high”.*最近 180 天内?没有订单/,
    customer({ valueClass: "high" }, { order: [bottle("2025-06-01T10:00:00Z")] }),
    customer({ valueClass: "high" }, { order: bought }),
  ],
  [
    "registered around 春节 with a small first order",
    all(attr("signedUpAt").festival("spring-festival").between(-15, 15), orders.first("amount").lt("50.00")),
    /sign-up time is within 15 days of .* and the amount of the first order is below 50.00 EUR/,
    /春节.*首次.*50.00 EUR/,
    customer({ signedUpAt: "2026-02-20T10:00:00Z" }, { order: [bottle("2026-02-21T10:00:00Z")] }),
    customer({ signedUpAt: "2026-02-20T10:00:00Z" }, { order: [bottle("2026-02-21T10:00:00Z", "50.00")] }),
  ],
  [
    "a cart over 50 left for 3 days",
    sequence([each("cart").where((cart) => cart.attr("amount").gt("50.00")), orders.absent()], {
      within: { days: 3 },
      same: "cart",
      window: last({ days: 30 }),
    }),
    /one cart .*amount is above 50.00 EUR, then no order in the 3 days after it/,
    /50.00 EUR/,
    customer({}, { cart: [{ at: "2026-03-20T10:00:00Z", cart: "x", amount: "60.00" }], order: [] }),
    customer(
      {},
      {
        cart: [{ at: "2026-03-20T10:00:00Z", cart: "x", amount: "60.00" }],
        order: [{ at: "2026-03-21T10:00:00Z", cart: "x", amount: "60.00" }],
      },
    ),
  ],
  [
    "more than last year, weekends only",
    (() => {
      const weekends = orders.where((order) => order.at.part("weekday").between(6, 7));
      return weekends
        .within(last({ years: 1 }))
        .sum("amount")
        .gt(weekends.within(previous("year")).sum("amount"));
    })(),
    /the total amount of orders in the last 1 year for which the weekday of time is from Saturday to Sunday is above/,
    /星期六.*星期日|周六.*周日/,
    customer({}, { order: [bottle("2026-03-07T10:00:00Z", "90.00"), bottle("2025-02-01T10:00:00Z", "80.00")] }),
    customer({}, { order: [bottle("2026-03-06T10:00:00Z", "90.00"), bottle("2025-02-01T10:00:00Z", "80.00")] }),
  ],
];

describe.each(segments)("%s", (_, condition, english, chinese, inside, outside) => {
  const parsed = parseCondition(JSON.parse(JSON.stringify(condition)), schema);
  test("is JSON that comes back", () => expect(parsed).toEqual(JSON.parse(JSON.stringify(condition))));
  test("in words", () => {
    expect(describeCondition(parsed, schema, en)).toMatch(english);
    expect(describeCondition(parsed, schema, zhCN)).toMatch(chinese);
  });
  test("takes whom it should", () => {
    const rule = compileCondition(parsed, schema, { asOf, timeZone: "Asia/Shanghai" });
    expect(rule.evaluate(inside as never)).toBe(true);
    expect(rule.evaluate(outside as never)).toBe(false);
  });
});

test("the guide lists every builder", () => {
  const page = readFileSync(join(root, "docs/guides/every-builder.md"), "utf8");
  const names = [
    ...Object.keys(conditions(schema)),
    ...Object.keys(attr("region")),
    ...Object.keys(orders).filter((name) => name !== "step"),
  ].filter((name) => name !== "value");
  const missing = [...new Set(names)].filter(
    (name) => !new RegExp(`\\b${name}\\b`).test(page.slice(page.indexOf("## Groups"))),
  );
  expect(missing).toEqual([]);
});
