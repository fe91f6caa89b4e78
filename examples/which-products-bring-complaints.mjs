// Which products bring complaints, for what they sell? And how many of the complaints are settled?
import { productRanking, summarizeCases, summarizePurchases } from "clientele/history";
import { wilsonInterval } from "clientele/math";

// Invented: 300 orders of three products, in which one of the small sellers fails more often.
const goods = [
  { sku: "kettle", sold: 200, failed: 10 },
  { sku: "lamp", sold: 60, failed: 9 },
  { sku: "mug", sold: 40, failed: 0 },
];
const placed = goods.flatMap(({ sku, sold, failed }) =>
  Array.from({ length: sold }, (_, i) => ({ sku, id: `${sku}-${i}`, customerId: `c${i}`, fails: i < failed })),
);
const orders = placed.map(({ id, customerId, sku }) => ({
  ...{ id, customerId, at: "2026-01-15", amount: "20.00", currency: "EUR" },
  lines: [{ sku, net: "20.00" }],
}));
const cases = placed
  .filter(({ fails }) => fails)
  .map(({ id, customerId, sku }, i) => ({
    ...{ id: `case-${id}`, customerId, kind: "complaint", severity: "medium", sku, openedAt: "2026-02-02T09:00:00Z" },
    changes: i % 4 === 0 ? [] : [{ at: "2026-02-03T15:00:00Z", status: "resolved" }],
  }));

const { groups } = summarizeCases(cases, { asOf: "2026-02-28", by: "sku" });
const { products } = productRanking(summarizePurchases(orders, { asOf: "2026-02-28", dimensions: ["sku"] }));
for (const { sku, orders: sold } of products) {
  const { cases: complaints, resolved } = groups.find(({ value }) => value === sku) ?? { cases: 0, resolved: 0 };
  const [low, high] = wilsonInterval(complaints, sold).map((bound) => (bound * 100).toFixed(1));
  const settled = complaints === 0 ? "" : `; ${resolved} of them settled`;
  console.log(`${sku}: ${complaints} complaints for ${sold} orders, ${low} to ${high} % (95 %)${settled}`);
}
