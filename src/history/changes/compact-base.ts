import { makeBase } from "../base/make-base.js";
import { partsOf } from "../base/parts-of.js";
import type { CustomerBase } from "../customer-base.js";

/**
 * The same base with all its rows made: what appending and merging had left for the first look is done now, and the bases it came from
 * are let go. Changes no result; it says when the work is done.
 * @throws INVALID_BASE; AMOUNT_OUT_OF_RANGE where a customer's sum passes 2^53 minor units
 * @category Customer base
 */
export function compactBase(base: CustomerBase): CustomerBase {
  const parts = partsOf(base);
  return makeBase(parts, () => parts);
}
