import { formatDay, type Reason, zoneOf } from "../../core/index.js";
import { anything, checker, choice, fields, flag, listOf, optional, parseMoment, text } from "../../core/shared.js";
import {
  accept,
  type Decider,
  type LedgerRefusal,
  ledgerDecider,
  type Ruling,
  refuse,
  type Stamped,
} from "../../ledger/index.js";
import { type FactSchema, orderSchema } from "../../model/index.js";
import type { GrantNotFound } from "../errors.js";
import { requireReferralProgram } from "../program/define-referral-program.js";
import type { ReferralProgram, ReferralReward, RewardValue } from "../program/referral-program.js";
import { claimName, unitsOfReward } from "../stream/claims.js";
import type { RewardInstruction } from "../stream/referral-event.js";
import { own } from "../stream/referral-state.js";
import {
  countedAfter,
  emptyReferrer,
  evolveReferrer,
  type ReferrerCommand,
  type ReferrerGrant,
  type ReferrerLedger,
  type ReferrerSettled,
  type ReferrerState,
} from "./referrer-ledger.js";

/** What the host shall do for the referrer. */
export interface ReferrerOutcome {
  readonly referrals: number;
  readonly instructions: readonly RewardInstruction[];
  readonly reasons: readonly Reason[];
}

/** Decides over all referrals of a referrer. */
export type ReferrerDecider = Decider<
  ReferrerLedger,
  ReferrerCommand,
  Stamped<ReferrerSettled>,
  { readonly settle: ReferrerOutcome },
  GrantNotFound | LedgerRefusal
>;

/**
 * Counts a referrer's referrals together, one ledger per referrer: caps, milestones and rewards from the n-th referral on.
 *
 * Pass it every `outcome.forReferrer` of {@link referralDecider}, in order. A grant beyond a cap is dropped, its reversal too. A milestone is
 * granted when the count reaches it, taken back when the count falls below, and granted again, under a new id, when it is reached again.
 * Caps go by the local day on which a reward is given; what is taken back frees its place.
 * @throws INVALID_DEFINITION; INVALID_REFERRAL_COMMAND from `decide`
 * @example
 * import { conditions } from "clientele/conditions";
 * import { orderSchema } from "clientele/model";
 * import { defineReferralProgram, referrerDecider } from "clientele/referral";
 * const program = defineReferralProgram({
 *   id: "friends",
 *   version: 1,
 *   timeZone: "UTC",
 *   attribution: { touch: "last", window: { days: 30 } },
 *   qualifies: conditions(orderSchema("*")).attr("order.number").eq(1),
 *   hold: { days: 14 },
 *   rewards: [{ id: "mug", for: "referrer", reward: { kind: "gift", sku: "mug" }, milestone: 2 }],
 * });
 * const referrer = referrerDecider(program);
 * const settle = { type: "settle", at: "2026-05-01", referrerId: "ann", customerId: "ann", counts: true, instructions: [] } as const;
 * const one = referrer.decide({ ...settle, key: "1", referralId: "ben" }, referrer.initialState());
 * const two = one.ok && referrer.decide({ ...settle, key: "2", referralId: "cai" }, one.state);
 * two && two.ok && two.outcome.instructions.map(({ grantId }) => grantId); // => ["friends:ann:mug:1"]
 * @category Limits
 */
export function referrerDecider(program: ReferralProgram, schema: FactSchema = orderSchema("*")): ReferrerDecider {
  requireReferralProgram(program, schema);
  return ledgerDecider<
    ReferrerState,
    ReferrerCommand,
    ReferrerSettled,
    { readonly settle: ReferrerOutcome },
    GrantNotFound
  >(
    {
      initialState: () => emptyReferrer,
      evolve: evolveReferrer,
      decide: { settle: (command, state) => settle(command, state, program) },
    },
    { timeZone: program.timeZone },
  );
}

const commandRule = fields({
  type: anything,
  at: anything,
  key: text,
  recordedAt: anything,
  actor: optional(text),
  referrerId: text,
  customerId: text,
  referralId: text,
  counts: flag,
  instructions: listOf(
    fields({
      key: text,
      grantId: text,
      action: choice(["grant", "reverse"]),
      customerId: text,
      side: choice(["referrer"]),
      rewardId: text,
      reward: anything,
    }),
  ),
});

type Settled = Ruling<ReferrerSettled, ReferrerOutcome, GrantNotFound>;

