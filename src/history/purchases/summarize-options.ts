import type { Day, InstantInput, LocalTimes } from "../../core/index.js";
import type { Dimension, Measure } from "../customer-base.js";

/**
 * What happens to refunds. `net`: they lower the customer's net on their own day, and an order whose refunds reach its amount is no
 * purchase from then on. `ignore`: they are left out and counted. `refuse`: a refund is an error.
 */
export type RefundPolicy = "net" | "ignore" | "refuse";

/** Leaves out transactions of these customers or with one of these tags, and counts them under the reason. */
export interface Exclusion {
  readonly reason: string;
  readonly customerIds?: Iterable<string> | undefined;
  readonly tags?: readonly string[] | undefined;
}

/** Merged id → surviving id. Chains are followed. */
export type Aliases = Readonly<Record<string, string>> | ReadonlyMap<string, string>;

/** Units of the base currency for one unit of `from` on `day`, as a decimal string; null: no rate, the transaction is set aside. */
export type ExchangeRates = (from: string, day: Day) => string | null;

/**
 * How transactions are read into a base.
 * @category Customer base
 */
export interface SummarizeOptions {
  /** No record later than this is read. A day counts whole. */
  readonly asOf: InstantInput;
  /** Default `"UTC"`. */
  readonly timeZone?: string | undefined;
  /** With `"in-zone"`, a time without offset in a row is the wall clock of `timeZone`; default `"refuse"`. Columns hold instants. */
  readonly localTimes?: LocalTimes | undefined;
  /** Default: the one currency of the transactions. */
  readonly currency?: string | undefined;
  /** Decimals kept; default those of the currency. Amounts that are finer are refused, never rounded. */
  readonly scale?: number | undefined;
  /** Default `"net"`. */
  readonly refunds?: RefundPolicy | undefined;
  /** Also those who never bought: prospects. */
  readonly customerIds?: Iterable<string> | undefined;
  readonly aliases?: Aliases | undefined;
  readonly exclude?: readonly Exclusion[] | undefined;
  /** Needs `currency`. Each order converts at the rate of its local day, half-up; its refunds at the order's. */
  readonly rates?: ExchangeRates | undefined;
  readonly measures?: readonly Measure[] | undefined;
  readonly dimensions?: readonly Dimension[] | undefined;
}
