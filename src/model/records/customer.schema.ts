import type * as z from "zod";
import { address, consents, contactPoints } from "./contact.schema.js";
import type { Customer } from "./customer.js";
import { attributes, birthday, choice, id, instant, money, record, text, texts } from "./values.schema.js";

/**
 * The zod schema of a {@link Customer}.
 * @category Schemas
 */
export const customerRecordSchema: z.ZodType<Customer> = record<Customer>({
  id,
  kind: choice("person", "company").optional(),
  name: text.optional(),
  since: instant.optional(),
  source: text.optional(),
  referredBy: id.optional(),
  contactPoints: contactPoints.optional(),
  consents: consents.optional(),
  address: address.optional(),
  language: text.optional(),
  birthday: birthday.optional(),
  gender: text.optional(),
  occupation: text.optional(),
  education: text.optional(),
  income: money.optional(),
  industry: text.optional(),
  interests: texts.optional(),
  employeeId: id.optional(),
  partnerId: id.optional(),
  tags: texts.optional(),
  attributes: attributes.optional(),
});
