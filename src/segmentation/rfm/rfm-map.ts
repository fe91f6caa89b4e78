import type { Definition } from "../../core/index.js";

/**
 * What a map's cells are made of: all three scores, recency × frequency, or recency × a joint score of frequency and monetary:
 * the quintile of their mean over the base, or the mean itself.
 */
export type RfmMapAxes = "r-f-m" | "r-f" | "r-fm-quintile" | "r-fm-mean";

/** Names the cells listed: `"55"` on two axes, `"555"` on three. */
export interface RfmCellsRule {
  readonly segment: string;
  readonly cells: readonly string[];
}

/** Scores from … to, both included. */
export type RfmRange = readonly [from: number, to: number];

/** Names the scores within all its ranges; an axis left out takes any score. */
export interface RfmRangesRule {
  readonly segment: string;
  readonly r?: RfmRange | undefined;
  readonly f?: RfmRange | undefined;
  readonly m?: RfmRange | undefined;
  readonly fm?: RfmRange | undefined;
}

/** One line of a map. */
export type RfmMapRule = RfmCellsRule | RfmRangesRule;

/**
 * Names for RFM scores, as data: the first rule that matches wins, `otherwise` names what no rule matches.
 * A segment's name means nothing without its map's id and version: on one set of 995 customers, two published maps give
 * the same name to 30 to 57 % of them.
 * @category RFM
 */
export interface RfmMap extends Definition<"rfm-map"> {
  /** Scores run from 1 to this. */
  readonly bins: number;
  readonly axes: RfmMapAxes;
  /** The names, best customers first as the map lists them. */
  readonly segments: readonly string[];
  readonly rules: readonly RfmMapRule[];
  readonly otherwise?: string | undefined;
}

/** The segment of a customer without any purchase: it has no scores. */
export const NOT_SCORED = "not-scored";

/** The maps that ship with the library. */
export type RfmMapId =
  | "eleven-segments-25-cells"
  | "eleven-segments-125-cells"
  | "eleven-segments-r-x-fm"
  | "rf-grid-10"
  | "rfm-r-package"
  | "rfm-r-package-test"
  | "eight-classes-china"
  | "recency-monetary-7";
