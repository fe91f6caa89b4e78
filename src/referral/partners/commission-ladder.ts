import { divideRounded, readAmount } from "../../core/index.js";

/** From this height on, in minor units, this rate. */
interface Rung {
  readonly from: bigint;
  readonly rate: string;
}

/** A part of a move that lies on one rung, and what it earns. */
interface Piece {
  readonly units: bigint;
  readonly rate: string;
  readonly earned: bigint;
}

/** Decimals of a rate at most. */
const FINEST_RATE = 18;

/**
 * A ladder on which sales climb and returns descend, from height zero. A move is cut at the rungs that it crosses. The running sum is rounded, not
 * the piece, so pieces add up to the rounded whole.
 */
export function climb(rungs: readonly Rung[]): (units: bigint) => readonly Piece[] {
  let height = 0n;
  let exact = 0n;
  return (units) => {
    const before = height;
    height += units;
    const cut = units < 0n ? between(rungs, height, before).reverse() : between(rungs, before, height);
    return cut.map(({ units: length, rate }) => {
      const moved = units < 0n ? -length : length;
      const paid = rounded(exact);
      exact += moved * rateUnits(rate);
      return { units: moved, rate, earned: rounded(exact) - paid };
    });
  };
}

/** What lies between two heights, upwards; below zero the first rung goes on. */
function between(
  rungs: readonly Rung[],
  low: bigint,
  high: bigint,
): { readonly units: bigint; readonly rate: string }[] {
  return rungs.flatMap(({ from, rate }, index) => {
    const bottom = index === 0 || from < low ? low : from;
    const next = rungs[index + 1]?.from;
    const top = next !== undefined && next < high ? next : high;
    return top > bottom ? [{ units: top - bottom, rate }] : [];
  });
}

const ONE = 10n ** BigInt(FINEST_RATE);
const rounded = (exact: bigint): bigint => divideRounded(exact, ONE, "half-up");

function rateUnits(rate: string): bigint {
  const { units, scale } = readAmount(rate) ?? { units: 0n, scale: 0 };
  return units * 10n ** BigInt(FINEST_RATE - scale);
}
