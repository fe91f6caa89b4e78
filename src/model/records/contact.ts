import type { InstantInput } from "../../core/index.js";
import { instantRule } from "../reading/border-rules.js";
import { notBefore } from "./order-rules.js";
import { optional, type RecordTable, recordTable } from "./record-table.js";
import { booleanRule, choiceRule, textRule, textsRule } from "./value-rules.js";

/**
 * One way to reach a customer (联系方式). The channel is the host's own word; usual ones are phone, sms, email, post, wechat.
 * @category Records
 */
export interface ContactPoint {
  readonly channel: string;
  /** The number, address or account name. */
  readonly value: string;
  readonly preferred?: boolean | undefined;
  readonly verifiedAt?: InstantInput | undefined;
}

/**
 * What a customer agreed to, or took back, at one moment. Entries are added and never changed; for a purpose and channel the
 * latest decides, and without one nothing was agreed to.
 * @category Records
 */
export interface Consent {
  /** What for, in the host's own words: marketing, service, profiling … */
  readonly purpose: string;
  /** Absent: every channel. */
  readonly channel?: string | undefined;
  readonly status: ConsentStatus;
  readonly at: InstantInput;
  /** The consent lapses after this. */
  readonly until?: InstantInput | undefined;
  /** Where the evidence stands: a form, a call, a checkbox. */
  readonly source?: string | undefined;
}

/** Agreed to, or taken back. */
export type ConsentStatus = "given" | "withdrawn";

/**
 * A postal address, as far as it is known.
 * @category Records
 */
export interface Address {
  /** ISO 3166-1 alpha-2, such as `CN`. */
  readonly country?: string | undefined;
  /** ISO 3166-2, such as `CN-44`, or the host's own code. */
  readonly region?: string | undefined;
  readonly city?: string | undefined;
  readonly postalCode?: string | undefined;
  /** Street and what stands before it. */
  readonly lines?: readonly string[] | undefined;
}

/** What a {@link ContactPoint} must hold. */
export const contactPointTable: RecordTable<ContactPoint> = recordTable<ContactPoint>({
  channel: textRule,
  value: textRule,
  preferred: optional(booleanRule),
  verifiedAt: optional(instantRule),
});

/** What a {@link Consent} must hold. */
export const consentTable: RecordTable<Consent> = recordTable<Consent>(
  {
    purpose: textRule,
    channel: optional(textRule),
    status: choiceRule(["given", "withdrawn"]),
    at: instantRule,
    until: optional(instantRule),
    source: optional(textRule),
  },
  notBefore("at", "until"),
);

/** What an {@link Address} must hold. */
export const addressTable: RecordTable<Address> = recordTable<Address>({
  country: optional(textRule),
  region: optional(textRule),
  city: optional(textRule),
  postalCode: optional(textRule),
  lines: optional(textsRule),
});
