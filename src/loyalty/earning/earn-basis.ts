import type { Rounding } from "../../core/index.js";
import type { Points } from "../program/loyalty-program.js";

/** A quotient of two safe integers. */
export type Quotient = readonly [numerator: number, denominator: number];

/** One rule that applied, in resolved numbers. */
export interface RuleBasis {
  readonly id: string;
  readonly priority: number;
  /** The parts of the order that it looks at; left out: all. */
  readonly parts?: readonly number[] | undefined;
  /** So many units of points for so many minor units of money. */
  readonly gives?: Quotient | undefined;
  readonly per?: Quotient | undefined;
  readonly whole?: true | undefined;
  /** Counts whole increments of each line by itself. */
  readonly byLine?: true | undefined;
  readonly points?: Points | undefined;
  /** Pieces of each part it looks at, for points by the piece. */
  readonly pieces?: readonly number[] | undefined;
  /** The least eligible amount in minor units. */
  readonly minimum?: number | undefined;
}

/** One promotion that applied, in resolved numbers. */
export interface PromotionBasis {
  readonly id: string;
  readonly priority: number;
  readonly parts?: readonly number[] | undefined;
  readonly times?: Quotient | undefined;
  readonly add?: Points | undefined;
  readonly createdAt?: string | undefined;
}

/** How one type of points was earned. */
export interface TypeBasis {
  readonly pointType: string;
  readonly rules: readonly RuleBasis[];
  readonly combine: "sum" | "best-of" | "first";
  readonly promotions: readonly PromotionBasis[];
  readonly promotionCombine: "multiply" | "max" | "latest";
  readonly multiplierBase?: "raw" | "rounded" | undefined;
  readonly rounding: { readonly mode: Rounding; readonly at: "line" | "order" };
  /** What earlier orders left over. */
  readonly carried?: string | undefined;
  /** The most that caps let through. */
  readonly limit?: Points | undefined;
  /** What was credited. */
  readonly points: Points;
}

/**
 * The numbers by which an order earned: what a refund takes back is reckoned from them, whatever has become of the programme.
 * @category Earning
 */
export interface EarnBasis {
  readonly currency: string;
  /** Decimals of its minor units. */
  readonly scale: number;
  /** Eligible minor units of each part: the lines, or the order as one, and what no line tells of. */
  readonly parts: readonly number[];
  /** The products of the parts that are lines. */
  readonly skus?: readonly string[] | undefined;
  readonly types: readonly TypeBasis[];
  /** What it counts for tiers, and by what measure. */
  readonly tier?:
    | { readonly basis: "spend" | "earned" | "visits"; readonly pointType?: string | undefined }
    | undefined;
}
