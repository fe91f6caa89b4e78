import type { InstantInput, Money, Reason } from "../../core/index.js";
import type { Decider, LedgerCommand } from "../../ledger/index.js";
import type { OrderCustomer, Transaction } from "../../model/index.js";
import type { ReferralRefusal } from "../errors.js";
import type { ReferrerCommand } from "../limits/referrer-ledger.js";
import type { ReferralHashes, ReferralSignals } from "../program/referral-fraud.js";
import type { RewardInstruction, StoredReferralEvent, TouchKind } from "../stream/referral-event.js";
import type { ReferralLedger, ReferralStatus } from "../stream/referral-state.js";

/** Every command but `tick` is recognised by its key when it comes again. */
interface Keyed extends LedgerCommand {
  readonly key: string;
}

/** What the host knows of a customer before the sign-up, under every id and address that is the same person. */
export interface NewCustomerFacts {
  readonly registeredAt?: InstantInput | undefined;
  /** The last order of any account of this person; left out: none. */
  readonly lastOrderAt?: InstantInput | undefined;
  /** Orders of guests: those with the referee's hash of an e-mail address count too. */
  readonly guestOrders?: readonly { readonly at: InstantInput; readonly email: string }[] | undefined;
}

export interface TouchCommand extends Keyed {
  readonly type: "touch";
  /** Left out for a visit without a code: it changes nothing. */
  readonly code?: string | undefined;
  readonly how: TouchKind;
}

export interface SignUpCommand extends Keyed {
  readonly type: "sign-up";
  readonly refereeId: string;
  /** Whose code it is that {@link attributeTouch} names; no key is bound to this and what follows. */
  readonly referrerId: string;
  /** What {@link referralAncestors} gives for the referrer. */
  readonly ancestors?: readonly string[] | undefined;
  readonly newCustomer?: NewCustomerFacts | undefined;
  readonly hashes?: { readonly referrer: ReferralHashes; readonly referee: ReferralHashes } | undefined;
  readonly signals?: ReferralSignals | undefined;
}

export interface PurchaseCommand extends Keyed {
  readonly type: "purchase";
  readonly order: Transaction;
  /** What has been paid of the order in all, as of `at`; left out: the whole, when it was placed. */
  readonly paid?: Money | undefined;
  readonly customer?: OrderCustomer | undefined;
  /** Which order of the customer's it is, from 1. */
  readonly number?: number | undefined;
}

export interface RefundCommand extends Keyed {
  readonly type: "refund";
  readonly orderId: string;
  /** What was refunded of the order's goods in all. */
  readonly cumulative: Money;
}

export interface HoldCommand extends Keyed {
  readonly type: "hold";
  readonly reason: string;
}

export interface ReviewCommand extends Keyed {
  readonly type: "review";
  readonly actor: string;
  /** `void` ends the referral, and takes back what was granted, however long ago. */
  readonly verdict: "approve" | "void";
  readonly reason: string;
}

/** Moves a referral that has not been granted; a second move takes a key of its own. */
export interface ReattributeCommand extends Keyed {
  readonly type: "reattribute";
  readonly actor: string;
  readonly referrerId: string;
  readonly ancestors?: readonly string[] | undefined;
  readonly reason: string;
}

/** Two customer records turned out to be one person. */
export interface MergeCommand extends Keyed {
  readonly type: "merge";
  readonly customerId: string;
  readonly into: string;
}

/** Time has passed; needed for what is due to be granted. Repeating it is harmless. */
export interface TickCommand extends LedgerCommand {
  readonly type: "tick";
}

/**
 * What can be told to a referral.
 * @category Referrals
 */
export type ReferralCommand =
  | TouchCommand
  | SignUpCommand
  | PurchaseCommand
  | RefundCommand
  | HoldCommand
  | ReviewCommand
  | ReattributeCommand
  | MergeCommand
  | TickCommand;

/** What came of a command. */
export interface ReferralOutcome {
  readonly status: ReferralStatus;
  /** What the host shall hand out or take back now. */
  readonly instructions: readonly RewardInstruction[];
  /** To be decided by the referrer's own ledger, which then instructs; null if the programme counts nothing together. */
  readonly forReferrer: ReferrerCommand | null;
  readonly reasons: readonly Reason[];
}

/**
 * Decides what is told to referrals of one programme.
 * @category Referrals
 */
export type ReferralDecider = Decider<
  ReferralLedger,
  ReferralCommand,
  StoredReferralEvent,
  Record<ReferralCommand["type"], ReferralOutcome>,
  ReferralRefusal
>;
