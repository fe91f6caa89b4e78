import fc from "fast-check";

const STEPS = 2 ** 30;

/** Evenly spread numbers; `fc.double` spreads over bit patterns, so that most of its numbers are next to nothing. */
export const between = (low: number, high: number): fc.Arbitrary<number> =>
  fc.integer({ min: 0, max: STEPS }).map((step) => low + ((high - low) * step) / STEPS);

/** Positive numbers, evenly spread over their sizes. */
export const positive = (low: number, high: number): fc.Arbitrary<number> =>
  between(Math.log(low), Math.log(high)).map(Math.exp);

/** Shares from 0 to 1: spread evenly, tiny ones, both ends and what lies next to them. */
export const shares: fc.Arbitrary<number> = fc.oneof(
  between(0, 1),
  positive(1e-12, 1),
  fc.constantFrom(0, 1e-300, 0.2, 0.5, 1 - 2 ** -53, 1),
);
