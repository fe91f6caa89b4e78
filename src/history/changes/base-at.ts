import { type Day, formatInstant, parseDay, zoneOf } from "../../core/index.js";
import { inWords, refusal } from "../../core/shared.js";
import { cutParts } from "../base/cut-parts.js";
import { makeBase } from "../base/make-base.js";
import { partsOf } from "../base/parts-of.js";
import type { CustomerBase } from "../customer-base.js";

/**
 * The base as it was at the end of an earlier day: equal to reading the same transactions with that day as `asOf`.
 *
 * Later records become `ignored.afterAsOf`; customers who had none before are gone, unless they were listed in `customerIds`; orders that were
 * refunded later are purchases again. Currency and scale stay as they are.
 * @throws INVALID_BASE, INVALID_DAY; DAY_AFTER_AS_OF where the day ends later than the base's `asOf`: what happened until then was never read
 * @example
 * import { baseAt, summarizePurchases } from "clientele/history";
 * const orders = [
 *   { id: "1", customerId: "ann", at: "2026-01-05", amount: "120.00", currency: "USD" },
 *   { id: "2", customerId: "ben", at: "2026-03-02", amount: "80.00", currency: "USD" },
 * ];
 * const base = summarizePurchases(orders, { asOf: "2026-04-01" });
 * baseAt(base, "2026-01-31").ignored.afterAsOf; // => 1
 * baseAt(base, "2026-01-31").size; // => 1
 * @category Customer base
 */
export function baseAt(base: CustomerBase, day: Day): CustomerBase {
  const parts = partsOf(base);
  const lastDay = parseDay(day, ["day"]);
  const asOf = zoneOf(parts.rules.timeZone).startOfDay(lastDay + 1) - 1;
  if (asOf === parts.asOf) return base;
  if (asOf > parts.asOf) {
    throw refusal(
      "DAY_AFTER_AS_OF",
      ["day"],
      `a day that ends by ${formatInstant(parts.asOf)}`,
      inWords(day),
      "Read the later transactions with appendTransactions",
    );
  }
  const cut = cutParts(parts, asOf);
  return makeBase(cut, () => cut);
}
