import type { Dimension, Measure } from "../customer-base.js";

/** Something with a length and positions: an array, a typed array. */
interface Indexed<T> {
  readonly length: number;
  readonly [index: number]: T;
}

/** A vector as Apache Arrow has it, known by its shape: no dependency. */
export interface VectorLike<T> {
  readonly length: number;
  readonly nullCount?: number | undefined;
  get(index: number): T | null;
  toArray?(): unknown;
}

/** Numbers: a typed array (64-bit integers included), an array, or a vector. */
export type NumberSource = Indexed<number> | BigInt64Array | VectorLike<number | bigint>;

/** Texts in codes: `dictionary[codes[i]]`; -1 is null. */
export interface CodedTexts {
  readonly codes: Int32Array;
  readonly dictionary: readonly string[];
}

/** Texts or null: coded (fastest), an array, or a vector. */
export type TextSource = CodedTexts | Indexed<string | null> | VectorLike<string>;

/**
 * Completed transactions in ready columns of one length, one entry per order or refund, in any order.
 * What rows say by `status`, `tags` and `id` has been settled before: every entry counts, and refunds name the *entry* of their order.
 * @category Customer base
 */
export interface TransactionColumns {
  /** Null: a guest. */
  readonly customerIds: TextSource;
  /** Epoch milliseconds; or give `days`. */
  readonly at?: NumberSource | undefined;
  /** Local days in the base's zone, counted from 1970-01-01. */
  readonly days?: NumberSource | undefined;
  /** Minor units at the base's scale, never negative. */
  readonly amountMinor: NumberSource;
  /** Of all amounts; default the option `currency`. */
  readonly currency?: string | undefined;
  /** 1: a refund. Absent: none is. */
  readonly refunds?: NumberSource | undefined;
  /** The entry of the order that a refund takes back; -1: not known. */
  readonly refundOf?: NumberSource | undefined;
  /** Measures asked for: `cost`, `discount` and `promoted` in minor units, `quantity` in pieces, `online` 1 or 0. Absent: not stated. */
  readonly measures?: { readonly [M in Measure]?: NumberSource | undefined } | undefined;
  /** Dimensions asked for. Absent or null: not stated. */
  readonly dimensions?: { readonly [D in Dimension]?: TextSource | undefined } | undefined;
}
