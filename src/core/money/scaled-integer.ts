import { divideRounded } from "./divide-rounded.js";
import type { AmountInput } from "./money.js";
import type { Rounding } from "./rounding.js";

/**
 * An exact decimal: `units` divided by ten to the power of `scale`.
 * @category Money
 */
export interface ScaledInteger {
  readonly units: bigint;
  readonly scale: number;
}

/**
 * Reads a plain decimal text (`-12.50`) exactly, with no more decimals than it needs; undefined for any other text.
 * A plain text has a digit on both sides of its point, no plus sign, no exponent, no spaces and no thousands separator.
 */
export function readScaledInteger(text: string): ScaledInteger | undefined {
  if (typeof text !== "string" || !/^-?[0-9]+(\.[0-9]+)?$/.test(text)) return undefined;
  const point = text.indexOf(".");
  if (point < 0) return { units: BigInt(text), scale: 0 };
  let end = text.length;
  while (text[end - 1] === "0") end--;
  return { units: BigInt(text.slice(0, point) + text.slice(point + 1, end)), scale: end - point - 1 };
}

/** A finite number as the decimal that JavaScript prints for it: 0.1 is one tenth, not the nearest double. */
export function scaledIntegerOf(value: number): ScaledInteger {
  if (Number.isSafeInteger(value)) return { units: BigInt(value), scale: 0 };
  const [mantissa = "", exponent = "0"] = String(value).split("e");
  const { units, scale } = readScaledInteger(mantissa) as ScaledInteger;
  const shifted = scale - Number(exponent);
  return shifted >= 0 ? { units, scale: shifted } : { units: units * 10n ** BigInt(-shifted), scale: 0 };
}

/** The decimal an amount stands for, text or number; undefined where it is neither a plain decimal nor finite. */
export function readAmount(amount: AmountInput): ScaledInteger | undefined {
  if (typeof amount !== "number") return readScaledInteger(amount);
  return Number.isFinite(amount) ? scaledIntegerOf(amount) : undefined;
}

/** Units at one scale times a factor, as units at another scale: exact until the one rounding at the end. */
export function multiplyUnits(
  units: bigint,
  fromScale: number,
  factor: ScaledInteger,
  toScale: number,
  rounding: Rounding,
): bigint {
  const product = units * factor.units;
  const surplus = fromScale + factor.scale - toScale;
  return surplus <= 0 ? product * 10n ** BigInt(-surplus) : divideRounded(product, 10n ** BigInt(surplus), rounding);
}
