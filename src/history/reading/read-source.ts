import { inWords, refusal } from "../../core/shared.js";
import type { Transaction } from "../../model/index.js";
import { requireRows } from "../../model/shared.js";
import type { BaseParts } from "../base/base-parts.js";
import type { PurchaseBatches, PurchaseSource } from "../purchases/purchase-source.js";
import { assembleParts } from "../rows/assemble-parts.js";
import { readColumns } from "./column-reader.js";
import { purchaseColumns } from "./purchase-columns.js";
import type { ReadRules } from "./read-rules.js";
import { type RowFaults, rowFaults } from "./row-faults.js";
import { type TransactionReader, transactionReader } from "./transaction-reader.js";

/** Rows, columns and streams are objects; whatever else comes is no source. */
export function requireSource(source: unknown): void {
  if (typeof source !== "object" || source === null) requireRows(source, ["transactions"]);
}

export function readSource(source: PurchaseSource, rules: ReadRules): BaseParts {
  if (!(Symbol.iterator in source)) {
    requireServed(rules);
    return assembleParts(readColumns(purchaseColumns(source, rules), rules), rules);
  }
  const reader = transactionReader(rules, Array.isArray(source) ? source.length : 0);
  readRows(source, 0, reader, rules);
  return assembleParts(reader.finish(), rules);
}

/** Rows that arrive in batches; rows are numbered through. */
export async function readBatches(source: PurchaseBatches, rules: ReadRules): Promise<BaseParts> {
  const reader = transactionReader(rules);
  let index = 0;
  let batches = 0;
  for await (const batch of source) {
    requireBatch(batch, batches++);
    index = readRows(batch, index, reader, rules);
  }
  return assembleParts(reader.finish(), rules);
}

/** Reads rows from a number on and gives the number after the last. */
function readRows(rows: Iterable<Transaction>, from: number, reader: TransactionReader, rules: ReadRules): number {
  let index = from;
  let faults: RowFaults | undefined;
  const read = (row: Transaction): void => {
    try {
      reader.read(settled(row, rules), index++);
    } catch (fault) {
      faults ??= rowFaults();
      faults.add(fault);
    }
  };
  // Not by the iterator: it makes an object for each row, a tenth of the time that reading takes.
  if (Array.isArray(rows)) for (let i = 0; i < rows.length; i++) read(rows[i]);
  else for (const row of rows) read(row);
  if (faults === undefined) return index;
  // A row that repeats an id is no less of a fault because another row has one.
  try {
    reader.requireDistinctIds();
  } catch (fault) {
    faults.add(fault);
  }
  faults.refuse();
  return index;
}

const settled = (row: Transaction, { settle }: ReadRules): Transaction =>
  settle === undefined ? row : (settle(row) as Transaction);

/** Ready columns have instants, one currency and no tags: what asks for more would be passed over in silence. */
function requireServed({ settle, rates, exclusion }: ReadRules): void {
  const unserved = [
    [settle, ["localTimes"], "rows: ready columns hold instants", "in-zone", "Leave it out, or give the local days"],
    [rates, ["rates"], "rows: ready columns have one currency", rates, "Leave it out, or convert the amounts first"],
    [
      exclusion?.looksAtTags === true ? exclusion : undefined,
      ["exclude"],
      "rows: ready columns have no tags",
      inWords("tags"),
      "Exclude by customerIds",
    ],
  ] as const;
  for (const [asked, path, expected, received, hint] of unserved) {
    if (asked !== undefined) throw refusal("INVALID_OPTIONS", path, expected, received, hint);
  }
}

function requireBatch(batch: unknown, index: number): void {
  if (typeof batch === "object" && batch !== null && Symbol.iterator in batch) return;
  throw refusal("INVALID_ROWS", ["transactions", index], "a batch of rows", batch, "Give batches: lists of rows");
}
