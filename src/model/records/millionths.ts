import type { Issue } from "../../core/index.js";
import { issueOf, type Path } from "../../core/shared.js";

/** Whole millionths: quantities of up to six decimals add up exactly, in any order. */
export const MICRO = 1_000_000;

/** A quantity in millionths; undefined where it is finer, below zero or past what is exact. */
export function readMillionths(quantity: number): number | undefined {
  const micro = Math.round(quantity * MICRO);
  return quantity >= 0 && Number.isSafeInteger(micro) && micro / MICRO === quantity ? micro : undefined;
}

export const quantityIssue = (quantity: number, path: Path): Issue =>
  issueOf("QUANTITY_TOO_FINE", path, "a quantity of at most six decimals, not below zero", quantity);
