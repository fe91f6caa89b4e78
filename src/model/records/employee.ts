import type { Day } from "../../core/index.js";

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
