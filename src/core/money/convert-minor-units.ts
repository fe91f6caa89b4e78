import { refusal } from "../errors/refusal.js";
import type { Rounding } from "./rounding.js";
import { unitsAt } from "./scale.js";
import { multiplyUnits, readScaledInteger, type ScaledInteger } from "./scaled-integer.js";
import { requireWholeMinorUnits } from "./whole-minor-units.js";

/**
 * Minor units at one scale times a rate, in minor units at another scale: currency conversion, points for money.
 * `minor / 10^fromScale * rate * 10^toScale`, computed exactly on integers and rounded once; half-up unless told otherwise.
 * Half-up and half-even are odd functions: an order and its full refund at one rate always cancel.
 * @throws INVALID_RATE unless the rate is a decimal string above zero; AMOUNT_OUT_OF_RANGE past 2^53 (never for a bigint); INVALID_SCALE
 * @example
 * import { convertMinorUnits } from "clientele/core";
 * convertMinorUnits(1999, "1.0835", 2, 2); // => 2166
 * convertMinorUnits(500, "0.0067", 0, 2); // => 335
 * @category Money
 */
export function convertMinorUnits(
  minor: number,
  rate: string,
  fromScale: number,
  toScale: number,
  rounding?: Rounding,
): number;
export function convertMinorUnits(
  minor: bigint,
  rate: string,
  fromScale: number,
  toScale: number,
  rounding?: Rounding,
): bigint;
export function convertMinorUnits(
  minor: number | bigint,
  rate: string,
  fromScale: number,
  toScale: number,
  rounding: Rounding = "half-up",
): number | bigint {
  requireWholeMinorUnits(minor);
  unitsAt(fromScale);
  unitsAt(toScale);
  const converted = multiplyUnits(BigInt(minor), fromScale, readRate(rate), toScale, rounding);
  if (typeof minor === "bigint") return converted;
  const result = Number(converted);
  requireWholeMinorUnits(result, ["result"]);
  return result;
}

function readRate(rate: string): ScaledInteger {
  const decimal = readScaledInteger(rate);
  if (decimal !== undefined && decimal.units > 0n) return decimal;
  const isRate = typeof rate === "number" && rate > 0 && readScaledInteger(String(rate)) !== undefined;
  const hint = isRate ? `Write it as text: "${rate}"` : undefined;
  throw refusal("INVALID_RATE", ["rate"], 'a decimal above zero, such as "1.0835"', rate, hint);
}
