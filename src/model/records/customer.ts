import type { Birthday, Day, InstantInput, Money } from "../../core/index.js";
import { parseBirthday } from "../../core/index.js";
import { instantRule, ruleOf } from "../reading/border-rules.js";
import { type Attributes, attributesRule } from "./attributes.js";
import type { Address, Consent, ContactPoint } from "./contact.js";
import { addressTable, consentTable, contactPointTable } from "./contact.js";
import { moneyRule } from "./money-rule.js";
import { listOf, optional, type RecordTable, recordTable, type ValueRule } from "./record-table.js";
import { choiceRule, idRule, textRule, textsRule } from "./value-rules.js";

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

const birthdayRule: ValueRule<Birthday | Day> = ruleOf<Birthday | Day>(parseBirthday, {
  anyOf: [
    { type: "string", format: "date" },
    {
      type: "object",
      properties: {
        calendar: { enum: ["gregorian", "chinese"] },
        month: { type: "integer", minimum: 1, maximum: 12 },
        day: { type: "integer", minimum: 1, maximum: 31 },
        leapMonth: { type: "boolean" },
        year: { type: "integer" },
      },
      required: ["calendar", "month", "day"],
      additionalProperties: false,
    },
  ],
});

/** What a {@link Customer} must hold. */
export const customerTable: RecordTable<Customer> = recordTable<Customer>({
  id: idRule,
  kind: optional(choiceRule(["person", "company"])),
  name: optional(textRule),
  since: optional(instantRule),
  source: optional(textRule),
  referredBy: optional(idRule),
  contactPoints: optional(listOf(contactPointTable)),
  consents: optional(listOf(consentTable)),
  address: optional(addressTable),
  language: optional(textRule),
  birthday: optional(birthdayRule),
  gender: optional(textRule),
  occupation: optional(textRule),
  education: optional(textRule),
  income: optional(moneyRule),
  industry: optional(textRule),
  interests: optional(textsRule),
  employeeId: optional(idRule),
  partnerId: optional(idRule),
  tags: optional(textsRule),
  attributes: optional(attributesRule),
});
