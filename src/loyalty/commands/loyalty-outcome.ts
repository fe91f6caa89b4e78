import type { Money, Reason } from "../../core/index.js";
import type { NewLot } from "../account/loyalty-event.js";
import type { Points } from "../program/loyalty-program.js";

/** One line of what an order earns; an order without lines has one, without a product. */
export interface EarnedLine {
  readonly sku: string | null;
  readonly points: Points;
  readonly eligible: string;
}
/** Points of one lot, as outcomes tell it. */
export interface LotPoints {
  readonly lotId: string;
  readonly points: Points;
}

/**
 * What each command answers.
 * @category Accounts
 */
export interface LoyaltyOutcomes {
  readonly open: { readonly memberId: string };
  readonly earn: {
    /** Of the main point type. */
    readonly points: Points;
    readonly byType: Readonly<Record<string, Points>>;
    readonly lotIds: readonly string[];
    readonly lines: readonly EarnedLine[];
    readonly reasons: readonly Reason[];
  };
  readonly activity: { readonly points: Points; readonly reasons: readonly Reason[] };
  readonly activate: { readonly points: Points };
  readonly redeem: {
    readonly points: Points;
    readonly allocations: readonly LotPoints[];
    readonly worth?: Money | undefined;
    /** For the host to hand out. */
    readonly reward?: { readonly rewardId: string; readonly worth?: Money | undefined } | undefined;
  };
  readonly hold: { readonly holdId: string; readonly allocations: readonly LotPoints[] };
  readonly "commit-hold": { readonly points: Points };
  readonly "release-hold": { readonly points: Points };
  readonly "reverse-redemption": { readonly restored: Points; readonly expiredAtOnce: Points };
  readonly refund: {
    /** Taken from lots and as debt, of the main point type. */
    readonly clawed: Points;
    readonly waived: Points;
    /** Owed now. */
    readonly debt: Points;
    /** Points of rewards that came back. */
    readonly restored: Points;
  };
  readonly adjust: { readonly points: Points };
  readonly sweep: { readonly expired: Points };
  readonly reinstate: { readonly points: Points };
  readonly "import-opening": { readonly points: Points };
  readonly suspend: object;
  readonly resume: object;
  readonly close: { readonly forfeited: Points };
  readonly "grant-tier": { readonly tier: string; readonly until: string };
  /** How often more it may be used this year; null: as often as one likes. */
  readonly "use-benefit": { readonly left: number | null };
}

export interface PairOutcomes {
  readonly "transfer-out": {
    readonly points: Points;
    readonly pointType: string;
    readonly allocations: readonly LotPoints[];
    readonly lots: readonly NewLot[];
    readonly deadline?: string | undefined;
  };
  readonly "transfer-in": { readonly points: Points };
  readonly "merge-out": { readonly points: Points };
  readonly "merge-in": { readonly points: Points };
  readonly unmerge: { readonly points: Points };
}
