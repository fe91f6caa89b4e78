/** What a customer has done: repeat purchases, the time of the last and the time observed. A new one has done nothing in no time. */
export interface History {
  readonly x: number;
  readonly recency: number;
  readonly age: number;
}

/**
 * What a model says of one customer. All but `alive` are given that the customer is alive at the end of the history; multiplied by that
 * probability they hold without it.
 */
export interface PurchaseProcess {
  alive(history: History): number;
  /** Expected purchases in the next `length`. */
  expected(history: History, length: number): number;
  /** Expected purchases per unit of time, `length` from now. */
  rate(history: History, length: number): number;
  /** The probability of being alive `length` from now. */
  survival(history: History, length: number): number;
  /** The probability of `count` purchases in the next `length`. */
  probability(history: History, length: number, count: number): number;
  /** Expected purchases for ever, discounted continuously at `rate` per unit of time. */
  residual(history: History, rate: number): number;
}

/** Somebody of whom nothing is known yet. */
export const NEW_CUSTOMER: History = { x: 0, recency: 0, age: 0 };
