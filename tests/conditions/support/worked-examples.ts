import type { ConditionEnvelope } from "clientele/conditions";
import { defineSchema, type FactSchema } from "clientele/model";

// The worked examples of the language's design, as JSON: every room's definitions embed conditions of these forms.

const customerAttributes = {
  country: { type: "string" },
  birthday: { type: "day" },
  valueClass: { type: "string", values: ["low", "mid", "high"], ordered: true },
  churnScore: { type: "number", source: { id: "churn", version: 1 } },
} as const;
const customerCollections = {
  order: { timed: true, fields: { amount: { type: "money", currency: "EUR" } } },
} as const;
const orderAttributes = {
  "order.at": { type: "instant", required: true },
  "order.paidNet": { type: "money", currency: "EUR" },
  "order.number": { type: "number" },
  "customer.tier": { type: "string", values: ["silver", "gold"] },
  "customer.signedUpAt": { type: "instant" },
} as const;
const orderCollections = { line: { timed: false, fields: { category: { type: "string" } } } } as const;

export const customers: FactSchema<typeof customerAttributes, typeof customerCollections> = defineSchema({
  attributes: customerAttributes,
  collections: customerCollections,
});
export const orders: FactSchema<typeof orderAttributes, typeof orderCollections> = defineSchema({
  attributes: orderAttributes,
  collections: orderCollections,
});

export const lapsingVip: ConditionEnvelope = {
  language: 1,
  id: "lapsing-vip",
  version: 1,
  when: {
    type: "all",
    of: [
      { type: "compare", subject: { type: "attribute", field: "country" }, op: "in", values: ["DE", "FR"] },
      {
        type: "compare",
        op: "gte",
        value: { amount: "300.00", currency: "EUR" },
        subject: {
          type: "aggregate",
          fn: "sum",
          over: { collection: "order" },
          of: { type: "item", field: "amount" },
          window: { type: "rolling", last: { days: 365 }, until: { days: 90 } },
        },
      },
      { type: "none", over: { collection: "order" }, window: { type: "rolling", last: { days: 90 } } },
    ],
  },
};

const earlier = {
  type: "aggregate",
  fn: "count",
  over: { collection: "order" },
  window: { type: "rolling", last: { days: 180 }, until: { days: 90 } },
} as const;

export const frequencyHalved: ConditionEnvelope = {
  language: 1,
  when: {
    type: "all",
    of: [
      { type: "compare", op: "gte", value: 3, subject: earlier },
      {
        type: "compare",
        op: "lt",
        subject: {
          type: "aggregate",
          fn: "count",
          over: { collection: "order" },
          window: { type: "rolling", last: { days: 90 } },
        },
        value: { type: "scaled", times: "0.5", of: earlier },
      },
    ],
  },
};

/** Bins of a scorecard: one subject, tests without a subject. */
export const ageBins: readonly ConditionEnvelope[] = (
  [
    { op: "lt", value: 30 },
    { op: "between", from: 30, to: 45 },
    { op: "gt", value: 45 },
  ] as const
).map((test) => ({
  language: 1,
  when: { type: "compare", subject: { type: "attribute", field: "birthday", part: "age" }, ...test },
}));

export const goldWeekday: ConditionEnvelope = {
  language: 1,
  when: {
    type: "all",
    of: [
      { type: "compare", subject: { type: "attribute", field: "customer.tier" }, op: "eq", value: "gold" },
      {
        type: "compare",
        subject: { type: "attribute", field: "order.at", part: "weekday" },
        op: "between",
        from: 1,
        to: 5,
      },
    ],
  },
};

export const categoryLines: ConditionEnvelope = {
  language: 1,
  scope: { collection: "line" },
  when: { type: "compare", subject: { type: "item", field: "category" }, op: "eq", value: "X" },
};

export const friendFirstOrder: ConditionEnvelope = {
  language: 1,
  id: "friend-first-order",
  parameters: { minimum: { type: "money", currency: "EUR", default: { amount: "30.00", currency: "EUR" } } },
  when: {
    type: "all",
    of: [
      {
        type: "compare",
        subject: { type: "attribute", field: "order.paidNet" },
        op: "gte",
        value: { type: "parameter", name: "minimum" },
      },
      { type: "compare", subject: { type: "attribute", field: "order.number" }, op: "eq", value: 1 },
      {
        type: "compare",
        subject: { type: "attribute", field: "order.at" },
        op: "within",
        window: { type: "after", anchor: { type: "attribute", field: "customer.signedUpAt" }, next: { days: 30 } },
      },
      {
        type: "some",
        over: { collection: "line" },
        where: { type: "compare", subject: { type: "item", field: "category" }, op: "ne", value: "gift-card" },
      },
    ],
  },
};

/** Cells of a decision table's first row. */
export const highAndRisky: ConditionEnvelope = {
  language: 1,
  when: {
    type: "all",
    of: [
      { type: "compare", subject: { type: "attribute", field: "valueClass" }, op: "eq", value: "high" },
      { type: "compare", subject: { type: "attribute", field: "churnScore" }, op: "gte", value: 60 },
    ],
  },
};

export const hasNotDone: ConditionEnvelope = {
  language: 1,
  when: {
    type: "none",
    over: { collection: "order" },
    window: { type: "calendar", period: "month", offset: -3, count: 3 },
  },
};

export const bigThenGone: ConditionEnvelope = {
  language: 1,
  when: {
    type: "sequence",
    within: { days: 45 },
    window: { type: "rolling", last: { months: 12 } },
    steps: [
      {
        over: { collection: "order" },
        where: {
          type: "compare",
          subject: { type: "item", field: "amount" },
          op: "gte",
          value: { amount: "100.00", currency: "EUR" },
        },
      },
      { over: { collection: "order" }, absent: true },
    ],
  },
};

/** Every worked example with the schema that it speaks of. */
export const workedExamples: readonly (readonly [string, ConditionEnvelope, FactSchema])[] = [
  ["lapsing VIP", lapsingVip, customers],
  ["frequency halved", frequencyHalved, customers],
  ...ageBins.map((bin, index) => [`age bin ${index}`, bin, customers] as const),
  ["double points on weekdays for gold", goldWeekday, orders],
  ["lines of a category", categoryLines, orders],
  ["a friend's first order", friendFirstOrder, orders],
  ["high value at risk", highAndRisky, customers],
  ["has not done", hasNotDone, customers],
  ["big, then gone", bigThenGone, customers],
];
