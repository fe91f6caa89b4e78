import { requireFunction } from "../../core/shared.js";
/**
 * Everybody above a customer, from the nearest up: who referred the customer, who referred that one, and so on.
 *
 * A loop over the host's look-up, so 100,000 levels are no more than time; it ends where nobody is known or somebody comes again.
 * @example
 * import { referralAncestors } from "clientele/referral";
 * const referrers = new Map([["cai", "ben"], ["ben", "ann"]]);
 * referralAncestors("cai", (id) => referrers.get(id)); // => ["ben", "ann"]
 * @category Referrals
 */
export function referralAncestors(
  customerId: string,
  referrerOf: (customerId: string) => string | undefined,
): readonly string[] {
  requireFunction(referrerOf, "referrerOf");
  const seen = new Set([customerId]);
  const ancestors: string[] = [];
  for (let above = referrerOf(customerId); above !== undefined && !seen.has(above); above = referrerOf(above)) {
    seen.add(above);
    ancestors.push(above);
  }
  return ancestors;
}
