import { formatInstant, type InstantInput, parseInstant, type Reason, zoneOf } from "../../core/index.js";
import { anything, checkOptions, itemsOf, parseMoment, readBy, refusal, text } from "../../core/shared.js";
import { sum } from "../account/changes.js";
import { evolveState } from "../account/evolve.js";
import type { LoyaltyEvent, StoredLoyaltyEvent } from "../account/loyalty-event.js";
import { emptyState, type LoyaltyAccount, type LoyaltyState, own } from "../account/loyalty-state.js";
import { valueAt } from "../account/sequence.js";
import { openShares, timeEvents } from "../account/settle.js";
import type { Points } from "../program/loyalty-program.js";
import { onlyType } from "./points-balance.js";

/** Of which time, and of which points. */
export interface StatementOptions {
  /** The statement holds what happened in `[from, to)`. Days are those of `timeZone`. */
  readonly from: InstantInput;
  readonly to: InstantInput;
  /** Default `"UTC"`. */
  readonly timeZone?: string | undefined;
  readonly pointType?: string | undefined;
  /** The account as it was before the first of the events, where they do not begin with the first. */
  readonly before?: LoyaltyAccount | undefined;
}

/** Something that changed what a member has, points not yet active included. */
export interface StatementEntry {
  readonly at: string;
  readonly points: Points;
  /** What the member has then. */
  readonly balance: Points;
  readonly reasons: readonly Reason[];
}

/**
 * What a member had, got, spent and lost.
 * @category Reading accounts
 */
export interface PointsStatement {
  readonly opening: Points;
  readonly closing: Points;
  readonly entries: readonly StatementEntry[];
}

/**
 * The statement of an account: opening + entries = closing, to the point. Points pending and on hold belong to the member; debts are below zero. Points
 * expire at their instant, swept or not.
 * @throws EVENT_MISSING where the events do not begin where `before` ends, INVALID_INSTANT, INVALID_OPTIONS
 * @example
 * import { defineLoyaltyProgram, earnPoints, emptyAccount, pointsStatement } from "clientele/loyalty";
 * const program = defineLoyaltyProgram({
 *   id: "club",
 *   version: 1,
 *   timeZone: "UTC",
 *   pointTypes: [{ id: "points", expiry: { type: "after-earn", after: { months: 1 } } }],
 *   earning: { rules: [{ id: "spend", rates: { EUR: { points: "1", per: "1.00" } } }] },
 * });
 * const order = { id: "O1", customerId: "ann", at: "2026-05-01T10:00:00Z", amount: "120.00", currency: "EUR" };
 * const earned = earnPoints(emptyAccount(program), { key: "O1", at: order.at, order }, program);
 * const { entries, closing } = pointsStatement(earned.events, { from: "2026-05-01", to: "2026-07-01" });
 * entries.map(({ points, balance }) => [points, balance]); // => [[120, 120], [-120, 0]]
 * closing; // => 0
 * @category Reading accounts
 */
