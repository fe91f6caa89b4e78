import {
  type Condition,
  conditions,
  current,
  describeCondition,
  following,
  last,
  upcoming,
} from "clientele/conditions";
import { isClienteleError } from "clientele/core";
import { en, zhCN } from "clientele/labels";
import { customerSchema, defineSchema, type FactSchema, orderSchema } from "clientele/model";
import { describe, expect, test } from "vitest";
import { shop } from "./support/shop.js";
import { workedExamples } from "./support/worked-examples.js";

// Written by hand from what the rules mean, not copied from what the function said.
const sentences: Readonly<Record<string, readonly [en: string, zhCN: string]>> = {
  "lapsing VIP": [
    'country is one of "DE", "FR" and the total amount of orders between 365 days ago and 90 days ago is at least 300.00 EUR and there is no order in the last 90 days',
    "国家为“DE”、“FR”之一，且 365 天前至 90 天前之间订单金额合计不低于 300.00 EUR，且最近 90 天内没有订单",
  ],
  "frequency halved": [
    "the number of orders between 180 days ago and 90 days ago is at least 3 and the number of orders in the last 90 days is below 0.5 times the number of orders between 180 days ago and 90 days ago",
    "180 天前至 90 天前之间订单数量不少于 3 单，且最近 90 天内订单数量少于 180 天前至 90 天前之间订单数量的 0.5 倍",
  ],
  "age bin 0": ["the age by birthday is below 30", "按生日计算的年龄低于 30 岁"],
  "age bin 1": ["the age by birthday is between 30 and 45", "按生日计算的年龄在 30 岁与 45 岁之间"],
  "age bin 2": ["the age by birthday is above 45", "按生日计算的年龄超过 45 岁"],
  "double points on weekdays for gold": [
    'customer tier is "gold" and the weekday of order time is from Monday to Friday',
    "会员等级为“gold”，且下单时间的星期在星期一至星期五之间",
  ],
  "lines of a category": ['for one line: category is "X"', "就一条明细而言：品类为“X”"],
  "a friend's first order": [
    '(1) net amount paid is at least the parameter minimum, and (2) order number is 1, and (3) order time lies in the 30 days from customer sign-up time on, and (4) there is at least one line for which category is not "gift-card"; the parameter minimum is 30.00 EUR unless set otherwise',
    "（1）实付净额不低于参数 minimum；且（2）订单序号为 1；且（3）下单时间在自客户注册时间起 30 天内；且（4）有符合（品类不为“gift-card”）的明细；未另行设定时，参数 minimum 为 30.00 EUR",
  ],
  "high value at risk": [
    'valueClass is "high" and churnScore is at least 60',
    "valueClass 为“high”，且 churnScore 不低于 60",
  ],
  "has not done": ["there is no order in the previous 3 calendar months", "前 3 个自然月内没有订单"],
  "big, then gone": [
    "one after the other in the last 12 months: one order for which amount is at least 100.00 EUR, then no order in the 45 days after it",
    "最近 12 个月内先后发生：一次符合（金额不低于 100.00 EUR）的订单，然后 45 天内没有订单",
  ],
};

test.each(workedExamples)("the worked example of %s", (name, example, schema) => {
  expect(describeCondition(example, schema, en)).toBe(sentences[name]?.[0]);
  expect(describeCondition(example, schema, zhCN)).toBe(sentences[name]?.[1]);
});

test("every worked example has its sentences", () => {
  expect(Object.keys(sentences)).toEqual(workedExamples.map(([name]) => name));
});

const { all, any, atLeast, not, assume, attr, each, named, reference, sequence, constant } = conditions(shop);
const order = each("order");

