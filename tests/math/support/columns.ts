import fc from "fast-check";

const whole = fc.integer({ min: -20, max: 20 });
const money = fc.integer({ min: -1e9, max: 1e9 });
const wide = fc.integer({ min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER });
const double = fc.double({ noNaN: true, noDefaultInfinity: true });
const zeros = fc.constantFrom(0, -0, 1);
const awkward = fc.constantFrom(0, -0, 1e-308, 5e-324, -5e-324, 2 ** 32, 2 ** 31, -(2 ** 31), 2 ** 53, 1e308, -1e308);

/** Columns as rankings meet them: few different values (ties), amounts, any double, both zeros; now and then empty. */
export const columns: fc.Arbitrary<Float64Array> = fc
  .oneof(
    ...[whole, money, wide, double, zeros, fc.oneof(whole, awkward, double)].map((value) =>
      fc.array(value, { maxLength: 60 }),
    ),
  )
  .map((values) => Float64Array.from(values));

/** {@link columns} with at least one value. */
export const filledColumns: fc.Arbitrary<Float64Array> = columns.filter((values) => values.length > 0);

/** A column long enough to enter the sampling branch of the selection and several digits of the radix sort. */
export const longColumns: fc.Arbitrary<Float64Array> = fc
  .record({ length: fc.integer({ min: 601, max: 4000 }), different: fc.constantFrom(2, 40, 5000, 1e9), seed: fc.nat() })
  .map(({ length, different, seed }) => {
    let state = seed;
    return Float64Array.from({ length }, () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((state / 2 ** 32) * different) - different / 2;
    });
  });
