import type { FactSchema } from "./facts.js";
import { lineItems } from "./line-items.js";
import type { ReadySchemaOptions } from "./ready-schema-options.js";
import { type CollectionsIn, type FieldsIn, schemaInCurrency } from "./schema-in-currency.js";

const attributes = {
  signedUpAt: { type: "instant" },
  birthday: { type: "birthday" },
  country: { type: "string" },
  region: { type: "string" },
  city: { type: "string" },
  language: { type: "string" },
  channel: { type: "string" },
  tags: { type: "strings" },
  orders: { type: "number" },
  purchaseDays: { type: "number" },
  firstPurchase: { type: "day" },
  lastPurchase: { type: "day" },
  daysSinceLast: { type: "number" },
  gross: { type: "money", currency: "*" },
  refunded: { type: "money", currency: "*" },
  net: { type: "money", currency: "*" },
} as const;

const collections = {
  order: {
    timed: true,
    fields: {
      amount: { type: "money", currency: "*" },
      channel: { type: "string" },
      store: { type: "string" },
      tags: { type: "strings" },
    },
    collections: { line: lineItems as typeof lineItems },
  },
  interaction: {
    timed: true,
    fields: { kind: { type: "string" }, channel: { type: "string" }, direction: { type: "string" } },
  },
  feedback: {
    timed: true,
    fields: {
      kind: { type: "string" },
      score: { type: "number" },
      scaleLowest: { type: "number" },
      scaleHighest: { type: "number" },
      // Where the score stands on its scale, from 0 (lowest) to 1 (highest).
      scoreShare: { type: "number" },
      attribute: { type: "string" },
      needs: { type: "strings" },
      sentiment: { type: "string", values: ["negative", "neutral", "positive"], ordered: true },
    },
  },
  case: {
    timed: true,
    fields: {
      kind: { type: "string" },
      status: { type: "string" },
      severity: { type: "string", values: ["low", "medium", "high", "critical"], ordered: true },
      attribute: { type: "string" },
      closedAt: { type: "instant" },
    },
  },
  contract: {
    timed: false,
    fields: {
      start: { type: "day" },
      end: { type: "day" },
      renews: { type: "boolean" },
      // The first day of the next term, unless somebody cancels.
      renewsOn: { type: "day" },
      cancelledOn: { type: "day" },
      cancelledBy: { type: "string", values: ["customer", "business"] },
      sku: { type: "string" },
      amountPerPeriod: { type: "money", currency: "*" },
    },
  },
  // Where the customer stands, one item per purpose and channel; without an item the answer is no.
  consent: {
    timed: false,
    fields: {
      purpose: { type: "string" },
      channel: { type: "string" },
      status: { type: "string", values: ["given", "withdrawn", "lapsed"] },
      since: { type: "instant" },
      until: { type: "instant" },
    },
  },
} as const;

/** The ready schema of a customer whose amounts are in currency `C`. */
export type CustomerSchema<C extends string> = FactSchema<
  FieldsIn<typeof attributes, C>,
  CollectionsIn<typeof collections, C>
>;

/**
 * The ready schema of a customer: who it is, totals of its purchases, and orders, interactions, feedback, cases, contracts and consents as items.
 *
 * Orders hold their lines, `line`, as {@link orderSchema} has them. Of feedback, `scoreShare` is the place of the score on its scale, 0 lowest to 1 highest, and `needs` are those that the customer stated
 * then. Of a contract, `renewsOn` is the first day of its next term. A `consent` tells where the customer stands on one purpose and channel:
 * given, withdrawn or lapsed, `since` when.
 * Spread its parts into {@link defineSchema} to add facts of your own. Currency `"*"` takes any currency.
 * @throws INVALID_OPTIONS, INVALID_FACT_SCHEMA for an invalid currency code
 * @example
 * import { customerSchema, defineSchema } from "clientele/model";
 * const base = customerSchema("EUR");
 * const shop = defineSchema({ ...base, attributes: { ...base.attributes, vip: { type: "boolean" } } });
 * shop.attributes.net; // => { type: "money", currency: "EUR" }
 * @category Facts
 */
export function customerSchema<const C extends string>(
  currency: C,
  options: ReadySchemaOptions = {},
): CustomerSchema<C> {
  return schemaInCurrency(attributes, collections, currency, options);
}
