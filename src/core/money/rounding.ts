import type { ClienteleError } from "../errors/clientele-error.js";
import { refusal } from "../errors/refusal.js";

/**
 * How a value between two steps is rounded.
 *
 * | mode | rule | 2.5 | -2.5 | 2.4 | -2.4 |
 * |---|---|---|---|---|---|
 * | `floor` | down, towards minus infinity | 2 | -3 | 2 | -3 |
 * | `ceil` | up, towards plus infinity | 3 | -2 | 3 | -2 |
 * | `half-up` | to the nearest, a half away from zero | 3 | -3 | 2 | -2 |
 * | `half-even` | to the nearest, a half to the even neighbour (IEEE 754, "banker's") | 2 | -2 | 2 | -2 |
 * @category Money
 */
export type Rounding = "floor" | "ceil" | "half-up" | "half-even";

/** For callers whose compiler did not hold them back. */
export function invalidRounding(received: never): ClienteleError {
  return refusal("INVALID_ROUNDING", ["rounding"], '"floor", "ceil", "half-up" or "half-even"', received);
}
