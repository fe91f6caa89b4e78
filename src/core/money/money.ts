/**
 * An amount of one currency: a decimal string, so that it is exact in JSON.
 * @category Money
 */
export interface Money<C extends string = string> {
  readonly amount: string;
  readonly currency: C;
}

/** A decimal string, or a number with no more decimals than the scale. */
export type AmountInput = string | number;

/** How finely an amount is kept. */
export interface MoneyOptions {
  /** Decimals of amounts and result; the currency's own unless given. A finer amount is refused, not rounded. */
  readonly scale?: number | undefined;
}
