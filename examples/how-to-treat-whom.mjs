// How to treat whom? Two scorecards, value today and potential, and a table that gives each pair of bands its treatment.
import { conditions, last } from "clientele/conditions";
import { customerFacts, summarizePurchases, withFacts } from "clientele/history";
import { customerSchema } from "clientele/model";
import { applyDecisionTable, applyScorecard, defineDecisionTable, defineScorecard } from "clientele/scorecards";
import { asOf, sampleOrders } from "./sample.mjs";

const order = sampleOrders();
const base = summarizePurchases(order, { asOf, scale: 4 });
const schema = customerSchema("USD", { scale: 4 });
const facts = customerFacts(schema, { base, collections: { order } });
const { attr, each } = conditions(schema);

const bands = ["low", "high"].map((id, index) => ({ id, min: index * 50 }));
const axis = (id, points) => {
  const rules = Object.entries(points).map(([name, rule]) => ({ id: name, reason: `shop.${name}`, ...rule }));
  return applyScorecard(facts, defineScorecard({ id, version: 1, rules, bands }, schema)).columns.band;
};
const value = axis("value", {
  spentMuch: { when: attr("net").gte({ amount: "3000.00", currency: "USD" }), points: 50, group: "spend" },
  spentSome: { when: attr("net").gte({ amount: "1500.00", currency: "USD" }), points: 30, group: "spend" },
  cameOften: { when: attr("orders").gte(7), points: 30 },
});
const potential = axis("potential", {
  active: {
    when: each("order")
      .within(last({ months: 12 }))
      .count()
      .gte(3),
    points: 40,
  },
  young: { when: attr("firstPurchase").within(last({ months: 24 })), points: 30 },
  fresh: { when: attr("daysSinceLast").lte(90), points: 20 },
});

// The bands become facts, which the table asks for.
const band = { type: "string", values: bands.map(({ id }) => id) };
const scored = withFacts(facts, { value: band, potential: band }, { value, potential });
const inputs = ["value", "potential"].map((field) => ({ type: "attribute", field }));
const rows = Object.entries({
  "high high": "a person of their own",
  "high low": "keep: service before offers",
  "low high": "grow: invite to more",
  "low low": "self-service",
}).map(([pair, treatment]) => ({
  cells: pair.split(" ").map((id) => ({ op: "eq", value: id })),
  output: { treatment },
}));
const table = defineDecisionTable(
  { id: "treatments", version: 1, hitPolicy: "unique", inputs, outputs: { treatment: { type: "string" } }, rows },
  scored.schema,
);

const counts = new Map();
for (const treatment of applyDecisionTable(scored, table).columns.outputs.treatment.values) {
  counts.set(treatment, (counts.get(treatment) ?? 0) + 1);
}
for (const [treatment, customers] of [...counts].sort((a, b) => b[1] - a[1])) console.log(`${customers}: ${treatment}`);
