import type { Day } from "../../core/index.js";
import { dayRule } from "../reading/border-rules.js";
import { type Attributes, attributesRule } from "./attributes.js";
import type { Address, ContactPoint } from "./contact.js";
import { addressTable, contactPointTable } from "./contact.js";
import { notBefore } from "./order-rules.js";
import { listOf, optional, type RecordTable, recordTable } from "./record-table.js";
import type { PurchaseMode } from "./transaction.js";
import { modeRule } from "./transaction.js";
import { choiceRule, idRule, textRule, textsRule } from "./value-rules.js";

/**
 * Somebody who sells for the business (渠道伙伴): a dealer, an agent, a marketplace.
 * @category Records
 */
export interface Partner {
  readonly id: string;
  readonly kind: PartnerKind;
  readonly name?: string | undefined;
  readonly mode?: PurchaseMode | undefined;
  /** Regions the partner serves, in the codes of addresses. */
  readonly territory?: readonly string[] | undefined;
  /** The partner above this one. */
  readonly parentId?: string | undefined;
  readonly contactPoints?: readonly ContactPoint[] | undefined;
  readonly address?: Address | undefined;
  /** First day of the partnership. */
  readonly since?: Day | undefined;
  /** Last day of the partnership. */
  readonly until?: Day | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly attributes?: Attributes | undefined;
}

/** 实体店, 经销商, 代理商, 电商平台, 社交媒体, 官网. */
export type PartnerKind = "store" | "dealer" | "agent" | "marketplace" | "social-media" | "website";

/** What a {@link Partner} must hold. */
export const partnerTable: RecordTable<Partner> = recordTable<Partner>(
  {
    id: idRule,
    kind: choiceRule(["store", "dealer", "agent", "marketplace", "social-media", "website"]),
    name: optional(textRule),
    mode: optional(modeRule),
    territory: optional(textsRule),
    parentId: optional(idRule),
    contactPoints: optional(listOf(contactPointTable)),
    address: optional(addressTable),
    since: optional(dayRule),
    until: optional(dayRule),
    tags: optional(textsRule),
    attributes: optional(attributesRule),
  },
  notBefore("since", "until"),
);
