import type * as z from "zod";
import { notBefore } from "./order-rules.js";
import type { Product } from "./product.js";
import { attributes, day, id, money, record, text, texts } from "./values.schema.js";

/**
 * The zod schema of a {@link Product}.
 * @category Schemas
 */
export const productRecordSchema: z.ZodType<Product> = record<Product>(
  {
    sku: id,
    name: text.optional(),
    categoryPath: texts.optional(),
    brand: text.optional(),
    listPrice: money.optional(),
    cost: money.optional(),
    priceTier: text.optional(),
    launched: day.optional(),
    discontinued: day.optional(),
    tags: texts.optional(),
    attributes: attributes.optional(),
  },
  notBefore("launched", "discontinued"),
);
