import fc from "fast-check";
import { gammaln, poissonDistribution, quantile as quantileOf, sum } from "simple-statistics";
import { describe, expect, it } from "vitest";
import { logGamma, poissonTail, quantiles, stableSum } from "../../src/math/index.js";
import { filledColumns } from "./support/columns.js";
import { between, positive, shares } from "./support/numbers.js";

// An implementation by others, where it has the same function.
describe("simple-statistics agrees", () => {
  // Seen to fail with h = n p (type 4).
  it("on type-7 quantiles", () => {
    fc.assert(
      fc.property(filledColumns, fc.array(shares, { minLength: 1, maxLength: 5 }), (values, asked) => {
        // It takes plain differences, which overflow between the largest doubles.
        fc.pre(values.every((value) => Math.abs(value) < 1e307));
        const theirs = quantileOf([...values], asked);
        quantiles(values, asked).forEach((value, i) => {
          expect(value + 0).toBe(theirs[i]! + 0);
        });
      }),
    );
  });

  // Seen to fail with the term for the lost digits halved.
  it("on sums with the lost digits kept", () => {
    fc.assert(
      fc.property(fc.array(positive(1e-9, 1e9), { maxLength: 50 }), (values) => {
        expect(stableSum(values)).toBe(sum(values));
      }),
    );
  });

  // Seen to fail with Stirling's series cut after its first term.
  it("on ln Γ from 0.01 on and on Poisson tails", () => {
    fc.assert(
      fc.property(positive(0.01, 1e4), between(0.1, 30), (x, mean) => {
        expect(Math.abs(logGamma(x) - gammaln(x))).toBeLessThan(1e-11 * Math.max(1, Math.abs(gammaln(x))));
        const masses = poissonDistribution(mean) ?? [];
        const below = masses.slice(0, 8).reduce((total, mass) => total + mass, 0);
        if (masses.length >= 8) expect(poissonTail(7, mean, "lower")).toBeCloseTo(below, 10);
      }),
    );
  });
});