export function pointsStatement(events: Iterable<StoredLoyaltyEvent>, options: StatementOptions): PointsStatement {
  checkOptions<StatementOptions>(
    options,
    { from: anything, to: anything, timeZone: readBy(zoneOf), pointType: text, before: anything },
    ["from", "to"],
  );
  const { timeZone = "UTC", before } = options;
  const bound = (name: "from" | "to"): number => parseMoment(options[name], { timeZone, path: ["options", name] });
  const [from, to] = [bound("from"), bound("to")];
  const rows = itemsOf(events, "events", "a stored event", "version", "event");
  let state: LoyaltyState = before?.current ?? emptyState;
  let version = before?.version ?? 0;
  const entries: (StatementEntry & { readonly instant: number; readonly pointType: string })[] = [];
  const happens = (event: LoyaltyEvent, instant: number): void => {
    const had = state;
    state = evolveState(state, event);
    for (const pointType of Object.keys({ ...had.totals, ...state.totals })) {
      const points = holdingOf(state, pointType) - holdingOf(had, pointType);
      if (points === 0) continue;
      const balance = holdingOf(state, pointType);
      const reasons = [reasonOf(event, Math.abs(points))];
      entries.push({ at: formatInstant(instant), instant, points, balance, pointType, reasons });
    }
  };
  const expireUpTo = (until: number, including: boolean): void => {
    const overdue = openShares(state)
      .filter(({ expiry }) => (including ? expiry <= until : expiry < until))
      .sort((a, b) => a.expiry - b.expiry || a.index - b.index);
    for (const { lot, index, expiry } of overdue) {
      const expiresAt = formatInstant(expiry);
      const expired = [{ lotId: lot.id, lot: index, points: lot.remaining, pointType: lot.pointType, expiresAt }];
      // No command told it, so a merge can still be taken back after it.
      happens({ type: "PointsExpired", v: 1, at: expiresAt, expired, ofMerge: true }, expiry);
    }
  };
  for (const row of rows) {
    if (row.version !== version + 1) {
      throw refusal("EVENT_MISSING", ["events"], `the event of version ${version + 1}`, row.version);
    }
    version = row.version;
    const instant = parseInstant(row.event.at);
    // What was earned before some points expired may be told after it.
    if (row.event.type !== "PointsEarned") expireUpTo(instant, true);
    happens(stillOpen(row.event, state), instant);
  }
  // What time has done since the last command, no command has told yet.
  for (const event of timeEvents(state, to - 1, () => false)) {
    const instant = parseInstant(event.at);
    expireUpTo(instant, true);
    happens(event, instant);
  }
  expireUpTo(to, false);
  const pointType = options.pointType ?? (onlyType(state) || (entries[0]?.pointType ?? ""));
  const own = entries
    .filter((entry) => entry.pointType === pointType)
    .map((entry, order) => ({ ...entry, order }))
    .sort((a, b) => a.instant - b.instant || a.order - b.order);
  let balance = own.reduce(
    (all, { instant, points }) => (instant < from ? all + points : all),
    opened(before, pointType),
  );
  const opening = balance;
  const within = own
    .filter(({ instant }) => instant >= from && instant < to)
    .map(({ at, points, reasons }): StatementEntry => {
      balance += points;
      return { at, points, balance, reasons };
    });
  return { opening, closing: balance, entries: within };
}

const opened = (before: LoyaltyAccount | undefined, pointType: string): Points =>
  before === undefined ? 0 : holdingOf(before.current, pointType);

/** All that a member has of a type, less what is owed: the sum of everything that happened. */
export function holdingOf({ totals }: LoyaltyState, pointType: string): Points {
  const sums = own(totals, pointType);
  return sums === undefined ? 0 : sums.earned - sums.clawed - sums.redeemed - sums.expired + sums.adjusted;
}

/** A recorded expiry of lots that the statement has let expire already holds nothing more. */
function stillOpen(event: LoyaltyEvent, state: LoyaltyState): LoyaltyEvent {
  if (event.type !== "PointsExpired") return event;
  return { ...event, expired: event.expired.filter(({ lot, points }) => valueAt(state.lots, lot).remaining >= points) };
}

function reasonOf(event: LoyaltyEvent, points: Points): Reason {
  switch (event.type) {
    case "PointsEarned":
      return { code: "loyalty.earned", params: { points } };
    case "PointsRedeemed":
    case "HoldCommitted":
      return { code: "loyalty.redeemed", params: { points } };
    case "RedemptionReversed":
      return { code: "loyalty.restored", params: { points } };
    case "PointsClawedBack":
      return {
        code: "loyalty.clawed-back",
        params: { points, waived: event.taken.reduce((all, { waived }) => all + waived, 0) },
      };
    case "PointsExpired":
      return { code: "loyalty.expired", params: { points } };
    case "PointsAdjusted":
      return { code: "loyalty.adjusted", params: { points: event.points, reason: event.reason } };
    case "PointsReinstated":
      return { code: "loyalty.adjusted", params: { points: sum(event.reinstated), reason: event.reason } };
    case "AccountClosed":
      return { code: "loyalty.adjusted", params: { points: -points, reason: event.reason } };
    default:
      return { code: "loyalty.moved", params: { points } };
  }
}
