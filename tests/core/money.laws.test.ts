import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addMoney,
  allocate,
  compareMoney,
  convertMinorUnits,
  divideRounded,
  formatMinorUnits,
  multiplyDecimals,
  multiplyMoney,
  type Rounding,
  roundDecimal,
  subtractMoney,
  sumMoney,
} from "../../src/core/index.js";

// Each law was seen to fail on a bug planted for it: half-up as floor(x + 0.5), the even neighbour taken for the odd one,
// the sign of a negative total kept in the remainders, leftovers served from the last position, a rate rounded before use.
const roundings = fc.constantFrom<Rounding>("floor", "ceil", "half-up", "half-even");
const modes = { floor: 3, ceil: 2, "half-up": 4, "half-even": 6 } as const;
const Exact = Decimal.clone({ precision: 300, toExpPos: 9e15, toExpNeg: -9e15 });
const scales = fc.integer({ min: 0, max: 6 });
const units = fc
  .oneof(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -300, max: 300 }), fc.integer(), fc.maxSafeInteger())
  .map(BigInt);
const rates = fc
  .tuple(fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 99_999_999 })), scales)
  .map(([digits, scale]) => formatMinorUnits(digits, scale));

describe("rounding", () => {
  it("divideRounded is decimal.js on the exact quotient", () => {
    let ties = 0;
    // Small even denominators make halves.
    const denominators = fc.oneof(
      fc.constantFrom(2n, 4n, 10n),
      fc.constantFrom(1n, 5n, 100n, 1000n),
      fc.bigInt({ min: 1n, max: 999n }),
    );
    fc.assert(
      fc.property(units, denominators, fc.boolean(), roundings, (numerator, size, negative, rounding) => {
        const denominator = negative ? -size : size;
        if (numerator % denominator !== 0n && (2n * numerator) % denominator === 0n) ties++;
        const quotient = new Exact(String(numerator)).div(String(denominator)).toDecimalPlaces(0, modes[rounding]);
        expect(divideRounded(numerator, denominator, rounding)).toBe(BigInt(quotient.toFixed()));
      }),
    );
    expect(ties).toBeGreaterThan(3);
  });

  it("roundDecimal is divideRounded on the digits", () => {
    fc.assert(
      fc.property(units, scales, scales, roundings, (digits, from, to, rounding) => {
        const shifted =
          from <= to ? digits * 10n ** BigInt(to - from) : divideRounded(digits, 10n ** BigInt(from - to), rounding);
        expect(roundDecimal(formatMinorUnits(digits, from), to, rounding)).toBe(formatMinorUnits(shifted, to));
      }),
    );
  });
});

describe("conversion", () => {
  it("is the exact product rounded once", () => {
    fc.assert(
      fc.property(units, rates, scales, scales, roundings, (minor, rate, from, to, rounding) => {
        const exact = new Exact(String(minor)).times(rate).times(new Exact(10).pow(to - from));
        expect(convertMinorUnits(minor, rate, from, to, rounding)).toBe(
          BigInt(exact.toDecimalPlaces(0, modes[rounding]).toFixed()),
        );
      }),
    );
  });

  it("of an order and of its full refund cancel", () => {
    fc.assert(
      fc.property(fc.integer(), rates, scales, scales, (minor, rate, from, to) => {
        const order = convertMinorUnits(BigInt(minor), rate, from, to);
        const refund = convertMinorUnits(BigInt(-minor), rate, from, to);
        expect(order + refund).toBe(0n);
      }),
    );
  });
});

describe("allocation", () => {
  const weights = fc
    .array(
      fc.oneof(
        fc.constantFrom(0, 1, 1, 2, 0.1, 0.2),
        fc.nat(1000),
        fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }),
      ),
      { minLength: 1, maxLength: 12 },
    )
    .filter((all) => all.some((weight) => weight > 0));
  const exactShare = (total: bigint, all: readonly number[], position: number): Decimal => {
    const Long = Decimal.clone({ precision: 700 });
    const sum = all.reduce((left, right) => left.plus(right), new Long(0));
    return new Long(String(total)).times(all[position]!).div(sum);
  };

  it("adds up to the total, whatever the weights", () => {
    fc.assert(
      fc.property(units, weights, (total, all) => {
        expect(allocate(total, all).reduce((sum, part) => sum + part, 0n)).toBe(total);
        expect(allocate(Number(total), all).map(BigInt)).toEqual(allocate(total, all));
      }),
    );
  });

  it("gives each its share rounded down or up, and nothing for nothing", () => {
    fc.assert(
      fc.property(units, weights, (total, all) => {
        allocate(total, all).forEach((part, position) => {
          const share = exactShare(total, all, position);
          expect(share.minus(String(part)).abs().lessThan(1)).toBe(true);
          if (all[position] === 0) expect(part).toBe(0n);
        });
      }),
    );
  });

  it("serves larger remainders first, and equal ones in order of position", () => {
    let ties = 0;
    fc.assert(
      fc.property(fc.nat(10_000).map(BigInt), fc.array(fc.nat(6), { minLength: 1, maxLength: 8 }), (total, all) => {
        fc.pre(all.some((weight) => weight > 0));
        const sum = BigInt(all.reduce((left, right) => left + right, 0));
        const left = all.map((weight) => (total * BigInt(weight)) % sum);
        const extra = allocate(total, all).map((part, at) => part - (total * BigInt(all[at]!)) / sum);
        for (let served = 0; served < all.length; served++) {
          for (let passed = 0; passed < all.length; passed++) {
            if (extra[served] !== 1n || extra[passed] !== 0n) continue;
            expect(left[served]! > left[passed]! || (left[served] === left[passed] && served < passed)).toBe(true);
            if (left[served] === left[passed]) ties++;
          }
        }
      }),
    );
    expect(ties).toBeGreaterThan(10);
  });

  it("splits a negative total like its positive", () => {
    fc.assert(
      fc.property(units, weights, (total, all) => {
        expect(allocate(-total, all)).toEqual(allocate(total, all).map((part) => -part));
      }),
    );
  });
});

describe("money", () => {
  const amounts = fc
    .oneof(fc.bigInt({ min: -500n, max: 500n }), fc.bigInt())
    .map((minor) => ({ amount: formatMinorUnits(minor, 2), currency: "EUR" as const }));

  it("subtracts what was added, and compares by the sign of the difference", () => {
    fc.assert(
      fc.property(amounts, amounts, (left, right) => {
        expect(subtractMoney(addMoney(left, right), right)).toEqual(left);
        const difference = subtractMoney(left, right).amount;
        expect(compareMoney(left, right)).toBe(Number(difference) === 0 ? 0 : difference.startsWith("-") ? -1 : 1);
      }),
    );
  });

  it("sums as it adds, in any order", () => {
    fc.assert(
      fc.property(fc.array(amounts), (all) => {
        const added = all.reduce((sum, money) => addMoney(sum, money), { amount: "0.00", currency: "EUR" as const });
        expect(sumMoney(all, "EUR")).toEqual(added);
        expect(sumMoney([...all].reverse(), "EUR")).toEqual(added);
      }),
    );
  });

  it("multiplies on integers as decimal.js does", () => {
    fc.assert(
      fc.property(units, rates, roundings, (minor, factor, rounding) => {
        const amount = formatMinorUnits(minor, 2);
        expect(multiplyMoney({ amount, currency: "EUR" }, factor, { rounding }).amount).toBe(
          roundDecimal(multiplyDecimals([amount, factor]), 2, rounding),
        );
      }),
    );
  });
});
