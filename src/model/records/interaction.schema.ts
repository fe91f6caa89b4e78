import type * as z from "zod";
import type { Interaction } from "./interaction.js";
import { choice, id, instant, quantity, record, text, texts } from "./values.schema.js";

/**
 * The zod schema of an {@link Interaction}.
 * @category Schemas
 */
export const interactionRecordSchema: z.ZodType<Interaction> = record<Interaction>({
  id,
  customerId: id,
  at: instant,
  kind: choice("view", "message", "call", "visit", "inquiry", "sample", "event"),
  direction: choice("inbound", "outbound").optional(),
  channel: text.optional(),
  sku: id.optional(),
  caseId: id.optional(),
  employeeId: id.optional(),
  outcome: text.optional(),
  minutes: quantity.optional(),
  source: text.optional(),
  tags: texts.optional(),
});
