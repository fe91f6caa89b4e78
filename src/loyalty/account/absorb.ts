import { type LoyaltyState, own, type PointTotals, type Share } from "./loyalty-state.js";
import { latestNotes, type Notes, noted, noteOf } from "./notes.js";
import { appended, listed } from "./sequence.js";

/** One account with all that another had: lots keep their dates and their numbers move up; debts, totals and what qualifies add. */
export function absorbed(state: LoyaltyState, other: LoyaltyState): LoyaltyState {
  const first = state.lots.size;
  const moved = ({ lot, points }: Share): Share => ({ lot: lot < 0 ? lot : lot + first, points });
  const holds = Object.entries(other.holds).map(([id, hold]): [string, typeof hold] => [
    own(state.holds, id) === undefined ? id : `${id} (${hold.key})`,
    { ...hold, shares: hold.shares.map(moved) },
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
    orders: united(state.orders, other.orders, (order) => ({
      ...order,
      lots: order.lots.map((lot) => (lot < 0 ? lot : lot + first)),
    })),
    refunds: united(state.refunds, other.refunds, (refund) => refund),
    redemptions: united(state.redemptions, other.redemptions, (each) => ({ ...each, shares: each.shares.map(moved) })),
    reversals: united(state.reversals, other.reversals, (points) => points),
    usedFor: united(state.usedFor, other.usedFor, (keys) => keys),
    uses: uses.reduce((notes, [name, used]) => noted(notes, name, used), state.uses),
    streaks: { ...other.streaks, ...state.streaks },
    carries: { ...other.carries, ...state.carries },
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

/** What both know stays as the first has it. */
function united<V>(mine: Notes<V>, theirs: Notes<V>, moved: (value: V) => V): Notes<V> {
  let all = mine;
  for (const [name, value] of latestNotes(theirs)) {
    if (noteOf(mine, name) === undefined) all = noted(all, name, moved(value));
  }
  return all;
}
