import { type Issue, zoneOf } from "../../core/index.js";
import { anything, checkOptions, choice, type OptionRules, satisfying } from "../../core/shared.js";
import type { RejectedRow } from "../records/parse-options.js";
import { requireRows } from "../records/require-rows.js";
import type { Transaction } from "../records/transaction.js";
import type { LineColumns, LineOptions } from "./line-columns.js";
import { type BadLineRow, type LineRow, lineColumnNames, lineReader } from "./line-row.js";
import { orderIssue, spoiltIssue } from "./order-issue.js";
import { finestScale, transactionsOf } from "./order-of-lines.js";

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
};
const columnRule = satisfying("a column's name, or a function of the row", (column) =>
  ["string", "function"].includes(typeof column),
);
const lineColumnRules = Object.fromEntries(lineColumnNames.map((name) => [name, columnRule]));

/**
 * Groups rows of one product each, as most shops export them, into orders: rows with the same order id are the lines of one.
 *
 * Amounts are added exactly, at the finest scale that the rows have (at least the currency's) or at `scale`; an order's `discount` and `cost` are the
 * sums of its lines', where all lines have one. Its instant is its earliest row's.
 *
 * A negative line is a return. In an order with other lines, its returns become a second transaction, a refund of that order (`<id>:return`);
 * an order of returns alone is a refund without a link. Lines of refunds have no signs.
 *
 * An order is made whole or not at all: a bad row rejects all rows of its order, and so do two customers, two currencies or two local days
 * under one id (for days see `severalDays`). Rows without an order id are rejected alone.
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
 * @category Reading rows
 */
export function transactionsFromLines<Row extends object>(
  rows: Iterable<Row>,
  columns: LineColumns<Row>,
  options: LineOptions = {},
): TransactionsFromLines {
  checkOptions<object>(columns, lineColumnRules, [], ["columns"]);
  checkOptions<LineOptions>(options, optionRules);
  const { severalDays = "reject" } = options;
  const zone = zoneOf(options.timeZone ?? "UTC");
  const { orders, bad } = readLineRows(rows, columns, options);
  const rejected: RejectedRow[] = [];
  const culprits = new Map<unknown, number>();
  for (const { index, orderId, issues } of bad) {
    rejected.push({ index, issues });
    if (!culprits.has(orderId)) culprits.set(orderId, index);
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
  const column = columns[issue.path[0] as keyof LineColumns<Row>];
  return typeof column === "string" ? { ...issue, path: [column] } : issue;
}
