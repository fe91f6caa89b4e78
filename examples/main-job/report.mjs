import { currencyDecimals, describeReasons, formatDay, parseInstant, roundDecimal, zoneOf } from "clientele/core";
import { concentration } from "clientele/history";
import { summarizeRfmSegments } from "clientele/segmentation";
import { LINE } from "./read-rows.mjs";
import { amount, money, number, table } from "./table.mjs";

const SHOWN = 5;

/** Who was read, rejected and ignored, and why. */
export function printIntake(base, read, words, isSample) {
  const { name, rows, misfits } = read;
  const { totals, ignored, currency, asOf, timeZone } = base;
  console.log(`${words.title({ name, isSample, day: dayOf(asOf, timeZone), timeZone })}\n`);
  console.log(
    words.read({
      rows: rows.length + misfits.length,
      orders: totals.customers.orders,
      customers: base.size,
      net: `${amount(totals.customers.net)} ${currency}`,
    }),
  );
  printRejected(read, words);
  console.log(words.ignored(ignored));
  for (const sentence of describeReasons(base.warnings, words.catalogue)) console.log(sentence);
}

/** The rows that were not used, by their lines in the file. */
export function printRejected({ name, rows, misfits, rejected }, words) {
  const refused = [
    ...misfits.map(({ line, complaint }) => ({ line, complaints: [`${words.colon}${complaint}`] })),
    ...rejected.map(({ index, issues }) => ({ line: Number(rows[index][LINE]), complaints: issues.map(words.issue) })),
  ].sort((a, b) => a.line - b.line);
  console.log(refused.length === 0 ? words.nothingRejected : words.rejected(refused.length));
  for (const { line, complaints } of refused.slice(0, SHOWN)) {
    for (const complaint of complaints) console.log(`  ${name}:${line}${complaint}`);
  }
  if (refused.length > SHOWN) console.log(`  … ${words.more(refused.length - SHOWN)}`);
}

/** The RFM table. */
export function printSegments(base, segments, words) {
  const { catalogue } = words;
  const lines = summarizeRfmSegments(base, segments).map((line) => [
    catalogue[`segmentation.segment.${line.segment}`],
    number(line.customers),
    number(line.orders),
    money(line.net, currencyDecimals(base.currency)),
    line.netShare === null ? "–" : words.percent(line.netShare),
  ]);
  console.log(`\n${words.segments(segments.map)}\n`);
  console.log(table(words.segmentHeader, lines));
  for (const sentence of describeReasons(segments.warnings, catalogue)) console.log(sentence);
}

/** How unevenly revenue is spread. */
export function printConcentration(base, words) {
  const spread = concentration(base);
  console.log(`\n${words.concentration}\n`);
  if (spread.status === "unknown") {
    console.log(words.unknown(spread.missing));
    return;
  }
  const { top, customers, gini } = spread.value;
  console.log(
    words.top({
      customers: top.customers,
      of: customers,
      share: words.percent(top.share),
      gini: gini.toFixed(4),
    }),
  );
}

/** Why RFM and the stages count the lost differently. */
export function printLost(segments, stages, words) {
  const lost = segments.columns.segment.filter((segment) => segment === "lost").length;
  if (lost > 0) console.log(words.bothLost({ ranked: number(lost), measured: number(stages.customers.lost) }));
}

/** Stages of life today, and what stages told one horizon ago were worth: how many of each bought again. */
export function printStages(stages, words, isSample) {
  const { catalogue } = words;
  const { stageEvidence, customers, thresholds } = stages;
  const lines = stageEvidence.stages
    .filter((line) => customers[line.stage] > 0 || line.customers > 0)
    .map(({ stage, customers: then, boughtAgain, share, interval }) => [
      catalogue[`lifecycle.stage.${stage}`],
      number(customers[stage]),
      number(then),
      number(boughtAgain),
      share.status === "known" ? words.percent(share.value) : "–",
      share.status === "known" ? interval.map(words.percent).join(" – ") : "–",
    ]);
  const gap = thresholds.medianGapDays;
  console.log(`\n${words.stages}\n`);
  if (isSample) console.log(`${words.invented}\n`);
  console.log(table(words.stageHeader(stageEvidence.day), lines));
  if (gap.status === "known") console.log(words.cadence(gap.value, thresholds.newDays));
  for (const sentence of describeReasons(stages.warnings, catalogue)) console.log(sentence);
}

/** The ten customers who brought most, and why they stand where they stand. */
export function printBest(base, segments, words) {
  const { netMinor } = base.columns;
  const best = Array.from({ length: base.size }, (_, index) => index)
    .sort((a, b) => netMinor[b] - netMinor[a] || a - b)
    .slice(0, 10);
  console.log(`\n${words.best}\n`);
  for (const [rank, index] of best.entries()) {
    const { customerId, net } = base.at(index);
    const { segment, reasons } = segments.at(index);
    const label = words.catalogue[`segmentation.segment.${segment}`];
    console.log(
      `${String(rank + 1).padStart(2)}. ${customerId}  ${money(net, currencyDecimals(base.currency))}  ${label}`,
    );
    for (const sentence of describeReasons(reasons.map(inCents), words.catalogue)) console.log(`    ${sentence}`);
  }
}

/** A reason with its amounts in the currency's own decimals. */
export function inCents({ code, params }) {
  const rounded = Object.entries(params).map(([name, value]) => [
    name,
    value?.currency === undefined
      ? value
      : { ...value, amount: roundDecimal(value.amount, currencyDecimals(value.currency)) },
  ]);
  return { code, params: Object.fromEntries(rounded) };
}

const dayOf = (instant, timeZone) => formatDay(zoneOf(timeZone).dayAt(parseInstant(instant)));
