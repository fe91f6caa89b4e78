import type { Day, Money } from "../../core/index.js";
import { dayRule } from "../reading/border-rules.js";
import { type Attributes, attributesRule } from "./attributes.js";
import { moneyRule } from "./money-rule.js";
import { notBefore } from "./order-rules.js";
import { optional, type RecordTable, recordTable } from "./record-table.js";
import { idRule, textRule, textsRule } from "./value-rules.js";

/**
 * Something that is sold, by the `sku` that stands on transaction lines.
 * @category Records
 */
export interface Product {
  readonly sku: string;
  readonly name?: string | undefined;
  /** From the widest category to the narrowest: `["Drinks", "Tea", "Green tea"]`. */
  readonly categoryPath?: readonly string[] | undefined;
  readonly brand?: string | undefined;
  /** Usual price of one piece. */
  readonly listPrice?: Money | undefined;
  /** What one piece costs the seller. */
  readonly cost?: Money | undefined;
  /** premium, standard, budget …: the host's own words. */
  readonly priceTier?: string | undefined;
  /** First day on sale. */
  readonly launched?: Day | undefined;
  /** Last day on sale. */
  readonly discontinued?: Day | undefined;
  readonly tags?: readonly string[] | undefined;
  /** What the product is like, to be matched with needs. */
  readonly attributes?: Attributes | undefined;
}

/** What a {@link Product} must hold. */
export const productTable: RecordTable<Product> = recordTable<Product>(
  {
    sku: idRule,
    name: optional(textRule),
    categoryPath: optional(textsRule),
    brand: optional(textRule),
    listPrice: optional(moneyRule),
    cost: optional(moneyRule),
    priceTier: optional(textRule),
    launched: optional(dayRule),
    discontinued: optional(dayRule),
    tags: optional(textsRule),
    attributes: optional(attributesRule),
  },
  notBefore("launched", "discontinued"),
);
