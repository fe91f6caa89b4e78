import {
  checker,
  choice,
  constant,
  fields,
  flag,
  type Json,
  jsonCopy,
  listOf,
  optional,
  type Rule,
  readBy,
  refusal,
  text,
  whole,
} from "../../core/shared.js";
import type { LoyaltyEvent, StoredLoyaltyEvent } from "../account/loyalty-event.js";
import {
  basis,
  byName,
  fraction,
  instant,
  lot,
  notes,
  origin,
  orNull,
  points,
  refund,
  storedState,
} from "./stored-rules.js";

const stamp = fields({ type: text, key: text, at: instant, fingerprint: text, outcome: readBy(jsonCopy) });
const allocations = listOf(fields({ lotId: text, lot, points }));
const typed = { lotId: text, lot, points, pointType: text };
const deadlines = optional(byName(instant));
const lots = listOf(
  fields({
    lotId: text,
    pointType: text,
    points,
    earnedAt: instant,
    activeFrom: orNull(instant),
    expiresAt: orNull(instant),
    byActivity: optional(flag),
    origin,
    source: text,
  }),
);
const answers = fields({ forgottenBefore: orNull(text), shelves: listOf(listOf(stamp)) });

/** What each event must hold besides type, v, at, actor and ofMerge. */
const tables: Readonly<Record<LoyaltyEvent["type"], Readonly<Record<string, Rule>>>> = {
  AccountOpened: { memberId: text },
  PointsEarned: {
    orderId: optional(text),
    activity: optional(text),
    earnedAt: instant,
    lots,
    basis: optional(basis),
    uses: optional(listOf((value, path, check) => notes(points)([[value]], path, check))),
    carries: optional(byName(fraction)),
    qualifies: optional(whole()),
    deadlines,
    streak: optional(fields({ rule: text, day: whole(), length: whole({ from: 1 }) })),
  },
  PointsActivated: { lots: listOf(lot) },
  PointsRedeemed: {
    key: text,
    pointType: text,
    points,
    allocations,
    orderId: optional(text),
    rewardId: optional(text),
    restoreOn: optional(constant("full-refund")),
    deadlines,
  },
  HoldPlaced: { holdId: text, key: text, pointType: text, allocations, until: instant },
  HoldCommitted: { holdId: text, key: text, pointType: text, points, allocations, released: allocations, deadlines },
  HoldReleased: { holdId: text, allocations, lapsed: optional(flag) },
  RedemptionReversed: {
    redemptionKey: text,
    pointType: text,
    points,
    allocations,
    expired: allocations,
    reversedInAll: points,
  },
  PointsClawedBack: {
    orderId: text,
    taken: listOf(fields({ pointType: text, allocations, debt: points, waived: points, lapsed: points })),
    cumulative: refund,
    orderAt: instant,
    disqualifies: optional(whole()),
    carries: optional(byName(fraction)),
  },
  RefundNoted: { orderId: text, cumulative: refund },
  PointsAdjusted: { pointType: text, points: whole(), reason: text, lots, allocations, debt: points, deadlines },
  DebtSettled: { pointType: text, points, allocations },
  PointsExpired: { expired: listOf(fields({ ...typed, expiresAt: instant })) },
  PointsReinstated: { reinstated: listOf(fields(typed)), expiresAt: instant, reason: text },
  PointsTransferredOut: { transferId: text, pointType: text, points, allocations },
  PointsTransferredIn: { transferId: text, pointType: text, points, lots, deadlines },
  AccountMerged: {
    key: text,
    into: optional(orNull(text)),
    absorbed: optional(storedState),
    answers: optional(answers),
  },
  MergeReversed: { key: text },
  OpeningImported: {
    lots,
    tier: optional(fields({ tier: text, until: instant })),
    qualifies: optional(whole()),
    deadlines,
  },
  TierChanged: { from: orNull(text), to: orNull(text), validThrough: orNull(instant) },
  TierGranted: { tier: text, until: instant, reason: text },
  BenefitUsed: { benefitId: text, use: text, used: points },
  AccountSuspended: { reason: text },
  AccountResumed: {},
  AccountClosed: { reason: text, forfeited: listOf(fields(typed)) },
};
const events = new Map(
  Object.entries(tables).map(([type, table]) => [
    type,
    fields({ type: text, v: constant(1), at: instant, actor: optional(text), ofMerge: optional(flag), ...table }),
  ]),
);

const storedEvent: Rule = fields({
  version: whole({ from: 1 }),
  event(value, path, check) {
    const type = choice([...events.keys()])((Object(value) as Json).type, [...path, "type"], check);
    return type === undefined ? undefined : (events.get(type) as Rule)(value, path, check);
  },
  command: optional(stamp),
});

/**
 * A stored event, read back from JSON as the library writes it today: the door for events of earlier versions. There is one version so far.
 * @throws INVALID_LOYALTY_EVENT for what is no event of an account, LOYALTY_EVENT_TOO_NEW for one of a later version
 * @example
 * import { upcastLoyaltyEvent } from "clientele/loyalty";
 * upcastLoyaltyEvent({ version: 1, event: { type: "AccountResumed", v: 1, at: "2026-05-01T00:00:00.000Z" } }).version; // => 1
 * @category Keeping accounts
 */
export function upcastLoyaltyEvent(stored: unknown): StoredLoyaltyEvent {
  const { v } = Object((Object(stored) as Partial<StoredLoyaltyEvent>).event) as Partial<LoyaltyEvent>;
  if (typeof v === "number" && v > 1) {
    throw refusal("LOYALTY_EVENT_TOO_NEW", ["event", "v"], "1", v, "Update the library, then read the event");
  }
  const check = checker("INVALID_LOYALTY_EVENT");
  storedEvent(stored, [], check);
  check.refuseFaults("INVALID_LOYALTY_EVENT");
  return stored as StoredLoyaltyEvent;
}
