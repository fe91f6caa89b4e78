import type * as z from "zod";
import { address, contactPoints } from "./contact.schema.js";
import { notBefore } from "./order-rules.js";
import type { Partner } from "./partner.js";
import { attributes, choice, day, id, record, text, texts } from "./values.schema.js";

/**
 * The zod schema of a {@link Partner}.
 * @category Schemas
 */
export const partnerRecordSchema: z.ZodType<Partner> = record<Partner>(
  {
    id,
    kind: choice("store", "dealer", "agent", "marketplace", "social-media", "website"),
    name: text.optional(),
    mode: choice("online", "offline").optional(),
    territory: texts.optional(),
    parentId: id.optional(),
    contactPoints: contactPoints.optional(),
    address: address.optional(),
    since: day.optional(),
    until: day.optional(),
    tags: texts.optional(),
    attributes: attributes.optional(),
  },
  notBefore("since", "until"),
);
