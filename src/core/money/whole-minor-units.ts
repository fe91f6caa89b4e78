import { refusal } from "../errors/refusal.js";

/** Refuses a number that is no safe integer: its last digits would be invented. */
export function requireWholeMinorUnits(minor: number | bigint, path: readonly (string | number)[] = ["minor"]): void {
  if (typeof minor === "bigint" || Number.isSafeInteger(minor)) return;
  throw refusal("AMOUNT_OUT_OF_RANGE", path, "whole minor units within 2^53, or a bigint", minor);
}
