// One customer, kept twice: records with the same mailbox or phone number are found, and their histories become one.
import { renameCustomers, summarizePurchases } from "clientele/history";
import { parseCustomers } from "clientele/model";
import { normalizeEmail } from "clientele/referral";

const email = (value) => ({ channel: "email", value });
const phone = (value) => ({ channel: "phone", value });
const { customers } = parseCustomers([
  { id: "web-1", name: "Anna Berg", contactPoints: [email("A.nna.Berg@GoogleMail.com")] },
  { id: "shop-7", name: "A. Berg", contactPoints: [email("annaberg+shop@gmail.com"), phone("+49 30 1234")] },
  { id: "app-3", name: "Anna", contactPoints: [phone("+49301234")] },
  { id: "web-2", name: "Anna Berg", contactPoints: [email("anna.berg@example.com")] },
]);
// How numbers are written differs from country to country: put a library for them here.
const digits = (number) => number.replace(/[^+\d]/g, "");
const keyOf = { email: (value) => normalizeEmail(value).address, phone: digits };

const firstWith = new Map();
const aliases = {};
for (const { id, contactPoints = [] } of customers) {
  const keys = contactPoints.map(({ channel, value }) => `${channel} ${keyOf[channel](value)}`);
  const known = keys.find((key) => firstWith.has(key));
  if (known !== undefined) {
    aliases[id] = firstWith.get(known);
    console.log(`${id} is ${aliases[id]}: the same ${known}`);
  }
  for (const key of keys) if (!firstWith.has(key)) firstWith.set(key, aliases[id] ?? id);
}
// The same name is no proof: two people have it often enough, and a wrong merge shows one what the other bought.
console.log(`web-2 ${aliases["web-2"] === undefined ? "stays apart: only the name is the same" : "was merged"}`);

const order = (id, customerId, at, amount) => ({ id, customerId, at, amount, currency: "EUR" });
const orders = [
  order("1", "web-1", "2026-01-10", "40.00"),
  order("2", "shop-7", "2026-02-14", "25.00"),
  order("3", "app-3", "2026-03-01", "30.00"),
  order("4", "web-2", "2026-03-02", "99.00"),
];
const base = summarizePurchases(orders, { asOf: "2026-04-01" });
for (const { customerId, orders: count, net } of renameCustomers(base, aliases)) console.log(customerId, count, net);
