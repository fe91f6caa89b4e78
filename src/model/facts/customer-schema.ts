import type { FactSchema } from "./facts.js";
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
  },
  interaction: {
    timed: true,
    fields: { kind: { type: "string" }, channel: { type: "string" }, direction: { type: "string" } },
  },
  feedback: { timed: true, fields: { kind: { type: "string" }, score: { type: "number" } } },
  case: {
    timed: true,
    fields: { kind: { type: "string" }, status: { type: "string" }, closedAt: { type: "instant" } },
  },
  contract: {
    timed: false,
    fields: {
      start: { type: "day" },
      end: { type: "day" },
      renews: { type: "boolean" },
      cancelledOn: { type: "day" },
      amountPerPeriod: { type: "money", currency: "*" },
    },
  },
} as const;

/** The ready schema of a customer whose amounts are in currency `C`. */
export type CustomerSchema<C extends string> = FactSchema<
  FieldsIn<typeof attributes, C>,
  CollectionsIn<typeof collections, C>
>;

/**
 * The ready schema of a customer: who it is, totals of its purchases, and orders, interactions, feedback, cases and contracts as items.
 * Spread its parts into {@link defineSchema} to add facts of your own. Currency `"*"` takes any currency.
 * @throws INVALID_OPTIONS, INVALID_FACT_SCHEMA for a currency that is none
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
