import type { FactSchema } from "./facts.js";
import { lineItems } from "./line-items.js";
import type { ReadySchemaOptions } from "./ready-schema-options.js";
import { type CollectionsIn, type FieldsIn, schemaInCurrency } from "./schema-in-currency.js";

const attributes = {
  "order.at": { type: "instant", required: true },
  "order.amount": { type: "money", currency: "*" },
  "order.paidNet": { type: "money", currency: "*" },
  "order.tax": { type: "money", currency: "*" },
  "order.shipping": { type: "money", currency: "*" },
  "order.number": { type: "number" },
  "order.channel": { type: "string" },
  "order.mode": { type: "string", values: ["online", "offline"] },
  "order.store": { type: "string" },
  "order.seller": { type: "string" },
  "order.tags": { type: "strings" },
  "customer.tier": { type: "string" },
  "customer.signedUpAt": { type: "instant" },
  "customer.birthday": { type: "birthday" },
  "customer.country": { type: "string" },
  "customer.tags": { type: "strings" },
} as const;

const collections = { line: lineItems as typeof lineItems } as const;

/** The ready schema of an order being judged, with amounts in currency `C`. */
export type OrderSchema<C extends string> = FactSchema<
  FieldsIn<typeof attributes, C>,
  CollectionsIn<typeof collections, C>
>;

/**
 * The ready schema of one order, its lines and the customer who places it: what earning and referral rules judge. `orderFacts` fills it.
 * Spread its parts into {@link defineSchema} to add facts of your own. Currency `"*"` takes any currency.
 * @throws INVALID_OPTIONS, INVALID_FACT_SCHEMA for an invalid currency code
 * @example
 * import { orderSchema } from "clientele/model";
 * orderSchema("EUR").attributes["order.paidNet"]; // => { type: "money", currency: "EUR" }
 * @category Facts
 */
export function orderSchema<const C extends string>(currency: C, options: ReadySchemaOptions = {}): OrderSchema<C> {
  return schemaInCurrency(attributes, collections, currency, options);
}
