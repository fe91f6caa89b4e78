import {
  type AmountInput,
  amountIssue,
  type Issue,
  nearestName,
  readAmount,
  readMinorUnits,
} from "../../core/index.js";
import type { ColumnOf, LineColumns, LineOptions } from "../line-columns.js";
import type { Transaction, TransactionLine } from "../transaction.js";
import { amountRule, currencyRule, instantRule } from "./border-rules.js";
import { fieldIssue, notARecordIssue } from "./record-issues.js";
import { lineRules, transactionRules } from "./transaction-rules.js";
import type { FieldRule } from "./value-rule.js";
import { idRule } from "./value-rules.js";

/** A row read by its columns. */
export interface LineRow {
  readonly index: number;
  readonly orderId: string;
  readonly customerId: string | null;
  readonly at: Transaction["at"];
  readonly currency: string;
  /** The goods were given back: amounts and quantity stand here without their signs. */
  readonly isReturn: boolean;
  readonly line: TransactionLine;
  /** What the row says about its order. */
  readonly order: Pick<Transaction, "channel" | "mode" | "store" | "seller" | "source">;
  readonly issues?: never;
}

/** A row that could not be read, and the order it spoils. */
export interface BadLineRow {
  readonly index: number;
  readonly orderId: unknown;
  readonly issues: readonly Issue[];
}

const { tags: _, ...lineColumnRules } = lineRules;
const { channel, mode, store, seller, source } = transactionRules;
const orderColumnRules = { channel, mode, store, seller, source };
const rules: Readonly<Record<string, FieldRule>> = {
  orderId: ["required", idRule],
  customerId: ["optional", idRule],
  at: ["required", instantRule],
  currency: ["required", currencyRule],
  ...lineColumnRules,
  ...orderColumnRules,
};
const signed = ["net", "quantity", "listPrice", "discount", "cost"];

type Given = { [name: string]: unknown };
type Columns<Row> = { readonly [name: string]: ColumnOf<Row> | undefined };

/** Reads one row by its columns. */
export function readLineRow<Row extends object>(
  row: Row,
  index: number,
  lineColumns: LineColumns<Row>,
  { currency, scale }: LineOptions,
): LineRow | BadLineRow {
  if (typeof row !== "object" || row === null) {
    return { index, orderId: undefined, issues: [notARecordIssue([], row)] };
  }
  const columns = lineColumns as unknown as Columns<Row>;
  const given = givenIn(row, columns);
  given.currency ??= currency;
  given.quantity = asNumber(given.quantity);
  const isReturn = isBelowZero(given.net);
  // A sign on the net alone may also be that of "-0.00".
  for (const name of isReturn ? signed : ["net"]) given[name] = withoutSign(given[name]);
  const issues = Object.keys(rules).flatMap((name) => {
    const issue = cellIssue(name, given, scale);
    return issue === undefined ? [] : [inColumn(issue, row, columns[name])];
  });
  if (issues.length > 0) return { index, orderId: given.orderId, issues };
  const { orderId, customerId = null, at } = given as unknown as LineRow;
  return {
    index,
    orderId,
    customerId,
    at,
    currency: given.currency as string,
    isReturn,
    line: picked(given, lineColumnRules) as unknown as TransactionLine,
    order: picked(given, orderColumnRules),
  };
}

function givenIn<Row>(row: Row, columns: Columns<Row>): Given {
  const given: Given = {};
  for (const name of Object.keys(rules)) {
    const column = columns[name];
    if (column === undefined) continue;
    const value = typeof column === "function" ? column(row) : row[column];
    if (value !== undefined && value !== null && value !== "") given[name] = value;
  }
  return given;
}

function picked(given: Given, names: object): Given {
  return Object.fromEntries(
    Object.keys(names).flatMap((name) => (given[name] === undefined ? [] : [[name, given[name]]])),
  );
}

/** Amounts with more decimals than this are results of a calculation in doubles. */
const FINEST = 15;

function cellIssue(name: string, given: Given, scale: number = FINEST): Issue | undefined {
  const [presence, rule] = rules[name] as FieldRule;
  const value = given[name];
  if (value === undefined ? presence === "required" : !rule.accepts(value)) {
    return fieldIssue(rule, [name], given, Object.keys(rules));
  }
  if (value === undefined || rule !== amountRule) return undefined;
  const amount = value as AmountInput;
  const decimals = readAmount(amount)?.scale ?? 0;
  if (decimals > scale) return amountIssue(amount, scale, [name]);
  const isExact = typeof amount === "string" || readMinorUnits(amount, decimals) !== undefined;
  return isExact ? undefined : amountIssue(amount, decimals, [name]);
}

/** The issue where the host will look for it: in the column, and by the column's right name where it has none. */
function inColumn<Row extends object>(issue: Issue, row: Row, column: ColumnOf<Row> | undefined): Issue {
  if (typeof column !== "string") return issue;
  const there = { ...issue, path: [column] };
  if (issue.code !== "MISSING_FIELD" || column in row) return there;
  const meant = nearestName(column, Object.keys(row));
  return meant === undefined ? there : { ...there, hint: `Did you mean the column "${meant}"?` };
}

const asNumber = (value: unknown): unknown =>
  typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;

const isBelowZero = (value: unknown): boolean =>
  typeof value === "number" ? value < 0 : typeof value === "string" && /^-.*[1-9]/.test(value);

const withoutSign = (value: unknown): unknown =>
  typeof value === "number" ? Math.abs(value) : typeof value === "string" ? value.replace(/^-/, "") : value;
