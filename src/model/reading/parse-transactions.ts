import { currencyDecimals, type Issue, readMinorUnits } from "../../core/index.js";
import { anything, checkOptions, isEarly } from "../../core/shared.js";
import { type Transaction, transactionTable } from "../records/transaction.js";
import { checkTransaction } from "./check-transaction.js";
import type { ParseOptions, RejectedRow } from "./parse-options.js";
import { parseRules, sortRows } from "./parse-rows.js";
import { readingIssues } from "./reading-issues.js";
import { requireRows } from "./require-rows.js";

/**
 * How rows are read into transactions. With `currency` or `scale`, rows are also checked together, as `summarizePurchases` will read them.
 * @category Reading rows
 */
export interface ParseTransactionsOptions extends ParseOptions {
  /** The one currency that all rows must have. */
  readonly currency?: string | undefined;
  /** The decimals that amounts may have; default: those of the currency. */
  readonly scale?: number | undefined;
}

/** What {@link parseTransactions} made of the rows. */
export interface ParsedTransactions {
  readonly transactions: readonly Transaction[];
  readonly rejected: readonly RejectedRow[];
}

/**
 * Reads rows into transactions; a bad row never loses the good ones, it is rejected with everything that is wrong with it.
 *
 * Rows that are transactions come back themselves, in their order, at about 0.3 µs each; values are checked, never changed.
 * Reading from a stream is one call a batch, with `firstIndex`. Only with `localTimes: "in-zone"` a row with a time without offset comes back as
 * a copy, with the instant in its place.
 *
 * With `currency` or `scale`, a row is also rejected for another currency, for amounts and quantities with too many decimals, for a field under
 * another spelling, for seconds given as milliseconds, and for an id that a completed transaction of the same kind before it has; then
 * `summarizePurchases` reads the rest with the same `scale`. Ids are compared within one call; what a customer has in all (2^53 minor units
 * at most) is for the reading to say.
 * @throws INVALID_ROWS, INVALID_OPTIONS, INVALID_CURRENCY, INVALID_SCALE, INVALID_TIME_ZONE
 * @example
 * import { parseTransactions } from "clientele/model";
 * const rows = [
 *   { id: "1", customerId: "ann", at: "2026-01-05", amount: "120.00", currency: "USD" },
 *   { id: "2", customerId: "ben", at: "2026-01-05 10:00", amount: "80.00", currency: "USD" },
 * ];
 * const { transactions, rejected } = parseTransactions(rows);
 * transactions.length; // => 1
 * rejected.map(({ index, issues }) => [index, issues[0]?.path, issues[0]?.code]); // => [[1, ["at"], "INVALID_INSTANT"]]
 * const local = parseTransactions(rows, { localTimes: "in-zone", timeZone: "America/New_York" });
 * local.transactions[1]?.at; // => "2026-01-05T15:00:00.000Z"
 * @category Reading rows
 */
export function parseTransactions(rows: Iterable<unknown>, options: ParseTransactionsOptions = {}): ParsedTransactions {
  requireRows(rows);
  // Currency and scale have readers of their own.
  checkOptions<ParseTransactionsOptions>(options, { ...parseRules, currency: anything, scale: anything });
  const { currency, scale } = options;
  if (currency !== undefined) currencyDecimals(currency);
  if (scale !== undefined) readMinorUnits(0, scale);
  if (currency === undefined && scale === undefined) return parsed(rows, options);
  // Read twice where every bare number turns out to be too early: one among others is let through.
  const all = [...rows];
  const first = parsed(all, options, readingIssues({ currency, scale }));
  const numbers = first.transactions.flatMap(({ at }) => (typeof at === "number" ? [at] : []));
  if (numbers.length === 0 || !numbers.every(isEarly)) return first;
  return parsed(all, options, readingIssues({ currency, scale, areAllEarly: true }));
}

function parsed(
  rows: Iterable<unknown>,
  options: ParseOptions,
  more?: (row: Transaction) => readonly Issue[],
): ParsedTransactions {
  const { records, rejected } = sortRows<Transaction>(rows, transactionTable, options, (row, unknownFields) => {
    const issues = checkTransaction(row, undefined, unknownFields);
    return issues.length === 0 && more ? more(row as Transaction) : issues;
  });
  return { transactions: records, rejected };
}
