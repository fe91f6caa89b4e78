import type { Day } from "../../core/index.js";
import { dayRule } from "../reading/border-rules.js";
import { notBefore } from "./order-rules.js";
import { optional, type RecordTable, recordTable } from "./record-table.js";
import { idRule, textRule, textsRule } from "./value-rules.js";

/**
 * Somebody who works for the business and meets customers.
 * @category Records
 */
export interface Employee {
  readonly id: string;
  readonly name?: string | undefined;
  /** service, sales, manager …: what permissions and incentives go by. */
  readonly role?: string | undefined;
  readonly team?: string | undefined;
  readonly store?: string | undefined;
  readonly managerId?: string | undefined;
  /** First day of work. */
  readonly since?: Day | undefined;
  /** Last day of work. */
  readonly until?: Day | undefined;
  readonly tags?: readonly string[] | undefined;
}

/** What a {@link Employee} must hold. */
export const employeeTable: RecordTable<Employee> = recordTable<Employee>(
  {
    id: idRule,
    name: optional(textRule),
    role: optional(textRule),
    team: optional(textRule),
    store: optional(textRule),
    managerId: optional(idRule),
    since: optional(dayRule),
    until: optional(dayRule),
    tags: optional(textsRule),
  },
  notBefore("since", "until"),
);
