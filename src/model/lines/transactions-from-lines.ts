import { type Issue, zoneOf } from "../../core/index.js";
import { anything, checkOptions, choice, type OptionRules } from "../../core/shared.js";
import type { RejectedRow } from "../reading/parse-options.js";
import { requireRows } from "../reading/require-rows.js";
import type { Transaction } from "../records/transaction.js";
import { checkColumns } from "./check-columns.js";
import type { LineColumns, LineOptions } from "./line-columns.js";
import { type BadLineRow, type LineRow, lineReader } from "./line-row.js";
import { orderIssue, spoiltIssue } from "./order-issue.js";
import { finestScale, transactionsOf } from "./order-of-lines.js";
import { plainColumn } from "./written-cells.js";

/** What {@link transactionsFromLines} made of the rows. */
export interface TransactionsFromLines {
  /** In the order in which their ids first appear. */
  readonly transactions: readonly Transaction[];
  /** Rows that were not used. Paths name the column, or the field where the column is a function. */
  readonly rejected: readonly RejectedRow[];
  /** Decimals of every amount made: pass it on as `scale` if it is more than the currency's own. */
  readonly scale: number;
}

// Currency, scale and zone have readers of their own.
const optionRules: OptionRules<LineOptions> = {
  currency: anything,
  scale: anything,
  timeZone: anything,
  localTimes: choice(["refuse", "in-zone"]),
  severalDays: choice(["reject", "earliest"]),
  blankCells: choice(["missing", "as-first-row"]),
};
/**
 * Groups rows of one product each, as most shops export them, into orders: rows with the same order id are the lines of one.
 *
 * Amounts are added exactly, at the finest scale that the rows have (at least the currency's) or at `scale`; an order's `discount` and `cost` are the
 * sums of its lines', where all lines have one. Its instant is its earliest row's.
 *
 * A negative line is a return. In an order with other lines, its returns become a second transaction, a refund of that order (`<id>:return`);
 * an order of returns alone is a refund without a link. Lines of refunds have no signs.
 *
 * A row that `isDiscount` names is money off its order: the lines bought share it by their nets, to the last minor unit, and have their share as
 * `discount`. Cells may be written in ways of their own: a `format` for times, marks for amounts ({@link LineColumns}).
 *
 * An order is made whole or not at all: a bad row rejects all rows of its order, and so do two customers, two currencies or two local days
 * under one id (for days see `severalDays`), or discounts above what was bought. Rows without an order id are rejected alone.
 * @throws INVALID_ROWS, INVALID_OPTIONS, INVALID_TIME_ZONE, INVALID_SCALE
 * @example
 * import { transactionsFromLines } from "clientele/model";
 * const rows = [
 *   { order: "7", buyer: "ann", day: "2026-01-05", product: "tea", paid: "4.50" },
 *   { order: "7", buyer: "ann", day: "2026-01-05", product: "cup", paid: "12.125" },
 * ];
 * const columns = { orderId: "order", customerId: "buyer", at: "day", sku: "product", net: "paid" } as const;
 * const { transactions, scale } = transactionsFromLines(rows, columns, { currency: "USD" });
 * transactions.map(({ id, amount, lines }) => [id, amount, lines?.length]); // => [["7", "16.625", 2]]
 * scale; // => 3
 * @example
 * import { transactionsFromLines } from "clientele/model";
 * const rows = [
 *   { Bestellung: "7", Kunde: "ann", Datum: "5.1.2026 9:30", Artikel: "Tisch", Betrag: "1.234,50 €" },
 *   { Bestellung: "7", Kunde: "", Datum: "", Artikel: "Gutschein", Betrag: "-34,50 €" },
 * ];
 * const marks = { decimalMark: ",", groupMark: ".", currencyMark: "€" } as const;
 * const columns = {
 *   orderId: "Bestellung",
 *   customerId: "Kunde",
 *   at: { column: "Datum", format: "d.M.yyyy H:mm" },
 *   sku: "Artikel",
 *   net: { column: "Betrag", ...marks },
 *   isDiscount: (row: (typeof rows)[number]) => row.Artikel === "Gutschein",
 * } as const;
 * const { transactions } = transactionsFromLines(rows, columns, {
 *   currency: "EUR",
 *   timeZone: "Europe/Berlin",
 *   localTimes: "in-zone",
 *   blankCells: "as-first-row",
 * });
 * transactions.map(({ at, amount, discount }) => [at, amount, discount]); // => [["2026-01-05T08:30:00.000Z", "1200.00", "34.50"]]
 * @category Reading rows
 */
export function transactionsFromLines<Row extends object>(
  rows: Iterable<Row>,
  columns: LineColumns<Row>,
  options: LineOptions = {},
): TransactionsFromLines {
  checkOptions<LineOptions>(options, optionRules);
  checkColumns(columns, options.localTimes);
  const { severalDays = "reject" } = options;
  const zone = zoneOf(options.timeZone ?? "UTC");
  const { orders, bad } = readLineRows(rows, columns, options);
  const rejected: RejectedRow[] = [];
  const culprits = new Map<unknown, number>();
  for (const { index, orderId, issues } of bad) {
    rejected.push({ index, issues });
    // 7 and "7" are one order to whoever wrote the file: half of it would be another amount.
    const order = typeof orderId === "number" || typeof orderId === "bigint" ? String(orderId) : orderId;
    if (!culprits.has(order)) culprits.set(order, index);
  }
  const sound: LineRow[][] = [];
  for (const [orderId, lines] of orders) {
    const culprit = culprits.get(orderId);
    const issue = culprit === undefined ? orderIssue(lines, zone, severalDays) : spoiltIssue(orderId, culprit);
    if (issue === undefined) sound.push(lines);
    else for (const { index } of lines) rejected.push({ index, issues: [inColumn(issue, columns)] });
  }
  rejected.sort((left, right) => left.index - right.index);
  const scale = options.scale ?? finestScale(sound.flat());
  const frame = { scale, zone, isTaken: (id: string) => orders.has(id) };
  return { transactions: sound.flatMap((lines) => transactionsOf(lines, frame)), rejected, scale };
}

function readLineRows<Row extends object>(
  rows: Iterable<Row>,
  columns: LineColumns<Row>,
  options: LineOptions,
): { readonly orders: ReadonlyMap<string, LineRow[]>; readonly bad: readonly BadLineRow[] } {
  requireRows(rows);
  const orders = new Map<string, LineRow[]>();
  const bad: BadLineRow[] = [];
  const readLine = lineReader(columns, options);
  let index = 0;
  for (const row of rows) {
    const read = readLine(row, index++);
    if (read.issues !== undefined) bad.push(read);
    else if (orders.has(read.orderId)) orders.get(read.orderId)?.push(read);
    else orders.set(read.orderId, [read]);
  }
  return { orders, bad };
}

/** The issue of an order where the host will look for it: in the column that tells. */
function inColumn<Row>(issue: Issue, columns: LineColumns<Row>): Issue {
  const said = columns[issue.path[0] as Exclude<keyof LineColumns<Row>, "isDiscount">];
  const column = said === undefined ? undefined : plainColumn(said);
  return typeof column === "string" ? { ...issue, path: [column] } : issue;
}
