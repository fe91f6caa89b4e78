// What customers are worth: whether it can be foretold from their purchases, whom to expect, and who takes money away.
import { currencyDecimals, describeIssues, describeReasons, isClienteleError } from "clientele/core";
import { repeatPurchases } from "clientele/history";
import {
  conditionalExpectedPurchases,
  contributionMargin,
  fitBgNbd,
  fitNbd,
  identifyLowProfit,
  profitCurve,
  profitLevers,
} from "clientele/value";
import { inCents } from "./report.mjs";
import { money, number, table } from "./table.mjs";

const SHOWN = 10;
/** A gain in log-likelihood below this says nothing: chance gives as much by one more parameter once in twenty times. */
const ALMOST = 1.35;

/** The most valuable so far beside those of whom most is to be expected; a model of leaving only where the purchases tell of it. */
export function printWorth(base, words) {
  console.log(`\n${words.worth}\n`);
  const leaving = modelOfLeaving(base, words);
  if (leaving === undefined) return;
  for (const sentence of describeReasons(leaving.diagnostics.reasons, words.catalogue)) console.log(sentence);
  const model = leaving.diagnostics.status === "ok" ? leaving : fitNbd(base, { timeUnit: "week" });
  const { rate, logLikelihood } = oneRateForAll(base);
  if (model !== leaving && model.logLikelihood - logLikelihood < ALMOST) {
    console.log(words.oneRate(rate.toFixed(4), logLikelihood.toFixed(4), model.logLikelihood.toFixed(4)));
  }
  const expected = conditionalExpectedPurchases(base, model, { horizon: { months: 12 } }).columns.estimate.values;
  const spent = base.columns.netMinor;
  const soFar = topOf(spent);
  const decimals = currencyDecimals(base.currency);
  const rows = topOf(expected).map((index, rank) => {
    const best = base.at(soFar[rank]);
    return [best.customerId, money(best.net, decimals), base.customerIds[index], expected[index].toFixed(2)];
  });
  console.log(`\n${table(words.worthHeader(model.kind), rows)}`);
}

/** The whale curve and the customers who cost most, each with reasons and what would help. */
export function printProfit(base, words) {
  console.log(`\n${words.profit}\n`);
  const contributions = contributionMargin(base);
  const { peak, losing, points } = profitCurve(contributions);
  const decimals = currencyDecimals(base.currency);
  console.log(
    words.whale({
      best: number(peak.customers),
      of: number(points.length),
      share: peak.share === null ? "–" : words.percent(peak.share),
      losing: number(losing.customers),
      lost: `${money(losing.amount.replace(/^-/, ""), decimals)} ${base.currency}`,
    }),
  );
  const mixBy = base.dimensions.includes("category") ? "category" : undefined;
  const levers = profitLevers(contributions, base, { targetMarginRate: 0.1, mixBy });
  const low = [...identifyLowProfit(contributions, base, { mixBy })]
    .filter((row) => row.class.status === "known" && row.class.value === "low-profit")
    .sort((a, b) => Number(a.annual.value) - Number(b.annual.value));
  for (const { customerId, annual, class: found } of low.slice(0, 3)) {
    console.log(words.aYear(customerId, `${money(annual.value, decimals)} ${base.currency}`));
    for (const sentence of describeReasons(found.reasons.map(inCents), words.catalogue)) console.log(`    ${sentence}`);
    const helping = levers.get(customerId).levers.flatMap(({ reasons }) => reasons.map(inCents));
    for (const sentence of describeReasons(helping, words.catalogue)) console.log(`    → ${sentence}`);
  }
}

/** The simplest model there is: everybody buys at one rate a week and nobody leaves (Poisson). */
function oneRateForAll(base) {
  const { frequency, age } = repeatPurchases(base, { timeUnit: "week" }).columns;
  const [purchases, weeks] = [frequency, age].map((column) => column.reduce((sum, value) => sum + value, 0));
  const rate = purchases / weeks;
  return { rate, logLikelihood: purchases * Math.log(rate) - purchases };
}

const topOf = (values) =>
  Array.from(values, (_, index) => index)
    .sort((a, b) => values[b] - values[a] || a - b)
    .slice(0, SHOWN);

/** A base too small for a model says so in the library's own words. */
function modelOfLeaving(base, words) {
  try {
    return fitBgNbd(base, { timeUnit: "week" });
  } catch (error) {
    if (!isClienteleError(error)) throw error;
    const said = { ...words.catalogue, TOO_FEW_REPEAT_CUSTOMERS: words.tooFewReturned };
    console.log(describeIssues(error.issues, said)[0]);
    return undefined;
  }
}
