import { checkOptions, choice, whole } from "../../core/shared.js";
import type { ReferralLedger } from "../stream/referral-state.js";
import { referralsIn } from "../stream/referral-state.js";

/** What is counted, and how many rows are shown. */
export interface LeaderboardOptions {
  /** Referrals granted and not taken back (default), or all that have a qualifying order now. */
  readonly by?: "granted" | "qualified" | undefined;
  /** Rows up to this place; those who share the last place are all in. */
  readonly top?: number | undefined;
}

/** A referrer, how many referrals count, and the place by them. */
export interface LeaderboardRow {
  readonly place: number;
  readonly customerId: string;
  readonly referrals: number;
}

/**
 * Who brought how many. Equal counts share a place and the places after it are skipped (1, 2, 2, 4); within a place by id.
 *
 * Void referrals do not count, nor do referrers without any.
 * @throws INVALID_OPTIONS
 * @example
 * import { referralLeaderboard } from "clientele/referral";
 * referralLeaderboard([]); // => []
 * @category Referral tracking
 */
export function referralLeaderboard(
  referrals: Iterable<ReferralLedger>,
  options: LeaderboardOptions = {},
): readonly LeaderboardRow[] {
  checkOptions<LeaderboardOptions>(options, { by: choice(["granted", "qualified"]), top: whole({ from: 1 }) });
  const { by = "granted", top = Infinity } = options;
  const counts = new Map<string, number>();
  for (const { current } of referralsIn(referrals)) {
    const { referrerId, confirmed, voided, orders } = current;
    const qualified = voided === null && Object.values(orders).some(({ qualifiedAt }) => qualifiedAt !== null);
    if (referrerId === null || !(by === "granted" ? confirmed : qualified)) continue;
    counts.set(referrerId, (counts.get(referrerId) ?? 0) + 1);
  }
  const rows = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  let place = 0;
  return rows
    .map(([customerId, count], index): LeaderboardRow => {
      if (count !== rows[index - 1]?.[1]) place = index + 1;
      return { place, customerId, referrals: count };
    })
    .filter((row) => row.place <= top);
}
