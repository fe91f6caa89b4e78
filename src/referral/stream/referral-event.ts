import type { Condition, Parameters } from "../../conditions/index.js";
import type { DefinitionRef, Duration, Money, Reason } from "../../core/index.js";
import type { Stamped } from "../../ledger/index.js";
import type { OrderCustomer, Transaction } from "../../model/index.js";
import type { NewCustomerRule, ReferralReward, RewardSide, RewardValue } from "../program/referral-program.js";

/** How a referrer was named: by a link, by a code that was typed, or in person at the till. */
export type TouchKind = "click" | "code" | "declared";

/** One sign that somebody was referred. */
export interface ReferralTouch {
  readonly code: string;
  readonly how: TouchKind;
  /** ISO 8601 in UTC. */
  readonly at: string;
}

/**
 * What a host shall do: give a reward to a customer, or take it back. Hand it on under `key`, which no two instructions share.
 * @category Referrals
 */
export interface RewardInstruction {
  readonly key: string;
  /** Of the grant; one grant can be taken back in several parts. */
  readonly grantId: string;
  readonly action: "grant" | "reverse";
  readonly customerId: string;
  readonly side: RewardSide;
  readonly rewardId: string;
  readonly reward: RewardValue;
}

/** The terms a referral lives under: those of the programme when it was bound, whatever becomes of the programme. */
export interface ReferralTerms {
  readonly program: DefinitionRef;
  readonly timeZone: string;
  readonly newCustomer: NewCustomerRule;
  readonly qualifies: Condition;
  readonly parameters?: Parameters | undefined;
  readonly hold: Duration;
  /** Those granted for this referral alone; milestones are not among them. */
  readonly rewards: readonly ReferralReward[];
  /** {@link referrerDecider} has the last word on the referrer's rewards. */
  readonly together: boolean;
}

/** An order that came before the sign-up: it is judged when the referral is bound. */
export interface EarlyOrder {
  readonly order: Transaction;
  readonly payments: readonly Payment[];
  readonly customer?: OrderCustomer | undefined;
  readonly number?: number | undefined;
}

/** What was paid of an order in all, as of an instant. */
export interface Payment {
  readonly at: string;
  /** Null: the whole. */
  readonly paid: string | null;
}

/** What matters of an order. Amounts in its currency, with as many decimals as `paidNet`. */
export interface JudgedOrder {
  readonly orderId: string;
  readonly at: string;
  readonly currency: string;
  readonly amount: string;
  /** Goods less what points and gift cards paid. */
  readonly paidNet: string;
  /** The order qualifies as long as at least this much is paid and not refunded; null if it never does. */
  readonly qualifiesFrom: string | null;
}

interface Happened<Type extends string> {
  readonly type: Type;
  readonly v: 1;
  readonly at: string;
}

/**
 * What happened to a referral. All that was decided stands in it: instants, terms, amounts.
 * @category Referrals
 */
export type ReferralEvent =
  | (Happened<"TouchRecorded"> & { readonly touch: ReferralTouch })
  | (Happened<"ReferralBound"> & {
      readonly refereeId: string;
      readonly referrerId: string;
      readonly touch: ReferralTouch;
      readonly terms: ReferralTerms;
      readonly reasons: readonly Reason[];
    })
  | (Happened<"OrderNoted"> & { readonly early: EarlyOrder })
  | (Happened<"OrderJudged"> & {
      readonly order: JudgedOrder;
      readonly payments: readonly Payment[];
      readonly reasons: readonly Reason[];
    })
  | (Happened<"PaymentNoted"> & { readonly orderId: string; readonly payment: Payment })
  | (Happened<"RefundNoted"> & { readonly orderId: string; readonly cumulative: Money })
  | (Happened<"ReferralQualified"> & {
      readonly orderId: string;
      readonly qualifiedAt: string;
      readonly holdUntil: string;
    })
  | (Happened<"ReferralDisqualified"> & { readonly orderId: string })
  | (Happened<"ReferralHeld"> & { readonly reasons: readonly Reason[] })
  | (Happened<"ReferralReviewed"> & { readonly verdict: "approve" | "void"; readonly reason: string })
  | (Happened<"ReferralReattributed"> & { readonly from: string; readonly to: string; readonly reason: string })
  | (Happened<"CustomersMerged"> & { readonly customerId: string; readonly into: string })
  | (Happened<"ReferralVoided"> & { readonly reasons: readonly Reason[] })
  | Happened<"ReferralConfirmed">
  | Happened<"ReferralUndone">
  | (Happened<"RewardGranted" | "RewardReversed"> & {
      readonly instruction: RewardInstruction;
      readonly orderId: string;
      /** Minor units of credit, 1 of anything else. */
      readonly units: number;
    });

/** An event of a referral as it is stored. */
export type StoredReferralEvent = Stamped<ReferralEvent>;