describe("in words", () => {
  test.each<readonly [Condition, string, string]>([
    [
      all(attr("vip").eq(true), any(attr("score").gte(3), attr("tier").gt("silver"))),
      '(1) vip is yes, and (2) score is at least 3 or tier is above "silver"',
      "（1）vip 为是；且（2）评分不低于 3，或 tier 高于“silver”",
    ],
    [
      all(attr("vip").eq(true), any(attr("score").gte(3), all(attr("score").lt(1), attr("visits").eq(0)))),
      "(1) vip is yes, and (2) (2.1) score is at least 3, or (2.2) score is below 1 and visits is 0",
      "（1）vip 为是；且（2）（2.1）评分不低于 3；或（2.2）评分低于 1，且 visits 为 0",
    ],
    [
      atLeast(2, attr("vip").eq(true), attr("score").gte(3), order.any()),
      "at least 2 of these 3 are met: (1) vip is yes, (2) score is at least 3, (3) there is at least one order",
      "以下 3 项中至少符合 2 项：（1）vip 为是；（2）评分不低于 3；（3）有订单",
    ],
    [
      not(any(attr("vip").eq(true), reference("gold"))),
      'it does not hold that (vip is yes or the rule "gold" is met)',
      "不符合（vip 为是，或符合规则“gold”）",
    ],
    [
      assume(false, attr("score").ne(1, { orMissing: true })),
      "score is not 1 (or is missing), taken as not met when unknown",
      "（评分不为 1（或缺失）），未知时视为不符合",
    ],
    [named("gone", constant(false)), "this is never met", "恒不成立"],
    [
      order
        .where((o) => all(o.attr("paid").eq(true), o.each("line").any()))
        .within(last({ days: 1 }))
        .any(),
      "there is at least one order in the last 1 day for which (paid is yes and there is at least one line of that order)",
      "最近 1 天内有符合（paid 为是，且有该订单的明细）的订单",
    ],
    [
      order.every((o) => o.attr("amount").between("10.00", "20.00", { bounds: "[)" })),
      "for every order, amount is at least 10.00 EUR and below 20.00 EUR",
      "所有订单都符合（金额不低于 10.00 EUR 且低于 20.00 EUR）",
    ],
    [
      order.skipMissing().last("amount").gt(attr("spend")),
      "the amount of the last order (leaving out what is unknown) is above the spend",
      "订单中最近一次的金额（不计未知者）超过 spend 的值",
    ],
    [
      each("complaint").within(current("month")).count().lte(1),
      "the number of complaint entries in the current calendar month is at most 1",
      "当前自然月内 complaint 记录数量不超过 1",
    ],
    [
      {
        type: "compare",
        subject: {
          type: "aggregate",
          fn: "max",
          over: { collection: "order" },
          of: { type: "item", field: "at" },
          window: last({ months: 6 }),
        },
        op: "within",
        window: last({ weeks: 1 }),
      },
      "the latest time of orders in the last 6 months lies in the last 1 week",
      "最近 6 个月内订单中最晚的时间在最近 1 周内",
    ],
    [
      sequence([each("order"), each("complaint").where((c) => c.attr("open").eq(true)), order.absent()], {
        within: { days: 30 },
        ties: "allowed",
      }),
      "one after the other: one order, then one complaint entry for which open is yes, then no order in the 30 days after it, at most 30 days from first to last, the same instant included",
      "先后发生：一次订单，然后一次符合（open 为是）的 complaint 记录，然后 30 天内没有订单，首尾相隔不超过 30 天，同一时刻也算先后",
    ],
    [
      attr("birthday").anniversary({ from: -2, to: 7 }, { leapDay: "mar1" }),
      "an anniversary of birthday falls between 2 days ago and 7 days from today, 29 February counting as 1 March",
      "生日的周年日在 2 天前至 7 天后之间（2 月 29 日按 3 月 1 日计）",
    ],
    [
      attr("birthday").anniversary({ from: 0, to: 7 }),
      "an anniversary of birthday falls between today and 7 days from today",
      "未来 7 天内过生日",
    ],
    [
      attr("joinedOn").anniversary({ from: 0, to: 30 }),
      "an anniversary of joinedOn falls between today and 30 days from today",
      "未来 30 天内到 joinedOn 的周年日",
    ],
    [
      order.within(last({ months: 6 })).every((o) => o.attr("paid").eq(true)),
      "for every order in the last 6 months, paid is yes",
      "最近 6 个月内的所有订单都符合（paid 为是）",
    ],
    [
      order.daysSinceLast().gt(90),
      "the number of days since the last order is above 90",
      "订单中最近一次距今超过 90 天",
    ],
    [order.count().lt(3), "the number of orders is below 3", "订单数量少于 3 单"],
    [
      attr("signedUpAt").part("daysSince").lte(30),
      "the number of days since sign-up time is at most 30",
      "注册时间距今不超过 30 天",
    ],
    [
      attr("signedUpAt").festival("spring-festival").between(-15, 15),
      "sign-up time is within 15 days of Spring Festival",
      "注册时间在春节前后 15 天之内",
    ],
    [
      attr("joinedOn").festival({ calendar: "chinese", month: 8, day: 15 }).gte(-3),
      "the number of days from joinedOn to the nearest day 15 of month 8 of the Chinese calendar is at least -3",
      "joinedOn 距最近的农历八月十五的天数不低于 -3",
    ],
    [
      attr("signedUpAt").festival({ name: "双十一", calendar: "gregorian", month: 11, day: 11 }).between(-3, 3),
      "sign-up time is within 3 days of 双十一",
      "注册时间在双十一前后 3 天之内",
    ],
    [
      attr("signedUpAt").part("dayOfMonth").eq(8),
      "the day of the month of sign-up time is 8",
      "注册时间在当月的日序为 8",
    ],
    [
      attr("signedUpAt").part("timeOfDay").between("22:00", "06:00"),
      "the time of day of sign-up time is from 22:00 to 06:00",
      "注册时间的时刻在 22:00 至 06:00 之间",
    ],
    [
      attr("contractEnd").within(following("month")),
      "contractEnd lies in the next calendar month",
      "contractEnd 在下一个自然月内",
    ],
    [
      attr("contractEnd").within(upcoming({ days: 30 })),
      "contractEnd lies in the 30 days to come",
      "contractEnd 在未来 30 天内",
    ],
    [attr("tags").hasAll(["vip", "press"]), 'tags have all of "vip", "press"', "标签同时含有“vip”、“press”"],
    [attr("industry").under("A/B"), 'industry is at or below "A/B"', "industry 属于“A/B”或其下级"],
  ])("%j", (condition, english, chinese) => {
    expect(describeCondition(condition, shop, en)).toBe(english);
    expect(describeCondition(condition, shop, zhCN)).toBe(chinese);
  });
});

