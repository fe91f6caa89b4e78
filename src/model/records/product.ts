import type { Day, Money } from "../../core/index.js";
import type { Attributes } from "./attributes.js";

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
