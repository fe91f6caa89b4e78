// What drives satisfaction? How each attribute is rated, and how much more often it displeases those who are not satisfied as a whole.
import { churnReasons } from "clientele/churn";
import { conditions } from "clientele/conditions";
import { summarizeFeedback } from "clientele/history";
import { seededRandom } from "clientele/math";
import { defineSchema, factTable } from "clientele/model";

// Invented answers of 120 customers, from 1 to 5: price is rated worst, yet it is delivery that decides about the whole.
const random = seededRandom(5);
const within = (score) => Math.min(5, Math.max(1, Math.round(score)));
const surveys = Array.from({ length: 120 }, (_, i) => {
  const [delivery, quality, price] = [4.2, 4.4, 3].map((mean) => within(mean + 3 * (random() - 0.5)));
  const overall = within(0.8 * delivery + 0.2 * quality + random() - 0.5);
  return { customerId: `c${i}`, ratings: { delivery, quality, price }, overall };
});
const feedback = surveys.flatMap(({ customerId, ratings }) =>
  Object.entries(ratings).map(([attribute, score]) => ({
    id: `${customerId}-${attribute}`,
    customerId,
    at: "2026-03-01",
    measure: "csat",
    attribute,
    rating: { score, scale: { lowest: 1, highest: 5 } },
  })),
);

const attributes = { delivery: { type: "number" }, quality: { type: "number" }, price: { type: "number" } };
const schema = defineSchema({ attributes });
const facts = factTable(
  schema,
  surveys.map(({ customerId, ratings }) => ({ customerId, attributes: ratings })),
  { asOf: "2026-03-31" },
);
const { attr } = conditions(schema);
const those = (holds) => surveys.filter(({ overall }) => holds(overall)).map(({ customerId }) => customerId);
const groups = { lost: those((overall) => overall < 4), kept: those((overall) => overall >= 4) };
const displeased = Object.keys(attributes).map((id) => ({ id, when: attr(id).lt(4) }));

const scores = summarizeFeedback(feedback, { asOf: "2026-03-31" }).groups;
console.log(`${groups.lost.length} of ${surveys.length} customers are not satisfied`);
for (const { id, lift, interval } of churnReasons(facts, groups, displeased)) {
  const { score } = scores.find(({ value }) => value === id);
  const times = lift.status === "known" ? lift.value.toFixed(1) : "no";
  const [low, high] = interval.map((bound) => bound.toFixed(1));
  console.log(
    `${id}: rated ${(score * 100).toFixed(0)} of 100; displeases them ${times} times as often (95 %: ${low} to ${high})`,
  );
}
