import type { ReferralEvent } from "./referral-event.js";
import {
  own,
  type ReferralOrder,
  type ReferralState,
  type ReferralStatus,
  type ReferralStep,
} from "./referral-state.js";

/** The referral after one more event: total, and without any rule of a programme. */
export function evolveReferral(state: ReferralState, event: ReferralEvent): ReferralState {
  const next = applied(state, event);
  const at = state.at === null || event.at > state.at ? event.at : state.at;
  const settled = { ...next, at };
  return { ...settled, status: statusOf(settled) };
}

function applied(state: ReferralState, event: ReferralEvent): ReferralState {
  switch (event.type) {
    case "TouchRecorded":
      return reach({ ...state, touches: [...state.touches, event.touch] }, "touched", event.touch.at);
    case "ReferralBound": {
      const { refereeId, referrerId, terms, at } = event;
      const bound = {
        ...state,
        refereeId,
        referrerId,
        referrerKey: referrerId,
        referralId: refereeId,
        boundAt: at,
        terms,
        early: [],
      };
      return reach(bound, "signed-up", at);
    }
    case "OrderNoted": {
      const { early } = event;
      return { ...state, early: [...state.early.filter(({ order }) => order.id !== early.order.id), early] };
    }
    case "OrderJudged":
      return withOrder(state, { ...event.order, payments: event.payments, qualifiedAt: null, holdUntil: null });
    case "PaymentNoted":
      return changed(state, event.orderId, (order) => ({ ...order, payments: [...order.payments, event.payment] }));
    case "RefundNoted":
      return { ...state, refunds: { ...state.refunds, [event.orderId]: event.cumulative } };
    case "ReferralQualified": {
      const { orderId, qualifiedAt, holdUntil } = event;
      return reach(
        changed(state, orderId, (order) => ({ ...order, qualifiedAt, holdUntil })),
        "qualified",
        event.at,
      );
    }
    case "ReferralDisqualified":
      return changed(state, event.orderId, (order) => ({ ...order, qualifiedAt: null, holdUntil: null }));
    case "ReferralHeld":
      return reach({ ...state, review: "open" }, "held", event.at);
    case "ReferralReviewed": {
      if (event.verdict === "approve") return { ...state, review: "approved" };
      const voided = [{ code: "referral.void", params: { reason: event.reason } }];
      return { ...state, review: "none", voided };
    }
    case "ReferralReattributed":
      return { ...state, referrerId: event.to, referrerKey: event.to };
    case "CustomersMerged":
      return merged(state, event.customerId, event.into);
    case "ReferralVoided":
      return { ...state, review: "none", voided: event.reasons };
    case "ReferralConfirmed":
      return reach({ ...state, confirmed: true, moves: state.moves + 1 }, "granted", event.at);
    case "ReferralUndone":
      return reach({ ...state, confirmed: false, moves: state.moves + 1 }, "reversed", event.at);
    case "RewardGranted": {
      const { instruction, orderId, units } = event;
      const { grantId, customerId, side, rewardId, reward } = instruction;
      const grant = { orderId, customerId, side, rewardId, reward, units, left: units, reversals: 0 };
      return { ...state, grants: { ...state.grants, [grantId]: grant }, moves: state.moves + 1 };
    }
    case "RewardReversed": {
      const { grantId } = event.instruction;
      const grant = own(state.grants, grantId);
      if (grant === undefined) return state;
      const less = { ...grant, left: grant.left - event.units, reversals: grant.reversals + 1 };
      return { ...state, grants: { ...state.grants, [grantId]: less }, moves: state.moves + 1 };
    }
    default:
      return ignored(state, event);
  }
}

/** A fold is total: what a later version wrote changes nothing here. */
const ignored = (state: ReferralState, _event: never): ReferralState => state;

function statusOf({ voided, reached, confirmed, review, orders, boundAt, touches }: ReferralState): ReferralStatus {
  if (voided !== null) return reached.granted === undefined ? "void" : "reversed";
  if (confirmed) return "granted";
  if (review === "open") return "held";
  if (Object.values(orders).some(({ qualifiedAt }) => qualifiedAt !== null)) return "pending";
  if (reached.granted !== undefined) return "reversed";
  if (boundAt !== null) return "signed-up";
  return touches.length > 0 ? "touched" : "new";
}

function reach(state: ReferralState, step: ReferralStep, at: string): ReferralState {
  const before = state.reached[step];
  return before !== undefined && before <= at ? state : { ...state, reached: { ...state.reached, [step]: at } };
}

const withOrder = (state: ReferralState, order: ReferralOrder): ReferralState => ({
  ...state,
  orders: { ...state.orders, [order.orderId]: order },
});

function changed(
  state: ReferralState,
  orderId: string,
  change: (order: ReferralOrder) => ReferralOrder,
): ReferralState {
  const order = own(state.orders, orderId);
  return order === undefined ? state : withOrder(state, change(order));
}

function merged(state: ReferralState, customerId: string, into: string): ReferralState {
  const renamed = <Id extends string | null>(id: Id): Id | string => (id === customerId ? into : id);
  return {
    ...state,
    refereeId: renamed(state.refereeId),
    referrerId: renamed(state.referrerId),
    grants: Object.fromEntries(
      Object.entries(state.grants).map(([id, grant]) => [id, { ...grant, customerId: renamed(grant.customerId) }]),
    ),
  };
}
