import { makeBase } from "../base/make-base.js";
import { partsOf } from "../base/parts-of.js";
import { renameParts } from "../base/rename-parts.js";
import { requireAliases, survivorOf } from "../base/survivors.js";
import type { CustomerBase } from "../customer-base.js";
import type { Aliases } from "../purchases/summarize-options.js";
import { requireBase } from "../require-base.js";

/**
 * The base after customers were found to be one: ids become the ids that survive, and the calendars of those who meet are added by day.
 * Equal to reading again with these `aliases`. Chains are followed; ids that are not in the base are of no concern.
 * @throws INVALID_BASE, INVALID_OPTIONS for aliases that are none, CIRCULAR_ALIAS; AMOUNT_OUT_OF_RANGE where a customer's sum passes 2^53 minor units
 * @example
 * import { renameCustomers, summarizePurchases } from "clientele/history";
 * const orders = [
 *   { id: "1", customerId: "ann", at: "2026-01-05", amount: "120.00", currency: "USD" },
 *   { id: "2", customerId: "ann.old", at: "2026-01-05", amount: "80.00", currency: "USD" },
 * ];
 * const base = renameCustomers(summarizePurchases(orders, { asOf: "2026-04-01" }), { "ann.old": "ann" });
 * [base.size, base.at(0).orders, base.at(0).purchaseDays]; // => [1, 2, 1]
 * @category Customer base
 */
export function renameCustomers(base: CustomerBase, aliases: Aliases): CustomerBase {
  requireBase(base);
  requireAliases(aliases);
  const survivor = survivorOf(aliases);
  if (survivor === undefined) return base;
  const parts = renameParts(partsOf(base), survivor);
  return makeBase(parts, () => parts);
}
