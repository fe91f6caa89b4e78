import type { InstantInput } from "../../core/index.js";
import { instantRule } from "../reading/border-rules.js";
import { optional, type RecordTable, recordTable } from "./record-table.js";
import { choiceRule, idRule, quantityRule, textRule, textsRule } from "./value-rules.js";

/**
 * Something that passed between a customer and the business without being an order (互动、沟通记录): a page viewed, a call,
 * a sample sent, an event attended.
 * @category Records
 */
export interface Interaction {
  readonly id: string;
  readonly customerId: string;
  readonly at: InstantInput;
  readonly kind: InteractionKind;
  /** Who began: the customer (`inbound`) or the business. */
  readonly direction?: InteractionDirection | undefined;
  /** Phone, email, wechat, store …: the host's own word, the same as in contact points and consents. */
  readonly channel?: string | undefined;
  /** The product it was about. */
  readonly sku?: string | undefined;
  readonly caseId?: string | undefined;
  /** Who spoke for the business. */
  readonly employeeId?: string | undefined;
  /** How it ended: answered, no-answer, bought, attended … */
  readonly outcome?: string | undefined;
  readonly minutes?: number | undefined;
  readonly source?: string | undefined;
  readonly tags?: readonly string[] | undefined;
}

/** Browsing (`view`), writing, calling, meeting, asking for an offer, trying a sample, taking part in an event. */
export type InteractionKind = "view" | "message" | "call" | "visit" | "inquiry" | "sample" | "event";
/** From the customer, or to the customer. */
export type InteractionDirection = "inbound" | "outbound";

/** What a {@link Interaction} must hold. */
export const interactionTable: RecordTable<Interaction> = recordTable<Interaction>({
  id: idRule,
  customerId: idRule,
  at: instantRule,
  kind: choiceRule(["view", "message", "call", "visit", "inquiry", "sample", "event"]),
  direction: optional(choiceRule(["inbound", "outbound"])),
  channel: optional(textRule),
  sku: optional(idRule),
  caseId: optional(idRule),
  employeeId: optional(idRule),
  outcome: optional(textRule),
  minutes: optional(quantityRule),
  source: optional(textRule),
  tags: optional(textsRule),
});
