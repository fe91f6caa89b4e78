import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { orderRows } from "../../src/history/rows/order-rows.js";
import { sumRows } from "../../src/history/rows/sum-rows.js";
import { firstRepetition } from "../../src/history/texts/first-repetition.js";
import { sortIds } from "../../src/history/texts/sort-ids.js";
import { textHash } from "../../src/history/texts/text-hash.js";
import { textIndex } from "../../src/history/texts/text-index.js";

const anyText = fc.oneof(
  fc.string({ unit: "binary", minLength: 1, maxLength: 12 }),
  fc.string({ unit: fc.constantFrom("0", "1", "2"), minLength: 1, maxLength: 40 }),
  fc.integer({ min: 0, max: 300 }).map((n) => `customer-${n}`),
);

describe("textIndex", () => {
  test("numbers texts as a Map does", () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 400 }), (texts) => {
        const index = textIndex();
        const map = new Map<string, number>();
        for (const text of texts) {
          expect(index.find(text)).toBe(map.get(text));
          if (!map.has(text)) map.set(text, map.size);
          expect(index.numberOf(text)).toBe(map.get(text));
        }
        expect(index.texts).toEqual([...map.keys()]);
        expect(index.size).toBe(map.size);
      }),
    );
  });

  test("keeps its answers where texts crowd one another out", () => {
    const texts = collidingTexts(300);
    const index = textIndex();
    texts.forEach((text, i) => {
      expect(index.find(text)).toBeUndefined();
      expect(index.numberOf(text)).toBe(i);
    });
    expect(texts.map((text) => index.numberOf(text))).toEqual(texts.map((_, i) => i));
    expect(texts.map((text) => index.find(text))).toEqual(texts.map((_, i) => i));
    // The table grows until the crowded ones have room in it.
    for (let n = 0; n < 20_000; n++) index.numberOf(`another ${n}`);
    expect(texts.map((text) => index.numberOf(text))).toEqual(texts.map((_, i) => i));
    expect(index.size).toBe(20_300);
  });
});

/** Texts whose hashes agree in the ten bits that choose among the first slots, found by trying. */
function collidingTexts(count: number): string[] {
  const texts: string[] = [];
  for (let n = 0; texts.length < count; n++) if ((textHash(`t${n}`) & 0x3ff) === 7) texts.push(`t${n}`);
  return texts;
}

describe("firstRepetition", () => {
  const anyId = fc.oneof(
    anyText,
    fc.nat(30).map((n) => `order-${n}`),
  );
  const firstByLooking = (texts: readonly string[]): number => texts.findIndex((text, i) => texts.indexOf(text) < i);
  const hashesOf = (texts: readonly string[]): Int32Array => Int32Array.from(texts, textHash);

  test("finds the first text that stood before, in parts of any size", () => {
    let repeated = 0;
    fc.assert(
      fc.property(fc.array(anyId, { maxLength: 60 }), fc.constantFrom(1, 8, 1000), (texts, textsPerPart) => {
        const first = firstByLooking(texts);
        if (first >= 0) repeated++;
        expect(firstRepetition(texts, hashesOf(texts), textsPerPart)).toBe(first);
      }),
    );
    expect(repeated).toBeGreaterThan(10);
  });

  test("compares the texts where hashes agree", () => {
    const hashes = new Int32Array(4).fill(7);
    expect(firstRepetition(["a", "b", "c", "d"], hashes)).toBe(-1);
    expect(firstRepetition(["a", "b", "a", "b"], hashes)).toBe(2);
  });

  test("keeps its answer where texts crowd one another out", () => {
    const texts = Array.from({ length: 300 }, (_, i) => `t${i}`);
    const hashes = new Int32Array(301).fill(-5);
    expect(firstRepetition(texts, hashes.subarray(1))).toBe(-1);
    expect(firstRepetition([...texts, "t8"], hashes)).toBe(300);
  });
});

describe("sortIds", () => {
  test("sorts as comparing code units does, equal ids by their code", () => {
    fc.assert(
      fc.property(
        fc.array(anyText, { minLength: 1, maxLength: 200 }),
        fc.string({ maxLength: 30 }),
        (texts, beginning) => {
          const ids = texts.map((text) => beginning + text);
          const sorted = [...ids].sort();
          const order = sortIds(ids);
          expect(order === undefined ? ids : Array.from(order, (code) => ids[code])).toEqual(sorted);
          for (let i = 1; order !== undefined && i < order.length; i++) {
            if (sorted[i] === sorted[i - 1]) expect(order[i]).toBeGreaterThan(order[i - 1] as number);
          }
          if (order === undefined) expect(new Set(ids).size).toBe(ids.length);
        },
      ),
    );
  });
});

describe("orderRows", () => {
  const entry = fc.record({
    code: fc.integer({ min: -1, max: 30 }),
    day: fc.oneof(fc.integer({ min: 0, max: 10 }), fc.integer({ min: -800, max: 800 })),
    minor: fc.oneof(fc.integer({ min: 0, max: 500 }), fc.constantFrom(0, 4_294_967_295)),
  });

  test("gives the rows that the general kernel gives, guests last", () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 60 }), fc.constantFrom(1, 4, 1000), (entries, entriesPerPart) => {
        const customers = Int32Array.from(entries, ({ code }) => code);
        const days = Int32Array.from(entries, ({ day }) => day);
        const minor = Float64Array.from(entries, (row) => row.minor);
        const positions = Int32Array.from({ length: 31 }, (_, code) => (code * 7) % 31);
        const fast = orderRows({ customers, days, minor, measures: {} }, positions, 32, entriesPerPart);
        const place = (code: number): number => (code < 0 ? 31 : (positions[code] as number));
        const keys = { customers: customers.map(place), days, values: undefined };
        const columns = { placed: new Int32Array(days.length).fill(1), grossMinor: minor };
        const slow = sumRows(32, keys, columns);
        expect(fast?.offsets).toEqual(slow.offsets);
        expect(fast?.days).toEqual(slow.days);
        expect(fast?.columns.placed).toEqual(slow.columns.placed);
        expect(fast?.columns.grossMinor).toEqual(slow.columns.grossMinor);
      }),
    );
  });

  test("leaves amounts past 32 bits and scattered days to the general kernel", () => {
    const entries = (days: number[], minor: number[]) => ({
      customers: new Int32Array(days.length),
      days: Int32Array.from(days),
      minor: Float64Array.from(minor),
      measures: {},
    });
    expect(orderRows(entries([1, 2], [1, 2 ** 32]), Int32Array.of(0), 2)).toBeUndefined();
    expect(orderRows(entries([0, 1_000_000], [1, 1]), Int32Array.of(0), 2)).toBeUndefined();
    expect(orderRows(entries([], []), Int32Array.of(), 1)?.offsets).toEqual(Int32Array.of(0, 0));
  });
});
