import type { Column, CustomerTable, Day, MaybeColumn } from "../core/index.js";

/**
 * What a base was read for: carried along and never asked for again.
 * @category Customer base
 */
export interface BaseFrame {
  /** The instant up to which records were read, ISO 8601 in UTC. */
  readonly asOf: string;
  /** The zone whose days the calendar has. */
  readonly timeZone: string;
  /** ISO 4217; `XXX` (no currency) where nothing was read and none was named. */
  readonly currency: string;
  /** Decimals of every amount: one minor unit is `10^-scale`. */
  readonly scale: number;
}

/**
 * What can be added up per customer and day besides orders and money, if asked for. `promoted` is the value of lines bought on a promotion: that say
 * so, or, where they are silent, that carry a discount.
 */
export type Measure = "cost" | "discount" | "promoted" | "quantity" | "online";

/**
 * What purchases can be told apart by, if asked for. `hour` is the local hour of day, "00" to "23"; `brandInCategory` is the JSON text of category and
 * brand, `["tea","Lu Yu"]`, for lines that state both.
 */
export type Dimension = "category" | "brand" | "brandInCategory" | "sku" | "channel" | "store" | "priceTier" | "hour";

/**
 * Customer × day in compressed sparse rows: customer `i` has the rows `offsets[i]` to `offsets[i + 1]`, exclusive, days ascending.
 * A refund stands on its own day (with `orders` 0 where nothing was bought on it): cutting at an earlier day never sees it.
 * @category Customer base
 */
export interface PurchaseCalendar {
  readonly offsets: Column;
  /** Local days, counted from 1970-01-01. */
  readonly days: Column;
  /** Orders placed on the day that are not fully refunded as of the base's `asOf`. */
  readonly orders: Column;
  /** Refunds given on the day. */
  readonly refunds: Column;
  readonly grossMinor: Column;
  readonly refundedMinor: Column;
  /** The measures asked for, by name: `cost`, `discount` and `promoted` in minor units, `quantity` in pieces, `online` in orders. */
  readonly measures: Readonly<Record<string, Column>>;
  /** By measure, how many of the day's orders did not state it: their share of the measure is unknown, not zero. */
  readonly unstated: Readonly<Record<string, Column>>;
}

/**
 * One customer in one row. Money in decimal strings of the base's currency and scale.
 * @category Customer base
 */
export interface CustomerSummary {
  readonly customerId: string;
  readonly orders: number;
  /** Distinct local days with an order. */
  readonly purchaseDays: number;
  readonly firstPurchase: Day | null;
  readonly lastPurchase: Day | null;
  /** Whole local days from the last purchase to `asOf`. */
  readonly daysSinceLast: number | null;
  readonly gross: string;
  readonly refunded: string;
  /** gross − refunded; may be negative. */
  readonly net: string;
}

/** The summary in columns; days counted from 1970-01-01, money in minor units. */
export interface SummaryColumns {
  readonly orders: Column;
  readonly purchaseDays: Column;
  readonly firstDay: MaybeColumn;
  readonly lastDay: MaybeColumn;
  readonly grossMinor: Column;
  readonly refundedMinor: Column;
  readonly netMinor: Column;
}

/** Sums over many customers, exact at any size. */
export interface PurchaseTotals {
  readonly orders: number;
  readonly refunds: number;
  readonly gross: string;
  readonly refunded: string;
  readonly net: string;
}

/** How many records were not read into customers, and why. */
export interface IgnoredCounts {
  /** Later than `asOf`: only their date was looked at. */
  readonly afterAsOf: number;
  /** Guests: in `totals.anonymous`, with no customer. */
  readonly anonymous: number;
  readonly notCompleted: number;
  readonly excluded: number;
}

/**
 * The customers a business has, as of one instant: one row per customer, ascending by id (code units), over the purchase calendar.
 * Made by {@link summarizePurchases}; {@link baseAt}, {@link appendTransactions} and {@link mergeBases} make new ones of it.
 * @category Customer base
 */
export interface CustomerBase extends CustomerTable<CustomerSummary, SummaryColumns>, BaseFrame {
  readonly calendar: PurchaseCalendar;
  /** The measures that were asked for. */
  readonly measures: readonly Measure[];
  /** The dimensions that were asked for. */
  readonly dimensions: readonly Dimension[];
  readonly totals: { readonly customers: PurchaseTotals; readonly anonymous: PurchaseTotals };
  readonly ignored: IgnoredCounts;
}
