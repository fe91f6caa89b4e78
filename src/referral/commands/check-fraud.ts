import type { Reason } from "../../core/index.js";
import type { Facts } from "../../model/index.js";
import { scoreSubject } from "../../scorecards/index.js";
import type { ReferralRefusal } from "../errors.js";
import {
  comparedHashes,
  defaultReferralFraud,
  identitySignals,
  type ReferralFields,
  referralSchema,
} from "../program/referral-fraud.js";
import type { SignUpCommand } from "./referral-command.js";
import type { Work } from "./work.js";

/** Passed or held, with reasons; or rejected. */
type Checked = { readonly held: boolean; readonly reasons: readonly Reason[] } | { readonly error: Rejected };
type Rejected = Extract<ReferralRefusal, { readonly code: "SELF_REFERRAL" | "REFERRAL_REJECTED" }>;

/** Scores a sign-up. What cannot be scored is passed and says so, unless the scorecard asks for a confidence that was not reached. */
export function checkFraud(command: SignUpCommand, { program, at }: Work): Checked {
  const facts = factsOf(command);
  const card = program.fraud ?? defaultReferralFraud;
  const scored = scoreSubject({ attributes: facts }, card, { schema: referralSchema, asOf: at });
  const reasons: readonly Reason[] =
    scored.status === "known"
      ? scored.value.reasons
      : [{ code: "referral.fraud-not-checked", params: { missing: scored.missing } }];
  const strictness = [
    scored.status === "known" ? scored.value.band : card.minConfidence === undefined ? "pass" : "hold",
    ...(facts.sameAddress === true ? [program.household ?? "score"] : []),
  ];
  if (strictness.includes("reject")) return { error: rejected(facts, reasons) };
  return { held: strictness.includes("hold"), reasons };
}

function rejected(facts: Attributes, reasons: readonly Reason[]): Rejected {
  const identity = identitySignals.find(([fact]) => facts[fact] === true);
  return identity === undefined
    ? { code: "REFERRAL_REJECTED", reasons }
    : { code: "SELF_REFERRAL", signal: identity[1] };
}

type Attributes = Facts<typeof referralSchema>["attributes"];

/** Equal hashes are a fact, different ones too; a hash that either lacks is neither. */
function factsOf({ hashes, signals = {} }: SignUpCommand): Attributes {
  const compared = comparedHashes.flatMap(([fact, hash]): [keyof ReferralFields, boolean][] => {
    const referrer = hashes?.referrer[hash];
    const referee = hashes?.referee[hash];
    return referrer === undefined || referee === undefined ? [] : [[fact, referrer === referee]];
  });
  const { disposableEmail, referralsLastDay } = signals;
  return {
    ...Object.fromEntries(compared),
    ...(disposableEmail === undefined ? {} : { disposableEmail }),
    ...(referralsLastDay === undefined ? {} : { referralsLastDay }),
  } as Attributes;
}
