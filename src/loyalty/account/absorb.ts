import { plus, readFraction, written } from "../earning/fraction.js";
import { lotsWithDates } from "./changes.js";
import { type LoyaltyState, own, type PointTotals, type RefundRecord, type Share } from "./loyalty-state.js";
import { latestNotes, type Notes, noted, noteOf, notesOf } from "./notes.js";
import { appended, listed } from "./sequence.js";

/** One account with all that another had: lots keep their dates and their numbers move up; debts, totals and what qualifies add. */
export function absorbed(mine: LoyaltyState, theirs: LoyaltyState, at: number, key: string): LoyaltyState {
  const [state, other] = [dated(mine, at), dated(theirs, at)];
  const ofOrder = (orderId: string): string => nameIn(state.orders, orderId, key);
  const heldBy = notesOf(Object.values(state.holds).map((hold) => [hold.key, hold]));
  const ofRedemption = (name: string): string => nameIn(heldBy, nameIn(state.redemptions, name, key), key);
  const first = state.lots.size;
  const moved = ({ lot, points }: Share): Share => ({ lot: lot < 0 ? lot : lot + first, points });
  const holds = Object.entries(other.holds).map(([id, hold]): [string, typeof hold] => [
    own(state.holds, id) === undefined ? id : `${id} (${hold.key})`,
    { ...hold, key: ofRedemption(hold.key), shares: hold.shares.map(moved) },
  ]);
  const uses = [...latestNotes(other.uses)].map(([name, used]): [string, number] => [
    name,
    used + (noteOf(state.uses, name) ?? 0),
  ]);
  return {
    ...state,
    openedAt: earlier(state.openedAt, other.openedAt),
    lots: listed(other.lots).reduce(appended, state.lots),
    openFrom: state.openFrom === first ? first + other.openFrom : state.openFrom,
    debts: both(state.debts, other.debts, (a, b) => a + b),
    deadlines: both(state.deadlines, other.deadlines, Math.max),
    totals: both(state.totals, other.totals, addTotals),
    holds: { ...state.holds, ...Object.fromEntries(holds) },
    orders: united(state.orders, other.orders, ofOrder, (order) => ({
      ...order,
      lots: order.lots.map((lot) => (lot < 0 ? lot : lot + first)),
    })),
    refunds: refundsOf(state, other, ofOrder),
    redemptions: united(state.redemptions, other.redemptions, ofRedemption, (each) => ({
      ...each,
      shares: each.shares.map(moved),
    })),
    reversals: united(state.reversals, other.reversals, ofRedemption, (points) => points),
    usedFor: united(state.usedFor, other.usedFor, same, (keys, mine = []) => [...mine, ...keys.map(ofRedemption)]),
    uses: uses.reduce((notes, [name, used]) => noted(notes, name, used), state.uses),
    streaks: both(state.streaks, other.streaks, (a, b) =>
      b.day > a.day || (b.day === a.day && b.length > a.length) ? b : a,
    ),
    carries: both(state.carries, other.carries, (a, b) => written(plus(readFraction(a), readFraction(b)))),
    qualifying: listed(other.qualifying).reduce(appended, state.qualifying),
    grants: [...state.grants, ...other.grants],
    imported: state.imported || other.imported,
  };
}

const earlier = (a: number | null, b: number | null): number | null =>
  a === null ? b : b === null ? a : Math.min(a, b);

function both<V>(
  a: Readonly<Record<string, V>>,
  b: Readonly<Record<string, V>>,
  combine: (a: V, b: V) => V,
): Readonly<Record<string, V>> {
  const added = Object.entries(b).map(([name, value]): [string, V] => {
    const mine = own(a, name);
    return [name, mine === undefined ? value : combine(mine, value)];
  });
  return { ...a, ...Object.fromEntries(added) };
}

const addTotals = (a: PointTotals, b: PointTotals): PointTotals => ({
  earned: a.earned + b.earned,
  clawed: a.clawed + b.clawed,
  redeemed: a.redeemed + b.redeemed,
  expired: a.expired + b.expired,
  adjusted: a.adjusted + b.adjusted,
});

function dated(state: LoyaltyState, at: number): LoyaltyState {
  let { lots } = state;
  for (const pointType of Object.keys(state.deadlines)) lots = lotsWithDates({ ...state, lots }, pointType, at);
  return { ...state, lots };
}

/** What one account calls by a name that the other has used too gets the key of the merge behind it. */
export const nameIn = (taken: Notes<unknown>, name: string, key: string): string =>
  noteOf(taken, name) === undefined ? name : nameIn(taken, `${name} (${key})`, key);
const same = (name: string): string => name;

/** What was refunded of an order that both were told of: the most of it, and taken back by the one that has the order. */
function refundsOf(state: LoyaltyState, other: LoyaltyState, ofOrder: (id: string) => string): Notes<RefundRecord> {
  let all = united(state.refunds, other.refunds, ofOrder, (refund, mine) => mine ?? refund);
  for (const [orderId, theirs] of latestNotes(other.refunds)) {
    const mine = noteOf(state.refunds, orderId);
    if (mine === undefined) {
      if (ofOrder(orderId) !== orderId)
        all = noted(all, orderId, { ...theirs, clawed: [], lapsed: [], disqualified: 0 });
      continue;
    }
    const isMine = noteOf(state.orders, orderId) !== undefined || noteOf(other.orders, orderId) === undefined;
    const [kept, told] = isMine ? [mine, theirs] : [theirs, mine];
    all = noted(all, orderId, kept.currency === told.currency ? mostRefunded(kept, told) : kept);
  }
  return all;
}

/** What is known of the refunds of an order with what another message tells: what was refunded in all never shrinks. */
export function mostRefunded(
  known: RefundRecord,
  told: Pick<RefundRecord, "cumulative" | "lines" | "full" | "rewardsRestored">,
): RefundRecord {
  const most = (a: string, b: string): string => String(Math.max(Number(a), Number(b)));
  return {
    ...known,
    cumulative: most(known.cumulative, told.cumulative),
    lines: known.lines && told.lines ? both(known.lines, told.lines, most) : (known.lines ?? told.lines),
    full: known.full || told.full,
    rewardsRestored: known.rewardsRestored || told.rewardsRestored,
  };
}

/** The notes of both, those of the other by the names that they have from then on. */
function united<V>(
  mine: Notes<V>,
  theirs: Notes<V>,
  nameOf: (name: string) => string,
  moved: (value: V, mine: V | undefined) => V,
): Notes<V> {
  let all = mine;
  for (const [name, value] of latestNotes(theirs)) {
    const known = nameOf(name);
    all = noted(all, known, moved(value, noteOf(mine, known)));
  }
  return all;
}
