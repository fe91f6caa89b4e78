import { allocate, formatMinorUnits } from "../core/index.js";
import type { TransactionLine } from "../model/index.js";

const PRODUCTS = 100;
const MOST_LINES = 5;

/** One to five products, every further one half as likely, whose amounts add up to the order's. */
export function syntheticLines(random: () => number, minor: number, scale: number): readonly TransactionLine[] {
  let count = 1;
  while (count < MOST_LINES && random() < 0.5) count++;
  const weights = Array.from({ length: count }, () => 1 + Math.floor(random() * 100));
  return allocate(minor, weights).map((part) => {
    // Uniform in the logarithm of the rank: popularity falls as 1 / rank.
    const product = Math.floor(PRODUCTS ** random());
    return {
      sku: `sku-${product}`,
      net: formatMinorUnits(part, scale),
      quantity: 1 + Math.floor(random() * 3),
      category: `category-${product % 8}`,
      brand: `brand-${product % 12}`,
    };
  });
}
