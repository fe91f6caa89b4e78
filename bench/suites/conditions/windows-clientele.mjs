import { compileCondition, conditions, evaluateTable, last } from "../../../dist/conditions/index.js";
import { defineSchema, factTable } from "../../../dist/model/index.js";
import { count, digest } from "./attributes.mjs";
import { withOrders } from "./windows.mjs";

const schema = defineSchema({
  attributes: {},
  collections: { order: { timed: true, fields: { amount: { type: "number" } } } },
});
const { all, each } = conditions(schema);
const condition = all(
  each("order")
    .within(last({ days: 90 }))
    .count()
    .gte(2),
  each("order")
    .within(last({ days: 180 }))
    .sum("amount")
    .gte(300),
  each("order")
    .within(last({ days: 365 }, { until: { days: 180 } }))
    .count()
    .gte(1),
  each("order")
    .within(last({ days: 10 }))
    .none(),
);
const frame = { asOf: "2026-01-01" };

export const rows = {
  prepare: withOrders,
  run(facts) {
    const compiled = compileCondition(condition, schema, frame);
    return count(facts, (subject) => compiled.matches(subject));
  },
  digest,
};

export const batch = {
  prepare: (size) => factTable(schema, withOrders(size), frame),
  run(table) {
    const truths = evaluateTable(table, compileCondition(condition, schema, frame));
    return count(truths, (truth) => truth === 1);
  },
  digest,
};
