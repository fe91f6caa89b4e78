import { type AmountInput, type Issue, readAmount, readMinorUnits } from "../../core/index.js";
import { amountIssue, issueOf, nearestName } from "../../core/shared.js";
import { currencyRule, instantRule } from "../reading/border-rules.js";
import { textInZone } from "../reading/times-in-zone.js";
import { amountRule, valueRule } from "../records/amount-rules.js";
import { fieldIssue } from "../records/record-issues.js";
import { type AnyTable, optional, ruleIn } from "../records/record-table.js";
import { lineTable, type Transaction, type TransactionLine, transactionTable } from "../records/transaction.js";
import { idRule } from "../records/value-rules.js";
import type { AmountColumn, ColumnOf, LineColumns, LineOptions, TimeColumn } from "./line-columns.js";
import { type CellSource, cellSource } from "./written-cells.js";

/** Goods bought, goods given back, or money off the whole order. */
export type LineKind = "sale" | "return" | "discount";

/** A row read by its columns. */
export interface LineRow {
  readonly index: number;
  readonly orderId: string;
  readonly customerId: string | null;
  readonly at: Transaction["at"];
  readonly currency: string;
  readonly kind: LineKind;
  /** Amounts and quantity are kept without their signs. A discount has an amount only. */
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

const { tags: _, ...lineFields } = lineTable.fields;
const { channel, mode, store, seller, source } = transactionTable.fields;
const orderFields = { channel, mode, store, seller, source };
/** A row of one product as a record of its own: a guest has no customer, and a value may stand for a column that is not there. */
const lineRowTable: AnyTable = {
  fields: {
    orderId: idRule,
    customerId: optional(idRule),
    at: instantRule,
    currency: currencyRule,
    ...lineFields,
    ...orderFields,
  },
  together: [],
};
export const lineColumnNames: readonly string[] = Object.keys(lineRowTable.fields);
const signed = ["net", "quantity", "listPrice", "discount", "cost"];

type Given = { [name: string]: unknown };

interface CellRule {
  readonly name: string;
  readonly isAmount: boolean;
}
/** A value to read from each row, and its column. */
interface Cell<Row> extends CellRule {
  readonly source: CellSource<Row> | undefined;
}

/** Reads rows by their columns, one at a time. */
export function lineReader<Row extends object>(
  columns: LineColumns<Row>,
  { currency, scale, blankCells, ...times }: LineOptions,
): (row: Row, index: number) => LineRow | BadLineRow {
  const cells = cellsOf(columns);
  const lineNames = cells.map(({ name }) => name).filter((name) => Object.hasOwn(lineFields, name));
  const orderNames = cells.map(({ name }) => name).filter((name) => Object.hasOwn(orderFields, name));
  const ofDiscounts = cells.filter(({ name }) => name === "net" || !lineNames.includes(name));
  const settle = textInZone(times);
  const repeat = blankCells === "as-first-row" ? blankRepeater(["customerId", "at", "currency", ...orderNames]) : none;
  return (row, index) => {
    if (typeof row !== "object" || row === null) {
      return { index, orderId: undefined, issues: [issueOf("INVALID_RECORD", [], "an object", row)] };
    }
    const isDiscount = columns.isDiscount?.(row) === true;
    const looked = isDiscount ? ofDiscounts : cells;
    const { given, misread } = givenIn(row, looked);
    const repeated = repeat(given);
    given.currency ??= currency;
    if (settle !== undefined) given.at = settle(given.at);
    given.quantity = asNumber(given.quantity);
    const kind: LineKind = isDiscount ? "discount" : isBelowZero(given.net) ? "return" : "sale";
    // A sign on the net alone may also be that of "-0.00".
    for (const name of kind === "return" ? signed : ["net"]) given[name] = withoutSign(given[name]);
    const issues: Issue[] = [];
    for (const cell of looked) {
      // A cell that repeats the first row's is that row's fault.
      if (repeated.includes(cell.name)) continue;
      const issue = misread.get(cell.name) ?? cellIssue(cell, given, scale);
      if (issue !== undefined) issues.push(inColumn(issue, row, cell.source?.column));
    }
    if (issues.length > 0) return { index, orderId: given.orderId, issues };
    return {
      index,
      orderId: given.orderId as string,
      customerId: (given.customerId as string | undefined) ?? null,
      at: given.at as LineRow["at"],
      currency: given.currency as string,
      kind,
      line: picked(given, isDiscount ? ["net"] : lineNames) as unknown as TransactionLine,
      order: picked(given, orderNames),
    };
  };
}

/** What the host has a column for, and what no row may lack. */
function cellsOf<Row>(columns: LineColumns<Row>): readonly Cell<Row>[] {
  const byName = columns as unknown as { readonly [name: string]: TimeColumn<Row> | AmountColumn<Row> | undefined };
  return Object.entries(lineRowTable.fields).flatMap(([name, field]) => {
    const column = byName[name];
    if (column === undefined && "optional" in field) return [];
    const isAmount = ([amountRule, valueRule] as readonly unknown[]).includes(ruleIn(field));
    return [{ name, isAmount, source: column === undefined ? undefined : cellSource(column) }];
  });
}

interface Reading {
  readonly given: Given;
  /** Cells that are not written as their column says. */
  readonly misread: ReadonlyMap<string, Issue>;
}

function givenIn<Row>(row: Row, cells: readonly Cell<Row>[]): Reading {
  const given: Given = {};
  const misread = new Map<string, Issue>();
  for (const { name, source } of cells) {
    if (source === undefined) continue;
    const { column, form } = source;
    const value = typeof column === "function" ? column(row) : row[column];
    if (value === undefined || value === null || value === "") continue;
    given[name] = form === undefined ? value : form.read(value);
    if (form === undefined || given[name] !== undefined) continue;
    given[name] = value;
    misread.set(name, form.issue(name, value));
  }
  return { given, misread };
}

const none = (): readonly string[] => [];

/** Fills what a later row of an order leaves blank from the order's first row, and tells the names that it filled. */
function blankRepeater(names: readonly string[]): (given: Given) => readonly string[] {
  const firsts = new Map<unknown, Given>();
  return (given) => {
    const first = firsts.get(given.orderId);
    if (first === undefined) {
      firsts.set(given.orderId, picked(given, names));
      return [];
    }
    const blank = names.filter((name) => given[name] === undefined && first[name] !== undefined);
    for (const name of blank) given[name] = first[name];
    return blank;
  };
}

function picked(given: Given, names: readonly string[]): Given {
  const some: Given = {};
  for (const name of names) if (given[name] !== undefined) some[name] = given[name];
  return some;
}

/** Amounts with more decimals than this are results of a calculation in doubles. */
const FINEST = 15;

function cellIssue({ name, isAmount }: CellRule, given: Given, scale: number = FINEST): Issue | undefined {
  const issue = fieldIssue(given, name, lineRowTable);
  if (issue !== undefined || !isAmount || given[name] === undefined) return issue;
  const amount = given[name] as AmountInput;
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
