import type { Birthday } from "../../core/index.js";
import type { AnyMoney } from "./fact-value.js";

/** What the columns of all types have in common. */
interface ColumnTraits {
  /** 1 where there is a usable value; where 0, `values` means nothing. */
  readonly known: Uint8Array;
  /** The plain values that are there but cannot be used, by row: what tells them from missing ones. */
  readonly faults?: ReadonlyMap<number, unknown> | undefined;
}

/** Finite numbers. */
export interface NumberColumn extends ColumnTraits {
  readonly type: "number";
  readonly values: Float64Array;
}

/** Whole minor units of one currency. */
export interface MoneyColumn extends ColumnTraits {
  readonly type: "money";
  readonly currency: string;
  readonly scale: number;
  readonly values: Float64Array;
}

/** Amounts of any currency, each in minor units of its own. */
export interface AnyMoneyColumn extends ColumnTraits {
  readonly type: "any-money";
  readonly scale: number | undefined;
  readonly values: readonly AnyMoney[];
}

/** Epoch milliseconds. */
export interface InstantColumn extends ColumnTraits {
  readonly type: "instant";
  readonly values: Float64Array;
}

/** Day numbers. */
export interface DayColumn extends ColumnTraits {
  readonly type: "day";
  readonly values: Int32Array;
}

/** 1 for true, 0 for false. */
export interface BooleanColumn extends ColumnTraits {
  readonly type: "boolean";
  readonly values: Uint8Array;
}

/** Texts as codes into a dictionary; the declared values stand first in it and in their order. */
export interface TextColumn extends ColumnTraits {
  readonly type: "string";
  readonly codes: Int32Array;
  readonly dictionary: readonly string[];
  readonly values: readonly string[];
}

/** Lists of texts: the codes of row i are `codes[offsets[i]]` to `codes[offsets[i + 1]]`, exclusive. */
export interface ListColumn extends ColumnTraits {
  readonly type: "strings";
  readonly offsets: Int32Array;
  readonly codes: Int32Array;
  readonly dictionary: readonly string[];
  readonly values: readonly (readonly string[])[];
}

/** Lists of numbers. */
export interface NumbersColumn extends ColumnTraits {
  readonly type: "numbers";
  readonly values: readonly (readonly number[])[];
}

/** Birthdays in either calendar. */
export interface BirthdayColumn extends ColumnTraits {
  readonly type: "birthday";
  readonly values: readonly Birthday[];
}

/**
 * The values of one field for many rows, in typed arrays as rules reckon with them.
 * @category Facts
 */
export type FactColumn =
  | NumberColumn
  | MoneyColumn
  | AnyMoneyColumn
  | InstantColumn
  | DayColumn
  | BooleanColumn
  | TextColumn
  | ListColumn
  | NumbersColumn
  | BirthdayColumn;
