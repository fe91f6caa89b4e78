// Who are my best customers?
import { concentration, summarizePurchases } from "clientele/history";
import { scoreRfm, segmentByRfm } from "clientele/segmentation";
import { asOf, sampleOrders } from "./sample.mjs";

const base = summarizePurchases(sampleOrders(), { asOf, scale: 4 });
const { top } = concentration(base, { top: 0.2 }).value;
console.log(
  `${base.size} customers; the best ${top.customers} of them bring ${(top.share * 100).toFixed(0)} % of the sales`,
);

const segments = segmentByRfm(scoreRfm(base));
const champions = [...segments].filter(({ segment }) => segment === "champions");
console.log(`${champions.length} champions: bought lately, often and for much`);

const best = [...base].sort((a, b) => Number(b.net) - Number(a.net)).slice(0, 3);
for (const { customerId, net, orders, lastPurchase } of best) {
  console.log(
    `${customerId}  ${Number(net).toFixed(2)} USD in ${orders} orders, the last on ${lastPurchase}: ${segments.get(customerId).segment}`,
  );
}
