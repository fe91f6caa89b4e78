import type { Assessed, CustomerTable, Duration, MaybeColumn } from "../../core/index.js";

/** How {@link engagementIndex} weighs. */
export interface EngagementOptions {
  /** Recency is halved by every such time without an interaction; default 30 days. */
  readonly halfLife?: Duration | undefined;
  /** Frequency and breadth look back this far; default 90 days. */
  readonly last?: Duration | undefined;
  /** So many active days make half of the full frequency; default 4. */
  readonly halfDays?: number | undefined;
  /** So many kinds of interaction make half of the full breadth; default 2. */
  readonly halfKinds?: number | undefined;
  /** Relative weights of the three parts; default 1 each. */
  readonly weights?: { readonly recency: number; readonly frequency: number; readonly breadth: number } | undefined;
}

/** How engaged one customer is, with what it rests on. */
export interface Engagement {
  /** 0 to 100, the weighted mean of the three parts. */
  readonly index: number;
  /** 0 to 1 each. */
  readonly recency: number;
  readonly frequency: number;
  readonly breadth: number;
  /** Local days with an interaction within the time looked back. */
  readonly activeDays: number;
  /** Different kinds of interaction within it. */
  readonly kinds: number;
}

/** One customer's engagement. */
export interface EngagementRow {
  readonly customerId: string;
  readonly engagement: Assessed<Engagement>;
}

/** The same in columns, in the order of the summary. */
export interface EngagementColumns {
  readonly index: MaybeColumn;
  readonly recency: MaybeColumn;
  readonly frequency: MaybeColumn;
  readonly breadth: MaybeColumn;
  readonly activeDays: MaybeColumn;
  readonly kinds: MaybeColumn;
}

/**
 * The engagement of many customers.
 * @category Interactions
 */
export type EngagementTable = CustomerTable<EngagementRow, EngagementColumns>;
