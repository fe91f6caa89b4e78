import { formatInstant, type InstantInput } from "../../core/index.js";
import { checkOptions, parseMoment, text } from "../../core/shared.js";
import { sum } from "../account/changes.js";
import { evolveState } from "../account/evolve.js";
import { type LoyaltyAccount, type LoyaltyState, own, requireAccount } from "../account/loyalty-state.js";
import { activationOf, openShares, timeEvents } from "../account/settle.js";
import type { Points } from "../program/loyalty-program.js";

/** What a member has at an instant. */
export interface PointsBalance {
  /** What can be spent, less what is owed: below zero where debt is all there is. */
  readonly available: Points;
  readonly pending: Points;
  readonly held: Points;
  readonly debt: Points;
}

/** Which points are asked for. */
export interface BalanceOptions {
  /** Needed where there are several types; default: the only one. */
  readonly pointType?: string | undefined;
}

/**
 * The points of a member at an instant: available = remaining of the lots active then − debt.
 *
 * A function of time: expired points are gone at their instant whether swept or not, debts are paid as points become active.
 * A bare day means its end, in UTC. Costs a binary search after the first read of a state, whatever its history.
 * @throws INVALID_INSTANT, INVALID_OPTIONS
 * @example
 * import { defineLoyaltyProgram, earnPoints, emptyAccount, pointsBalance } from "clientele/loyalty";
 * const program = defineLoyaltyProgram({
 *   id: "club",
 *   version: 1,
 *   timeZone: "UTC",
 *   pointTypes: [{ id: "points" }],
 *   earning: { rules: [{ id: "spend", rates: { EUR: { points: "1", per: "1.00" } } }] },
 *   redemption: { points: 100, worth: { amount: "1.00", currency: "EUR" } },
 * });
 * const order = { id: "O1", customerId: "ann", at: "2026-05-01T10:00:00Z", amount: "100.00", currency: "EUR" };
 * const earned = earnPoints(emptyAccount(program), { key: "O1", at: order.at, order }, program);
 * const ann = earned.ok ? earned.state : emptyAccount(program);
 * pointsBalance(ann, "2026-05-02"); // => { available: 100, pending: 0, held: 0, debt: 0 }
 * @category Reading accounts
 */
export function pointsBalance(account: LoyaltyAccount, at: InstantInput, options: BalanceOptions = {}): PointsBalance {
  requireAccount(account);
  if (options.pointType !== undefined) checkOptions<BalanceOptions>(options, { pointType: text });
  const instant = parseMoment(at, { dayAs: "end", path: ["at"] });
  const state = settledAt(account.current, instant);
  const pointType = options.pointType ?? onlyType(state);
  const debt = own(state.debts, pointType) ?? 0;
  const index = indexOf(state, pointType);
  const active = index.activated.upTo(instant) - index.ended.upTo(instant);
  let held = 0;
  for (const hold of Object.values(state.holds)) if (hold.pointType === pointType) held += sum(hold.shares);
  return { available: active - debt, pending: index.all - index.begun.upTo(instant), held, debt };
}

/** The state with what time has done to it; usually the very same. Which of several lots pays a debt does not show in sums by time. */
export function settledAt(state: LoyaltyState, at: number): LoyaltyState {
  return timeEvents(state, at, () => false).reduce(evolveState, state);
}

/** The type of points that a member has, where it is one. */
export function onlyType(state: LoyaltyState): string {
  return Object.keys(state.totals)[0] ?? "";
}

/** Sums of points by the instant from which they count. */
interface Steps {
  upTo(instant: number): number;
}

interface BalanceIndex {
  readonly all: number;
  /** Active, or expired before they could be. */
  readonly activated: Steps;
  /** Active once, and expired. */
  readonly ended: Steps;
  /** No longer pending: active or expired. */
  readonly begun: Steps;
}

// A cache of pure data, by lots and deadlines that are never changed in place.
const indexes = new WeakMap<
  object,
  Map<string, { readonly deadline: number | undefined; readonly index: BalanceIndex }>
>();

function indexOf(state: LoyaltyState, pointType: string): BalanceIndex {
  const deadline = own(state.deadlines, pointType);
  let byType = indexes.get(state.lots);
  if (byType === undefined) {
    byType = new Map();
    indexes.set(state.lots, byType);
  }
  const known = byType.get(pointType);
  if (known !== undefined && known.deadline === deadline) return known.index;
  const shares = openShares(state, pointType);
  const by = (instantOf: (activation: number, expiry: number) => number): Steps =>
    steps(shares.map(({ lot, expiry }) => [instantOf(activationOf(lot), expiry), lot.remaining]));
  const index = {
    all: shares.reduce((all, { lot }) => all + lot.remaining, 0),
    activated: by((activation) => activation),
    ended: by(Math.max),
    begun: by(Math.min),
  };
  byType.set(pointType, { deadline, index });
  return index;
}

function steps(changes: readonly (readonly [instant: number, points: number])[]): Steps {
  const sorted = [...changes].sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0));
  const instants = Float64Array.from(sorted, ([instant]) => instant);
  const sums = new Float64Array(sorted.length + 1);
  sorted.forEach(([, points], place) => {
    sums[place + 1] = (sums[place] as number) + points;
  });
  return {
    upTo(instant) {
      let [low, high] = [0, instants.length];
      while (low < high) {
        const middle = (low + high) >>> 1;
        if ((instants[middle] as number) <= instant) low = middle + 1;
        else high = middle;
      }
      return sums[low] as number;
    },
  };
}

/** A lot with something left. Instants are ISO 8601 in UTC. */
export interface OpenLot {
  readonly lotId: string;
  readonly opened: Points;
  readonly remaining: Points;
  readonly earnedAt: string;
  /** null: until it is activated. */
  readonly activeFrom: string | null;
  /** null: never. */
  readonly expiresAt: string | null;
  readonly origin: "sale" | "promotional";
  readonly source: string;
  readonly pointType: string;
}

/**
 * The lots that have something left at an instant and have not expired, pending ones too, in the order in which they came.
 * @throws INVALID_INSTANT
 * @example continued
 * import { openLots } from "clientele/loyalty";
 * openLots(ann, "2026-05-02").map(({ lotId, remaining }) => [lotId, remaining]); // => [["earn:O1", 100]]
 * @category Reading accounts
 */
export function openLots(account: LoyaltyAccount, at: InstantInput): readonly OpenLot[] {
  requireAccount(account);
  const instant = parseMoment(at, { dayAs: "end", path: ["at"] });
  const state = settledAt(account.current, instant);
  return openShares(state)
    .filter(({ expiry }) => expiry > instant)
    .map(({ lot, expiry }) => ({
      lotId: lot.id,
      opened: lot.opened,
      remaining: lot.remaining,
      earnedAt: formatInstant(lot.earnedAt),
      activeFrom: lot.activeAt === null ? null : formatInstant(lot.activeAt),
      expiresAt: expiry === Number.POSITIVE_INFINITY ? null : formatInstant(expiry),
      origin: lot.origin,
      source: lot.source,
      pointType: lot.pointType,
    }));
}
