import { makeBase } from "../base/make-base.js";
import type { CustomerBase } from "../customer-base.js";
import type { DehydratedBase } from "./dehydrated-base.js";
import { readDehydrated } from "./read-dehydrated.js";

/**
 * The base that {@link dehydrateBase} took apart. Every version that was ever released can be read.
 * The data are checked whole before anything is made of them: names, order, lengths, whole numbers, signs, sums within 2^53.
 * @throws INVALID_BASE with the path of what does not hold, INVALID_INSTANT, INVALID_TIME_ZONE, AMOUNT_OUT_OF_RANGE
 * @category Customer base
 */
export function hydrateBase(data: DehydratedBase): CustomerBase {
  const parts = readDehydrated(data);
  return makeBase(parts, () => parts);
}
