import type * as z from "zod";
import type { Case, CaseChange } from "./case.js";
import { changesInOrder, notBefore } from "./order-rules.js";
import { choice, id, idOrNull, instant, listOf, record, text, texts } from "./values.schema.js";

const change = record<CaseChange>({
  at: instant,
  status: choice("acknowledged", "in-progress", "waiting-for-customer", "resolved", "closed", "reopened"),
  employeeId: id.optional(),
});

/**
 * The zod schema of a {@link Case}.
 * @category Schemas
 */
export const caseRecordSchema: z.ZodType<Case> = record<Case>(
  {
    id,
    customerId: idOrNull,
    openedAt: instant,
    kind: choice("complaint", "question", "return", "repair", "request"),
    stage: choice("pre-sale", "sale", "after-sale").optional(),
    severity: choice("low", "medium", "high", "critical").optional(),
    respondedAt: instant.optional(),
    changes: listOf(change).optional(),
    attribute: text.optional(),
    cause: text.optional(),
    channel: text.optional(),
    sku: id.optional(),
    transactionId: id.optional(),
    employeeId: id.optional(),
    tags: texts.optional(),
  },
  notBefore("openedAt", "respondedAt"),
  changesInOrder,
);
