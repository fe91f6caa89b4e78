import { defineSchema, type FactSchema } from "clientele/model";

const attributes = {
  country: { type: "string", values: ["DE", "FR"] },
  city: { type: "string" },
  industry: { type: "string", hierarchy: { separator: "/" } },
  tier: { type: "string", values: ["bronze", "silver", "gold"], ordered: true },
  spend: { type: "money", currency: "EUR" },
  credit: { type: "money", currency: "EUR", scale: 4 },
  dollars: { type: "money", currency: "USD" },
  anyMoney: { type: "money", currency: "*" },
  score: { type: "number" },
  churn: { type: "number", assessed: true },
  visits: { type: "number", required: true },
  vip: { type: "boolean" },
  birthday: { type: "birthday" },
  joinedOn: { type: "day" },
  contractEnd: { type: "day" },
  signedUpAt: { type: "instant" },
  tags: { type: "strings", values: ["staff", "vip", "press"] },
  topics: { type: "strings" },
} as const;

const collections = {
  order: {
    timed: true,
    fields: {
      amount: { type: "money", currency: "EUR" },
      sku: { type: "string" },
      quantity: { type: "number" },
      paid: { type: "boolean" },
      dueOn: { type: "day" },
      shippedAt: { type: "instant" },
    },
    collections: {
      line: { timed: false, fields: { category: { type: "string" }, quantity: { type: "number" } } },
    },
  },
  complaint: { timed: true, fields: { open: { type: "boolean" } } },
  line: {
    timed: false,
    fields: { category: { type: "string" }, net: { type: "money", currency: "EUR" }, quantity: { type: "number" } },
  },
} as const;

/** A schema with every type of field, timed and untimed collections, and one inside another. */
export const shop: FactSchema<typeof attributes, typeof collections> = defineSchema({ attributes, collections });
