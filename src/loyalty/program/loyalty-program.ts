import type { CONDITION_LANGUAGE, Condition, Parameters } from "../../conditions/index.js";
import type { Definition, Duration, Festival, Money, Rounding } from "../../core/index.js";

/** A number of points: a safe integer in the smallest unit of its type. */
export type Points = number;

/**
 * One kind of points of a programme: points to spend (积分), growth value that qualifies (成长值), stamps.
 * @category Programmes
 */
export interface PointType {
  readonly id: string;
  /** Decimals of a point: 1 point is 10^scale units; default 0. */
  readonly scale?: number | undefined;
  /** How long after the order points cannot be spent yet, or until a command activates them; default: not at all. */
  readonly pending?: Duration | "until-activated" | undefined;
  /** Default: never. */
  readonly expiry?: PointExpiry | undefined;
  /** Which points go first; default `"soonest-expiring"`. */
  readonly consumption?: "soonest-expiring" | "fifo" | undefined;
}

/** When points expire: so long after they were earned, or after the member was last active. */
export type PointExpiry =
  | { readonly type: "after-earn"; readonly after: Duration; readonly through?: ExpiryBoundary | undefined }
  | {
      readonly type: "inactivity";
      readonly after: Duration;
      readonly through?: ExpiryBoundary | undefined;
      readonly activity: readonly ("earn" | "redeem")[];
    };

/** Points last to the end of the local day, month, quarter or year in which they would expire. */
export type ExpiryBoundary = "local-day" | "local-month" | "local-quarter" | "local-year";

/** What is left out of the amount that earns, unless a rule includes it. */
export type Exclusion = "tax" | "shipping" | "gift-card" | "points-paid" | "gift-card-paid";

/**
 * A rule that gives points: for money spent, for an order, for a line or a piece, or for an activity.
 * Conditions are over `orderSchema("*")` or the schema of the programme; with `on: "line"` over one line and its order.
 * @category Programmes
 */
export interface EarningRule {
  readonly id: string;
  /** Whom `first` and ties go by: the highest; default 0. Ties of it go by `id`. */
  readonly priority?: number | undefined;
  readonly on?: "order" | "line" | undefined;
  readonly when?: Condition | undefined;
  /** By currency: so many whole points for so much. */
  readonly rates?: Readonly<Record<string, { readonly points: string; readonly per: string }>> | undefined;
  /** Or a fixed number of units: for a visit, an activity, a birthday. */
  readonly points?: Points | undefined;
  /** What fixed points are given for; default `"order"`. */
  readonly each?: "order" | "piece" | undefined;
  /** The least eligible amount, in the currency of the order. `"0"` gives fixed points for orders of nothing too. */
  readonly minimumSpend?: string | undefined;
  /** The activity that earns, such as `"review"`; the rule then takes no part in orders. */
  readonly activity?: string | undefined;
  /** How often an activity earns. */
  readonly oncePer?: "ever" | "local-day" | "local-month" | "calendar-year" | undefined;
  /** A daily activity done on so many days running earns this on top, again after as many more (连续签到). */
  readonly streak?: readonly { readonly every: number; readonly points: Points }[] | undefined;
  /** Earned on the birthday only, from `customer.birthday`; born on 29 February: kept on this day. */
  readonly birthday?: { readonly leapDay?: "feb28" | "mar1" | undefined } | undefined;
  readonly mode?: "proportional" | "whole-increments" | undefined;
  /** Needed where there are several point types. */
  readonly pointType?: string | undefined;
  /** Orders that earn by this rule though others do not. */
  readonly include?: readonly ("pending" | "test" | "staff")[] | undefined;
  readonly label?: Readonly<Record<string, string>> | undefined;
}

/** Days on which a promotion holds, besides its window. */
export type PromotionDays =
  | { readonly type: "weekdays"; readonly days: readonly number[] }
  | { readonly type: "month-days"; readonly days: readonly number[] }
  | { readonly type: "festival"; readonly festival: Festival }
  | { readonly type: "birthday"; readonly of: "day" | "month"; readonly leapDay?: "feb28" | "mar1" | undefined };

/**
 * Multiplies what the rules gave, or adds to it, in `[startsAt, endsAt)`. Applies only where the rules gave points.
 * @category Programmes
 */
export interface EarningPromotion {
  readonly id: string;
  readonly priority?: number | undefined;
  readonly on?: "order" | "line" | undefined;
  readonly when?: Condition | undefined;
  readonly times?: string | undefined;
  readonly add?: Points | undefined;
  /** ISO 8601, or days of the programme's zone. */
  readonly startsAt?: string | undefined;
  readonly endsAt?: string | undefined;
  readonly days?: PromotionDays | undefined;
  /** What `latest` goes by. */
  readonly createdAt?: string | undefined;
  readonly pointType?: string | undefined;
  readonly label?: Readonly<Record<string, string>> | undefined;
}

