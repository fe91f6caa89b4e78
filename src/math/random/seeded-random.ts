import { refusal } from "../../core/shared.js";
import { splitMix64, xoshiro128 } from "./xoshiro128.js";

/**
 * A source of uniform random numbers in [0, 1) that is fixed by its seed, the same on every machine and for ever.
 *
 * xoshiro128** 1.1 (Blackman and Vigna 2021), seeded through SplitMix64; each number takes two words and has 53 random bits. Its period is
 * 2^128 - 1. Good for simulation; not for secrets, tokens or codes.
 * The seed is a safe integer, also below zero; neighbouring seeds give unrelated numbers.
 * @throws NUMBER_OUT_OF_RANGE
 * @example
 * import { seededRandom } from "clientele/math";
 * const random = seededRandom(1);
 * const again = seededRandom(1);
 * random() === again(); // => true
 * @category Random numbers
 */
export function seededRandom(seed: number): () => number {
  if (!Number.isSafeInteger(seed)) {
    throw refusal("NUMBER_OUT_OF_RANGE", ["seed"], "a whole number", seed);
  }
  const next64 = splitMix64(BigInt(seed));
  const [first, second] = [next64(), next64()];
  const next32 = xoshiro128([low(first), high(first), low(second), high(second)]);
  // 27 and 26 bits make the 53 of a double's fraction.
  return () => ((next32() >>> 5) * 67_108_864 + (next32() >>> 6)) / 9_007_199_254_740_992;
}

const low = (bits: bigint): number => Number(BigInt.asUintN(32, bits));
const high = (bits: bigint): number => Number(bits >> 32n);
