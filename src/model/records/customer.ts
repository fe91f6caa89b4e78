import type { Birthday, Day, InstantInput, Money } from "../../core/index.js";
import type { Attributes } from "./attributes.js";
import type { Address, Consent, ContactPoint } from "./contact.js";

/**
 * A person or a company that buys or may buy (客户档案). Only the id must be known; judgements say what they miss.
 * @category Records
 */
export interface Customer {
  readonly id: string;
  readonly kind?: CustomerKind | undefined;
  readonly name?: string | undefined;
  /** When the host came to know the customer: signed up, first asked, was entered. */
  readonly since?: InstantInput | undefined;
  /** How the customer came: a campaign, a fair, a referral … */
  readonly source?: string | undefined;
  /** The customer who brought this one. */
  readonly referredBy?: string | undefined;
  readonly contactPoints?: readonly ContactPoint[] | undefined;
  readonly consents?: readonly Consent[] | undefined;
  readonly address?: Address | undefined;
  /** BCP 47, such as `zh-CN`. */
  readonly language?: string | undefined;
  /** Gregorian or Chinese, with or without the year. An age is derived from it, never stored. */
  readonly birthday?: Birthday | Day | undefined;
  readonly gender?: string | undefined;
  readonly occupation?: string | undefined;
  readonly education?: string | undefined;
  /** Of a person, a year. */
  readonly income?: Money | undefined;
  /** Of a company: a code of the host's own list, such as GB/T 4754 or ISIC. */
  readonly industry?: string | undefined;
  /** As the customer stated them (兴趣、爱好、价值观); inferred ones are judgements, not records. */
  readonly interests?: readonly string[] | undefined;
  /** The employee who looks after the customer. */
  readonly employeeId?: string | undefined;
  /** The partner through whom the customer buys. */
  readonly partnerId?: string | undefined;
  readonly tags?: readonly string[] | undefined;
  /** The host's own fields. */
  readonly attributes?: Attributes | undefined;
}

/** A private person, or an organisation. */
export type CustomerKind = "person" | "company";
