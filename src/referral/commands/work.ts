import { formatInstant, type Reason } from "../../core/index.js";
import { parseMoment } from "../../core/shared.js";
import { accept, type Ruling, refuse } from "../../ledger/index.js";
import type { FactSchema } from "../../model/index.js";
import type { ReferralRefusal } from "../errors.js";
import { countsTogether, type ReferralProgram } from "../program/referral-program.js";
import { claimName } from "../stream/claims.js";
import type { ReferralEvent, ReferralTerms } from "../stream/referral-event.js";
import type { ReferralState } from "../stream/referral-state.js";
import { settleReferral } from "../stream/settle-referral.js";
import { requireCommand } from "./command-rules.js";
import type { ReferralCommand, ReferralOutcome } from "./referral-command.js";

/** What every rule works with. */
export interface Work {
  readonly program: ReferralProgram;
  readonly schema: FactSchema;
  readonly state: ReferralState;
  /** The command's instant, ISO 8601 in UTC. */
  readonly at: string;
}

/** New facts with the reasons to tell, or a refusal. */
export type Finding =
  | { readonly facts: readonly ReferralEvent[]; readonly reasons: readonly Reason[] }
  | { readonly error: Exclude<ReferralRefusal, { readonly code: "VERSION_CONFLICT" }> };

export const found = (facts: readonly ReferralEvent[], reasons: readonly Reason[] = []): Finding => ({
  facts,
  reasons,
});
export const no = (error: Extract<Finding, { readonly error: unknown }>["error"]): Finding => ({ error });

type Rule<C> = (command: C, state: ReferralState) => Ruling<ReferralEvent, ReferralOutcome, ReferralRefusal>;

/** A rule of the ledger: the command is checked, its facts are found, and all that follows from them is settled. */
export function ruleOf<C extends ReferralCommand>(
  program: ReferralProgram,
  schema: FactSchema,
  find: (command: C, work: Work) => Finding,
): Rule<C> {
  return (command, state) => {
    requireCommand(command);
    const at = formatInstant(parseMoment(command.at, { timeZone: program.timeZone, path: ["at"] }));
    const finding = find(command, { program, schema, state, at });
    if ("error" in finding) return refuse(finding.error);
    const settled = settleReferral(state, finding.facts, at);
    const outcome: ReferralOutcome = {
      status: settled.state.status,
      ...shared(state, settled),
      reasons: [...finding.reasons, ...told(settled.events.slice(finding.facts.length))],
    };
    return accept(outcome, ...settled.events);
  };
}

/** The referrer's part goes to the referrer's ledger where referrals are counted together. */
function shared(
  before: ReferralState,
  { state, instructions }: ReturnType<typeof settleReferral>,
): Pick<ReferralOutcome, "instructions" | "forReferrer"> {
  const { terms, referralId, referrerId, referrerKey, moves, confirmed } = state;
  if (terms === null || !terms.together) return { instructions, forReferrer: null };
  const own = instructions.filter(({ side }) => side === "referrer");
  const forReferrer =
    own.length === 0 && confirmed === before.confirmed
      ? null
      : {
          type: "settle" as const,
          key: claimName(terms.program.id, referralId as string, String(moves)),
          at: state.at as string,
          referrerId: referrerKey as string,
          customerId: referrerId as string,
          referralId: referralId as string,
          counts: confirmed,
          instructions: own,
        };
  return { instructions: instructions.filter(({ side }) => side !== "referrer"), forReferrer };
}

/** What followed, in reasons. */
function told(events: readonly ReferralEvent[]): readonly Reason[] {
  return events.flatMap((event) => {
    if (event.type === "ReferralQualified") {
      const { orderId, holdUntil } = event;
      return [{ code: "referral.order-qualifies", params: { orderId, until: holdUntil } }];
    }
    if (event.type === "ReferralDisqualified") {
      return [{ code: "referral.order-no-longer-qualifies", params: { orderId: event.orderId } }];
    }
    return [];
  });
}

/** The terms under which a referral is bound now. */
export function termsOf(program: ReferralProgram): ReferralTerms {
  const { kind, id, version, timeZone, newCustomer = "never-bought", qualifies, parameters, hold, rewards } = program;
  return {
    program: { kind, id, version },
    timeZone,
    newCustomer,
    qualifies,
    ...(parameters === undefined ? {} : { parameters }),
    hold,
    rewards: rewards.filter(({ milestone, nth }) => milestone === undefined && nth === undefined),
    together: countsTogether(program),
  };
}
