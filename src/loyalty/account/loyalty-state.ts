import { requireShape } from "../../core/shared.js";
import type { Ledger } from "../../ledger/index.js";
import type { EarnBasis } from "../earning/earn-basis.js";
import type { Points } from "../program/loyalty-program.js";
import type { Notes } from "./notes.js";
import { emptySequence, type Sequence } from "./sequence.js";

/** Some points with one origin and one fate. Instants are epoch milliseconds. */
export interface Lot {
  readonly id: string;
  readonly pointType: string;
  readonly opened: Points;
  readonly remaining: Points;
  /** What was left of it when its expiry was recorded. */
  readonly expired: Points;
  readonly earnedAt: number;
  /** null: until a command activates it. */
  readonly activeAt: number | null;
  /** null: never. */
  readonly expiresAt: number | null;
  /** Expires with the member's inactivity instead. */
  readonly byActivity: boolean;
  readonly origin: "sale" | "promotional";
  readonly source: string;
}

/** Points of a lot, by its number within the account. */
export interface Share {
  readonly lot: number;
  readonly points: Points;
}

/** Points set aside for a cart. */
export interface Hold {
  readonly key: string;
  readonly pointType: string;
  readonly shares: readonly Share[];
  readonly until: number;
}

/** What an order earned, and by which numbers: enough to take it back without the programme. */
export interface OrderRecord {
  readonly at: number;
  readonly basis: EarnBasis;
  /** The lot of each type in the basis; -1 where it gave no points. */
  readonly lots: readonly number[];
}

/** What has been refunded of an order, all in all. */
export interface RefundRecord {
  /** In minor units of the order. */
  readonly cumulative: string;
  readonly currency: string;
  readonly lines: Readonly<Record<string, string>> | null;
  readonly full: boolean;
  /** Of each type in the order's basis: taken, waived and expired points together. */
  readonly clawed: readonly Points[];
  /** The part of it that had expired already. */
  readonly lapsed: readonly Points[];
  /** What no longer counts for tiers. */
  readonly disqualified: number;
  readonly rewardsRestored: boolean;
  /** By how much it changed what rounding left over, of each type that carries it on. */
  readonly rests?: readonly string[] | undefined;
}

/** A redemption, as it was. */
export interface RedemptionRecord {
  readonly pointType: string;
  readonly points: Points;
  readonly shares: readonly Share[];
  readonly orderId: string | null;
  readonly restoreOn: "full-refund" | "never";
}

/** Something that counts for tiers; what a refund takes away is negative. */
export interface Qualifying {
  /** When the order was. */
  readonly at: number;
  /** When it became known: later than `at` for a refund. */
  readonly notedAt: number;
  readonly amount: number;
}

/** A tier given by hand, or brought along from another system. */
export interface TierGrant {
  readonly tier: string;
  readonly from: number;
  readonly until: number;
  readonly reason: string;
  readonly actor: string | null;
}

/** What has happened to the points of one type, all in all. */
export interface PointTotals {
  readonly earned: Points;
  readonly clawed: Points;
  readonly redeemed: Points;
  readonly expired: Points;
  readonly adjusted: Points;
}

/**
 * What the events of one member add up to. Plain JSON, never changed in place; successive states share what they have in common.
 * Read it through functions such as `pointsBalance`, not field by field.
 * @category Accounts
 */
export interface LoyaltyState {
  readonly memberId: string | null;
  readonly status: "open" | "suspended" | "closed";
  readonly openedAt: number | null;
  readonly lots: Sequence<Lot>;
  /** No lot before this one has anything left. */
  readonly openFrom: number;
  readonly debts: Readonly<Record<string, Points>>;
  /** When points of a type expire if the member does nothing more. */
  readonly deadlines: Readonly<Record<string, number>>;
  readonly totals: Readonly<Record<string, PointTotals>>;
  readonly holds: Readonly<Record<string, Hold>>;
  readonly orders: Notes<OrderRecord>;
  readonly refunds: Notes<RefundRecord>;
  readonly redemptions: Notes<RedemptionRecord>;
  /** Points given back of each redemption. */
  readonly reversals: Notes<Points>;
  /** Redemptions by the order they were used for. */
  readonly usedFor: Notes<readonly string[]>;
  /** How much of each cap, occasion and benefit is used, by name and period. */
  readonly uses: Notes<number>;
  readonly streaks: Readonly<Record<string, { readonly day: number; readonly length: number }>>;
  /** What rounding left over, by point type, as a fraction. */
  readonly carries: Readonly<Record<string, string>>;
  readonly qualifying: Sequence<Qualifying>;
  readonly grants: readonly TierGrant[];
  /** The tier as it was last recorded. */
  readonly tier: { readonly tier: string | null; readonly validThrough: number | null };
  readonly imported: boolean;
  /** The merge that was the last thing to happen, so that it can be undone. */
  readonly merged: { readonly key: string; readonly before: LoyaltyState } | null;
}

/**
 * The account of one member: a ledger of points.
 * @category Accounts
 */
export type LoyaltyAccount = Ledger<LoyaltyState>;

/** Refuses what is no account. @throws INVALID_ARGUMENT */
export const requireAccount = (
  account: LoyaltyAccount,
  name: string | readonly (string | number)[] = "account",
): void => requireShape(account?.current, name, "an account of loyaltyDecider", "lots", "holds", "totals");

export const emptyState: LoyaltyState = {
  memberId: null,
  status: "open",
  openedAt: null,
  lots: emptySequence(),
  openFrom: 0,
  debts: {},
  deadlines: {},
  totals: {},
  holds: {},
  orders: [],
  refunds: [],
  redemptions: [],
  reversals: [],
  usedFor: [],
  uses: [],
  streaks: {},
  carries: {},
  qualifying: emptySequence(),
  grants: [],
  tier: { tier: null, validThrough: null },
  imported: false,
  merged: null,
};

/** A value under a name that a host may have chosen. */
export const own = <V>(record: Readonly<Record<string, V>>, name: string): V | undefined =>
  Object.hasOwn(record, name) ? record[name] : undefined;
