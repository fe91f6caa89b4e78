import jsonLogic from "json-logic-js";
import { Engine } from "json-rules-engine";
import { Query } from "mingo";
import { count, digest, groups, records } from "./attributes.mjs";

export const mingo = {
  prepare: records,
  run(items) {
    const query = new Query({
      $or: groups.map((group) => ({
        $and: group.map(([field, operator, value]) => ({ [field]: { [`$${operator}`]: value } })),
      })),
    });
    return count(items, (item) => query.test(item));
  },
  digest,
};

/** json-logic takes a missing field for 0, so that every comparison of numbers has to ask first. */
export const jsonLogicJs = {
  prepare: records,
  run(items) {
    const symbols = { gte: ">=", gt: ">", lte: "<=", lt: "<", eq: "===", in: "in" };
    const leaf = ([field, operator, value]) => {
      const test = { [symbols[operator]]: [{ var: field }, value] };
      return operator === "lt" || operator === "lte" ? { and: [{ "!==": [{ var: field }, null] }, test] } : test;
    };
    const rule = { or: groups.map((group) => ({ and: group.map(leaf) })) };
    return count(items, (item) => jsonLogic.apply(rule, item) === true);
  },
  digest,
};

const operators = {
  gte: "greaterThanInclusive",
  gt: "greaterThan",
  lte: "lessThanInclusive",
  lt: "lessThan",
  eq: "equal",
  in: "in",
};

export const jsonRulesEngine = {
  prepare: records,
  async run(items) {
    const engine = new Engine([], { allowUndefinedFacts: true });
    engine.addRule({
      conditions: {
        any: groups.map((group) => ({
          all: group.map(([fact, operator, value]) => ({ fact, operator: operators[operator], value })),
        })),
      },
      event: { type: "member" },
    });
    let members = 0;
    for (const item of items) members += (await engine.run(item)).events.length;
    return members;
  },
  digest,
};
