import { commonFrame } from "../base/common-frame.js";
import { mergedBase } from "../base/merged-base.js";
import { frameOf } from "../base/parts-of.js";
import type { CustomerBase } from "../customer-base.js";

/**
 * Both bases as one: what reading both sources at once would have given, if each refund was read with its order.
 *
 * Exact by customer and day: orders add up, distinct days do not. Ranks and scores are made of the merged base, never merged. The rows
 * are put together when they are first asked for; both bases stay as they are. The order of the two does not matter.
 * A transaction that was read into both is counted twice: ids are compared within one read only.
 * @throws INVALID_BASE; BASES_DO_NOT_MATCH unless both have the same `asOf`, zone, currency, scale, refunds, measures and dimensions;
 * AMOUNT_OUT_OF_RANGE at the first look at its amounts, where a customer's sum passes 2^53 minor units
 * @example
 * import { mergeBases, summarizePurchases } from "clientele/history";
 * const options = { asOf: "2026-04-01" };
 * const north = [{ id: "1", customerId: "ann", at: "2026-01-05", amount: "120.00", currency: "USD" }];
 * const south = [{ id: "9", customerId: "ann", at: "2026-01-05", amount: "80.00", currency: "USD" }];
 * const base = mergeBases(summarizePurchases(north, options), summarizePurchases(south, options));
 * [base.at(0).orders, base.at(0).purchaseDays, base.at(0).net]; // => [2, 1, "200.00"]
 * @category Customer base
 */
export function mergeBases(a: CustomerBase, b: CustomerBase): CustomerBase {
  const frame = commonFrame(frameOf(a), frameOf(b));
  return mergedBase(frame, a, b);
}
