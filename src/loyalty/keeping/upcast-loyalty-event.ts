import { readInstant } from "../../core/index.js";
import { checker, choice, refusal } from "../../core/shared.js";
import type { LoyaltyEvent, StoredLoyaltyEvent } from "../account/loyalty-event.js";

const types: Readonly<Record<LoyaltyEvent["type"], true>> = {
  AccountOpened: true,
  PointsEarned: true,
  PointsActivated: true,
  PointsRedeemed: true,
  HoldPlaced: true,
  HoldCommitted: true,
  HoldReleased: true,
  RedemptionReversed: true,
  PointsClawedBack: true,
  RefundNoted: true,
  PointsAdjusted: true,
  DebtSettled: true,
  PointsExpired: true,
  PointsReinstated: true,
  PointsTransferredOut: true,
  PointsTransferredIn: true,
  AccountMerged: true,
  MergeReversed: true,
  OpeningImported: true,
  TierChanged: true,
  TierGranted: true,
  BenefitUsed: true,
  AccountSuspended: true,
  AccountResumed: true,
  AccountClosed: true,
};

/**
 * A stored event, read back from JSON as the library writes it today: the door for events of earlier versions. There is one version so far.
 * @throws INVALID_LOYALTY_EVENT for what is no event of an account, LOYALTY_EVENT_TOO_NEW for one of a later version
 * @example
 * import { upcastLoyaltyEvent } from "clientele/loyalty";
 * upcastLoyaltyEvent({ version: 1, event: { type: "AccountResumed", v: 1, at: "2026-05-01T00:00:00.000Z" } }).version; // => 1
 * @category Keeping accounts
 */
export function upcastLoyaltyEvent(stored: unknown): StoredLoyaltyEvent {
  const { version, event } = Object(stored) as Partial<StoredLoyaltyEvent>;
  const { type, v, at } = Object(event) as Partial<LoyaltyEvent>;
  if (typeof v === "number" && v > 1) {
    throw refusal("LOYALTY_EVENT_TOO_NEW", ["event", "v"], "1", v, "Update the library, then read the event");
  }
  const check = checker("INVALID_LOYALTY_EVENT");
  choice(Object.keys(types))(type, ["event", "type"], check);
  if (!Number.isSafeInteger(version) || (version as number) < 1)
    check.report(["version"], "a whole number from 1", version);
  if (v !== 1) check.report(["event", "v"], "1", v);
  if (typeof at !== "string" || readInstant(at) === undefined)
    check.report(["event", "at"], "an instant in ISO 8601", at);
  check.refuseFaults("INVALID_LOYALTY_EVENT");
  return stored as StoredLoyaltyEvent;
}
