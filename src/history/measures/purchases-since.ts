import { partsOf } from "../base/parts-of.js";
import type { CustomerBase } from "../customer-base.js";

/** What each customer bought from a day of its own on, base order. */
export interface PurchasesSince {
  readonly purchaseDays: Int32Array;
  /**
   * Gross less refunds. A refund counts for the day of its order where that is known: giving back an early purchase takes nothing
   * from later ones.
   */
  readonly netMinor: Float64Array;
}

/** Adds up each customer's days from `from[customer]` on. */
export function purchasesSince(base: CustomerBase, from: Int32Array): PurchasesSince {
  const { offsets, days, orders, grossMinor, refundedMinor } = base.calendar;
  const purchaseDays = new Int32Array(base.size);
  const netMinor = new Float64Array(base.size);
  for (let customer = 0; customer < base.size; customer++) {
    const start = from[customer]!;
    let bought = 0;
    let net = 0;
    // Days ascend, so the wanted ones stand at the end.
    for (let row = offsets[customer + 1]! - 1; row >= offsets[customer]! && days[row]! >= start; row--) {
      net += grossMinor[row]! - refundedMinor[row]!;
      if (orders[row]! > 0) bought++;
    }
    purchaseDays[customer] = bought;
    netMinor[customer] = net;
  }
  for (const { customer, day, refunds } of partsOf(base).linked) {
    if (customer >= base.size || day >= from[customer]!) continue;
    for (const refund of refunds) if (refund.day >= from[customer]!) netMinor[customer]! += refund.minor;
  }
  return { purchaseDays, netMinor };
}
