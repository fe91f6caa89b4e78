import { compileCondition, conditions, evaluateTable, explainCondition } from "../../../dist/conditions/index.js";
import { defineSchema, factTable } from "../../../dist/model/index.js";
import { subjects } from "../../internal/subjects.mjs";
import { count, digest, groups } from "./attributes.mjs";

const number = { type: "number" };
const schema = defineSchema({
  attributes: {
    country: { type: "string" },
    city: { type: "string" },
    tier: { type: "string" },
    vip: { type: "boolean" },
    subscribed: { type: "boolean" },
    age: number,
    visits: number,
    orders: number,
    spend: number,
    rating: number,
    returns: number,
    tenure: number,
  },
});
const { any, all, attr } = conditions(schema);
const condition = any(
  ...groups.map((group) => all(...group.map(([field, operator, value]) => attr(field)[operator](value)))),
);
const frame = { asOf: "2026-01-01" };

/** Row objects, one after the other. */
export const rows = {
  prepare: subjects,
  run(facts) {
    const compiled = compileCondition(condition, schema, frame);
    return count(facts, (subject) => compiled.matches(subject));
  },
  digest,
};

/** The full explanation of every subject. */
export const explained = {
  prepare: subjects,
  run(facts) {
    const compiled = compileCondition(condition, schema, frame);
    return count(facts, (subject) => explainCondition(subject, compiled).result === true);
  },
  digest,
};

/** Columns in a fact table, all at once. */
export const batch = {
  prepare: (size) => factTable(schema, subjects(size), frame),
  run(table) {
    const truths = evaluateTable(table, compileCondition(condition, schema, frame));
    return count(truths, (truth) => truth === 1);
  },
  digest,
};
