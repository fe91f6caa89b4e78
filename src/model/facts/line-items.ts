/** What is known of one line of an order: of one being judged, and of past ones. */
export const lineItems = {
  timed: false,
  fields: {
    sku: { type: "string" },
    category: { type: "string", hierarchy: { separator: "/" } },
    brand: { type: "string" },
    priceTier: { type: "string" },
    net: { type: "money", currency: "*" },
    listPrice: { type: "money", currency: "*" },
    discount: { type: "money", currency: "*" },
    quantity: { type: "number" },
    promoted: { type: "boolean" },
    tags: { type: "strings" },
  },
} as const;
