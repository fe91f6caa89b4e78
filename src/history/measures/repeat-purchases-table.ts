import type { Assessed, Column, CustomerTable, Day, MaybeColumn } from "../../core/index.js";
import type { BaseFrame } from "../customer-base.js";

/** What recency and age are counted in. A week is 7 days, a month 365.25 / 12, a year 365.25. */
export type TimeUnit = "day" | "week" | "month" | "year";

/** How {@link repeatPurchases} counts. */
export interface RepeatPurchasesOptions {
  /** Default `"day"`. */
  readonly timeUnit?: TimeUnit | undefined;
  /** Count up to the end of this day; what came later, up to the base's `asOf`, is held out. */
  readonly calibrationEnd?: Day | undefined;
}

/** Repeat purchases of one customer: x, t_x and T of the models of buying. */
export interface RepeatPurchasesRow {
  readonly customerId: string;
  /** False: had not bought by the end. Then there is no history, and the three numbers are 0 and mean nothing. */
  readonly bought: boolean;
  /** Purchase days after the first. */
  readonly frequency: number;
  /** Time from the first purchase day to the last. */
  readonly recency: number;
  /** Time from the first purchase day to the end. */
  readonly age: number;
  /** Net per repeat purchase day, in units of the currency: an estimate's input. Unknown without repeats, or with nothing left of them. */
  readonly meanSpend: Assessed<number>;
  /** What came after the calibration end; absent where none was given. */
  readonly holdout?: HeldOutPurchases | undefined;
}

/** Purchases after the calibration end. */
export interface HeldOutPurchases {
  /** Purchase days. */
  readonly frequency: number;
  /** Net per purchase day; unknown as in calibration. */
  readonly meanSpend: Assessed<number>;
}

/** The same in columns, base order. */
export interface RepeatPurchasesColumns {
  /** 1 where the customer had bought by the end. */
  readonly bought: Column;
  readonly frequency: Column;
  readonly recency: Column;
  readonly age: Column;
  readonly meanSpend: MaybeColumn;
  readonly holdout?: { readonly frequency: Column; readonly meanSpend: MaybeColumn } | undefined;
}

/**
 * The repeat purchases of a whole base.
 * @category Measures
 */
export interface RepeatPurchases extends CustomerTable<RepeatPurchasesRow, RepeatPurchasesColumns>, BaseFrame {
  readonly timeUnit: TimeUnit;
  /** The last day that counts: the calibration end, or the day of `asOf`. */
  readonly end: Day;
  /** From the end to the day of `asOf`, in the time unit; absent where no calibration end was given. */
  readonly holdoutLength?: number | undefined;
}
