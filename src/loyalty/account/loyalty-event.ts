import type { Answers, Stamped } from "../../ledger/index.js";
import type { EarnBasis } from "../earning/earn-basis.js";
import type { Points } from "../program/loyalty-program.js";
import type { LoyaltyState, RefundRecord } from "./loyalty-state.js";

/** Points of one lot. */
export interface Allocation {
  readonly lotId: string;
  /** The number of the lot within its account, from 0. */
  readonly lot: number;
  readonly points: Points;
}

/** A lot as it begins. Instants are ISO 8601 in UTC; null: not yet, or never. */
export interface NewLot {
  readonly lotId: string;
  readonly pointType: string;
  readonly points: Points;
  readonly earnedAt: string;
  readonly activeFrom: string | null;
  readonly expiresAt: string | null;
  readonly byActivity?: true | undefined;
  readonly origin: "sale" | "promotional";
  readonly source: string;
}

interface Event<T extends string> {
  readonly type: T;
  readonly v: 1;
  readonly at: string;
  /** Who asked for it. */
  readonly actor?: string | undefined;
  /** What a merge brought with it, and what is undone with it. */
  readonly ofMerge?: true | undefined;
}
type Deadlines = Readonly<Record<string, string>>;

export interface AccountOpened extends Event<"AccountOpened"> {
  readonly memberId: string;
}
export interface PointsEarned extends Event<"PointsEarned"> {
  readonly orderId?: string | undefined;
  readonly activity?: string | undefined;
  /** When the order was. */
  readonly earnedAt: string;
  readonly lots: readonly NewLot[];
  /** The numbers by which the order earned. */
  readonly basis?: EarnBasis | undefined;
  readonly uses?: readonly (readonly [name: string, used: number])[] | undefined;
  readonly carries?: Readonly<Record<string, string>> | undefined;
  readonly qualifies?: number | undefined;
  readonly deadlines?: Deadlines | undefined;
  readonly streak?: { readonly rule: string; readonly day: number; readonly length: number } | undefined;
}
export interface PointsActivated extends Event<"PointsActivated"> {
  readonly lots: readonly number[];
}
export interface PointsRedeemed extends Event<"PointsRedeemed"> {
  readonly key: string;
  readonly pointType: string;
  readonly points: Points;
  readonly allocations: readonly Allocation[];
  readonly orderId?: string | undefined;
  readonly rewardId?: string | undefined;
  readonly restoreOn?: "full-refund" | undefined;
  readonly deadlines?: Deadlines | undefined;
}
export interface HoldPlaced extends Event<"HoldPlaced"> {
  readonly holdId: string;
  readonly key: string;
  readonly pointType: string;
  readonly allocations: readonly Allocation[];
  readonly until: string;
}
export interface HoldCommitted extends Event<"HoldCommitted"> {
  readonly holdId: string;
  readonly key: string;
  readonly pointType: string;
  readonly points: Points;
  readonly allocations: readonly Allocation[];
  /** What the hold had more than that. */
  readonly released: readonly Allocation[];
  readonly deadlines?: Deadlines | undefined;
}
export interface HoldReleased extends Event<"HoldReleased"> {
  readonly holdId: string;
  readonly allocations: readonly Allocation[];
  /** It ran out by itself. */
  readonly lapsed?: true | undefined;
}
export interface RedemptionReversed extends Event<"RedemptionReversed"> {
  readonly redemptionKey: string;
  readonly pointType: string;
  readonly points: Points;
  readonly allocations: readonly Allocation[];
  /** Those whose lot had expired: given back, and gone at once. */
  readonly expired: readonly Allocation[];
  readonly reversedInAll: Points;
}
export interface PointsClawedBack extends Event<"PointsClawedBack"> {
  readonly orderId: string;
  readonly taken: readonly {
    readonly pointType: string;
    readonly allocations: readonly Allocation[];
    readonly debt: Points;
    readonly waived: Points;
    readonly lapsed: Points;
  }[];
  /** All that has been refunded and taken back of the order, this time included. */
  readonly cumulative: RefundRecord;
  readonly orderAt: string;
  readonly disqualifies?: number | undefined;
  readonly carries?: Readonly<Record<string, string>> | undefined;
}
export interface RefundNoted extends Event<"RefundNoted"> {
  readonly orderId: string;
  readonly cumulative: RefundRecord;
}
export interface PointsAdjusted extends Event<"PointsAdjusted"> {
  readonly pointType: string;
  readonly points: Points;
  readonly reason: string;
  readonly lots: readonly NewLot[];
  readonly allocations: readonly Allocation[];
  readonly debt: Points;
  readonly deadlines?: Deadlines | undefined;
}
export interface DebtSettled extends Event<"DebtSettled"> {
  readonly pointType: string;
  readonly points: Points;
  readonly allocations: readonly Allocation[];
}
export interface PointsExpired extends Event<"PointsExpired"> {
  /** Each with the instant at which its points expired. */
  readonly expired: readonly (Allocation & { readonly pointType: string; readonly expiresAt: string })[];
}
export interface PointsReinstated extends Event<"PointsReinstated"> {
  readonly reinstated: readonly (Allocation & { readonly pointType: string })[];
  readonly expiresAt: string;
  readonly reason: string;
}
export interface PointsTransferredOut extends Event<"PointsTransferredOut"> {
  readonly transferId: string;
  readonly pointType: string;
  readonly points: Points;
  readonly allocations: readonly Allocation[];
}
export interface PointsTransferredIn extends Event<"PointsTransferredIn"> {
  readonly transferId: string;
  readonly pointType: string;
  readonly points: Points;
  readonly lots: readonly NewLot[];
  readonly deadlines?: Deadlines | undefined;
}
/** On the account that closes with `into`, on the other with all that it takes over. */
export interface AccountMerged extends Event<"AccountMerged"> {
  readonly key: string;
  readonly into?: string | null | undefined;
  readonly absorbed?: LoyaltyState | undefined;
  readonly answers?: Answers | undefined;
}
export interface MergeReversed extends Event<"MergeReversed"> {
  readonly key: string;
}
export interface OpeningImported extends Event<"OpeningImported"> {
  readonly lots: readonly NewLot[];
  readonly tier?: { readonly tier: string; readonly until: string } | undefined;
  readonly qualifies?: number | undefined;
  readonly deadlines?: Deadlines | undefined;
}
export interface TierChanged extends Event<"TierChanged"> {
  readonly from: string | null;
  readonly to: string | null;
  readonly validThrough: string | null;
}
export interface TierGranted extends Event<"TierGranted"> {
  readonly tier: string;
  readonly until: string;
  readonly reason: string;
}
export interface BenefitUsed extends Event<"BenefitUsed"> {
  readonly benefitId: string;
  readonly use: string;
  readonly used: number;
}
export interface AccountSuspended extends Event<"AccountSuspended"> {
  readonly reason: string;
}
export interface AccountResumed extends Event<"AccountResumed"> {}
export interface AccountClosed extends Event<"AccountClosed"> {
  readonly reason: string;
  readonly forfeited: readonly (Allocation & { readonly pointType: string })[];
}

/**
 * Something that happened to a member's points. What was decided is in it (lots, allocations, instants, resolved numbers), so replay needs
 * no programme, clock or zone. Instants are ISO 8601 in UTC.
 * @category Accounts
 */
export type LoyaltyEvent =
  | AccountOpened
  | PointsEarned
  | PointsActivated
  | PointsRedeemed
  | HoldPlaced
  | HoldCommitted
  | HoldReleased
  | RedemptionReversed
  | PointsClawedBack
  | RefundNoted
  | PointsAdjusted
  | DebtSettled
  | PointsExpired
  | PointsReinstated
  | PointsTransferredOut
  | PointsTransferredIn
  | AccountMerged
  | MergeReversed
  | OpeningImported
  | TierChanged
  | TierGranted
  | BenefitUsed
  | AccountSuspended
  | AccountResumed
  | AccountClosed;

/** An event as it is stored, with its version. */
export type StoredLoyaltyEvent = Stamped<LoyaltyEvent>;
