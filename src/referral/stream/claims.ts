import {
  addDuration,
  currencyDecimals,
  formatInstant,
  formatMinorUnits,
  multiplyDecimals,
  parseInstant,
  parseMinorUnits,
  roundDecimal,
  type Zone,
  zoneOf,
} from "../../core/index.js";
import { requireShape } from "../../core/shared.js";
import type { ReferralReward, RewardValue } from "../program/referral-program.js";
import { decimalsOf } from "./judge-order.js";
import type { ReferralTerms } from "./referral-event.js";
import {
  own,
  type ReferralGrant,
  type ReferralLedger,
  type ReferralOrder,
  type ReferralState,
} from "./referral-state.js";

/** What a reward for an order is worth now: minor units of credit, 1 of anything else. */
export interface Claim {
  readonly id: string;
  readonly reward: ReferralReward;
  readonly order: ReferralOrder;
  readonly units: number;
}

/** What is due on the orders that qualify, holds aside; nothing before the referral is confirmed. */
export function claimsOf(state: ReferralState, terms: ReferralTerms, zone: Zone): readonly Claim[] {
  const orders = qualifyingOrders(state);
  const [first] = orders;
  if (first === undefined || !state.confirmed) return [];
  const start = parseInstant(first.qualifiedAt as string);
  return terms.rewards.flatMap((reward) => {
    const until = reward.recurringFor && formatInstant(addDuration(start, reward.recurringFor, zone));
    return orders
      .filter((order) => order === first || (until !== undefined && (order.qualifiedAt as string) < until))
      .map((order) => ({
        id: claimId(state, terms, { rewardId: reward.id, orderId: order.orderId }),
        reward,
        order,
        units: unitsOf(reward, order, state),
      }));
  });
}

function unitsOf({ reward }: ReferralReward, order: ReferralOrder, state: ReferralState): number {
  if (reward.kind !== "percentage") return unitsOfReward(reward);
  const scale = decimalsOf(order.paidNet);
  const net = formatMinorUnits(netOf(order, state), scale);
  const decimals = currencyDecimals(order.currency);
  return parseMinorUnits(roundDecimal(multiplyDecimals([net, reward.rate]), decimals), decimals);
}

/** Minor units of credit, 1 of anything else. */
export const unitsOfReward = (reward: RewardValue): number =>
  reward.kind === "credit" ? parseMinorUnits(reward.value.amount, currencyDecimals(reward.value.currency)) : 1;

/** What is paid and not refunded, in minor units. */
function netOf(order: ReferralOrder, state: ReferralState): number {
  const scale = decimalsOf(order.paidNet);
  const whole = parseMinorUnits(order.paidNet, scale);
  const paid = Math.max(0, ...order.payments.map(({ paid }) => (paid === null ? whole : parseMinorUnits(paid, scale))));
  return Math.max(0, Math.min(paid, whole) - refundedOf(order, state, scale));
}

export function refundedOf(order: ReferralOrder, { refunds }: ReferralState, scale: number): number {
  const refund = own(refunds, order.orderId);
  return refund === undefined ? 0 : parseMinorUnits(refund.amount, scale, ["cumulative", "amount"]);
}

/** Orders that qualify, the first one paid first. */
export const qualifyingOrders = ({ orders }: Pick<ReferralState, "orders">): readonly ReferralOrder[] =>
  Object.values(orders)
    .filter(({ qualifiedAt }) => qualifiedAt !== null)
    .sort(
      (a, b) =>
        compare(a.qualifiedAt as string, b.qualifiedAt as string) ||
        compare(a.at, b.at) ||
        compare(a.orderId, b.orderId),
    );

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Names what a reward for an order is due on; the parts cannot run into each other. */
export const claimName = (...parts: readonly string[]): string =>
  parts.map((part) => part.replaceAll("%", "%25").replaceAll(":", "%3A")).join(":");

export const claimId = (
  state: ReferralState,
  { program }: ReferralTerms,
  claim: Pick<ReferralGrant, "rewardId" | "orderId">,
): string => claimName(program.id, state.referralId as string, claim.rewardId, claim.orderId);

/**
 * The instant from which a `tick` has something to grant; null if time alone brings nothing. For a job that looks only at what is due.
 * @example
 * import { conditions } from "clientele/conditions";
 * import { orderSchema } from "clientele/model";
 * import { defineReferralProgram, nextReferralDueAt, referralDecider } from "clientele/referral";
 * const program = defineReferralProgram({
 *   id: "friends",
 *   version: 1,
 *   timeZone: "UTC",
 *   attribution: { touch: "last", window: { days: 30 } },
 *   qualifies: conditions(orderSchema("*")).attr("order.number").eq(1),
 *   hold: { days: 14 },
 *   rewards: [{ id: "gift", for: "referee", reward: { kind: "gift", sku: "mug" } }],
 * });
 * nextReferralDueAt(referralDecider(program).initialState()); // => null
 * @category Referrals
 */
export function nextReferralDueAt(referral: ReferralLedger): string | null {
  requireShape(referral?.current, "referral", "a referral of referralDecider", "grants", "orders");
  const { current } = referral;
  const { terms, voided, review, confirmed } = current;
  if (terms === null || voided !== null || review === "open") return null;
  if (!confirmed) return qualifyingOrders(current)[0]?.holdUntil ?? null;
  const given = (id: string): number =>
    Object.values(current.grants).reduce(
      (sum, grant) => sum + (claimId(current, terms, grant) === id ? grant.left : 0),
      0,
    );
  return claimsOf(current, terms, zoneOf(terms.timeZone))
    .filter(({ id, units }) => units > given(id))
    .map(({ order }) => order.holdUntil as string)
    .reduce<string | null>((first, due) => (first === null || due < first ? due : first), null);
}
