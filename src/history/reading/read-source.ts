import type { ClienteleError } from "../../core/index.js";
import { refusal } from "../../core/shared.js";
import type { Transaction } from "../../model/index.js";
import { requireRows } from "../../model/shared.js";
import type { BaseParts } from "../base/base-parts.js";
import type { PurchaseBatches, PurchaseSource } from "../purchase-source.js";
import { assembleParts } from "../rows/assemble-parts.js";
import { readColumns } from "./column-reader.js";
import { purchaseColumns } from "./purchase-columns.js";
import type { ReadRules } from "./read-rules.js";
import { transactionReader } from "./transaction-reader.js";

/** Rows, columns and streams are objects; whatever else comes is no source. */
export function requireSource(source: unknown): void {
  if (typeof source !== "object" || source === null) requireRows(source, ["transactions"]);
}

export function readSource(source: PurchaseSource, rules: ReadRules): BaseParts {
  if (!(Symbol.iterator in source)) {
    if (rules.settle !== undefined) throw localColumns();
    return assembleParts(readColumns(purchaseColumns(source, rules), rules), rules);
  }
  const reader = transactionReader(rules, Array.isArray(source) ? source.length : 0);
  let index = 0;
  try {
    for (const row of source) reader.read(settled(row, rules), index++);
  } catch (fault) {
    reader.requireDistinctIds();
    throw fault;
  }
  return assembleParts(reader.finish(), rules);
}

/** Rows that arrive in batches; rows are numbered through. */
export async function readBatches(source: PurchaseBatches, rules: ReadRules): Promise<BaseParts> {
  const reader = transactionReader(rules);
  let index = 0;
  let batches = 0;
  try {
    for await (const batch of source) {
      requireBatch(batch, batches++);
      for (const row of batch) reader.read(settled(row, rules), index++);
    }
  } catch (fault) {
    reader.requireDistinctIds();
    throw fault;
  }
  return assembleParts(reader.finish(), rules);
}

const settled = (row: Transaction, { settle }: ReadRules): Transaction =>
  settle === undefined ? row : (settle(row) as Transaction);

const localColumns = (): ClienteleError =>
  refusal(
    "INVALID_OPTIONS",
    ["localTimes"],
    "rows: ready columns hold instants",
    "in-zone",
    "Leave it out, or give the local days",
  );

function requireBatch(batch: unknown, index: number): void {
  if (typeof batch === "object" && batch !== null && Symbol.iterator in batch) return;
  throw refusal("INVALID_ROWS", ["transactions", index], "a batch of rows", batch, "Give batches: lists of rows");
}
