import type { Assessed, Day, Duration, InstantInput, Money, Reason } from "../../core/index.js";
import type { Points } from "../program/loyalty-program.js";

/** What is assumed of members, beyond what they did. */
export interface SimulationAssumptions {
  /** A bare day counts whole. */
  readonly asOf: InstantInput;
  /** Each member redeems this share of the points available so often; the first time at a random moment of the first such while. Default: nobody redeems. */
  readonly redemption?: { readonly share: number; readonly every: Duration } | undefined;
  /** Of the random moments; default 1. */
  readonly seed?: number | undefined;
  /** Customer → class, from value or segmentation. */
  readonly groups?: ReadonlyMap<string, string> | undefined;
  /** The margin of sales, 0 to 1: what the uplift that pays for the programme is reckoned from. */
  readonly marginRate?: number | undefined;
}

/** What a programme does to the members of one class. */
export interface SimulatedGroup {
  /** `""`: customers without a class. */
  readonly group: string;
  readonly members: number;
  readonly issued: Points;
  readonly cost: Money;
}

/** One month of a simulation. */
export interface SimulatedMonth {
  /** Its first day. */
  readonly month: Day;
  readonly issued: Points;
  readonly redeemed: Points;
  readonly expired: Points;
  /** What is owed at its end. */
  readonly liability: Money;
}

/**
 * What a programme would have given over a history.
 * @category Simulation
 */
export interface LoyaltySimulation {
  readonly members: number;
  readonly orders: number;
  /** Of the main point type, less what refunds took back. */
  readonly issued: Points;
  readonly redeemed: Points;
  readonly expired: Points;
  readonly outstanding: Points;
  readonly liability: Money;
  /** What was redeemed and what is owed. */
  readonly cost: Money;
  /** Cost ÷ net sales. */
  readonly costShare: number;
  /** Members by tier at the end; `""`: below the first. */
  readonly tiers: Readonly<Record<string, number>>;
  readonly ordersEarningNothing: number;
  /** Whole points that rounding took, as a decimal. */
  readonly lostToRounding: string;
  /** How much more has to be sold, at the margin given, for the programme to pay; unknown without a margin, and where it never does. */
  readonly breakEvenUplift: Assessed<number>;
  readonly byGroup: readonly SimulatedGroup[];
  readonly overTime: readonly SimulatedMonth[];
  readonly warnings: readonly Reason[];
}
