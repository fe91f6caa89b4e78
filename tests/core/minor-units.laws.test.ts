import { Decimal } from "decimal.js";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { formatMinorUnits, parseExactMinorUnits, parseMinorUnits, sumMinorUnits } from "../../src/core/index.js";
import { codeOf } from "../support/fault-of.js";

// Each law was seen to fail on a bug planted for it: a lost sign, the last digit of a fraction dropped, `<=` for `<` at the
// edge of the safe range, blocks added without their check.
const LARGEST = Number.MAX_SAFE_INTEGER;
const scales = fc.integer({ min: 0, max: 18 });
const nearEdge = fc
  .integer({ min: -3, max: 3 })
  .chain((shift) => fc.constantFrom(1n, -1n).map((sign) => sign * (BigInt(LARGEST) + BigInt(shift))));
const units = fc.oneof(
  fc.bigInt(),
  fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }),
  nearEdge,
  fc.bigInt({ min: -200n, max: 200n }),
);

describe("minor units and decimal text", () => {
  it("come back from a round trip", () => {
    fc.assert(
      fc.property(units, scales, (minor, scale) => {
        const text = formatMinorUnits(minor, scale);
        expect(text).toMatch(/^-?[0-9]+(\.[0-9]+)?$/);
        expect((text.split(".")[1] ?? "").length).toBe(scale);
        expect(parseExactMinorUnits(text, scale)).toBe(minor);
        const safe = minor >= -LARGEST && minor <= LARGEST;
        expect(codeOf(() => parseMinorUnits(text, scale)) ?? parseMinorUnits(text, scale)).toBe(
          safe ? Number(minor) : "AMOUNT_OUT_OF_RANGE",
        );
      }),
    );
  });
});

const seen = new Map<string, number>();
const see = (outcome: string): void => void seen.set(outcome, (seen.get(outcome) ?? 0) + 1);
const outcomes = ["read", "INVALID_AMOUNT", "AMOUNT_TOO_FINE", "AMOUNT_OUT_OF_RANGE"];

/** The naive reading: a regular expression and decimal.js. */
function naive(text: string, scale: number): number | string {
  if (!/^-?[0-9]+(\.[0-9]+)?$/.test(text)) return "INVALID_AMOUNT";
  const Exact = Decimal.clone({ precision: 1000 });
  const minor = new Exact(text).times(new Exact(10).pow(scale));
  if (!minor.isInteger()) return "AMOUNT_TOO_FINE";
  return minor.abs().greaterThan(LARGEST) ? "AMOUNT_OUT_OF_RANGE" : minor.toNumber() + 0;
}

const digits = (maxLength: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(..."0000123456789"), { minLength: 1, maxLength }).map((all) => all.join(""));
const plain = fc
  .tuple(fc.constantFrom("", "-"), digits(18), fc.option(digits(6)))
  .map(([sign, whole, fraction]) => sign + whole + (fraction === null ? "" : `.${fraction}`));
const atEdge = fc
  .tuple(nearEdge, fc.integer({ min: 0, max: 3 }))
  .map(([minor, scale]) => formatMinorUnits(minor, scale));
const rough = fc.array(fc.constantFrom(..."0159.-+e, "), { maxLength: 6 }).map((all) => all.join(""));

describe("reading", () => {
  it("agrees with the naive reading on any text", () => {
    fc.assert(
      fc.property(fc.oneof(plain, rough, atEdge), fc.integer({ min: 0, max: 6 }), (text, scale) => {
        const fault = codeOf(() => parseMinorUnits(text, scale));
        see(fault ?? "read");
        expect(fault ?? parseMinorUnits(text, scale)).toBe(naive(text, scale));
      }),
    );
  });

  it("reads a number as the text it prints as, or refuses it", () => {
    const decimals = fc
      .tuple(fc.integer(), fc.integer({ min: 0, max: 7 }))
      .map(([minor, scale]) => minor / 10 ** scale);
    const sums = fc.tuple(decimals, decimals).map(([left, right]) => left + right);
    const odd = fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, -0, 0.1 + 0.2, 1e-7);
    const fewScales = fc.oneof({ arbitrary: fc.constantFrom(2, 3, 4), weight: 2 }, { arbitrary: scales, weight: 1 });
    const large = fc.maxSafeInteger().map((minor) => minor / 100);
    fc.assert(
      fc.property(
        fc.oneof(decimals, sums, large, fc.double(), fc.maxSafeInteger(), odd),
        fewScales,
        (amount, scale) => {
          const fault = codeOf(() => parseMinorUnits(amount, scale));
          see(`number ${fault ?? "read"}`);
          const text = Number.isFinite(amount) ? new Decimal(amount).toFixed() : String(amount);
          const asText = naive(text, scale);
          const long = text.replace(/[-.]/g, "").replace(/^0+/, "").length > 15;
          if (long && !Number.isSafeInteger(amount) && typeof asText === "number") {
            expect(fault).toBe("AMOUNT_OUT_OF_RANGE");
          } else {
            expect(fault ?? parseMinorUnits(amount, scale)).toBe(asText);
          }
        },
      ),
    );
  });

  afterAll(() => {
    for (const outcome of [...outcomes, ...outcomes.map((name) => `number ${name}`)]) {
      expect(seen.get(outcome), outcome).toBeGreaterThan(2);
    }
  });
});

describe("sums", () => {
  const safe = fc.oneof(
    fc.maxSafeInteger(),
    fc.constantFrom(LARGEST, -LARGEST, LARGEST - 1, 0, 1, -1),
    fc.integer({ min: -1000, max: 1000 }),
    // A thousand of these stay within 2^53, a few thousand do not.
    fc.constantFrom(2 ** 42, 2 ** 43 - 1, -(2 ** 42)),
  );
  const columns = fc.oneof(
    fc.array(safe),
    fc
      .array(safe, { minLength: 1, maxLength: 5 })
      .chain((few) =>
        // Several blocks long: a few values over and over, with a shift so that blocks differ.
        fc
          .integer({ min: 0, max: 2500 })
          .map((length) => Array.from({ length }, (_, at) => few[at % few.length]! - (at % 2))),
      )
      .map((column) => column.map((value) => Math.max(value, -LARGEST))),
  );
  const kinds = new Set<string>();

  it("are those of bigint, as a number exactly where a safe integer holds them", () => {
    fc.assert(
      fc.property(columns, (column) => {
        const exact = column.reduce((sum, value) => sum + BigInt(value), 0n);
        const holds = exact >= -LARGEST && exact <= LARGEST;
        kinds.add(
          holds ? (column.some((value) => Math.abs(value) > LARGEST / 4) ? "back in range" : "small") : "past 2^53",
        );
        expect(sumMinorUnits(Float64Array.from(column))).toBe(holds ? Number(exact) : exact);
      }),
    );
    expect(kinds).toEqual(new Set(["small", "back in range", "past 2^53"]));
  });

  it("do not depend on the order", () => {
    const shuffled = columns.chain((column) =>
      fc.tuple(fc.constant(column), fc.shuffledSubarray(column, { minLength: column.length })),
    );
    fc.assert(
      fc.property(shuffled, ([column, other]) => {
        expect(sumMinorUnits(other)).toBe(sumMinorUnits(column));
      }),
    );
  });
});
