import {
  currencyDecimals,
  formatInstant,
  formatMinorUnits,
  type InstantInput,
  type Money,
  type Reason,
} from "../../core/index.js";
import { anything, checkOptions, object, parseMoment } from "../../core/shared.js";
import type { Transaction } from "../../model/index.js";
import type { LoyaltyAccount, Qualifying } from "../account/loyalty-state.js";
import { requireAccount } from "../account/loyalty-state.js";
import { earnByOrder } from "../earning/earn-by-order.js";
import type { LoyaltyProgram, Points, TierBenefit } from "../program/loyalty-program.js";
import { type ReadyProgram, readyProgram } from "../program/ready-program.js";
import { type TierInForce, tierInForce } from "./level-at.js";

/** The tier of a member. */
export interface TierStatus {
  /** null: below the first. */
  readonly tier: string | null;
  /** Since when it has been reached. */
  readonly since?: string | undefined;
  /** The instant from which it does not hold any more, if nothing more counts. */
  readonly validThrough?: string | undefined;
  /** Given by hand, above what was reached. */
  readonly granted?: { readonly until: string; readonly reason: string } | undefined;
  readonly benefits: readonly TierBenefit[];
  readonly reasons: readonly Reason[];
}

/**
 * The tier of a member at an instant, a function of everything that counts by then: no evaluation has to run for it to be right.
 * @throws INVALID_DEFINITION, INVALID_INSTANT
 * @example
 * import { defineLoyaltyProgram, earnPoints, emptyAccount, tierStatus } from "clientele/loyalty";
 * const program = defineLoyaltyProgram({
 *   id: "club",
 *   version: 1,
 *   timeZone: "UTC",
 *   pointTypes: [{ id: "points" }],
 *   earning: { rules: [{ id: "spend", rates: { EUR: { points: "1", per: "1.00" } } }] },
 *   tiers: { basis: "spend", window: { type: "calendar", period: "year" }, levels: [{ id: "silver", from: "100" }, { id: "gold", from: "500" }] },
 * });
 * const order = { id: "O1", customerId: "ann", at: "2026-05-01T10:00:00Z", amount: "120.00", currency: "EUR" };
 * const earned = earnPoints(emptyAccount(program), { key: "O1", at: order.at, order }, program);
 * const ann = earned.ok ? earned.state : emptyAccount(program);
 * tierStatus(ann, program, "2026-05-02").tier; // => "silver"
 * @category Tiers
 */
export function tierStatus(account: LoyaltyAccount, program: LoyaltyProgram, at: InstantInput): TierStatus {
  requireAccount(account);
  const ready = readyProgram(program);
  return statusOf(tierInForce(account.current, ready, instantOf(at, program)), ready);
}

/** A member's tier, and what is missing for the next. */
export interface TierProgress extends TierStatus {
  /** What counts in the period or window of the instant: an amount, or a number of points or visits. */
  readonly counted: Money | Points;
  readonly next?: { readonly tier: string; readonly missing: Money | Points } | undefined;
}

/**
 * The tier of a member with what is missing for the next above it.
 * @throws INVALID_DEFINITION, INVALID_INSTANT
 * @example continued
 * import { tierProgress } from "clientele/loyalty";
 * tierProgress(ann, program, "2026-05-02").next; // => { tier: "gold", missing: { amount: "380.00", currency: "EUR" } }
 * @category Tiers
 */
export function tierProgress(account: LoyaltyAccount, program: LoyaltyProgram, at: InstantInput): TierProgress {
  requireAccount(account);
  const ready = readyProgram(program);
  const found = tierInForce(account.current, ready, instantOf(at, program));
  const { levels = [] } = ready.tiers ?? {};
  const { counted } = found.standing;
  const next = levels[levels.findIndex(({ id }) => id === found.tier) + 1];
  const missing = next === undefined ? 0 : Math.max(0, next.from - counted);
  return {
    ...statusOf(found, ready),
    counted: measured(counted, ready),
    ...(next && { next: { tier: next.id, missing: measured(missing, ready) } }),
  };
}

/**
 * The tier that a member would have after an order: "this basket makes you gold".
 * @throws INVALID_DEFINITION, INVALID_INSTANT, and what is wrong with the order
 * @example continued
 * import { projectTier } from "clientele/loyalty";
 * const more = { id: "O2", customerId: "ann", at: "2026-06-01T10:00:00Z", amount: "400.00", currency: "EUR" };
 * projectTier(ann, program, { order: more }).tier; // => "gold"
 * @category Tiers
 */
export function projectTier(
  account: LoyaltyAccount,
  program: LoyaltyProgram,
  hypothesis: { readonly order: Transaction; readonly at?: InstantInput | undefined },
): TierStatus {
  requireAccount(account);
  checkOptions<typeof hypothesis>(hypothesis, { order: object("a transaction"), at: anything }, ["order"], ["options"]);
  const { order, at = order.at } = hypothesis;
  const ready = readyProgram(program);
  const earning = earnByOrder(order, ready, account.current);
  const more: readonly Qualifying[] =
    "currency" in earning || earning.qualifies === undefined
      ? []
      : [{ at: earning.at, notedAt: earning.at, amount: earning.qualifies }];
  return statusOf(tierInForce(account.current, ready, instantOf(at, program), more), ready);
}

const instantOf = (at: InstantInput, { timeZone }: LoyaltyProgram): number =>
  parseMoment(at, { timeZone, dayAs: "end", path: ["at"] });

function measured(counted: number, { tiers }: ReadyProgram): Money | Points {
  const currency = tiers?.terms.basis === "spend" ? tiers.currency : undefined;
  return currency === undefined ? counted : { amount: formatMinorUnits(counted, currencyDecimals(currency)), currency };
}

function statusOf({ tier, standing, grant }: TierInForce, { tiers }: ReadyProgram): TierStatus {
  const { since, validThrough } = standing;
  const until = grant?.until ?? validThrough;
  const reason: Reason =
    tier === null
      ? { code: "loyalty.below-first-tier", params: {} }
      : grant === undefined
        ? { code: "loyalty.tier-reached", params: { tier } }
        : { code: "loyalty.tier-granted", params: { tier, until: formatInstant(grant.until) } };
  return {
    tier,
    ...(since !== undefined && grant === undefined && tier !== null && { since: formatInstant(since) }),
    ...(until !== undefined && tier !== null && { validThrough: formatInstant(until) }),
    ...(grant && { granted: { until: formatInstant(grant.until), reason: grant.reason } }),
    benefits: tiers?.terms.levels.find(({ id }) => id === tier)?.benefits ?? [],
    reasons: [reason],
  };
}
