import type { ClienteleError } from "../../core/index.js";
import { inWords, refusal } from "../../core/shared.js";
import type { BaseParts } from "./base-parts.js";

/** Refuses a base with a customer whose sums pass 2^53 minor units: cents would be lost. Guests may, from day to day. */
export function requireSafeSums(parts: BaseParts): BaseParts {
  const { grossMinor, refundedMinor } = parts.calendar.columns;
  for (const column of [grossMinor, refundedMinor]) {
    if (!isSafeInTotal(column)) requireSafeCustomers(parts, column);
  }
  return parts;
}

// Nearly every base is safe in total, and then so is each customer: one pass that adds.
// Nothing is negative, so that a safe end means that every step was exact.
function isSafeInTotal(column: Float64Array): boolean {
  let total = 0;
  for (let row = 0; row < column.length; row++) total += column[row] as number;
  return total <= Number.MAX_SAFE_INTEGER;
}

function requireSafeCustomers({ calendar, customerIds }: BaseParts, column: Float64Array): void {
  for (let customer = 0; customer <= customerIds.length; customer++) {
    const isGuest = customer === customerIds.length;
    const end = calendar.offsets[customer + 1] as number;
    let sum = 0;
    for (let row = calendar.offsets[customer] as number; row < end; row++) {
      const amount = column[row] as number;
      sum = isGuest ? amount : sum + amount;
      if (sum > Number.MAX_SAFE_INTEGER) throw tooMuch(isGuest ? "guests" : (customerIds[customer] as string), sum);
    }
  }
}

function tooMuch(customerId: string, minor: number): ClienteleError {
  return refusal(
    "AMOUNT_OUT_OF_RANGE",
    ["customers", customerId],
    "at most 2^53 minor units per customer",
    inWords(String(minor)),
    "Read with a smaller scale",
  );
}