function settle(command: ReferrerCommand, state: ReferrerState, program: ReferralProgram): Settled {
  const check = checker("INVALID_REFERRAL_COMMAND");
  commandRule(command, [], check);
  check.refuseFaults("INVALID_REFERRAL_COMMAND");
  const { timeZone, caps = [] } = program;
  const day = formatDay(zoneOf(timeZone).dayAt(parseMoment(command.at, { timeZone, path: ["at"] })));
  const { referralId, counts } = command;
  const stands = new Map(Object.entries(state.grants));
  const changed = new Map<string, ReferrerGrant | null>();
  const capped = new Set(Object.keys(state.capped));
  const instructions: RewardInstruction[] = [];
  const kept: string[] = [];
  const byItself = byCount(command, state, program);
  const asked = [...command.instructions, ...byItself];
  for (const instruction of asked) {
    const { grantId, action, rewardId, reward } = instruction;
    const grant = stands.get(grantId);
    if (action === "grant") {
      const isMilestone = program.rewards.some(({ id, milestone }) => id === rewardId && milestone !== undefined);
      if (!isMilestone && caps.some((cap) => isReached(cap, stands.values(), day))) {
        capped.add(grantId);
        kept.push(grantId);
        continue;
      }
      const referral = isMilestone ? null : referralId;
      put(grantId, { rewardId, reward, referralId: referral, day, left: unitsOfReward(reward) });
    } else if (capped.has(grantId)) continue;
    else if (grant === undefined) return refuse({ code: "GRANT_NOT_FOUND", grantId });
    else put(grantId, { ...grant, left: grant.left - unitsOfReward(reward) });
    instructions.push(instruction);
  }
  function put(grantId: string, grant: ReferrerGrant): void {
    if (grant.left > 0) stands.set(grantId, grant);
    else stands.delete(grantId);
    changed.set(grantId, grant.left > 0 ? grant : null);
  }
  const referrals = countedAfter(state.counted, referralId, counts).length;
  const desired = asked.filter(({ action }) => action === "grant").length;
  const reasons =
    kept.length === 0 ? [] : [{ code: "referral.cap-reached", params: { credited: desired - kept.length, desired } }];
  const issued = byItself.flatMap(({ action, rewardId }) => (action === "grant" ? [rewardId] : []));
  const grants = Object.fromEntries(changed);
  const event = { type: "ReferrerSettled", v: 1, referralId, counts, grants, capped: kept, issued } as const;
  return accept({ referrals, instructions, reasons }, event);
}

/** Milestones and rewards from the n-th referral on: what the new count gives, or takes back. */
function byCount(
  command: ReferrerCommand,
  state: ReferrerState,
  program: ReferralProgram,
): readonly RewardInstruction[] {
  const { referralId, referrerId, customerId, counts } = command;
  const after = countedAfter(state.counted, referralId, counts).length;
  const standing = Object.entries(state.grants);
  const say = (
    action: "grant" | "reverse",
    grantId: string,
    { id: rewardId, reward }: ReferralReward,
  ): RewardInstruction => ({
    key: `${grantId}:${action}`,
    grantId,
    action,
    customerId,
    side: "referrer",
    rewardId,
    reward: reward as RewardValue,
  });
  return program.rewards.flatMap((each) => {
    const { id, milestone, nth } = each;
    if (milestone !== undefined) {
      const given = standing.filter(([, grant]) => grant.rewardId === id && grant.referralId === null);
      const due = Math.floor(after / milestone);
      const times = own(state.issued, id) ?? 0;
      return [
        ...given.slice(due).map(([grantId]) => say("reverse", grantId, each)),
        ...Array.from({ length: Math.max(0, due - given.length) }, (_, more) =>
          say("grant", claimName(program.id, referrerId, id, String(times + more + 1)), each),
        ),
      ];
    }
    if (nth === undefined || counts === state.counted.includes(referralId)) return [];
    const given = standing.filter(([, grant]) => grant.rewardId === id && grant.referralId === referralId);
    if (!counts) return given.map(([grantId]) => say("reverse", grantId, each));
    const times = own(state.issued, id) ?? 0;
    const isWithin = after >= nth.from && after <= (nth.to ?? after);
    return isWithin ? [say("grant", claimName(program.id, referrerId, id, referralId, String(times + 1)), each)] : [];
  });
}

function isReached(
  { rewards, per }: NonNullable<ReferralProgram["caps"]>[number],
  grants: Iterable<ReferrerGrant>,
  day: string,
): boolean {
  const period = per === "referrer" ? "" : per === "local-day" ? day : day.slice(0, "YYYY-MM".length);
  let given = 0;
  for (const grant of grants) if (grant.referralId !== null && grant.day.startsWith(period)) given++;
  return given >= rewards;
}
