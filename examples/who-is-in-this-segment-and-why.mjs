// Who is in this segment, and why?
import { conditions, describeCondition, last } from "clientele/conditions";
import { customerFacts, summarizePurchases } from "clientele/history";
import { en } from "clientele/labels";
import { customerSchema } from "clientele/model";
import { defineSegment, evaluateSegments, explainSegment } from "clientele/segmentation";
import { asOf, sampleOrders } from "./sample.mjs";

const schema = customerSchema("USD", { scale: 4 });
const { all, attr, each } = conditions(schema);
const sleeping = defineSegment(
  {
    id: "valuable-and-asleep",
    version: 1,
    when: all(
      attr("net").gte("5000"),
      each("order")
        .within(last({ months: 9 }))
        .none(),
    ),
  },
  schema,
);
console.log(describeCondition(sleeping.when, schema, en));

const orders = sampleOrders();
const facts = customerFacts(schema, {
  base: summarizePurchases(orders, { asOf, scale: 4 }),
  collections: { order: orders },
});
const { members } = evaluateSegments(facts, [sleeping]).get("valuable-and-asleep");
console.log(`${members.length} of ${facts.size} customers are in it`);

const [first] = members;
const { result, tree } = explainSegment(facts.get(first), sleeping, { schema, asOf });
console.log(`${first}: ${result}, because`);
sleeping.when.of.forEach((part, index) => {
  const { result: answer, actual } = tree.children[index];
  const found = actual === undefined ? "" : ` (found ${actual.amount} ${actual.currency})`;
  console.log(`  ${describeCondition(part, schema, en)}: ${answer}${found}`);
});
