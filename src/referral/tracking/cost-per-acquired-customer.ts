import {
  type Assessed,
  divideRounded,
  formatMinorUnits,
  known,
  type Money,
  parseExactMinorUnits,
  unknown,
} from "../../core/index.js";
import { anything, checkOptions, currencyOfRecord, object, refusal } from "../../core/shared.js";
import type { ReferrerLedger } from "../limits/referrer-ledger.js";
import type { RewardValue } from "../program/referral-program.js";
import { decimalsOf } from "../stream/judge-order.js";
import { own, type ReferralLedger, referralsIn } from "../stream/referral-state.js";

/** What rewards cost the host. */
export interface AcquisitionCostOptions {
  /** What one point costs; says the currency of the result too. May be finer than the currency. */
  readonly pointWorth: Money;
  /** What a coupon or gift costs, by sku, in the same currency. */
  readonly skuWorth?: Readonly<Record<string, string>> | undefined;
  /** The referrers' ledgers, where the programme counts referrals together: what they gave stands there. */
  readonly referrers?: Iterable<ReferrerLedger> | undefined;
}

/**
 * What one customer won by referral has cost: the worth of all rewards not taken back, through the referrals granted; rounded half up.
 *
 * No granted referral, a coupon or gift without a worth, or credit in another currency: unknown, with what is missing.
 * @throws INVALID_OPTIONS, INVALID_CURRENCY, what is wrong with an amount
 * @example
 * import { costPerAcquiredCustomer } from "clientele/referral";
 * costPerAcquiredCustomer([], { pointWorth: { amount: "0.01", currency: "EUR" } }).status; // => "unknown"
 * @category Referral tracking
 */
export function costPerAcquiredCustomer(
  referrals: Iterable<ReferralLedger>,
  options: AcquisitionCostOptions,
): Assessed<Money> {
  checkOptions<AcquisitionCostOptions>(
    options,
    { pointWorth: object("an amount with its currency"), skuWorth: object("amounts by sku"), referrers: anything },
    ["pointWorth"],
  );
  const { pointWorth, skuWorth = {}, referrers } = options;
  const { currency } = pointWorth;
  const decimals = currencyOfRecord(currency, ["pointWorth", "currency"]);
  if (typeof pointWorth.amount !== "string") {
    throw refusal("INVALID_OPTIONS", ["pointWorth", "amount"], "a decimal text", pointWorth.amount);
  }
  const scale = Math.max(decimals, decimalsOf(pointWorth.amount), ...Object.values(skuWorth).map(decimalsOf));
  const units = (amount: string): bigint => parseExactMinorUnits(amount, scale);
  const perPoint = units(pointWorth.amount);
  const missing = new Set<string>();
  let cost = 0n;
  let acquired = 0n;
  const add = (reward: RewardValue, left: number): void => {
    if (reward.kind === "points") cost += perPoint * BigInt(reward.points);
    else if (reward.kind === "credit") {
      if (reward.value.currency !== currency) missing.add(reward.value.currency);
      else cost += units(formatMinorUnits(left, decimals));
    } else {
      const worth = own(skuWorth, reward.sku);
      if (worth === undefined) missing.add(reward.sku);
      else cost += units(worth);
    }
  };
  for (const { current } of referralsIn(referrals)) {
    if (current.confirmed) acquired++;
    for (const { reward, left, side } of Object.values(current.grants)) {
      if (left > 0 && (referrers === undefined || side === "referee")) add(reward, left);
    }
  }
  for (const { current } of referrers ?? [])
    for (const { reward, left } of Object.values(current.grants)) add(reward, left);
  if (acquired === 0n) missing.add("referrals");
  if (missing.size > 0) return unknown([...missing]);
  const each = divideRounded(cost, acquired * 10n ** BigInt(scale - decimals), "half-up");
  return known({ amount: formatMinorUnits(each, decimals), currency });
}
