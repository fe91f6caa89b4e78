import {
  anything,
  checker,
  currencyOfRecord,
  fields,
  NO_CURRENCY,
  type OptionRules,
  optional,
  type Rule,
  refusal,
} from "../../core/shared.js";
import { MICRO } from "../../model/shared.js";
import type { Dimension, Measure } from "../customer-base.js";
import type { CodedTexts, NumberSource, TransactionColumns } from "../purchases/transaction-columns.js";
import { readTexts } from "../texts/read-texts.js";
import { AFTER_AS_OF } from "./day-reader.js";
import { localDays } from "./local-days.js";
import { type Numbers, readNumbers } from "./read-numbers.js";
import { allDimensions, allMeasures, type ReadRules } from "./read-rules.js";

/** Ready columns, checked for form and brought into the form that kernels read. */
export interface PurchaseColumns {
  readonly length: number;
  readonly codes: Int32Array;
  /** The surviving customer of each code. */
  readonly names: readonly string[];
  /** Local days, or {@link AFTER_AS_OF}. */
  readonly days: Int32Array;
  readonly minor: Float64Array;
  readonly isRefund: Numbers | undefined;
  readonly refundOf: Numbers | undefined;
  readonly measures: ReadonlyMap<Measure, Numbers>;
  readonly dimensions: ReadonlyMap<Dimension, CodedTexts>;
  readonly currency: string;
}

export function purchaseColumns(columns: TransactionColumns, rules: ReadRules): PurchaseColumns {
  requireNames(columns);
  const { codes, dictionary } = readTexts(columns.customerIds, undefined, "customerIds");
  const length = codes.length;
  const { survivor } = rules;
  const measures = new Map<Measure, Numbers>();
  for (const name of rules.measures) {
    const source = columns.measures?.[name];
    if (source === undefined) continue;
    const given = readNumbers(source, length, `measures.${name}`);
    const whole = name === "quantity" ? Float64Array.from(given, (pieces) => Math.round(pieces * MICRO)) : given;
    measures.set(name, requireWhole(whole, given, name));
  }
  const dimensions = new Map<Dimension, CodedTexts>();
  for (const name of rules.dimensions) {
    const source = columns.dimensions?.[name];
    if (source !== undefined) dimensions.set(name, readTexts(source, length, `dimensions.${name}`));
  }
  const isRefund = columns.refunds === undefined ? undefined : refundsOf(columns.refunds, length);
  return {
    length,
    codes,
    names: survivor === undefined ? dictionary : dictionary.map(survivor),
    days: daysOf(columns, length, rules),
    minor: amountsOf(columns, length),
    isRefund,
    refundOf: columns.refundOf === undefined ? undefined : refundedOf(columns.refundOf, isRefund, length),
    measures,
    dimensions,
    currency: currencyOf(columns, rules, length),
  };
}

const named = (names: readonly string[]): Rule =>
  optional(fields(Object.fromEntries(names.map((name) => [name, anything]))));
const columnRules: OptionRules<TransactionColumns> = {
  customerIds: anything,
  at: anything,
  days: anything,
  amountMinor: anything,
  currency: anything,
  refunds: anything,
  refundOf: anything,
  measures: named(allMeasures),
  dimensions: named(allDimensions),
};

function requireNames(columns: TransactionColumns): void {
  const check = checker("INVALID_TRANSACTION_COLUMNS");
  fields(columnRules)(columns, [], check);
  check.refuseFaults("INVALID_TRANSACTION_COLUMNS");
}

function refundsOf(source: NumberSource, length: number): Numbers {
  const refunds = readNumbers(source, length, "refunds");
  for (let i = 0; i < length; i++) {
    if (refunds[i] !== 0 && refunds[i] !== 1) {
      throw refusal("INVALID_TRANSACTION_COLUMNS", ["refunds", i], "1 for a refund, else 0", refunds[i]);
    }
  }
  return refunds;
}

/** An order that is taken back stands on refunds only: without the column of refunds they would all be sales. */
function refundedOf(source: NumberSource, isRefund: Numbers | undefined, length: number): Numbers {
  const orders = readNumbers(source, length, "refundOf");
  for (let i = 0; i < length; i++) {
    if (orders[i] === -1 || isRefund?.[i] === 1) continue;
    if (isRefund !== undefined) {
      throw refusal("INVALID_TRANSACTION_COLUMNS", ["refundOf", i], "-1 where refunds is 0", orders[i]);
    }
    throw refusal("INVALID_TRANSACTION_COLUMNS", ["refunds"], "the column refunds beside refundOf", undefined);
  }
  return orders;
}

/** Whole units, not below zero; a fault shows the number as it was given. */
function requireWhole(units: Numbers, given: Numbers, measure: Measure): Numbers {
  for (let i = 0; i < units.length; i++) {
    if (!(Number.isSafeInteger(units[i]) && (units[i] as number) >= 0)) {
      const expected = measure === "quantity" ? "pieces, not below zero" : "a whole number from 0";
      throw refusal("INVALID_TRANSACTION_COLUMNS", [`measures.${measure}`, i], expected, given[i]);
    }
  }
  return units;
}

function daysOf(columns: TransactionColumns, length: number, { zone, asOf, asOfDay }: ReadRules): Int32Array {
  if (columns.at !== undefined) return localDays(readNumbers(columns.at, length, "at"), zone, asOf);
  if (columns.days === undefined)
    throw refusal("INVALID_TRANSACTION_COLUMNS", ["at"], "the column at, or days", undefined);
  const numbers = readNumbers(columns.days, length, "days");
  const days = new Int32Array(length);
  for (let i = 0; i < length; i++) {
    const day = numbers[i] as number;
    if (!Number.isInteger(day)) throw refusal("INVALID_TRANSACTION_COLUMNS", ["days", i], "a day number", day);
    days[i] = day > asOfDay ? AFTER_AS_OF : day;
  }
  return days;
}

function amountsOf(columns: TransactionColumns, length: number): Float64Array {
  const numbers = readNumbers(columns.amountMinor, length, "amountMinor");
  const amounts = numbers instanceof Float64Array ? numbers : Float64Array.from(numbers);
  for (let i = 0; i < length; i++) {
    const minor = amounts[i] as number;
    if (!(minor >= 0 && minor <= Number.MAX_SAFE_INTEGER && Math.floor(minor) === minor)) {
      throw refusal("INVALID_TRANSACTION_COLUMNS", ["amountMinor", i], "whole minor units, not below zero", minor);
    }
  }
  return amounts;
}

function currencyOf({ currency }: TransactionColumns, { currency: asked }: ReadRules, length: number): string {
  if (currency !== undefined) currencyOfRecord(currency, ["currency"]);
  if (asked !== undefined && currency !== undefined && asked !== currency) {
    throw refusal(
      "INVALID_TRANSACTION_COLUMNS",
      ["currency"],
      `${asked}, the base's currency: columns have no rates`,
      currency,
    );
  }
  const known = asked ?? currency;
  if (known === undefined && length > 0)
    throw refusal("INVALID_TRANSACTION_COLUMNS", ["currency"], "the currency of the amounts", undefined);
  return known ?? NO_CURRENCY;
}
