import type { ParseOptions, RejectedRow } from "./parse-options.js";
import { parseRows } from "./parse-rows.js";
import type { Product } from "./product.js";
import { productRecordSchema } from "./product.schema.js";

/** What {@link parseProducts} made of the rows. */
export interface ParsedProducts {
  readonly products: readonly Product[];
  readonly rejected: readonly RejectedRow[];
}

/**
 * Reads rows into products; a bad row never loses the good ones, it is rejected with everything that is wrong with it.
 * Reading from a stream is one call a batch, with `firstIndex`.
 * @throws NOT_ROWS, INVALID_OPTIONS
 * @example
 * import { parseProducts } from "clientele/model";
 * const rows = [{ sku: "tea", categoryPath: ["Drinks", "Tea"], cost: { amount: "2.50", currency: "USD" } }];
 * parseProducts(rows).products.length; // => 1
 * @category Reading rows
 */
export function parseProducts(rows: Iterable<unknown>, options: ParseOptions = {}): ParsedProducts {
  const { records, rejected } = parseRows(rows, productRecordSchema, options);
  return { products: records, rejected };
}
