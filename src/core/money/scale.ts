import { refusal } from "../errors/refusal.js";

/** The finest scale an amount may have. */
export const LARGEST_SCALE = 18;

// Powers of ten are exact doubles up to 10^22.
const powers: readonly number[] = Array.from({ length: LARGEST_SCALE + 1 }, (_, exponent) => Number(`1e${exponent}`));

/** 10 to the power of a scale: how many minor units make one unit. */
export function unitsAt(scale: number): number {
  const units = typeof scale === "number" ? powers[scale] : undefined;
  if (units !== undefined) return units;
  throw refusal("INVALID_SCALE", ["scale"], `a whole number of decimals from 0 to ${LARGEST_SCALE}`, scale);
}
