import type { CONDITION_LANGUAGE, Condition, Parameters } from "../../conditions/index.js";
import type { Definition, Duration, Money } from "../../core/index.js";
import type { Scorecard } from "../../scorecards/index.js";

/** What somebody gets; the host hands it out. */
export type RewardValue =
  | { readonly kind: "points"; readonly points: number }
  | { readonly kind: "credit"; readonly value: Money }
  | { readonly kind: "coupon" | "gift"; readonly sku: string };

/** A share of what the order's buyer paid and did not get back, given as credit in the order's currency, rounded half up to its decimals. */
export interface RewardShare {
  readonly kind: "percentage";
  /** A decimal from 0 to 1: `"0.25"` is 25 %. */
  readonly rate: string;
}

/** Who gets a reward: the one who recommends (advocate, sender), or the one who was recommended (friend). */
export type RewardSide = "referrer" | "referee";

/**
 * One reward of a programme.
 * @category Referral programme
 */
export interface ReferralReward {
  readonly id: string;
  readonly for: RewardSide;
  readonly reward: RewardValue | RewardShare;
  /** For every qualifying order paid within this long of the first one paid; if absent, for the first alone. */
  readonly recurringFor?: Duration | undefined;
  /** For every so many confirmed referrals of a referrer, in place of each; granted by {@link referrerDecider}. */
  readonly milestone?: number | undefined;
  /** For a referrer's referrals from this one on, up to and with `to`; granted by {@link referrerDecider}. */
  readonly nth?: { readonly from: number; readonly to?: number | undefined } | undefined;
}

/** At most so many rewards to one referrer, in all or by the day or month of the programme's zone. Milestones do not count. */
export interface ReferralCap {
  readonly rewards: number;
  readonly per: "referrer" | "local-day" | "local-month";
}

/** Who counts as new, judged when the referral is bound. */
export type NewCustomerRule = "never-bought" | "never-registered" | { readonly inactiveDays: number };

/**
 * How one person is rewarded for bringing another: one level, never more. JSON, to be stored and versioned.
 * @category Referral programme
 */
export interface ReferralProgram extends Definition<"referral-program"> {
  readonly language: typeof CONDITION_LANGUAGE;
  readonly parameters?: Parameters | undefined;
  readonly timeZone: string;
  /** Which touch counts among those not older than `window`: declared before code before click, then the first or the last. */
  readonly attribution: { readonly touch: "first" | "last"; readonly window: Duration };
  /** Default `never-bought`: a registered prospect is new. */
  readonly newCustomer?: NewCustomerRule | undefined;
  /** Currencies that are rewarded; if absent, all. */
  readonly currencies?: readonly string[] | undefined;
  /** Over the facts of an order: minimum paid net, category, first order. An order of which nothing is left paid never qualifies. */
  readonly qualifies: Condition;
  /** From when an order qualifies to when it is rewarded: as long as goods may be sent back. */
  readonly hold: Duration;
  readonly rewards: readonly ReferralReward[];
  readonly caps?: readonly ReferralCap[] | undefined;
  /** Over {@link referralSchema}, with the bands pass, hold and reject; default {@link defaultReferralFraud}. */
  readonly fraud?: Scorecard<"referral-fraud"> | undefined;
  /** What to do where both live at one address: leave it to the score (default), hold, reject. */
  readonly household?: "score" | "hold" | "reject" | undefined;
  /** Whether the host's own staff may refer; default false. */
  readonly staffMayRefer?: boolean | undefined;
}

/** Whether a referrer's referrals must be counted together: then {@link referrerDecider} has the last word on the referrer's rewards. */
export const countsTogether = ({ caps = [], rewards }: Pick<ReferralProgram, "caps" | "rewards">): boolean =>
  caps.length > 0 || rewards.some(({ milestone, nth }) => milestone !== undefined || nth !== undefined);
