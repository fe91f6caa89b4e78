// What the sample cannot show, because its customers never leave: a lifetime value with its uncertainty. These customers are simulated, and it says so.
import { summarizePurchases } from "clientele/history";
import { customerLifetimeValue, fitBgNbd, fitGammaGamma, simulateCustomers } from "clientele/value";
import { money, number, table } from "./table.mjs";

const [from, to] = ["2024-01-01", "2025-12-31"];
// Buying and leaving as they were published of the customers of a music shop, spend likewise.
const shop = {
  purchases: { kind: "bg-nbd", timeUnit: "week", parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 } },
  spend: { kind: "gamma-gamma", timeUnit: "week", parameters: { p: 6.25, q: 3.74, v: 15.44 } },
};

/** Fits what was simulated, as one would a shop of one's own, and shows the most valuable of the next 12 months. */
export function printSimulatedValue(words) {
  const orders = simulateCustomers(shop, { customers: 3000, seed: 1, from, to, currency: "USD" });
  const base = summarizePurchases(orders, { asOf: to });
  const models = { purchases: fitBgNbd(base, { timeUnit: "week" }), spend: fitGammaGamma(base) };
  const values = customerLifetimeValue(base, models, {
    horizon: { months: 12 },
    annualDiscountRate: 0.1,
    margin: 0.3,
    interval: { level: 0.9, seed: 1 },
  });
  const rows = [...values]
    .sort((a, b) => b.value.value - a.value.value)
    .slice(0, 3)
    .map(({ customerId, value, interval: [low, high] }) => [
      customerId,
      ...[value.value, low, high].map((amount) => money(amount.toFixed(2), 2)),
    ]);
  console.log(`\n${words.simulatedValue(number(base.size))}\n`);
  console.log(table(words.simulatedHeader, rows));
}