/** The most points that are credited; a campaign cap limits what its promotion adds. */
export interface EarningCap {
  readonly points: Points;
  readonly per: "order" | "local-day" | "local-month" | "member" | "campaign";
  /** For `campaign`. */
  readonly promotion?: string | undefined;
  /** Only points of this rule of an activity; default: of orders and activities together. */
  readonly rule?: string | undefined;
  readonly pointType?: string | undefined;
}

/** A reward of the catalogue. The host hands it out. */
export interface Reward {
  readonly id: string;
  readonly points: Points;
  readonly pointType?: string | undefined;
  readonly worth?: Money | undefined;
  /** Whether its points come back when the order it was used for is refunded whole; default `"never"`. */
  readonly restoreOn?: "full-refund" | "never" | undefined;
}

/** What points buy. */
export interface RedemptionTerms {
  readonly pointType?: string | undefined;
  /** So many units are worth so much. */
  readonly points: Points;
  readonly worth: Money;
  readonly minimum?: Points | undefined;
  readonly multiplesOf?: Points | undefined;
  readonly maxShareOfOrder?: string | undefined;
  readonly rewards?: readonly Reward[] | undefined;
}

/** What members of a tier may have; `uses` limits how often within a calendar year. */
export interface TierBenefit {
  readonly id: string;
  readonly uses?: number | undefined;
}

/** A level of membership, from a number of units or an amount on. */
export interface TierLevel {
  readonly id: string;
  readonly from: string;
  readonly benefits?: readonly TierBenefit[] | undefined;
}

/** How members rise and fall. Never by the balance that can be spent. */
export interface TierTerms {
  readonly basis: "spend" | "earned" | "visits" | "qualifying-points";
  /** For `spend`; needed where rules have rates in several currencies. */
  readonly currency?: string | undefined;
  /** For `earned` and `qualifying-points`; needed where there are several point types. */
  readonly pointType?: string | undefined;
  readonly window:
    | { readonly type: "rolling"; readonly last: Duration }
    | { readonly type: "calendar"; readonly period: "quarter" | "year" }
    | { readonly type: "anniversary" };
  readonly levels: readonly TierLevel[];
  /** How long a tier holds once reached in a calendar or anniversary period; default to the end of the next, which then decides anew. */
  readonly validThrough?: "end-of-period" | "end-of-next-period" | undefined;
  readonly tierForEarn?: "before-this-order" | "including-this-order" | undefined;
  readonly downgrade?: "requalify" | "one-down" | undefined;
  /** How much longer a tier holds after it would be lost. */
  readonly grace?: Duration | undefined;
  /** A refund counts in the period of its order (default), or only once the tier's validity ends. */
  readonly refunds?: "recompute" | "keep-until-valid-through" | undefined;
}

/**
 * A points programme as data: how points are earned, wait, expire, are spent and taken back, and how tiers are reached.
 * @category Programmes
 */
export interface LoyaltyProgram extends Definition<"loyalty-program"> {
  readonly language: typeof CONDITION_LANGUAGE;
  readonly parameters?: Parameters | undefined;
  readonly timeZone: string;
  readonly pointTypes: readonly PointType[];
  readonly earning: {
    readonly rules: readonly EarningRule[];
    readonly combine?: "sum" | "best-of" | "first" | undefined;
    readonly promotions?: readonly EarningPromotion[] | undefined;
    readonly promotionCombine?: "multiply" | "max" | "latest" | undefined;
    /** Default: `rounded` where every rule that applies counts whole increments, otherwise `raw`. */
    readonly multiplierBase?: "raw" | "rounded" | undefined;
    /** Default: tax, shipping and gift cards. */
    readonly exclude?: readonly Exclusion[] | undefined;
    /** Categories of lines that sell gift cards; default `["gift-card"]`. */
    readonly giftCardCategories?: readonly string[] | undefined;
    /** The customer tag of staff, who earn nothing; default `"staff"`. */
    readonly staffTag?: string | undefined;
    readonly caps?: readonly EarningCap[] | undefined;
    /** Default: floor of the order, what is left over is dropped. */
    readonly rounding?:
      | { readonly mode: Rounding; readonly at: "line" | "order"; readonly remainder?: "drop" | "carry" | undefined }
      | undefined;
  };
  /** What happens when points to be taken back have been spent; default `within-balance`. */
  readonly returns?: { readonly policy: "only-pending" | "within-balance" | "allow-negative" } | undefined;
  readonly redemption?: RedemptionTerms | undefined;
  readonly tiers?: TierTerms | undefined;
}
