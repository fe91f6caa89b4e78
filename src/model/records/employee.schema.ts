import type * as z from "zod";
import type { Employee } from "./employee.js";
import { notBefore } from "./order-rules.js";
import { day, id, record, text, texts } from "./values.schema.js";

/**
 * The zod schema of an {@link Employee}.
 * @category Schemas
 */
export const employeeRecordSchema: z.ZodType<Employee> = record<Employee>(
  {
    id,
    name: text.optional(),
    role: text.optional(),
    team: text.optional(),
    store: text.optional(),
    managerId: id.optional(),
    since: day.optional(),
    until: day.optional(),
    tags: texts.optional(),
  },
  notBefore("since", "until"),
);
