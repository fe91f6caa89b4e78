import type { InstantInput } from "../../core/index.js";
import { instantRule } from "../reading/border-rules.js";
import { canFollow, notBefore } from "./order-rules.js";
import { listOf, optional, type RecordRule, type RecordTable, recordTable } from "./record-table.js";
import { choiceRule, idRule, orNull, textRule, textsRule } from "./value-rules.js";

/**
 * Something a customer wants settled: a complaint, a question, a return (投诉、服务请求), from its opening to its end.
 * @category Records
 */
export interface Case {
  readonly id: string;
  /** `null`: from somebody who is not a known customer. */
  readonly customerId: string | null;
  readonly openedAt: InstantInput;
  readonly kind: CaseKind;
  /** Where in the purchase it arose (购买前、购买中、购买后). */
  readonly stage?: CaseStage | undefined;
  readonly severity?: CaseSeverity | undefined;
  /** The first answer that a person gave. */
  readonly respondedAt?: InstantInput | undefined;
  /** Every change of status in the order of time. Absent: open since `openedAt`. */
  readonly changes?: readonly CaseChange[] | undefined;
  /** What it is about, in the same codes as feedback: product-quality, delivery-speed … */
  readonly attribute?: string | undefined;
  /** What caused it, once known. */
  readonly cause?: string | undefined;
  readonly channel?: string | undefined;
  readonly sku?: string | undefined;
  readonly transactionId?: string | undefined;
  readonly employeeId?: string | undefined;
  readonly tags?: readonly string[] | undefined;
}

/**
 * A case took on a status.
 * @category Records
 */
export interface CaseChange {
  readonly at: InstantInput;
  readonly status: CaseStatus;
  readonly employeeId?: string | undefined;
}

/** What the customer wants. */
export type CaseKind = "complaint" | "question" | "return" | "repair" | "request";
/** Before, during or after the purchase. */
export type CaseStage = "pre-sale" | "sale" | "after-sale";
/** How much harm is done. */
export type CaseSeverity = "low" | "medium" | "high" | "critical";
/** Where a case stands; `waiting-for-customer` stops the clock. */
export type CaseStatus = "acknowledged" | "in-progress" | "waiting-for-customer" | "resolved" | "closed" | "reopened";

const change = recordTable<CaseChange>({
  at: instantRule,
  status: choiceRule(["acknowledged", "in-progress", "waiting-for-customer", "resolved", "closed", "reopened"]),
  employeeId: optional(idRule),
});

/** The changes of a case follow its opening and one another. */
const changesInOrder: RecordRule<Pick<Case, "openedAt" | "changes">> = {
  accepts: ({ openedAt, changes = [] }) =>
    changes.every(({ at }, index) => canFollow(index === 0 ? openedAt : (changes[index - 1] as CaseChange).at, at)),
  field: "changes",
  code: "OUT_OF_ORDER",
  expected: "changes in the order of time, none before openedAt",
};

/** What a {@link Case} must hold. */
export const caseTable: RecordTable<Case> = recordTable<Case>(
  {
    id: idRule,
    customerId: orNull(idRule),
    openedAt: instantRule,
    kind: choiceRule(["complaint", "question", "return", "repair", "request"]),
    stage: optional(choiceRule(["pre-sale", "sale", "after-sale"])),
    severity: optional(choiceRule(["low", "medium", "high", "critical"])),
    respondedAt: optional(instantRule),
    changes: optional(listOf(change)),
    attribute: optional(textRule),
    cause: optional(textRule),
    channel: optional(textRule),
    sku: optional(idRule),
    transactionId: optional(idRule),
    employeeId: optional(idRule),
    tags: optional(textsRule),
  },
  notBefore("openedAt", "respondedAt"),
  changesInOrder,
);
