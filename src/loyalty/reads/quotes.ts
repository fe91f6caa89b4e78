import {
  currencyDecimals,
  formatMinorUnits,
  type InstantInput,
  type Money,
  parseMinorUnits,
  type Reason,
} from "../../core/index.js";
import { anything, checkOptions, type OptionRules, parseMoment, readBy, whole } from "../../core/shared.js";
import type { Refused } from "../../ledger/index.js";
import type { FactSchema, OrderCustomer, Transaction } from "../../model/index.js";
import { evolveState } from "../account/evolve.js";
import type { LoyaltyAccount } from "../account/loyalty-state.js";
import { own, requireAccount } from "../account/loyalty-state.js";
import { activeShares, timeEvents } from "../account/settle.js";
import { customer } from "../commands/command-rules.js";
import { linesOf } from "../commands/decide-earning.js";
import { mostFor, refusedBy, worthOf } from "../commands/decide-redemptions.js";
import type { EarnedLine } from "../commands/loyalty-outcome.js";
import { earnByOrder } from "../earning/earn-by-order.js";
import { readOrder } from "../earning/read-order.js";
import { reasonsByPart, reasonsOf } from "../earning/told-points.js";
import type { LoyaltyRefusal } from "../errors.js";
import type { LoyaltyProgram, Points } from "../program/loyalty-program.js";
import { readyProgram } from "../program/ready-program.js";

/** One line of a quote, with what each rule gave for it before promotions and rounding. */
export interface QuotedLine extends EarnedLine {
  readonly reasons: readonly Reason[];
}

/** What an order would earn, and why. */
export interface EarnQuote {
  /** Of the main point type. */
  readonly points: Points;
  readonly byType: Readonly<Record<string, Points>>;
  readonly lines: readonly QuotedLine[];
  readonly reasons: readonly Reason[];
}

/** Whose order it is. */
export interface QuoteEarnOptions {
  /** For tiers, caps and carried remainders. */
  readonly account?: LoyaltyAccount | undefined;
  readonly customer?: OrderCustomer | undefined;
  readonly schema?: FactSchema | undefined;
}

/**
 * What an order would earn, by line and with the rules that applied: the reckoning of `earn` itself, so a preview is a promise.
 *
 * An order in a currency without a rate earns nothing, and is refused by `earn`. Without an account caps are unused and there is no tier.
 * @throws INVALID_DEFINITION, INVALID_OPTIONS, and what is wrong with the order
 * @example
 * import { defineLoyaltyProgram, quoteEarn } from "clientele/loyalty";
 * const program = defineLoyaltyProgram({
 *   id: "club",
 *   version: 1,
 *   timeZone: "UTC",
 *   pointTypes: [{ id: "points" }],
 *   earning: { rules: [{ id: "spend", rates: { EUR: { points: "1", per: "1.00" } } }] },
 *   redemption: { points: 100, worth: { amount: "1.00", currency: "EUR" } },
 * });
 * const order = { id: "O9", customerId: "ann", at: "2026-05-01T10:00:00Z", amount: "19.99", currency: "EUR" };
 * quoteEarn(order, program).points; // => 19
 * @category Earning
 */
export function quoteEarn(order: Transaction, program: LoyaltyProgram, options: QuoteEarnOptions = {}): EarnQuote {
  checkOptions<QuoteEarnOptions>(options, earnRules);
  const ready = readyProgram(program, options.schema);
  const earning = earnByOrder(order, ready, options.account?.current, options.customer);
  if ("currency" in earning) return { points: 0, byType: {}, lines: [], reasons: [] };
  const byType = Object.fromEntries(earning.basis.types.map(({ pointType, points }) => [pointType, points]));
  const { found, basis, reasons } = earning;
  const byPart =
    found === undefined ? [] : basis.skus === undefined ? [reasonsOf(found)] : reasonsByPart(found, basis.parts.length);
  const lines = linesOf(earning).map(
    ({ sku, points, eligible }, index): QuotedLine => ({ sku, points, eligible, reasons: byPart[index] ?? [] }),
  );
  return { points: own(byType, ready.mainType) ?? 0, byType, lines, reasons };
}

const earnRules: OptionRules<QuoteEarnOptions> = {
  account: readBy((account: LoyaltyAccount, path) => requireAccount(account, path)),
  customer,
  schema: anything,
};

/** Points that would pay for a part of an order. */
export interface RedemptionQuote {
  readonly ok: true;
  readonly points: Points;
  readonly worth: Money;
  /** What is left to pay of the order's goods. */
  readonly due: Money;
}

/** How many points, at most, for which order. */
export interface RedemptionRequest {
  /** Default: as many as can be. */
  readonly points?: Points | undefined;
  readonly order: Transaction;
}

/**
 * How many points would pay for how much of an order: the request is an upper bound, cut to the balance, the share of the order that
 * points may pay, and a multiple.
 * @throws INVALID_DEFINITION, INVALID_OPTIONS, INVALID_INSTANT, INVALID_AMOUNT
 * @example continued
 * import { earnPoints, emptyAccount, quoteRedemption } from "clientele/loyalty";
 * const before = { ...order, id: "O1", amount: "100.00" };
 * const earned = earnPoints(emptyAccount(program), { key: "O1", at: before.at, order: before }, program);
 * const ann = earned.ok ? earned.state : emptyAccount(program);
 * const quote = quoteRedemption({ order }, program, { account: ann, at: "2026-05-02" });
 * quote.ok && [quote.points, quote.worth.amount, quote.due.amount]; // => [100, "1.00", "18.99"]
 * @category Accounts
 */
export function quoteRedemption(
  request: RedemptionRequest,
  program: LoyaltyProgram,
  options: { readonly account: LoyaltyAccount; readonly at: InstantInput },
): RedemptionQuote | Refused<LoyaltyRefusal> {
  checkOptions<RedemptionRequest>(request, { order: anything, points: whole({ from: 1 }) }, ["order"], ["request"]);
  checkOptions<typeof options>(options, { account: anything, at: anything }, ["account", "at"], ["options"]);
  requireAccount(options.account);
  const { points: requested, order } = request;
  const ready = readyProgram(program);
  readOrder(order, ready, {});
  const terms = program.redemption;
  const no = (error: LoyaltyRefusal): Refused<LoyaltyRefusal> => ({ ok: false, error, events: [] });
  if (terms === undefined) return no({ code: "REDEMPTION_NOT_OFFERED" });
  const { minimum = 0, multiplesOf = 1, worth } = terms;
  if (order.currency !== worth.currency) {
    return no({ code: "CURRENCY_MISMATCH", expected: worth.currency, received: order.currency });
  }
  if (requested !== undefined && requested < minimum) return no({ code: "BELOW_MINIMUM", minimum });
  const at = parseMoment(options.at, { timeZone: program.timeZone, path: ["at"] });
  const before = options.account.current;
  const state = timeEvents(before, at, ready.isFifo).reduce(evolveState, before);
  const balance = activeShares(state, ready.mainType, at, false).reduce((all, { lot }) => all + lot.remaining, 0);
  const most = Math.min(requested ?? balance, balance, mostFor(order.amount, terms));
  const points = most - (most % multiplesOf);
  const refused = refusedBy(terms, points, undefined);
  if (refused) return no(refused);
  const scale = currencyDecimals(worth.currency);
  const paid = worthOf(points, terms);
  const due = parseMinorUnits(order.amount, scale, ["order", "amount"]) - parseMinorUnits(paid.amount, scale);
  return { ok: true, points, worth: paid, due: { amount: formatMinorUnits(due, scale), currency: worth.currency } };
}
