import { describe, expect, it } from "vitest";
import { showValue } from "../../src/core/shared.js";

const cycle: Record<string, unknown> = {};
cycle.self = cycle;

describe("showValue", () => {
  it.each([
    ["soon", '"soon"'],
    ["two\nlines", '"two\\nlines"'],
    [5, "5"],
    [Number.NaN, "NaN"],
    [5n, "5n"],
    [true, "true"],
    [null, "null"],
    [undefined, "undefined"],
    [[1, "2"], '[1,"2"]'],
    [{ days: 3 }, '{"days":3}'],
    [new Date(0), "1970-01-01T00:00:00.000Z"],
    [new Date(Number.NaN), "an invalid Date"],
    [new Map(), "an object (Map)"],
    [new Float64Array(2), "an object (Float64Array)"],
    [new Array(61).fill(0), "a list of 61"],
    [() => 5, "function"],
    [Symbol("secret"), "symbol"],
    [cycle, "an object"],
    [{ big: 5n }, "an object"],
    [{ toJSON: () => undefined }, "an object"],
  ])("shows %s", (value, text) => {
    expect(showValue(value)).toBe(text);
  });

  it("cuts long values to sixty characters, never through a character", () => {
    expect(showValue("x".repeat(100))).toBe(`"${"x".repeat(58)}…`);
    expect(showValue(10n ** 80n)).toHaveLength(60);
    for (const lead of ["", "x"]) {
      const shown = showValue(`${lead}${"😀".repeat(50)}`);
      expect(shown.length).toBeLessThanOrEqual(60);
      expect(shown).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
    }
  });
});