test("the ready facts say what they count, in Chinese", () => {
  const ready = customerSchema("CNY");
  const { attr, all } = conditions(ready);
  const quiet = all(attr("orders").lt(3), attr("daysSinceLast").gt(90), attr("net").gt("500.00"));
  expect(describeCondition(quiet, ready, zhCN)).toBe(
    "订单数少于 3 单，且距最近购买的天数超过 90 天，且净消费额超过 500.00 CNY",
  );
  expect(describeCondition(quiet, ready, en)).toBe(
    "order count is below 3 and days since the last purchase is above 90 and net spend is above 500.00 CNY",
  );
});

describe("names", () => {
  const labelled = defineSchema({
    attributes: {
      net: { type: "number", label: { en: "Net", "zh-CN": "净额" } },
      gross: { type: "number", label: { en: "Net" } },
      channel: { type: "string" },
    },
    collections: { order: { timed: true, fields: { channel: { type: "string" } } } },
  });
  const { attr, each } = conditions(labelled);

  test("are the schema's labels, with the name where two fields share one", () => {
    expect(describeCondition(attr("net").eq(1), labelled, en)).toBe("Net (net) is 1");
    expect(describeCondition(attr("gross").eq(1), labelled, en)).toBe("Net (gross) is 1");
    expect(describeCondition(attr("net").eq(1), labelled, zhCN)).toBe("净额为 1");
  });

  test("say whose they are where an item has a field of the same name", () => {
    const web = each("order").where((order) => order.attr("channel").eq("web"));
    const same = each("order").where(() => attr("channel").eq("web"));
    expect(describeCondition(web.any(), labelled, en)).toBe('there is at least one order for which channel is "web"');
    expect(describeCondition(same.any(), labelled, en)).toBe(
      'there is at least one order for which channel of the subject is "web"',
    );
  });

  test("come from the host's own catalogue too", () => {
    const words = {
      ...en,
      "conditions.collection.order": "{n|booking|bookings}",
      "conditions.test.eq": "{subject} = {value}",
    };
    expect(describeCondition(each("order").count().eq(2), labelled, words)).toBe("the number of bookings = 2");
  });

  const ready: readonly (readonly [string, FactSchema])[] = [
    ["customer", customerSchema("EUR")],
    ["order", orderSchema("EUR")],
  ];
  test.each(ready)(
    "of the ready %s schema have words in every language, all of them different",
    (_, { attributes, collections }) => {
      for (const catalogue of [en, zhCN]) {
        for (const fields of [attributes, ...Object.values(collections).map(({ fields }) => fields)]) {
          const words = Object.keys(fields).map((name) => catalogue[`conditions.field.${name}`]);
          expect(words).not.toContain(undefined);
          expect(new Set(words).size).toBe(words.length);
        }
        for (const name of Object.keys(collections))
          expect(catalogue).toHaveProperty([`conditions.collection.${name}`]);
      }
    },
  );
});

test("a condition that does not fit the schema is refused with all its faults", () => {
  const condition: Condition = { type: "compare", subject: { type: "attribute", field: "contry" }, op: "exists" };
  const attempt = (): string => describeCondition(condition, shop, en);
  expect(attempt).toThrow(expect.objectContaining({ code: "INVALID_CONDITION" }));
  try {
    attempt();
  } catch (error) {
    expect(isClienteleError(error) && error.issues?.[0]?.code).toBe("CONDITION_UNKNOWN_FIELD");
  }
});

test("parameters may be declared outside, and a single item judged without an envelope", () => {
  const condition: Condition = {
    type: "compare",
    subject: { type: "item", field: "category" },
    op: "in",
    values: { type: "parameter", name: "chosen" },
  };
  const options = { parameters: { chosen: { type: "strings" } }, scope: { collection: "line" } } as const;
  expect(describeCondition(condition, shop, en, options)).toBe("for one line: category is one of the parameter chosen");
});
