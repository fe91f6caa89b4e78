import { addDuration, type Duration, formatInstant, type InstantInput, zoneOf } from "../../core/index.js";
import { anything, checkOptions, fields, parseMoment, readBy, text, whole } from "../../core/shared.js";
import type { LoyaltyAccount } from "../account/loyalty-state.js";
import { requireAccount } from "../account/loyalty-state.js";
import { eachFrom } from "../account/sequence.js";
import { expiryOf, openShares } from "../account/settle.js";
import type { LoyaltyProgram, Points } from "../program/loyalty-program.js";
import { readyProgram } from "../program/ready-program.js";
import { onlyType, settledAt } from "./points-balance.js";

/** How far ahead, and of which points. */
export interface ExpiringOptions {
  readonly within: Duration;
  /** Default `"UTC"`. */
  readonly timeZone?: string | undefined;
  readonly pointType?: string | undefined;
}

/** Points that expire together. */
export interface ExpiringPoints {
  readonly expiresAt: string;
  readonly points: Points;
}

/**
 * What will expire after an instant and within so long, by instant, if nothing more happens.
 * @throws INVALID_INSTANT, INVALID_OPTIONS
 * @example
 * import { adjustPoints, defineLoyaltyProgram, emptyAccount, expiringPoints } from "clientele/loyalty";
 * const program = defineLoyaltyProgram({
 *   id: "club",
 *   version: 1,
 *   timeZone: "UTC",
 *   pointTypes: [{ id: "points", expiry: { type: "after-earn", after: { days: 30 } } }],
 *   earning: { rules: [{ id: "spend", rates: { EUR: { points: "1", per: "1.00" } } }] },
 * });
 * const given = adjustPoints(emptyAccount(program), { key: "g", at: "2026-05-01T00:00:00Z", points: 50, reason: "gift" }, program);
 * const ann = given.ok ? given.state : emptyAccount(program);
 * expiringPoints(ann, "2026-05-02", { within: { days: 30 } }); // => [{ expiresAt: "2026-05-31T00:00:00.000Z", points: 50 }]
 * @category Reading accounts
 */
export function expiringPoints(
  account: LoyaltyAccount,
  at: InstantInput,
  options: ExpiringOptions,
): readonly ExpiringPoints[] {
  requireAccount(account);
  checkOptions<ExpiringOptions>(
    options,
    {
      within: readBy((within: Duration) => addDuration(0, within, zoneOf("UTC"))),
      timeZone: readBy(zoneOf),
      pointType: text,
    },
    ["within"],
  );
  const instant = parseMoment(at, { dayAs: "end", path: ["at"] });
  const end = addDuration(instant, options.within, zoneOf(options.timeZone ?? "UTC"));
  const state = settledAt(account.current, instant);
  const pointType = options.pointType ?? onlyType(state);
  const byInstant = new Map<number, number>();
  for (const { lot, expiry } of openShares(state, pointType)) {
    if (expiry > instant && expiry <= end) byInstant.set(expiry, (byInstant.get(expiry) ?? 0) + lot.remaining);
  }
  return [...byInstant]
    .sort(([a], [b]) => a - b)
    .map(([expiry, points]) => ({ expiresAt: formatInstant(expiry), points }));
}

/** When a notice may be sent: so many days before. */
export interface NoticeOptions {
  readonly at: InstantInput;
  readonly days: { readonly min: number; readonly max: number };
}

/**
 * When to tell a member that points will expire: from `max` to `min` days before the next expiry after an instant, on the clock of the
 * programme; null where nothing will expire. Some laws ask for it, as Québec's for 30 to 60 days.
 * @throws INVALID_INSTANT, INVALID_OPTIONS, INVALID_DEFINITION
 * @example continued
 * import { expiryNoticeWindow } from "clientele/loyalty";
 * expiryNoticeWindow(ann, program, { at: "2026-05-02", days: { min: 7, max: 14 } }); // => { from: "2026-05-17T00:00:00.000Z", to: "2026-05-24T00:00:00.000Z" }
 * @category Reading accounts
 */
export function expiryNoticeWindow(
  account: LoyaltyAccount,
  program: LoyaltyProgram,
  options: NoticeOptions,
): { readonly from: string; readonly to: string } | null {
  requireAccount(account);
  const count = whole({ from: 0 });
  checkOptions<NoticeOptions>(options, { at: anything, days: fields({ min: count, max: count }) }, ["at", "days"]);
  const { at, days } = options;
  const { zone, mainType } = readyProgram(program);
  const instant = parseMoment(at, { timeZone: program.timeZone, dayAs: "end", path: ["at"] });
  const state = settledAt(account.current, instant);
  let next = Number.POSITIVE_INFINITY;
  for (const { expiry } of openShares(state, mainType)) if (expiry > instant && expiry < next) next = expiry;
  if (next === Number.POSITIVE_INFINITY) return null;
  const before = (so: number): string => formatInstant(addDuration(next, { days: so }, zone, -1));
  return { from: before(days.max), to: before(days.min) };
}

/**
 * The next instant at which time does something to an account: points become active or expire, a hold runs out, a tier ends. A host
 * sweeps the accounts that are due and no others. null: nothing will happen by itself.
 * @example continued
 * import { nextDueAt } from "clientele/loyalty";
 * nextDueAt(ann); // => "2026-05-31T00:00:00.000Z"
 * @category Reading accounts
 */
export function nextDueAt(account: LoyaltyAccount, after: InstantInput = 0): string | null {
  requireAccount(account);
  const from = parseMoment(after, { path: ["after"] });
  const { current } = account;
  let next = Number.POSITIVE_INFINITY;
  const due = (instant: number | null): void => {
    if (instant !== null && instant > from && instant < next) next = instant;
  };
  eachFrom(current.lots, current.openFrom, (lot) => {
    if (lot.remaining === 0) return;
    due(expiryOf(lot, current));
    if (lot.activeAt !== lot.earnedAt) due(lot.activeAt);
  });
  for (const { until } of Object.values(current.holds)) due(until);
  for (const { until } of current.grants) due(until);
  due(current.tier.validThrough);
  return next === Number.POSITIVE_INFINITY ? null : formatInstant(next);
}
