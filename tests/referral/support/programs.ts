import { type ConditionBuilders, conditions } from "../../../src/conditions/index.js";
import { type OrderSchema, orderSchema } from "../../../src/model/index.js";
import {
  defineReferralProgram,
  type ReferralCommand,
  type ReferralDecider,
  type ReferralLedger,
  type ReferralOutcome,
  type ReferralProgram,
  referralDecider,
} from "../../../src/referral/index.js";

export const order: ConditionBuilders<OrderSchema<"*">> = conditions(orderSchema("*"));

export const atLeast = (amount: string): ReferralProgram["qualifies"] =>
  order.attr("order.paidNet").gte({ amount, currency: "USD" });

/** 500 points for the referrer and 250 for the friend, for a first order of 25.00 or more, after 14 days. */
export const doubleSided: Parameters<typeof defineReferralProgram>[0] = {
  id: "friends",
  version: 1,
  timeZone: "UTC",
  attribution: { touch: "last", window: { days: 30 } },
  qualifies: atLeast("25.00"),
  hold: { days: 14 },
  rewards: [
    { id: "advocate", for: "referrer", reward: { kind: "points", points: 500 } },
    { id: "friend", for: "referee", reward: { kind: "points", points: 250 } },
  ],
};

export const program = (changes: Partial<Parameters<typeof defineReferralProgram>[0]> = {}): ReferralProgram =>
  defineReferralProgram({ ...doubleSided, ...changes });

export const buy = (id: string, amount: string, at: string): Extract<ReferralCommand, { type: "purchase" }> => ({
  type: "purchase",
  key: `order:${id}`,
  at,
  order: { id, customerId: "F", at, amount, currency: "USD" },
});

export const giveBack = (
  orderId: string,
  amount: string,
  at: string,
): Extract<ReferralCommand, { type: "refund" }> => ({
  type: "refund",
  key: `refund:${orderId}:${amount}`,
  at,
  orderId,
  cumulative: { amount, currency: "USD" },
});

export const clicked = (code: string, at: string): Extract<ReferralCommand, { type: "touch" }> => ({
  type: "touch",
  key: `touch:${code}:${at}`,
  at,
  code,
  how: "click",
});

export const joined = (
  referrerId: string,
  refereeId: string,
  at: string,
): Extract<ReferralCommand, { type: "sign-up" }> => ({
  type: "sign-up",
  key: `sign-up:${refereeId}`,
  at,
  refereeId,
  referrerId,
});

/** A referral that takes one command after another; a refusal is what it says. */
export interface Walk {
  readonly ledger: () => ReferralLedger;
  readonly tell: (command: ReferralCommand) => ReferralOutcome;
  readonly refused: (command: ReferralCommand) => { readonly code: string };
}

export function walk(rules: ReferralProgram | ReferralDecider, from?: ReferralLedger): Walk {
  const decider = "decide" in rules ? rules : referralDecider(rules);
  let ledger = from ?? decider.initialState();
  return {
    ledger: () => ledger,
    tell(command) {
      const decision = decider.decide(command, ledger);
      if (!decision.ok) throw new Error(`${command.type} was refused: ${decision.error.code}`);
      ledger = decision.state;
      return decision.outcome;
    },
    refused(command) {
      const decision = decider.decide(command, ledger);
      if (decision.ok) throw new Error(`${command.type} was accepted`);
      return decision.error;
    },
  };
}

/** F referred by A, as of an instant. */
export function bound(rules: ReferralProgram | ReferralDecider, at: string): Walk {
  const made = walk(rules);
  made.tell(clicked("A", at));
  made.tell(joined("A", "F", at));
  return made;
}

/** What is granted and not taken back, by customer and reward. */
export function standing(ledger: ReferralLedger): readonly string[] {
  return Object.values(ledger.current.grants)
    .filter(({ left }) => left > 0)
    .map(({ customerId, rewardId, left, orderId }) => `${customerId} ${rewardId} ${left} for ${orderId}`)
    .sort();
}

/** What the host is told, in short: `grant 500 to A`. */
export const briefly = ({ instructions }: ReferralOutcome): readonly string[] =>
  instructions.map(({ action, customerId, reward }) => {
    const what = reward.kind === "points" ? reward.points : reward.kind === "credit" ? reward.value.amount : reward.sku;
    return `${action} ${what} to ${customerId}`;
  });
