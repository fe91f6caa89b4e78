import type { Ledger, LedgerCommand } from "../../ledger/index.js";
import type { RewardValue } from "../program/referral-program.js";
import type { RewardInstruction } from "../stream/referral-event.js";
import { own } from "../stream/referral-state.js";

/** What a referral's decider says to the referrer's ledger: `outcome.forReferrer`, to be passed on as it is and in its order. @category Limits */
export interface ReferrerCommand extends LedgerCommand {
  readonly type: "settle";
  readonly key: string;
  /** Names the ledger; it stays when customer records are merged. */
  readonly referrerId: string;
  /** Who the referrer is now, to whom rewards by count go. */
  readonly customerId: string;
  readonly referralId: string;
  /** Whether the referral counts now. */
  readonly counts: boolean;
  readonly instructions: readonly RewardInstruction[];
}

/** A reward that the referrer was given, and for what. */
export interface ReferrerGrant {
  readonly rewardId: string;
  readonly reward: RewardValue;
  /** The referral; null for a milestone. */
  readonly referralId: string | null;
  /** The local day on which it was given. */
  readonly day: string;
  /** What was not taken back: minor units of credit, 1 of anything else. */
  readonly left: number;
}

/** All referrals of one referrer together. Plain JSON. */
export interface ReferrerState {
  /** Referrals that count, in the order in which they came to. */
  readonly counted: readonly string[];
  /** Standing grants by id. A share that was taken back in part stands. */
  readonly grants: Readonly<Record<string, ReferrerGrant>>;
  /** Ids of grants that a cap kept back. */
  readonly capped: Readonly<Record<string, true>>;
  /** By reward, how often it was granted by count, taken back or not. */
  readonly issued: Readonly<Record<string, number>>;
}

/** What happened to a referrer's count. */
export interface ReferrerSettled {
  readonly type: "ReferrerSettled";
  readonly v: 1;
  readonly referralId: string;
  readonly counts: boolean;
  /** Grants by id as they stand now; null where nothing is left. */
  readonly grants: Readonly<Record<string, ReferrerGrant | null>>;
  /** Ids of grants that a cap kept back. */
  readonly capped: readonly string[];
  /** Rewards granted by count. */
  readonly issued: readonly string[];
}

/** The ledger of one referrer. */
export type ReferrerLedger = Ledger<ReferrerState>;

/** A referrer without referrals. */
export const emptyReferrer: ReferrerState = { counted: [], grants: {}, capped: {}, issued: {} };

/** The referrer's referrals after one more event. */
export function evolveReferrer(state: ReferrerState, event: ReferrerSettled): ReferrerState {
  const grants = Object.entries({ ...state.grants, ...event.grants });
  const issued = { ...state.issued };
  for (const rewardId of event.issued) issued[rewardId] = (own(issued, rewardId) ?? 0) + 1;
  return {
    counted: countedAfter(state.counted, event.referralId, event.counts),
    grants: Object.fromEntries(grants.filter((entry): entry is [string, ReferrerGrant] => entry[1] !== null)),
    capped: { ...state.capped, ...Object.fromEntries(event.capped.map((grantId) => [grantId, true as const])) },
    issued,
  };
}

/** The referrals that count after one begins or ceases to. */
export function countedAfter(counted: readonly string[], referralId: string, counts: boolean): readonly string[] {
  const others = counted.filter((id) => id !== referralId);
  if (!counts) return others;
  return others.length < counted.length ? counted : [...counted, referralId];
}
