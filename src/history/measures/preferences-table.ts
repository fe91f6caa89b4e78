import type { Assessed, Column, CustomerTable, MaybeColumn, MaybeList } from "../../core/index.js";
import type { Dimension } from "../customer-base.js";

/** What purchases can be told apart by: a dimension that was asked for, or the ISO weekday, "1" (Monday) to "7", which is always there. */
export type PreferenceDimension = Dimension | "weekday";

/** How {@link preferences} counts. */
export interface PreferencesOptions {
  /** What shares are shares of: orders that contain the value (default), or net. */
  readonly by?: "orders" | "net" | undefined;
  /** With fewer purchase days that state a value, nothing is told; a whole number from 1, default 3. */
  readonly minPurchaseDays?: number | undefined;
}

/** What a customer makes of one value, with the evidence. */
export interface Preference {
  readonly value: string;
  /** Of all the customer's stated values together, from 0 to 1. */
  readonly share: number;
  /** The share over the base's share: 1 as everybody, 2 twice as much. */
  readonly index: number;
  /** Orders that contain the value. */
  readonly orders: number;
  /** Days with such an order. */
  readonly purchaseDays: number;
}

/** One customer's preferences. */
export interface PreferencesRow {
  readonly customerId: string;
  /** Days with an order that states a value. */
  readonly purchaseDays: number;
  /** Largest share first, then more purchase days, then by value. */
  readonly preferences: Assessed<readonly Preference[]>;
}

/** The favourite, the first of each customer's preferences, in columns, base order. */
export interface PreferencesColumns {
  readonly purchaseDays: Column;
  readonly favourite: MaybeList<string>;
  readonly favouriteShare: MaybeColumn;
  readonly favouriteIndex: MaybeColumn;
}

/** What the whole base makes of one value; guests left out. */
export interface BasePreference {
  readonly value: string;
  readonly share: number;
  readonly orders: number;
  /** Customers with an amount of it above zero. */
  readonly customers: number;
}

/**
 * The preferences of a whole base.
 * @category Measures
 */
export interface Preferences extends CustomerTable<PreferencesRow, PreferencesColumns> {
  readonly dimension: PreferenceDimension;
  /** Every value of the base, in the order of the values. */
  readonly values: readonly BasePreference[];
}
