import { type ClienteleError, formatInstant, type InstantInput, zoneOf } from "../../core/index.js";
import { anything, checkOptions, inWords, NO_CURRENCY, refusal } from "../../core/shared.js";
import type { Rows, Transaction } from "../../model/index.js";
import type { BaseFrameParts, BaseParts } from "../base/base-parts.js";
import { commonFrame } from "../base/common-frame.js";
import { makeBase } from "../base/make-base.js";
import { mergedBase } from "../base/merged-base.js";
import { frameOf, partsOf } from "../base/parts-of.js";
import { addedSetAside } from "../base/set-aside.js";
import type { CustomerBase } from "../customer-base.js";
import type { SummarizeOptions } from "../purchases/summarize-options.js";
import type { TransactionColumns } from "../purchases/transaction-columns.js";
import { readRules } from "../reading/read-rules.js";
import { readSource, requireSource } from "../reading/read-source.js";

/**
 * How more transactions are read; everything else is as the base was read.
 * @category Customer base
 */
export interface AppendOptions
  extends Pick<SummarizeOptions, "localTimes" | "customerIds" | "aliases" | "exclude" | "rates"> {
  /** Default: the base's. Not earlier; later moves the whole base on. */
  readonly asOf?: InstantInput | undefined;
}

/**
 * The base with more transactions: what reading all of them at once would have given, if each refund comes with its order.
 *
 * The old base stays valid and is not copied: the new transactions are read now (with every error they hold), and joined to the old rows
 * when the new base is first looked at. A refund whose order was read before is one without its order: it lowers net on its own day.
 * Records that the first read found later than its `asOf` were never read: with a later `asOf` they must come again here (`warnings`
 * counts them). Ids are compared within `transactions` only.
 * @throws what {@link summarizePurchases} throws; INVALID_BASE; BASES_DO_NOT_MATCH for an earlier `asOf`
 * @example
 * import { appendTransactions, summarizePurchases } from "clientele/history";
 * const first = [{ id: "1", customerId: "ann", at: "2026-01-05", amount: "120.00", currency: "USD" }];
 * const base = summarizePurchases(first, { asOf: "2026-03-31" });
 * const april = [{ id: "2", customerId: "ann", at: "2026-04-02", amount: "80.00", currency: "USD" }];
 * const next = appendTransactions(base, april, { asOf: "2026-04-30" });
 * [next.at(0).orders, next.at(0).daysSinceLast, base.at(0).orders]; // => [2, 28, 1]
 * @category Customer base
 */
export function appendTransactions(
  base: CustomerBase,
  transactions: Rows<Transaction> | TransactionColumns,
  options: AppendOptions = {},
): CustomerBase {
  const { rules: before, asOf } = frameOf(base);
  checkOptions<AppendOptions>(options, appendRules);
  const rules = readRules({
    ...options,
    asOf: options.asOf ?? asOf,
    timeZone: before.timeZone,
    refunds: before.refunds,
    measures: before.measures,
    dimensions: before.dimensions,
    ...(before.currency === NO_CURRENCY ? {} : { currency: before.currency, scale: before.scale }),
  });
  if (rules.asOf < asOf) throw earlierAsOf(asOf, rules.asOf);
  requireSource(transactions);
  const more = readSource(transactions, rules);
  const frame = commonFrame({ ...frameOf(base), asOf: rules.asOf, asOfDay: rules.asOfDay }, more);
  const added = makeBase(more, () => more);
  return mergedBase(frame, base, added, () => movedOn(partsOf(base), frame));
}

// What is wrong inside them is told by readRules.
const appendRules = {
  asOf: anything,
  localTimes: anything,
  customerIds: anything,
  aliases: anything,
  exclude: anything,
  rates: anything,
};

/** The old parts under a later `asOf`: what was too late for the first read is no longer counted as too late, but told. */
function movedOn(parts: BaseParts, { asOf, asOfDay }: BaseFrameParts): BaseParts {
  if (asOf === parts.asOf || parts.afterAsOf === 0) return parts;
  const first = { kind: "later-than-first-read", label: "", count: parts.afterAsOf, minor: 0n } as const;
  const day = Math.min(asOfDay, zoneOf(parts.rules.timeZone).dayAt(parts.asOf + 1));
  return { ...parts, afterAsOf: 0, setAside: addedSetAside([parts.setAside, [{ ...first, day }]]) };
}

function earlierAsOf(before: number, now: number): ClienteleError {
  return refusal(
    "BASES_DO_NOT_MATCH",
    ["asOf"],
    `${formatInstant(before)} or later`,
    inWords(formatInstant(now)),
    "Cut the base with baseAt",
  );
}
