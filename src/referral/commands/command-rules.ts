import {
  anything,
  checker,
  choice,
  fields,
  flag,
  listOf,
  object,
  optional,
  type Rule,
  text,
  whole,
} from "../../core/shared.js";
import type { ReferralCommand } from "./referral-command.js";

const head = { type: anything, at: anything, recordedAt: anything, actor: optional(text) };
const keyed = { ...head, key: text };
const money = fields({ amount: anything, currency: text });
const named = { ...keyed, reason: text };

const hashes = fields(
  Object.fromEntries(
    ["phone", "email", "emailDomain", "paymentInstrument", "address", "device", "ip"].map((name) => [
      name,
      optional(text),
    ]),
  ),
);

// Instants, orders and amounts are read where they are used, and tell their own faults.
const rules: Readonly<Record<ReferralCommand["type"], Rule>> = {
  touch: fields({ ...keyed, code: optional(text), how: choice(["click", "code", "declared"]) }),
  "sign-up": fields({
    ...keyed,
    refereeId: text,
    referrerId: text,
    ancestors: optional(listOf(text)),
    newCustomer: optional(
      fields({
        registeredAt: anything,
        lastOrderAt: anything,
        guestOrders: optional(listOf(fields({ at: anything, email: text }))),
      }),
    ),
    hashes: optional(fields({ referrer: hashes, referee: hashes })),
    signals: optional(
      fields({
        disposableEmail: optional(flag),
        referralsLastDay: optional(whole({ from: 0 })),
        staff: optional(flag),
      }),
    ),
  }),
  purchase: fields({
    ...keyed,
    order: object("an order"),
    paid: optional(money),
    customer: anything,
    number: anything,
  }),
  refund: fields({ ...keyed, orderId: text, cumulative: money }),
  hold: fields(named),
  review: fields({ ...named, actor: text, verdict: choice(["approve", "void"]) }),
  reattribute: fields({ ...named, actor: text, referrerId: text, ancestors: optional(listOf(text)) }),
  merge: fields({ ...keyed, customerId: text, into: text }),
  tick: fields({ ...head, key: optional(text) }),
};

/** Refuses a command with a field that is missing, unknown or of another kind. @throws INVALID_REFERRAL_COMMAND */
export function requireCommand(command: ReferralCommand): void {
  const check = checker("INVALID_REFERRAL_COMMAND");
  rules[command.type](command, [], check);
  check.refuseFaults("INVALID_REFERRAL_COMMAND");
}
