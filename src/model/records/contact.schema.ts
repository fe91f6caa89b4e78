import type * as z from "zod";
import type { Address, Consent, ContactPoint } from "./contact.js";
import { notBefore } from "./order-rules.js";
import { choice, flag, instant, listOf, record, text, texts } from "./values.schema.js";

const contactPoint = record<ContactPoint>({
  channel: text,
  value: text,
  preferred: flag.optional(),
  verifiedAt: instant.optional(),
});

const consent = record<Consent>(
  {
    purpose: text,
    channel: text.optional(),
    status: choice("given", "withdrawn"),
    at: instant,
    until: instant.optional(),
    source: text.optional(),
  },
  notBefore("at", "until"),
);

export const contactPoints: z.ZodType<readonly ContactPoint[]> = listOf(contactPoint);
export const consents: z.ZodType<readonly Consent[]> = listOf(consent);

export const address: z.ZodType<Address> = record<Address>({
  country: text.optional(),
  region: text.optional(),
  city: text.optional(),
  postalCode: text.optional(),
  lines: texts.optional(),
});
