import { ClienteleError } from "./errors/clientele-error.js";
import { showValue } from "./errors/show-value.js";

/** Refuses a number that is no safe integer: its last digits would be invented. */
export function requireWholeMinorUnits(minor: number | bigint, path: readonly (string | number)[] = ["minor"]): void {
  if (typeof minor === "bigint" || Number.isSafeInteger(minor)) return;
  throw new ClienteleError({
    code: "AMOUNT_OUT_OF_RANGE",
    path,
    expected: "whole minor units within 2^53, or a bigint",
    received: showValue(minor),
  });
}
