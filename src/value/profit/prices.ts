import { formatMinorUnits, type Money, readAmount } from "../../core/index.js";
import { costInMinorUnits, refusal, requireShape } from "../../core/shared.js";

/**
 * The price at which a cost leaves a margin rate: cost ÷ (1 − rate), rounded up to the currency's unit.
 * @throws INVALID_OPTIONS for a rate that is not from "0" up to but not 1, INVALID_AMOUNT
 * @example
 * import { priceForMargin } from "clientele/value";
 * priceForMargin({ amount: "80.00", currency: "USD" }, "0.30"); // => { amount: "114.29", currency: "USD" }
 * @category Profitability
 */
export function priceForMargin(cost: Money, marginRate: string): Money {
  const { units, scale } = rateOf(marginRate, ["marginRate"], 0n);
  const one = 10n ** BigInt(scale);
  return dividedUp(cost, one, one - units, ["cost"]);
}

/** What an order costs, and what its goods leave. */
export interface OrderCosts {
  /** Picking, packing, sending: the same for every order. */
  readonly perOrder: Money;
  readonly marginRate: string;
}

/**
 * The least order that pays for its own handling: cost per order ÷ margin rate, rounded up to the currency's unit.
 * @throws INVALID_OPTIONS for a rate that is not above "0" and below 1, INVALID_AMOUNT
 * @example
 * import { breakEvenOrderValue } from "clientele/value";
 * breakEvenOrderValue({ perOrder: { amount: "7.00", currency: "USD" }, marginRate: "0.35" }); // => { amount: "20.00", currency: "USD" }
 * @category Profitability
 */
export function breakEvenOrderValue(costs: OrderCosts): Money {
  requireShape(costs, "costs", "perOrder and marginRate", "perOrder", "marginRate");
  const { perOrder, marginRate } = costs;
  const { units, scale } = rateOf(marginRate, ["marginRate"], 1n);
  return dividedUp(perOrder, 10n ** BigInt(scale), units, ["perOrder"]);
}

function rateOf(rate: string, path: readonly string[], least: bigint) {
  const read = typeof rate === "string" ? readAmount(rate) : undefined;
  if (read !== undefined && read.units >= least && read.units < 10n ** BigInt(read.scale)) return read;
  throw refusal(
    "INVALID_OPTIONS",
    path,
    least === 0n
      ? 'a decimal from "0" and below 1, such as "0.30"'
      : 'a decimal above zero and below 1, such as "0.30"',
    rate,
  );
}

function dividedUp(money: Money, numerator: bigint, denominator: bigint, path: readonly string[]): Money {
  const { minor, scale } = costInMinorUnits(money, path);
  const units = (BigInt(minor) * numerator + denominator - 1n) / denominator;
  return { amount: formatMinorUnits(units, scale), currency: money.currency };
}
