import { baseAt, summarizePurchases } from "clientele/history";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Purchases, purchases } from "./support/arbitrary-purchases.js";
import { naiveBase } from "./support/naive-base.js";
import { plainBase, told, toldByOracle } from "./support/plain-base.js";

const read = ({ rows, options }: Purchases) => summarizePurchases(rows, options);

describe("summarizePurchases", () => {
  test("tells what the naive oracle tells, under every option", () => {
    fc.assert(
      fc.property(purchases, ({ rows, options }) => {
        const oracle = naiveBase(rows, options);
        const scale = options.scale ?? 2;
        expect(told(summarizePurchases(rows, options))).toEqual(
          toldByOracle(oracle, options.asOf, scale, options.dimensions ?? []),
        );
      }),
    );
  });

  test("does not see the order of its input", () => {
    const shuffled = purchases.chain((bought) =>
      fc.record({
        bought: fc.constant(bought),
        rows: fc.shuffledSubarray([...bought.rows], { minLength: bought.rows.length }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ bought, rows }) => {
        expect(plainBase(summarizePurchases(rows, bought.options))).toEqual(plainBase(read(bought)));
      }),
    );
  });
});

describe("baseAt", () => {
  test("equals reading again with that asOf", () => {
    fc.assert(
      fc.property(purchases, fc.nat({ max: 6 }), (bought, back) => {
        const { asOf } = bought.options;
        const day = bought.rows.map((row) => localDay(row.at)).sort()[back] ?? asOf;
        fc.pre(day < asOf);
        const again = summarizePurchases(bought.rows, { ...bought.options, asOf: day });
        expect(plainBase(baseAt(read(bought), day))).toEqual(plainBase(again));
      }),
    );
  });
});

const localDay = (at: Purchases["rows"][number]["at"]): string =>
  typeof at === "string"
    ? at.slice(0, 10)
    : new Date(typeof at === "object" && "epochMilliseconds" in at ? at.epochMilliseconds : at)
        .toISOString()
        .slice(0, 10);
