import { type Assessed, known, unknown } from "../../core/index.js";
import { checker, fields, whole } from "../../core/shared.js";

/** What a period of a referral programme has brought. */
export interface ReferralCounts {
  /** Who could invite. */
  readonly members: number;
  readonly invitations: number;
  /** Of those invited, who became members. */
  readonly joined: number;
}

/**
 * New members per member in one round: invitations per member × the share of them that joins, so `joined / members`.
 *
 * Above 1 a programme would grow by itself; real ones stay far below. No members: unknown.
 * @throws INVALID_COUNTS for counts below zero or more joined than invited
 * @example
 * import { kFactor } from "clientele/referral";
 * const k = kFactor({ members: 200, invitations: 500, joined: 50 });
 * k.status === "known" && k.value; // => 0.25
 * @category Referral tracking
 */
export function kFactor(counts: ReferralCounts): Assessed<number> {
  const check = checker("INVALID_COUNTS");
  const count = whole({ from: 0 });
  fields({ members: count, invitations: count, joined: count })(counts, [], check);
  const { members, invitations, joined } = Object(counts) as ReferralCounts;
  if (joined > invitations) check.report(["joined"], `at most ${invitations}, as many as were invited`, joined);
  check.refuseFaults("INVALID_COUNTS");
  return members === 0 ? unknown(["members"]) : known(joined / members);
}
