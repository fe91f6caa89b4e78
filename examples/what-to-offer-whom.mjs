// What to offer whom? What the buyers of one thing buy clearly more often than others, and which of them lack it.
import { preferences, summarizePurchases } from "clientele/history";
import { defineSchema, factTable } from "clientele/model";
import { overrepresentedTraits } from "clientele/segmentation";
import { asOf, sampleOrders } from "./sample.mjs";

const base = summarizePurchases(sampleOrders(), { asOf, scale: 4, dimensions: ["category"] });
const tastes = preferences(base, "category");
const bought = ({ preferences }) => (preferences.status === "known" ? preferences.value.map(({ value }) => value) : []);
const schema = defineSchema({ attributes: { bought: { type: "strings" } } });
const facts = factTable(
  schema,
  Array.from(tastes, (row) => ({ customerId: row.customerId, attributes: { bought: bought(row) } })),
  { asOf },
);

// Bought by the same customers. Mind that who buys much has more of everything: an association with its evidence, not a cause.
for (const thing of ["Machines", "Tables"]) {
  const buyers = [...tastes].filter((row) => bought(row).includes(thing)).map(({ customerId }) => customerId);
  const [best] = overrepresentedTraits(facts, buyers).filter(({ value }) => value !== thing);
  const lacking = buyers.filter((customerId) => !bought(tastes.get(customerId)).includes(best.value));
  console.log(
    `${thing}: ${(best.share * 100).toFixed(0)} % of its ${buyers.length} buyers have ${best.value} too, of all customers ${(best.baseShare * 100).toFixed(0)} %`,
  );
  console.log(`  offer ${best.value} to the other ${lacking.length}, such as ${lacking.slice(0, 3).join(", ")}`);
}

// A new product: first to those whose taste it suits, the share of its category in what they buy against that of everybody.
const likes = [...tastes]
  .map((row) => ({
    ...row,
    chairs: bought(row).includes("Chairs") && row.preferences.value.find(({ value }) => value === "Chairs"),
  }))
  .filter(({ chairs }) => chairs && chairs.purchaseDays >= 3)
  .sort((a, b) => b.chairs.index - a.chairs.index);
console.log("A new chair: tell these first");
for (const { customerId, chairs } of likes.slice(0, 3)) {
  console.log(
    `  ${customerId}: ${chairs.index.toFixed(1)} times as much of chairs as everybody, on ${chairs.purchaseDays} days`,
  );
}
