import { anything, checkOptions } from "../../core/shared.js";
import { ledgerDecider } from "../../ledger/index.js";
import { type FactSchema, orderSchema } from "../../model/index.js";
import type { ReferralRefusal } from "../errors.js";
import { requireReferralProgram } from "../program/define-referral-program.js";
import type { ReferralProgram } from "../program/referral-program.js";
import { evolveReferral } from "../stream/evolve-referral.js";
import type { ReferralEvent } from "../stream/referral-event.js";
import { emptyReferral, type ReferralState } from "../stream/referral-state.js";
import { merge, reattribute, signUp, touch } from "./decide-attribution.js";
import { purchase, refund } from "./decide-orders.js";
import { hold, review, tick } from "./decide-review.js";
import type { ReferralCommand, ReferralDecider, ReferralOutcome } from "./referral-command.js";
import { ruleOf } from "./work.js";

/** What a programme is judged with. */
export interface ReferralOptions {
  /** The facts that `qualifies` speaks of; default `orderSchema("*")`. Orders with more decimals than their currency need a schema with `scale`. */
  readonly schema?: FactSchema | undefined;
}

/**
 * The decider of referrals under a programme: one ledger per referee, commands in, instructions out.
 *
 * A referral is bound once, by the touch that counts, and lives under the terms of that moment. The first order that qualifies is rewarded when
 * its hold has passed; one that is refunded below the terms gives way to the next. What was granted is taken back with the refund, in part where
 * the reward is a share. All this is a function of the facts, not of the order in which they were told. A bare day is one of the programme's zone.
 * @throws INVALID_DEFINITION, INVALID_OPTIONS; INVALID_REFERRAL_COMMAND and what is wrong with an order from `decide`
 * @example
 * import { conditions } from "clientele/conditions";
 * import { decideAll } from "clientele/ledger";
 * import { orderSchema } from "clientele/model";
 * import { defineReferralProgram, referralDecider } from "clientele/referral";
 * const program = defineReferralProgram({
 *   id: "friends",
 *   version: 1,
 *   timeZone: "UTC",
 *   attribution: { touch: "last", window: { days: 30 } },
 *   qualifies: conditions(orderSchema("*")).attr("order.paidNet").gte({ amount: "25.00", currency: "USD" }),
 *   hold: { days: 14 },
 *   rewards: [{ id: "share", for: "referrer", reward: { kind: "percentage", rate: "0.25" } }],
 * });
 * const order = { id: "O1", customerId: "ben", at: "2026-04-02", amount: "100.00", currency: "USD" };
 * const { state, decisions } = decideAll(referralDecider(program), [
 *   { type: "touch", key: "t", at: "2026-04-01", code: "ANN7", how: "click" },
 *   { type: "sign-up", key: "s", at: "2026-04-01", refereeId: "ben", referrerId: "ann" },
 *   { type: "purchase", key: "p", at: "2026-04-02", order },
 *   { type: "tick", at: "2026-04-16" },
 *   { type: "refund", key: "r", at: "2026-04-20", orderId: "O1", cumulative: { amount: "40.00", currency: "USD" } },
 * ]);
 * const said = decisions.flatMap((each) => (each.ok ? each.outcome.instructions : []));
 * said.map(({ action, reward }) => `${action} ${reward.kind === "credit" && reward.value.amount}`); // => ["grant 25.00", "reverse 10.00"]
 * state.current.status; // => "granted"
 * @category Referrals
 */
export function referralDecider(program: ReferralProgram, options: ReferralOptions = {}): ReferralDecider {
  checkOptions<ReferralOptions>(options, { schema: anything });
  const { schema = orderSchema("*") } = options;
  requireReferralProgram(program, schema);
  return ledgerDecider<
    ReferralState,
    ReferralCommand,
    ReferralEvent,
    Record<ReferralCommand["type"], ReferralOutcome>,
    ReferralRefusal
  >(
    {
      initialState: () => emptyReferral,
      evolve: evolveReferral,
      decide: {
        touch: ruleOf(program, schema, touch),
        "sign-up": ruleOf(program, schema, signUp),
        purchase: ruleOf(program, schema, purchase),
        refund: ruleOf(program, schema, refund),
        hold: ruleOf(program, schema, hold),
        review: ruleOf(program, schema, review),
        reattribute: ruleOf(program, schema, reattribute),
        merge: ruleOf(program, schema, merge),
        tick: ruleOf(program, schema, tick),
      },
    },
    {
      factFields: ["referrerId", "ancestors", "newCustomer", "hashes", "signals", "customer", "number"],
      timeZone: program.timeZone,
    },
  );
}
