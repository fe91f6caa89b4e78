import type { AmountInput, InstantInput, Money } from "../../core/index.js";
import type { Decider, LedgerCommand } from "../../ledger/index.js";
import type { OrderCustomer, Transaction } from "../../model/index.js";
import type { NewLot, StoredLoyaltyEvent } from "../account/loyalty-event.js";
import type { LoyaltyAccount } from "../account/loyalty-state.js";
import type { LoyaltyRefusal } from "../errors.js";
import type { Points } from "../program/loyalty-program.js";
import type { LoyaltyOutcomes, PairOutcomes } from "./loyalty-outcome.js";

/** A command that is recognised when its message is repeated. */
export interface KeyedCommand extends LedgerCommand {
  readonly key: string;
}
export interface OpenAccount extends KeyedCommand {
  readonly type: "open";
  readonly memberId: string;
}
/** The order decides when points are earned, wait and expire; `at` is when the message is dealt with. */
export interface EarnPoints extends KeyedCommand {
  readonly type: "earn";
  readonly order: Transaction;
  readonly customer?: OrderCustomer | undefined;
}
export interface RecordActivity extends KeyedCommand {
  readonly type: "activity";
  readonly activity: string;
  readonly customer?: OrderCustomer | undefined;
}
export interface ActivatePoints extends KeyedCommand {
  readonly type: "activate";
  readonly lotIds: readonly string[];
}
/** Points, or a reward of the catalogue; of an order, where they pay for one. */
export interface RedeemPoints extends KeyedCommand {
  readonly type: "redeem";
  readonly points?: Points | undefined;
  readonly rewardId?: string | undefined;
  readonly orderId?: string | undefined;
  readonly order?: Transaction | undefined;
  readonly pointType?: string | undefined;
}
export interface HoldPoints extends KeyedCommand {
  readonly type: "hold";
  readonly holdId: string;
  readonly points: Points;
  readonly until: InstantInput;
  readonly pointType?: string | undefined;
}
export interface CommitHold extends KeyedCommand {
  readonly type: "commit-hold";
  readonly holdId: string;
  readonly points?: Points | undefined;
}
export interface ReleaseHold extends KeyedCommand {
  readonly type: "release-hold";
  readonly holdId: string;
}
export interface ReverseRedemption extends KeyedCommand {
  readonly type: "reverse-redemption";
  /** The key of the redemption, or of the hold that was committed. */
  readonly redemptionKey: string;
  /** Default: all that is left of it. */
  readonly points?: Points | undefined;
}
export interface RefundOrder extends KeyedCommand {
  readonly type: "refund";
  readonly orderId: string;
  /** All that has been refunded of the goods that earned, never the part of this message alone. */
  readonly cumulative: Money;
  /** The same by line; other lines than those that earned count nothing. */
  readonly lines?: readonly { readonly sku: string; readonly cumulative: AmountInput }[] | undefined;
  /** The whole order has been refunded; default: as soon as all that earned has. */
  readonly full?: boolean | undefined;
}
export interface AdjustPoints extends KeyedCommand {
  readonly type: "adjust";
  /** Above zero: a lot of its own; below: out of the balance. */
  readonly points: Points;
  readonly reason: string;
  readonly origin?: "sale" | "promotional" | undefined;
  readonly pointType?: string | undefined;
  /** Default: by the rules of the point type. */
  readonly expiresAt?: InstantInput | null | undefined;
}
export interface SweepExpired extends LedgerCommand {
  readonly type: "sweep";
}
export interface ReinstatePoints extends KeyedCommand {
  readonly type: "reinstate";
  readonly lotIds: readonly string[];
  readonly expiresAt: InstantInput;
  readonly reason: string;
}
/** Points that a member brings along, with their dates. */
export interface OpeningLot {
  readonly points: Points;
  readonly earnedAt: InstantInput;
  readonly activeFrom?: InstantInput | undefined;
  readonly expiresAt: InstantInput | null;
  readonly pointType?: string | undefined;
  readonly origin?: "sale" | "promotional" | undefined;
}
export interface ImportOpening extends KeyedCommand {
  readonly type: "import-opening";
  readonly lots: readonly OpeningLot[];
  readonly tier?: { readonly id: string; readonly validThrough: InstantInput } | undefined;
  /** What counts for tiers in the current period: an amount or a number, by the basis of the tiers. */
  readonly qualifying?: AmountInput | undefined;
}
export interface SuspendAccount extends KeyedCommand {
  readonly type: "suspend";
  readonly reason: string;
}
export interface ResumeAccount extends KeyedCommand {
  readonly type: "resume";
}
export interface CloseAccount extends KeyedCommand {
  readonly type: "close";
  readonly points: "forfeit" | "keep";
  readonly reason: string;
}
export interface GrantTier extends KeyedCommand {
  readonly type: "grant-tier";
  readonly tier: string;
  readonly until: InstantInput;
  readonly reason: string;
}
export interface UseBenefit extends KeyedCommand {
  readonly type: "use-benefit";
  readonly benefitId: string;
}

/**
 * What can be asked of an account.
 * @category Accounts
 */
export type LoyaltyCommand =
  | OpenAccount
  | EarnPoints
  | RecordActivity
  | ActivatePoints
  | RedeemPoints
  | HoldPoints
  | CommitHold
  | ReleaseHold
  | ReverseRedemption
  | RefundOrder
  | AdjustPoints
  | SweepExpired
  | ReinstatePoints
  | ImportOpening
  | SuspendAccount
  | ResumeAccount
  | CloseAccount
  | GrantTier
  | UseBenefit;

/** Commands of two accounts at once, each account's half. They are given by `transferPoints`, `mergeAccounts` and `unmergeAccounts`. */
export type PairCommand =
  | (KeyedCommand & { readonly type: "transfer-out"; readonly points: Points; readonly pointType?: string | undefined })
  | (KeyedCommand & {
      readonly type: "transfer-in";
      readonly pointType: string;
      readonly lots: readonly NewLot[];
      readonly deadline?: string | undefined;
    })
  | (KeyedCommand & { readonly type: "merge-out"; readonly into: string | null })
  | (KeyedCommand & { readonly type: "merge-in"; readonly from: LoyaltyAccount })
  | (KeyedCommand & { readonly type: "unmerge" });

/**
 * Decides commands of one programme.
 * @category Accounts
 */
export type LoyaltyDecider = Decider<
  LoyaltyAccount,
  LoyaltyCommand,
  StoredLoyaltyEvent,
  LoyaltyOutcomes,
  LoyaltyRefusal
>;
/** The same, with the halves of commands of two accounts. */
export type AccountDecider = Decider<
  LoyaltyAccount,
  LoyaltyCommand | PairCommand,
  StoredLoyaltyEvent,
  LoyaltyOutcomes & PairOutcomes,
  LoyaltyRefusal
>;
