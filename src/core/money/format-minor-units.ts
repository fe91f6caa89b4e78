import { unitsAt } from "./scale.js";
import { requireWholeMinorUnits } from "./whole-minor-units.js";

/**
 * Whole minor units as a decimal string with exactly `scale` decimals; zero has no sign.
 * @throws AMOUNT_OUT_OF_RANGE for a number that is no safe integer, INVALID_SCALE
 * @example
 * import { formatMinorUnits } from "clientele/core";
 * formatMinorUnits(-1999, 2); // => "-19.99"
 * formatMinorUnits(7n, 3); // => "0.007"
 * @category Money
 */
export function formatMinorUnits(minor: number | bigint, scale: number): string {
  unitsAt(scale);
  requireWholeMinorUnits(minor);
  const negative = minor < 0;
  const digits = String(negative ? -minor : minor).padStart(scale + 1, "0");
  const sign = negative ? "-" : "";
  if (scale === 0) return sign + digits;
  const point = digits.length - scale;
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}
