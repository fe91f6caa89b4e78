import jsonLogic from "json-logic-js";
import { Engine } from "json-rules-engine";
import { Query } from "mingo";
import { count, digest } from "./attributes.mjs";
import { bounds, records } from "./windows.mjs";

const { day10, day90, day180, day365 } = bounds;

export const mingo = {
  prepare: records,
  run(items) {
    const within = (...tests) => ({ $filter: { input: "$order", as: "o", cond: { $and: tests } } });
    const later = (bound) => ({ $gt: ["$$o.at", bound] });
    const query = new Query({
      $expr: {
        $and: [
          { $gte: [{ $size: within(later(day90)) }, 2] },
          { $gte: [{ $sum: { $map: { input: within(later(day180)), as: "o", in: "$$o.amount" } } }, 300] },
          { $gte: [{ $size: within(later(day365), { $lte: ["$$o.at", day180] }) }, 1] },
          { $eq: [{ $size: within(later(day10)) }, 0] },
        ],
      },
    });
    return count(items, (item) => query.test(item));
  },
  digest,
};

export const jsonLogicJs = {
  prepare: records,
  run(items) {
    const later = (bound) => ({ ">": [{ var: "at" }, bound] });
    const within = (test) => ({ filter: [{ var: "order" }, test] });
    const total = (list, of) => ({ reduce: [list, { "+": [{ var: "accumulator" }, of] }, 0] });
    const rule = {
      and: [
        { ">=": [total(within(later(day90)), 1), 2] },
        { ">=": [total(within(later(day180)), { var: "current.amount" }), 300] },
        { ">=": [total(within({ and: [later(day365), { "<=": [{ var: "at" }, day180] }] }), 1), 1] },
        { "===": [total(within(later(day10)), 1), 0] },
      ],
    };
    return count(items, (item) => jsonLogic.apply(rule, item) === true);
  },
  digest,
};

/** The aggregates are dynamic facts, written by hand. */
export const jsonRulesEngine = {
  prepare: records,
  async run(items) {
    const engine = new Engine();
    const fact = (name, aggregate) =>
      engine.addFact(name, async (_, almanac) => aggregate(await almanac.factValue("order")));
    fact("count90", (order) => order.filter(({ at }) => at > day90).length);
    fact("sum180", (order) => order.reduce((sum, { at, amount }) => (at > day180 ? sum + amount : sum), 0));
    fact("countBefore", (order) => order.filter(({ at }) => at > day365 && at <= day180).length);
    fact("count10", (order) => order.filter(({ at }) => at > day10).length);
    const atLeast = (name, value) => ({ fact: name, operator: "greaterThanInclusive", value });
    engine.addRule({
      conditions: {
        all: [
          atLeast("count90", 2),
          atLeast("sum180", 300),
          atLeast("countBefore", 1),
          { fact: "count10", operator: "equal", value: 0 },
        ],
      },
      event: { type: "member" },
    });
    let members = 0;
    for (const item of items) members += (await engine.run(item)).events.length;
    return members;
  },
  digest,
};
