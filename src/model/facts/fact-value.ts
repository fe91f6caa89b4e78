import type { Birthday } from "../../core/index.js";

/**
 * An amount of a field that takes any currency, in minor units of its own currency.
 * @category Facts
 */
export interface AnyMoney {
  readonly minor: number;
  readonly currency: string;
}

/** A value as rules reckon with it: day numbers, epoch milliseconds, minor units; texts, truth values and lists as they are. */
export type FactValue = string | number | boolean | readonly string[] | readonly number[] | Birthday | AnyMoney;
