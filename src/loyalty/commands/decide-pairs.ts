import { formatInstant } from "../../core/index.js";
import { nameIn } from "../account/absorb.js";
import type { NewLot } from "../account/loyalty-event.js";
import { type LoyaltyState, type OrderRecord, own, type RefundRecord } from "../account/loyalty-state.js";
import { latestNotes, noteOf } from "../account/notes.js";
import { valueAt } from "../account/sequence.js";
import { allocated, openShares, sweptState } from "../account/settle.js";
import { requireType, told } from "./decide-redemptions.js";
import { clawBack, nothingYet } from "./decide-refunds.js";
import type { PairCommand } from "./loyalty-command.js";
import type { PairOutcomes } from "./loyalty-outcome.js";
import { type Body, done, expireShares, no, spendable, type Work } from "./work.js";

type Half<T extends PairCommand["type"]> = Body<Extract<PairCommand, { readonly type: T }>, PairOutcomes[T]>;

export const transferOut: Half<"transfer-out"> = (work, command) => {
  const { key, points } = command;
  const pointType = requireType(work.ready, command.pointType);
  const { shares, refused } = spendable(work, pointType, points);
  if (refused) return no(refused);
  const allocations = allocated(shares, points);
  const lots = allocations.map(({ lot: index, points: moved }, place): NewLot => {
    const { earnedAt, activeAt, expiresAt, byActivity, origin, source } = valueAt(work.state.lots, index);
    return {
      lotId: `transfer:${key}:${place}`,
      pointType,
      points: moved,
      earnedAt: formatInstant(earnedAt),
      activeFrom: activeAt === null ? null : formatInstant(activeAt),
      expiresAt: expiresAt === null ? null : formatInstant(expiresAt),
      ...(byActivity && { byActivity: true as const }),
      origin,
      source,
    };
  });
  const running = own(work.state.deadlines, pointType);
  const deadline =
    lots.some(({ byActivity }) => byActivity) && running !== undefined ? formatInstant(running) : undefined;
  work.emit({ type: "PointsTransferredOut", transferId: key, pointType, points, allocations });
  return done({ points, pointType, allocations: told(allocations), lots, ...(deadline && { deadline }) });
};

export const transferIn: Half<"transfer-in"> = (work, { key, pointType, lots, deadline }) => {
  const points = lots.reduce((all, lot) => all + lot.points, 0);
  const deadlines = deadline === undefined ? {} : { deadlines: { [pointType]: deadline } };
  work.emit({ type: "PointsTransferredIn", transferId: key, pointType, points, lots, ...deadlines });
  return done({ points });
};

export const mergeOut: Half<"merge-out"> = (work, { key, into }) => {
  const points = inAll(work);
  work.emit({ type: "AccountMerged", key, into });
  return done({ points });
};

export const mergeIn: Half<"merge-in"> = (work, { key, from }) => {
  const before = inAll(work);
  const { ready, at, state } = work;
  // What has expired on either side must not pay what the other owes.
  expireShares(
    work,
    openShares(work.state).filter(({ expiry }) => expiry <= at),
  );
  const absorbed = { ...sweptState(from.current, at, ready.isFifo), merged: null };
  work.emit({ type: "AccountMerged", key, absorbed, answers: from.answers });
  // An order that both were told of counts once.
  for (const orderId of ordersOfBoth(state, from.current)) {
    const again = nameIn(state.orders, orderId, key);
    const { currency } = (noteOf(work.state.orders, again) as OrderRecord).basis;
    const refunded = noteOf(work.state.refunds, again) ?? { ...nothingYet, currency };
    clawBack(work, again, { ...refunded, full: true });
  }
  // A refund that one side was told of takes back what the other earned by the order.
  const united = [...refundsOfOrders(from.current, state), ...refundsOfOrders(state, from.current)];
  for (const orderId of united) clawBack(work, orderId, noteOf(work.state.refunds, orderId) as RefundRecord);
  return done({ points: inAll(work) - before });
};

export const unmerge: Half<"unmerge"> = (work, { key }) => {
  if (work.state.merged === null) return no({ code: "MERGE_NOT_REVERSIBLE" });
  const before = inAll(work);
  work.emit({ type: "MergeReversed", key });
  return done({ points: Math.abs(before - inAll(work)) });
};

/** Orders by which both accounts earned. */
const ordersOfBoth = ({ orders }: LoyaltyState, other: LoyaltyState): readonly string[] =>
  [...latestNotes(orders)]
    .filter(([orderId, { basis }]) => noteOf(other.orders, orderId)?.basis.currency === basis.currency)
    .map(([orderId]) => orderId);

/** The refunds noted by one account of orders that another earned by. */
const refundsOfOrders = ({ refunds }: LoyaltyState, other: LoyaltyState): readonly string[] =>
  [...latestNotes(refunds).keys()].filter((orderId) => noteOf(other.orders, orderId) !== undefined);

const inAll = ({ state, at }: Work): number =>
  openShares(state)
    .filter(({ expiry }) => expiry > at)
    .reduce((all, { lot }) => all + lot.remaining, 0);
