import { describeIssues, isClienteleError } from "clientele/core";
import { summarizePurchases } from "clientele/history";
import { classifyLifecycle } from "clientele/lifecycle";
import { transactionsFromLines } from "clientele/model";
import { scoreRfm, segmentByRfm } from "clientele/segmentation";
import { printBacktest } from "./backtest.mjs";
import { complaintsIn } from "./complaints.mjs";
import { readOptions } from "./options.mjs";
import { readRows } from "./read-rows.mjs";
import { lastDay, lineColumns } from "./records.mjs";
import {
  printBest,
  printConcentration,
  printIntake,
  printLost,
  printRejected,
  printSegments,
  printStages,
} from "./report.mjs";
import { printChurn, printProgramme, printSummary, printValue, risksOf } from "./rooms.mjs";
import { printSimulatedValue } from "./simulated.mjs";
import { wordsOf } from "./words.mjs";
import { printProfit, printWorth } from "./worth.mjs";

/** Does what a command line asks for, and gives the status to leave with: 0, 1 where the file is at fault, 2 where the command is. */
export async function mainJob(argv) {
  const { leave, options } = readOptions(argv);
  if (leave !== undefined) {
    (leave.status === 0 ? console.log : console.error)(leave.message);
    return leave.status;
  }
  const words = wordsOf(options.lang);
  try {
    return await report(options, words);
  } catch (error) {
    console.error(
      isClienteleError(error) ? describeIssues(error.issues, words.catalogue).join(words.separator) : error.message,
    );
    return 1;
  }
}

async function report(options, words) {
  const complaints = complaintsIn(options.lang);
  const asked = ["customer", "date", "amount", "order", "cost", "category"].map((name) => options[name]);
  const { name, rows, misfits } = await readRows(
    options.orders,
    asked.filter((column) => typeof column === "string"),
    { encoding: options.encoding, words: complaints },
  );
  const { "time-zone": timeZone, currency } = options;
  const { transactions, rejected, scale } = transactionsFromLines(rows, lineColumns(options), {
    currency,
    timeZone,
    localTimes: "in-zone",
    blankCells: "as-first-row",
    scale: options.scale === undefined ? undefined : Number(options.scale),
  });
  const read = { name, rows, misfits, rejected };
  if (transactions.length === 0) {
    printRejected(read, words);
    throw new Error(complaints.nothingRead(name));
  }
  const asOf = options["as-of"] ?? lastDay(transactions, timeZone);
  const measures = options.cost === undefined ? [] : ["cost"];
  const dimensions = options.category === undefined ? [] : ["category"];
  const base = summarizePurchases(transactions, { asOf, timeZone, currency, scale, measures, dimensions });
  const scores = scoreRfm(base);
  const segments = segmentByRfm(scores);

  const stages = classifyLifecycle(base);
  const risks = risksOf(base);

  printIntake(base, read, words, options.isSample);
  printSummary(base, stages, risks, words);
  printSegments(base, segments, words);
  printConcentration(base, words);
  printStages(stages, words, options.isSample);
  printLost(segments, stages, words);
  printValue(base, stages, words);
  printChurn(base, risks, words);
  printBacktest(base, risks, words);
  printWorth(base, words);
  if (options.isSample) printSimulatedValue(words);
  if (options.cost !== undefined) printProfit(base, words);
  printProgramme(transactions, { currency, asOf, timeZone }, words);
  printBest(base, segments, words);
  return base.totals.customers.orders === 0 ? 1 : 0;
}
