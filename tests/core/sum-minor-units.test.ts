import { describe, expect, it } from "vitest";
import { formatMinorUnits, parseMinorUnits, sumMinorUnits } from "../../src/core/index.js";
import { faultOf } from "../support/fault-of.js";
import { superstoreLines } from "../support/superstore.js";

const LARGEST = Number.MAX_SAFE_INTEGER;

describe("sumMinorUnits", () => {
  it.each([
    [[], 0],
    [[1, 2, 3], 6],
    [[-0], 0],
    [[LARGEST, 1], 2n ** 53n],
    [[LARGEST, 2, -3], LARGEST - 1],
    [[-LARGEST, -LARGEST, LARGEST, LARGEST], 0],
    [[LARGEST, LARGEST, LARGEST], 27021597764222973n],
  ])("sums %j to %s", (column, sum) => {
    expect(sumMinorUnits(column)).toBe(sum);
    expect(sumMinorUnits(Float64Array.from(column))).toBe(sum);
  });

  it("promotes between blocks as well as inside one", () => {
    const column = new Float64Array(5000).fill(2 ** 42);
    expect(sumMinorUnits(column)).toBe(5000n * 2n ** 42n);
  });

  it.each([0.5, Number.NaN, 2 ** 53, Number.NEGATIVE_INFINITY])("refuses %d, and says where it stands", (value) => {
    const column = [...new Array(1500).fill(1), value, 0.5];
    expect(faultOf(() => sumMinorUnits(column))).toMatchObject({ code: "AMOUNT_OUT_OF_RANGE", path: [1500] });
  });
});

describe("the 9,994 order lines of Superstore", () => {
  const sales = superstoreLines().map((line) => line.Sales as string);

  // Total and count were confirmed on the CSV's own digits with Python's csv and decimal modules.
  it("add up to 2,297,200.8603 exactly, from texts as from numbers", () => {
    const total = (amounts: readonly (string | number)[]): string =>
      formatMinorUnits(sumMinorUnits(amounts.map((amount) => parseMinorUnits(amount, 4))), 4);
    expect(sales).toHaveLength(9994);
    expect(total(sales)).toBe("2297200.8603");
    expect(total(sales.map(Number))).toBe("2297200.8603");
    expect(sales.map(Number).reduce((sum, amount) => sum + amount, 0)).not.toBe(2297200.8603);
  });

  it("are too fine for cents in 4,001 cases", () => {
    const refused = sales.flatMap((amount, row) => {
      try {
        parseMinorUnits(amount, 2, ["rows", row, "Sales"]);
        return [];
      } catch (error) {
        return [(error as { code: string }).code];
      }
    });
    expect(refused).toHaveLength(4001);
    expect(new Set(refused)).toEqual(new Set(["AMOUNT_TOO_FINE"]));
  });
});
