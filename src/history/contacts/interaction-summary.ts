import type { Column, CustomerTable, InstantInput, LocalTimes, MaybeColumn } from "../../core/index.js";
import type { InteractionKind } from "../../model/index.js";

/** How {@link summarizeInteractions} reads. */
export interface SummarizeInteractionsOptions {
  /** No interaction later than this is read. A day counts whole. */
  readonly asOf: InstantInput;
  /** Default `"UTC"`. */
  readonly timeZone?: string | undefined;
  /** With `"in-zone"`, a time without offset is the wall clock of `timeZone`; default `"refuse"`. */
  readonly localTimes?: LocalTimes | undefined;
  /**
   * Whose rows the table has, in this order, with those who have no interaction; interactions of others are counted in `ignored`. Pass a base's
   * `customerIds` and the rows are the base's. Default: everybody met, ascending by id (code units).
   */
  readonly customerIds?: Iterable<string> | undefined;
}

/** The interactions of one customer. */
export interface InteractionsRow {
  readonly customerId: string;
  readonly interactions: number;
  readonly inbound: number;
  readonly outbound: number;
  /** The last time that the customer began, ISO 8601 in UTC; null: no interaction states so. */
  readonly lastInbound: string | null;
  readonly lastOutbound: string | null;
  /** Whole local days from then to `asOf`. */
  readonly daysSinceLastInbound: number | null;
  readonly daysSinceLastOutbound: number | null;
  /** Most used first, then by name; `null`: the interaction states no channel. */
  readonly byChannel: readonly { readonly channel: string | null; readonly interactions: number }[];
  readonly byKind: readonly { readonly kind: InteractionKind; readonly interactions: number }[];
}

/** The same in columns; instants in epoch milliseconds. */
export interface InteractionsColumns {
  readonly interactions: Column;
  readonly inbound: Column;
  readonly outbound: Column;
  readonly lastInboundAt: MaybeColumn;
  readonly lastOutboundAt: MaybeColumn;
}

/**
 * Every interaction, in compressed sparse rows: customer `i` has the entries `offsets[i]` to `offsets[i + 1]`, exclusive, ascending by time.
 * @category Interactions
 */
export interface InteractionLog {
  readonly offsets: Column;
  /** Epoch milliseconds. */
  readonly at: Column;
  /** 0 not stated, 1 inbound, 2 outbound. */
  readonly directions: Column;
  /** Positions in `kindNames`. */
  readonly kinds: Column;
  readonly kindNames: readonly InteractionKind[];
  /** 0 not stated, `k` is `channelNames[k - 1]`. */
  readonly channels: Column;
  readonly channelNames: readonly string[];
}

/**
 * The interactions of many customers, as of one instant.
 * @category Interactions
 */
export interface InteractionSummary extends CustomerTable<InteractionsRow, InteractionsColumns> {
  /** ISO 8601 in UTC. */
  readonly asOf: string;
  readonly timeZone: string;
  readonly log: InteractionLog;
  /** What was not read: later than `asOf`, or of nobody in `customerIds`. */
  readonly ignored: { readonly afterAsOf: number; readonly otherCustomers: number };
}
