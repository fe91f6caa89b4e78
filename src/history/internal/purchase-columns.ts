import { currencyDecimals, showValue } from "../../core/index.js";
import type { Dimension, Measure } from "../customer-base.js";
import type { CodedTexts, TransactionColumns } from "../transaction-columns.js";
import { NO_CURRENCY } from "./base-parts.js";
import { AFTER_AS_OF } from "./day-reader.js";
import { localDays } from "./local-days.js";
import { MICRO } from "./read-measure.js";
import { invalidColumn, type Numbers, readNumbers } from "./read-numbers.js";
import type { ReadRules } from "./read-rules.js";
import { readTexts } from "./read-texts.js";

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
  const { codes, dictionary } = readTexts(columns.customerIds, undefined, "customerIds");
  const length = codes.length;
  const { survivor } = rules;
  const numbers = (name: "refunds" | "refundOf"): Numbers | undefined => {
    const source = columns[name];
    return source === undefined ? undefined : readNumbers(source, length, name);
  };
  const measures = new Map<Measure, Numbers>();
  for (const name of rules.measures) {
    const source = columns.measures?.[name];
    if (source === undefined) continue;
    const given = readNumbers(source, length, `measures.${name}`);
    measures.set(name, name === "quantity" ? Float64Array.from(given, (pieces) => Math.round(pieces * MICRO)) : given);
  }
  const dimensions = new Map<Dimension, CodedTexts>();
  for (const name of rules.dimensions) {
    const source = columns.dimensions?.[name];
    if (source !== undefined) dimensions.set(name, readTexts(source, length, `dimensions.${name}`));
  }
  return {
    length,
    codes,
    names: survivor === undefined ? dictionary : dictionary.map(survivor),
    days: daysOf(columns, length, rules),
    minor: amountsOf(columns, length),
    isRefund: numbers("refunds"),
    refundOf: numbers("refundOf"),
    measures,
    dimensions,
    currency: currencyOf(columns, rules, length),
  };
}

function daysOf(columns: TransactionColumns, length: number, { zone, asOf, asOfDay }: ReadRules): Int32Array {
  if (columns.at !== undefined) return localDays(readNumbers(columns.at, length, "at"), zone, asOf);
  if (columns.days === undefined) throw invalidColumn(["at"], "the column at, or days", "neither");
  const numbers = readNumbers(columns.days, length, "days");
  const days = new Int32Array(length);
  for (let i = 0; i < length; i++) {
    const day = numbers[i] as number;
    if (!Number.isInteger(day)) throw invalidColumn(["days", i], "a day number", String(day));
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
      throw invalidColumn(["amountMinor", i], "whole minor units, not below zero", String(minor));
    }
  }
  return amounts;
}

function currencyOf({ currency }: TransactionColumns, { currency: asked }: ReadRules, length: number): string {
  if (currency !== undefined) currencyDecimals(currency);
  if (asked !== undefined && currency !== undefined && asked !== currency) {
    throw invalidColumn(["currency"], `${asked}, the base's currency: columns have no rates`, showValue(currency));
  }
  const known = asked ?? currency;
  if (known === undefined && length > 0) throw invalidColumn(["currency"], "the currency of the amounts", "nothing");
  return known ?? NO_CURRENCY;
}
