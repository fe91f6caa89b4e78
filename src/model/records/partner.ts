import type { Day } from "../../core/index.js";
import type { Attributes } from "./attributes.js";
import type { Address, ContactPoint } from "./contact.js";
import type { PurchaseMode } from "./transaction.js";

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
