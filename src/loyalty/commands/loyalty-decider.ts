import { isClienteleError } from "../../core/index.js";
import { inWords, refusal } from "../../core/shared.js";
import { type LedgerRules, ledgerDecider, type Stamped } from "../../ledger/index.js";
import { uniteAnswers } from "../../ledger/shared.js";
import type { FactSchema } from "../../model/index.js";
import { evolveState } from "../account/evolve.js";
import type { LoyaltyEvent, StoredLoyaltyEvent } from "../account/loyalty-event.js";
import { emptyState, type LoyaltyAccount, type LoyaltyState } from "../account/loyalty-state.js";
import type { LoyaltyRefusal } from "../errors.js";
import { upcastLoyaltyEvent } from "../keeping/upcast-loyalty-event.js";
import type { LoyaltyProgram } from "../program/loyalty-program.js";
import { type ReadyProgram, readyProgram } from "../program/ready-program.js";
import * as account from "./decide-account.js";
import * as earning from "./decide-earning.js";
import * as pairs from "./decide-pairs.js";
import * as redemptions from "./decide-redemptions.js";
import { refund } from "./decide-refunds.js";
import type { AccountDecider, LoyaltyCommand, LoyaltyDecider, PairCommand } from "./loyalty-command.js";
import type { LoyaltyOutcomes, PairOutcomes } from "./loyalty-outcome.js";
import { type Body, type Needs, ruleOf } from "./work.js";

/** What a programme is judged with. */
export interface LoyaltyOptions {
  /** The facts that its conditions speak of; default `orderSchema("*")`. */
  readonly schema?: FactSchema | undefined;
}

/**
 * The decider of members' accounts under a programme: commands in, events out, points never lost.
 *
 * Every command that moves points has a key, and a repeated message is answered as before. What was decided stands in the events (lots,
 * allocations, instants, the numbers by which an order earned), so old accounts replay the same under a changed programme. Expiry and the
 * payment of debts are functions of time: `sweep` only records them. A bare day is one of the programme's zone.
 * @throws INVALID_DEFINITION; INVALID_LOYALTY_COMMAND and what is wrong with an order or an amount from `decide`
 * @example
 * import { defineLoyaltyProgram, loyaltyDecider, pointsBalance } from "clientele/loyalty";
 * const program = defineLoyaltyProgram({
 *   id: "club",
 *   version: 1,
 *   timeZone: "UTC",
 *   pointTypes: [{ id: "points" }],
 *   earning: { rules: [{ id: "spend", rates: { EUR: { points: "1", per: "1.00" } } }] },
 * });
 * const loyalty = loyaltyDecider(program);
 * const order = { id: "O1", customerId: "ann", at: "2026-05-01T10:00:00Z", amount: "49.95", currency: "EUR" };
 * const earned = loyalty.decide({ type: "earn", key: "O1", at: order.at, order }, loyalty.initialState());
 * earned.ok && earned.outcome.points; // => 49
 * earned.ok && pointsBalance(earned.state, "2026-05-02").available; // => 49
 * @category Accounts
 */
export function loyaltyDecider(program: LoyaltyProgram, options: LoyaltyOptions = {}): LoyaltyDecider {
  return accountDecider(program, options) as unknown as LoyaltyDecider;
}

type Command = LoyaltyCommand | PairCommand;
type Outcomes = LoyaltyOutcomes & PairOutcomes;

// A cache of pure data: a decider holds nothing but its programme.
const deciders = new WeakMap<LoyaltyProgram, AccountDecider>();

/** The same decider with the commands of two accounts in it. */
export function accountDecider(program: LoyaltyProgram, { schema }: LoyaltyOptions = {}): AccountDecider {
  const known = schema === undefined ? deciders.get(program) : undefined;
  if (known !== undefined) return known;
  const ready = readyProgram(program, schema);
  const base = ledgerDecider<LoyaltyState, Command, LoyaltyEvent, Outcomes, LoyaltyRefusal>(
    { initialState: () => emptyState, evolve: evolveState, decide: rulesOf(ready) },
    { factFields: ["customer", "from"], timeZone: program.timeZone },
  );
  const decider: AccountDecider = {
    initialState: base.initialState,
    evolve(ledger, stored) {
      try {
        if (stored.event.v === 1) return withKeys(base.evolve(ledger, stored), stored);
      } catch (error) {
        if (isClienteleError(error)) throw error;
      }
      upcastLoyaltyEvent(stored);
      throw refusal("INVALID_LOYALTY_EVENT", ["event"], "an event that fits the account", inWords(stored.event.type));
    },
    decide(command, ledger, context) {
      const decision = base.decide(command, ledger, context);
      if (!decision.ok || decision.replayed) return decision;
      return { ...decision, state: decision.events.reduce(withKeys, decision.state) };
    },
  };
  if (schema === undefined) deciders.set(program, decider);
  return decider;
}

/** Keys unite when accounts do, so that a message to the account that closed is still recognised. */
function withKeys(ledger: LoyaltyAccount, { event }: StoredLoyaltyEvent | Stamped<LoyaltyEvent>): LoyaltyAccount {
  if (event.type !== "AccountMerged" || event.answers === undefined) return ledger;
  return { ...ledger, answers: uniteAnswers(ledger.answers, event.answers) };
}

type AccountRules = LedgerRules<LoyaltyState, Command, LoyaltyEvent, Outcomes, LoyaltyRefusal>["decide"];

/** The state rules of one programme, without keys and versions: what a simulation runs on. */
export function rulesOf(ready: ReadyProgram): AccountRules {
  const rule = <C extends Command, O>(needs: Needs, body: Body<C, O>): ReturnType<typeof ruleOf<C, O>> =>
    ruleOf(ready, needs, body);
  return {
    open: rule("not-closed", account.open),
    earn: rule("not-closed", earning.earn),
    activity: rule("not-closed", earning.activity),
    activate: rule("not-closed", earning.activate),
    redeem: rule("open", redemptions.redeem),
    hold: rule("open", redemptions.hold),
    "commit-hold": rule("not-closed", redemptions.commitHold),
    "release-hold": rule("any", redemptions.releaseHold),
    "reverse-redemption": rule("any", redemptions.reverseRedemption),
    refund: rule("any", refund),
    adjust: rule("not-closed", account.adjust),
    sweep: rule("any", account.sweep),
    reinstate: rule("not-closed", account.reinstate),
    "import-opening": rule("not-closed", account.importOpening),
    suspend: rule("not-closed", account.suspend),
    resume: rule("not-closed", account.resume),
    close: rule("not-closed", account.close),
    "grant-tier": rule("not-closed", account.grantTier),
    "use-benefit": rule("open", account.useBenefit),
    "transfer-out": rule("open", pairs.transferOut),
    "transfer-in": rule("not-closed", pairs.transferIn),
    "merge-out": rule("not-closed", pairs.mergeOut),
    "merge-in": rule("not-closed", pairs.mergeIn),
    unmerge: rule("any", pairs.unmerge),
  };
}
