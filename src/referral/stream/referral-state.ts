import type { Money, Reason } from "../../core/index.js";
import { checker, inWords, itemsOf, object } from "../../core/shared.js";
import type { Ledger, SnapshotFormat } from "../../ledger/index.js";
import type { RewardSide, RewardValue } from "../program/referral-program.js";
import type { EarlyOrder, JudgedOrder, Payment, ReferralTerms, ReferralTouch } from "./referral-event.js";

/** Where a referral stands. Held: a person must look at it, and nothing is granted until then. */
export type ReferralStatus = "new" | "touched" | "signed-up" | "pending" | "held" | "granted" | "void" | "reversed";

/** The steps a referral can reach, with the instant when it first did. */
export type ReferralStep = "touched" | "signed-up" | "qualified" | "held" | "granted" | "reversed";

/** An order of the referee's. */
export interface ReferralOrder extends JudgedOrder {
  readonly payments: readonly Payment[];
  /** Since when enough is paid; null while it is not. */
  readonly qualifiedAt: string | null;
  readonly holdUntil: string | null;
}

/** A reward that was given, and how much of it was not taken back. */
export interface ReferralGrant {
  readonly orderId: string;
  readonly customerId: string;
  readonly side: RewardSide;
  readonly rewardId: string;
  readonly reward: RewardValue;
  /** Minor units of credit, 1 of anything else. */
  readonly units: number;
  readonly left: number;
  readonly reversals: number;
}

/**
 * What is known of one referral: one stream per referee. Plain JSON.
 * @category Referrals
 */
export interface ReferralState {
  readonly status: ReferralStatus;
  readonly touches: readonly ReferralTouch[];
  readonly refereeId: string | null;
  readonly referrerId: string | null;
  /** The referrer's id when the referral was bound or moved: it names the referrer's ledger, and stays through merges. */
  readonly referrerKey: string | null;
  /** The referee's id when the referral was bound: it stays through merges, and grants are named by it. */
  readonly referralId: string | null;
  readonly boundAt: string | null;
  readonly terms: ReferralTerms | null;
  readonly early: readonly EarlyOrder[];
  readonly orders: Readonly<Record<string, ReferralOrder>>;
  /** By order id, what was refunded in all. */
  readonly refunds: Readonly<Record<string, Money>>;
  readonly review: "none" | "open" | "approved";
  /** The first qualifying order has passed its hold: the referral counts, and its rewards are due. */
  readonly confirmed: boolean;
  /** Why nothing is granted any more. */
  readonly voided: readonly Reason[] | null;
  readonly grants: Readonly<Record<string, ReferralGrant>>;
  readonly reached: Readonly<Partial<Record<ReferralStep, string>>>;
  /** The latest instant of any event. */
  readonly at: string | null;
  /** How many events have concerned the referrer's count or rewards. */
  readonly moves: number;
}

/** The ledger of one referral. */
export type ReferralLedger = Ledger<ReferralState>;

/** The referrals of a list. @throws INVALID_ARGUMENT */
export const referralsIn = (referrals: Iterable<ReferralLedger>): readonly ReferralLedger[] =>
  itemsOf(referrals, "referrals", "a referral of referralDecider", "current");

/** A referral of which nothing is known. */
export const emptyReferral: ReferralState = {
  status: "new",
  touches: [],
  refereeId: null,
  referrerId: null,
  referrerKey: null,
  referralId: null,
  boundAt: null,
  terms: null,
  early: [],
  orders: {},
  refunds: {},
  review: "none",
  confirmed: false,
  voided: null,
  grants: {},
  reached: {},
  at: null,
  moves: 0,
};

/** The value under a key that anybody may have chosen, `__proto__` too. */
export const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

/**
 * How a referral is written into a snapshot by `serializeLedger` and read by `deserializeLedger`.
 * @example
 * import { serializeLedger, deserializeLedger } from "clientele/ledger";
 * import { referralFormat } from "clientele/referral";
 * referralFormat.kind; // => "referral"
 */
export const referralFormat: SnapshotFormat<ReferralState> = {
  kind: "referral",
  schemaVersion: 1,
  read(stored) {
    const check = checker("INVALID_REFERRAL_STATE");
    const state = object("a referral")(stored, [], check) ?? {};
    for (const name of Object.keys(emptyReferral)) {
      if (!Object.hasOwn(state, name)) check.report([name], "a field of a referral", inWords("nothing"));
    }
    check.refuseFaults("INVALID_REFERRAL_STATE");
    return stored as ReferralState;
  },
};
