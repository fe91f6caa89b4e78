import { after, between, conditions, current, following, last, previous, upcoming } from "clientele/conditions";
import { expect, test } from "vitest";
import { shop } from "./support/shop.js";

const { all, atLeast, attr, each, named, parameter, sequence } = conditions(shop);

test("builders write plain JSON and nothing else", () => {
  const rule = all(
    attr("country").in(["DE"]),
    attr("spend").gte("300.00", { orMissing: true }),
    attr("anyMoney").lt({ amount: "1", currency: "JPY" }),
    attr("signedUpAt").gt(new Date(0)),
    attr("spend").lt(attr("spend").times("0.5")),
    each("order")
      .where((order) => order.attr("amount").gte("50.00"))
      .where(
        (order) => order.attr("sku").startsWith("A"),
        (order) => order.at.part("hour").lt(12),
      )
      .within(last({ days: 365 }, { until: { days: 90 } }))
      .sum("amount")
      .gte(parameter("minimum", { type: "money", currency: "EUR" })),
  );
  expect(JSON.parse(JSON.stringify(rule))).toEqual(rule);
  expect(Object.isFrozen(rule.type === "all" && rule.of)).toBe(true);
  expect(rule).toEqual({
    type: "all",
    of: [
      { type: "compare", subject: { type: "attribute", field: "country" }, op: "in", values: ["DE"] },
      {
        type: "compare",
        subject: { type: "attribute", field: "spend" },
        op: "gte",
        value: { amount: "300.00", currency: "EUR" },
        orMissing: true,
      },
      {
        type: "compare",
        subject: { type: "attribute", field: "anyMoney" },
        op: "lt",
        value: { amount: "1", currency: "JPY" },
      },
      {
        type: "compare",
        subject: { type: "attribute", field: "signedUpAt" },
        op: "gt",
        value: "1970-01-01T00:00:00.000Z",
      },
      {
        type: "compare",
        subject: { type: "attribute", field: "spend" },
        op: "lt",
        value: { type: "scaled", times: "0.5", of: { type: "attribute", field: "spend" } },
      },
      {
        type: "compare",
        subject: {
          type: "aggregate",
          fn: "sum",
          over: { collection: "order" },
          where: {
            type: "all",
            of: [
              {
                type: "compare",
                subject: { type: "item", field: "amount" },
                op: "gte",
                value: { amount: "50.00", currency: "EUR" },
              },
              { type: "compare", subject: { type: "item", field: "sku" }, op: "startsWith", value: "A" },
              { type: "compare", subject: { type: "item", field: "at", part: "hour" }, op: "lt", value: 12 },
            ],
          },
          window: { type: "rolling", last: { days: 365 }, until: { days: 90 } },
          of: { type: "item", field: "amount" },
        },
        op: "gte",
        value: { type: "parameter", name: "minimum" },
      },
    ],
  });
});

test("quantifiers, sequences and items inside items", () => {
  expect(
    each("order")
      .where((order) =>
        order
          .each("line")
          .where((line) => line.attr("category").eq("wine"))
          .any(),
      )
      .none(),
  ).toEqual({
    type: "none",
    over: { collection: "order" },
    where: {
      type: "some",
      over: { collection: "line", of: "item" },
      where: { type: "compare", subject: { type: "item", field: "category" }, op: "eq", value: "wine" },
    },
  });
  expect(
    sequence([each("order"), each("complaint").absent()], { within: { days: 45 }, window: last({ months: 12 }) }),
  ).toEqual({
    type: "sequence",
    steps: [{ over: { collection: "order" } }, { over: { collection: "complaint" }, absent: true }],
    within: { days: 45 },
    window: { type: "rolling", last: { months: 12 } },
  });
  expect(named("late", atLeast(1, attr("vip").eq(true)))).toMatchObject({ type: "atLeast", count: 1, id: "late" });
  expect(each("order").every((order) => order.attr("paid").eq(true))).toMatchObject({
    type: "every",
    holds: { op: "eq", value: true },
  });
});

test("windows say what they mean", () => {
  expect(previous("week", 2, { weekStartsOn: 7 })).toEqual({
    type: "calendar",
    period: "week",
    offset: -2,
    count: 2,
    weekStartsOn: 7,
  });
  expect(current("day")).toEqual({ type: "calendar", period: "day", offset: 0, count: 1 });
  expect(following("month", 2)).toEqual({ type: "calendar", period: "month", offset: 1, count: 2 });
  expect(upcoming({ days: 3 })).toEqual({ type: "upcoming", next: { days: 3 } });
  expect(between(undefined, 0)).toEqual({ type: "between", end: "1970-01-01T00:00:00.000Z" });
  expect(between(parameter("start", { type: "instant" }))).toEqual({
    type: "between",
    start: { type: "parameter", name: "start" },
  });
  expect(after(attr("signedUpAt"), { days: 30 })).toEqual({
    type: "after",
    anchor: { type: "attribute", field: "signedUpAt" },
    next: { days: 30 },
  });
});
