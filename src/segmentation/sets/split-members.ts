import { type CustomerTable, customerTable } from "../../core/index.js";
import { checkOptions, refusal, requireList, text } from "../../core/shared.js";
import { fingerprint } from "../../ledger/index.js";

/** A customer and the group. */
export interface SplitMember<G extends string> {
  readonly customerId: string;
  readonly group: G;
}

/**
 * Splits customers into groups of given shares, such as a treated and a control group, by a stable hash: the same customer always comes into the
 * same group under one salt, whoever else is in the list, and another salt splits anew.
 *
 * The fingerprint of salt and id as a number from 0 to 1 against the shares added up in their order; sizes are near the shares, not exact. Shares
 * are above 0 and add up to 1.
 * @throws INVALID_SHARES, INVALID_OPTIONS
 * @example
 * import { splitMembers } from "clientele/segmentation";
 * const ids = Array.from({ length: 10_000 }, (_, i) => `c${i}`);
 * const split = splitMembers(ids, { treated: 0.9, control: 0.1 }, { salt: "spring" });
 * Math.abs([...split].filter(({ group }) => group === "control").length - 1000) < 100; // => true
 * split.get("c7")?.group === splitMembers(["c7"], { treated: 0.9, control: 0.1 }, { salt: "spring" }).at(0).group; // => true
 * @category Segments
 */
export function splitMembers<G extends string>(
  customerIds: readonly string[],
  shares: Readonly<Record<G, number>>,
  options: { readonly salt: string },
): CustomerTable<SplitMember<G>, { readonly group: readonly G[] }> {
  requireList(customerIds, "customerIds");
  checkOptions<{ readonly salt: string }>(options, { salt: text }, ["salt"]);
  const groups = Object.entries<number>(Object(shares));
  let sum = 0;
  const edges = groups.map(([name, share]) => {
    if (!(share > 0 && share <= 1))
      throw refusal("INVALID_SHARES", ["shares", name], "a share above 0 and up to 1", share);
    sum += share;
    return sum;
  });
  if (Math.abs(sum - 1) > 1e-9) throw refusal("INVALID_SHARES", ["shares"], "shares that add up to 1", sum);
  const last = groups.length - 1;
  const group = Array.from(customerIds, (id) => {
    const place = shareOf(fingerprint([options.salt, id]));
    const at = edges.findIndex((edge) => place < edge);
    return groups[at < 0 ? last : at]![0] as G;
  });
  return customerTable<SplitMember<G>, { readonly group: readonly G[] }>({
    customerIds,
    columns: { group },
    row: (index) => ({ customerId: customerIds[index]!, group: group[index]! }),
  });
}

/** A fingerprint as a number from 0 to 1: its bits are stirred once more, for ids that differ in the last letter only. */
function shareOf(hash: string): number {
  let bits = Number.parseInt(hash.slice(0, 8), 16) ^ Math.imul(Number.parseInt(hash.slice(8), 16), 0x9e3779b1);
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return ((bits ^ (bits >>> 16)) >>> 0) / 2 ** 32;
}
