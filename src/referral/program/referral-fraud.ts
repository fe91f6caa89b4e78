import type { FactSchema, NumberField } from "../../model/index.js";
import type { Scorecard, ScorecardRule } from "../../scorecards/index.js";

type BooleanField = { readonly type: "boolean" };

/** The facts by which a referral is checked. */
export type ReferralFields = {
  readonly samePhone: BooleanField;
  readonly samePaymentInstrument: BooleanField;
  readonly sameEmail: BooleanField;
  readonly sameEmailDomain: BooleanField;
  readonly sameAddress: BooleanField;
  readonly sameDevice: BooleanField;
  readonly sameIp: BooleanField;
  readonly disposableEmail: BooleanField;
  readonly referralsLastDay: NumberField;
};

const same = { type: "boolean" } as const;

/**
 * What a scorecard of referral fraud may ask: whether hashes of referrer and referee are equal, and what the host says beside them.
 * A hash that one of them lacks makes its fact unknown, never false.
 * @example
 * import { referralSchema } from "clientele/referral";
 * referralSchema.attributes.sameDevice; // => { type: "boolean" }
 * @category Referral fraud
 */
export const referralSchema: FactSchema<ReferralFields, Record<never, never>> = {
  attributes: {
    samePhone: same,
    samePaymentInstrument: same,
    sameEmail: same,
    sameEmailDomain: same,
    sameAddress: same,
    sameDevice: same,
    sameIp: same,
    disposableEmail: same,
    referralsLastDay: { type: "number" },
  },
  collections: {},
};

/** Hashes that the host made with a key of its own; the library never sees what they stand for. */
export interface ReferralHashes {
  readonly phone?: string | undefined;
  /** Of `normalizeEmail(…).address`. */
  readonly email?: string | undefined;
  /** Of `normalizeEmail(…).privateDomain`; left out where that is null. */
  readonly emailDomain?: string | undefined;
  readonly paymentInstrument?: string | undefined;
  readonly address?: string | undefined;
  readonly device?: string | undefined;
  readonly ip?: string | undefined;
}

/** What only the host can say of a sign-up. */
export interface ReferralSignals {
  /** The address is at a provider of throw-away mailboxes. */
  readonly disposableEmail?: boolean | undefined;
  /** Referrals of this referrer bound in the last 24 hours. */
  readonly referralsLastDay?: number | undefined;
  /** The referrer works for the host. */
  readonly staff?: boolean | undefined;
}

/** Which fact compares which hash. */
export const comparedHashes: readonly (readonly [fact: keyof ReferralFields, hash: keyof ReferralHashes])[] = [
  ["samePhone", "phone"],
  ["samePaymentInstrument", "paymentInstrument"],
  ["sameEmail", "email"],
  ["sameEmailDomain", "emailDomain"],
  ["sameAddress", "address"],
  ["sameDevice", "device"],
  ["sameIp", "ip"],
];

/** Facts that mean: it is the same person. */
export const identitySignals: readonly (readonly [fact: keyof ReferralFields, signal: string])[] = [
  ["samePhone", "same-phone"],
  ["samePaymentInstrument", "same-payment-instrument"],
  ["sameEmail", "email-alias"],
];

const rule = (field: keyof ReferralFields, points: number, reason: string): ScorecardRule => ({
  id: field,
  when: { type: "compare", subject: { type: "attribute", field }, op: "eq", value: true },
  points,
  reason,
});

/**
 * The default check. Phone, payment instrument or mailbox in common: rejected. One of address, device, IP address and private e-mail domain in
 * common: passed, since families and colleagues do refer each other; two: held for a person to look at. Held too: a throw-away mailbox, and
 * five referrals or more within a day.
 * @example
 * import { defaultReferralFraud } from "clientele/referral";
 * defaultReferralFraud.bands.map(({ id, min }) => `${id} from ${min}`); // => ["pass from 0", "hold from 60", "reject from 1000"]
 * @category Referral fraud
 */
export const defaultReferralFraud: Scorecard<"referral-fraud"> = {
  kind: "referral-fraud",
  id: "own",
  version: 1,
  schemaVersion: 1,
  language: 1,
  rules: [
    rule("samePhone", 1000, "referral.same-phone"),
    rule("samePaymentInstrument", 1000, "referral.same-payment-instrument"),
    rule("sameEmail", 1000, "referral.email-alias"),
    rule("sameEmailDomain", 40, "referral.same-private-domain"),
    rule("sameAddress", 40, "referral.same-address"),
    rule("sameDevice", 40, "referral.same-device"),
    rule("sameIp", 40, "referral.same-ip"),
    rule("disposableEmail", 60, "referral.disposable-email"),
    {
      id: "referralsLastDay",
      when: { type: "compare", subject: { type: "attribute", field: "referralsLastDay" }, op: "gte", value: 5 },
      points: 60,
      reason: "referral.too-many-in-a-day",
    },
  ],
  bands: [
    { id: "pass", min: 0 },
    { id: "hold", min: 60 },
    { id: "reject", min: 1000 },
  ],
};
