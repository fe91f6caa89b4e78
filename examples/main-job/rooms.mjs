// What the rooms above say of a base: five sentences first, then value by stage, who may leave, and a programme of points before it is launched.
import { assessChurnRisk, defaultChurnRules, rankForAction } from "clientele/churn";
import { currencyDecimals, describeReasons } from "clientele/core";
import { concentration } from "clientele/history";
import { defineLoyaltyProgram, simulateLoyaltyProgram } from "clientele/loyalty";
import { classifyByValue, segmentMigration } from "clientele/segmentation";
import { inCents } from "./report.mjs";
import { money, number, table } from "./table.mjs";

/** Who carries the business, who slips away, what to do on Monday, how far to trust it. */
export function printSummary(base, stages, risks, words) {
  const spread = concentration(base, { top: 0.2 });
  if (spread.status === "unknown") return;
  const { bands } = risks;
  const worried = Array.from(risks.columns.band.values).filter((band) => band !== "" && band !== bands[0]).length;
  const [first] = rankForAction(risks, { values: base.columns.netMinor, capacity: 1 });
  console.log(`\n${words.summary}\n`);
  console.log(words.howMany({ customers: base.size, active: stages.customers.active + stages.customers.new }));
  console.log(
    words.whoCarries({ customers: spread.value.top.customers, share: words.percent(spread.value.top.share) }),
  );
  console.log(words.whoSlips({ worried, lapsed: risks.customers.lapsed }));
  console.log(first === undefined ? words.nothingOnMonday : words.onMonday(first.customerId, actionOf(first, words)));
  console.log(words.trust[risks.worth.reasons[0]?.code] ?? words.tooShort);
}

/** Classes of value by stage of life: two axes that say different things. */
export function printValue(base, stages, words) {
  const classes = classifyByValue(base, { by: "net" });
  const { cells } = segmentMigration(
    { customerIds: base.customerIds, classes: classes.columns.class },
    { customerIds: base.customerIds, classes: stages.columns.stage },
  );
  const columns = [...new Set(cells.map(({ to }) => to))];
  const rows = [...new Set(cells.map(({ from }) => from))];
  const of = (from, to) => cells.find((cell) => cell.from === from && cell.to === to)?.customers ?? 0;
  const named = (family, id) => words.catalogue[`${family}.${id}`] ?? id;
  console.log(`\n${words.value}\n`);
  const header = ["", ...columns.map((id) => named("lifecycle.stage", id))];
  console.log(
    table(
      header,
      rows.map((from) => [words.classes[from] ?? from, ...columns.map((to) => number(of(from, to)))]),
    ),
  );
  for (const from of rows) {
    const one = [...classes].find((row) => row.class.status === "known" && row.class.value === from);
    if (one === undefined) continue;
    const [reason = ""] = describeReasons(one.class.reasons.map(inCents), words.catalogue);
    console.log(`${words.classes[from] ?? from}${words.colon}${one.customerId}${words.colon}${reason}`);
  }
}

/** The first to care for, each with the reasons. */
export function printChurn(base, risks, words) {
  console.log(`\n${words.churn}\n`);
  const first = rankForAction(risks, { values: base.columns.netMinor, capacity: 5 });
  if (first.length === 0) console.log(words.nobody);
  for (const ranked of first) {
    console.log(`${ranked.customerId}${words.colon}${actionOf(ranked, words)}`);
    for (const sentence of describeReasons(ranked.reasons, words.catalogue)) console.log(`    ${sentence}`);
  }
}

/** One point for ten of the currency, over the orders that there are. */
export function printProgramme(transactions, { currency, asOf, timeZone }, words) {
  const program = defineLoyaltyProgram({
    id: "before-launch",
    version: 1,
    timeZone,
    pointTypes: [{ id: "points", expiry: { type: "after-earn", after: { months: 12 }, through: "local-month" } }],
    earning: { rules: [{ id: "spend", rates: { [currency]: { points: "1", per: "10" } }, mode: "whole-increments" }] },
    redemption: { points: 10, worth: { amount: "1", currency } },
  });
  const rounded = transactions
    .filter(({ customerId }) => customerId !== null)
    .map(({ lines: _, ...row }) => ({ ...row, amount: Number(row.amount).toFixed(currencyDecimals(currency)) }));
  const found = simulateLoyaltyProgram(rounded, program, {
    asOf,
    redemption: { share: 0.6, every: { months: 6 } },
    seed: 1,
  });
  console.log(`\n${words.programme}\n`);
  console.log(
    words.simulated({
      cost: `${money(found.cost.amount, 2)} ${found.cost.currency}`,
      liability: money(found.liability.amount, 2),
      issued: number(found.issued),
      redeemed: number(found.redeemed),
      share: words.percent(found.costShare),
      nothing: number(found.ordersEarningNothing),
    }),
  );
  const [assumed] = found.warnings.map(({ code, params }) => ({ code, params: { ...params, asOf } }));
  console.log(describeReasons([assumed], words.catalogue)[0]);
}

const actionOf = ({ action }, { catalogue }) => catalogue[`churn.action.${action}`] ?? action;

export const risksOf = (base) => assessChurnRisk(base, defaultChurnRules);
