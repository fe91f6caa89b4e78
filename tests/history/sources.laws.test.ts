import { parseInstant, zoneOf } from "clientele/core";
import {
  appendTransactions,
  type CodedTexts,
  type NumberSource,
  summarizePurchases,
  type TransactionColumns,
} from "clientele/history";
import type { Transaction } from "clientele/model";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { faultOf } from "../support/fault-of.js";
import { type Purchases, purchases } from "./support/arbitrary-purchases.js";
import { plainBase } from "./support/plain-base.js";

const forms = ["array", "typed", "vector"] as const;
type Form = (typeof forms)[number];

/** Reads that columns can say: one currency, two decimals, everything completed, no tags, no lines. */
const sayable = purchases.map(({ rows, options }): Purchases => {
  const { rates: _, scale: __, exclude = [], dimensions = [], measures = [], ...rest } = options;
  return {
    rows: rows.map(({ status: _, tags: __, lines: ___, cost: ____, discount: _____, ...row }) => ({
      ...row,
      currency: "USD",
    })),
    options: {
      ...rest,
      exclude: exclude.flatMap(({ tags: _, ...rule }) => (rule.customerIds === undefined ? [] : [rule])),
      dimensions: dimensions.filter((name) => name === "channel" || name === "store"),
      measures: measures.filter((name) => name !== "quantity"),
    },
  };
});

function columnsOf({ rows, options }: Purchases, form: Form, byDay: boolean): TransactionColumns {
  const { timeZone = "UTC" } = options;
  const numbers = (numberOf: (row: Transaction) => number): NumberSource => asNumbers(rows.map(numberOf), form);
  const entryOf = new Map(rows.map((row, i) => [row.kind === "refund" ? `refund ${row.id}` : row.id, i]));
  const instantOf = (row: Transaction): number => parseInstant(row.at, { timeZone });
  return {
    customerIds: asTexts(
      rows.map((row) => row.customerId),
      form,
    ),
    ...(byDay ? { days: numbers((row) => zoneOf(timeZone).dayAt(instantOf(row))) } : { at: numbers(instantOf) }),
    amountMinor: numbers((row) => Math.round(Number(row.amount) * 100)),
    currency: "USD",
    refunds: numbers((row) => Number(row.kind === "refund")),
    refundOf: numbers((row) => entryOf.get(row.refundOf ?? "") ?? -1),
    dimensions: {
      channel: asTexts(
        rows.map((row) => row.channel ?? null),
        form,
      ),
      store: asTexts(
        rows.map((row) => row.store ?? null),
        form,
      ),
    },
  };
}

function asNumbers(values: readonly number[], form: Form): NumberSource {
  if (form === "array") return values;
  if (form === "typed") return Float64Array.from(values);
  return { length: values.length, nullCount: 0, get: (i) => BigInt(values[i] as number) };
}

/** Coded texts have a dictionary in no order, with a word that nobody uses and one that stands twice. */
function asTexts(texts: readonly (string | null)[], form: Form): TransactionColumns["customerIds"] {
  if (form === "array") return texts;
  const words = [...new Set(texts.filter((text) => text !== null)), "nobody"].reverse();
  const dictionary = [...words, words[1] ?? "nobody"];
  const codes = Int32Array.from(texts, (text, i) => {
    if (text === null) return -1;
    return i % 2 === 0 && text === words[1] ? words.length : words.indexOf(text);
  });
  const coded: CodedTexts = { codes, dictionary };
  if (form === "typed") return coded;
  // As Apache Arrow keeps a column of repeated texts: one chunk of indices over a dictionary; with nulls it is read entry by entry.
  const nullCount = texts.filter((text) => text === null).length;
  const inDictionary = { length: dictionary.length, get: (i: number) => dictionary[i] as string };
  const data = [{ values: codes, dictionary: inDictionary }];
  return Object.assign({ length: texts.length, nullCount, get: (i: number) => texts[i] as string | null }, { data });
}

describe("ready columns", () => {
  test.each(forms)("say what rows say (%s)", (form) => {
    fc.assert(
      fc.property(sayable, fc.boolean(), ({ rows, options: { measures: _, ...options } }, byDay) => {
        const base = summarizePurchases(columnsOf({ rows, options }, form, byDay), options);
        expect(plainBase(base)).toEqual(plainBase(summarizePurchases(rows, options)));
      }),
    );
  });

  test("orders alone, taken as they are, say what rows say", () => {
    fc.assert(
      fc.property(sayable, fc.constantFrom(...forms), ({ rows, options }, form) => {
        const orders = rows.filter((row) => row.kind !== "refund");
        const { asOf, timeZone, currency } = options;
        const { refunds: _, refundOf: __, ...columns } = columnsOf({ rows: orders, options }, form, false);
        const late = summarizePurchases(columns, { asOf: "2100-01-01", timeZone, currency });
        expect(plainBase(late)).toEqual(
          plainBase(summarizePurchases(orders, { asOf: "2100-01-01", timeZone, currency })),
        );
        const base = summarizePurchases(columns, { asOf, timeZone, currency });
        expect(plainBase(base)).toEqual(plainBase(summarizePurchases(orders, { asOf, timeZone, currency })));
      }),
    );
  });

  test("bring their measures", () => {
    const columns: TransactionColumns = {
      customerIds: ["ann", "ann", null],
      days: Int32Array.of(20_000, 20_000, 20_001),
      amountMinor: [1_000, 500, 700],
      refunds: [0, 1, 0],
      refundOf: [-1, 0, -1],
      measures: { cost: [300, 100, 50], promoted: [1_000, 500, 0], quantity: [2, 0.5, 1], online: [1, 0, 1] },
    };
    const measures = ["cost", "discount", "promoted", "quantity", "online"] as const;
    const { calendar } = summarizePurchases(columns, { asOf: "2030-01-01", currency: "USD", measures });
    expect(Object.entries(calendar.measures).map(([name, column]) => [name, ...column])).toEqual([
      ["cost", 200],
      ["discount", 0],
      ["promoted", 500],
      ["quantity", 1.5],
      ["online", 1],
    ]);
    expect(Object.entries(calendar.unstated).map(([name, column]) => [name, ...column])).toEqual([
      ["cost", 0],
      ["discount", 1],
      ["promoted", 0],
      ["quantity", 0],
      ["online", 0],
    ]);
  });

  const sound: TransactionColumns = { customerIds: ["ann", "ben"], days: [1, 2], amountMinor: [1, 2], currency: "USD" };
  test.each<[string, object, (string | number)[]]>([
    ["a column that is too short", { amountMinor: [1] }, ["amountMinor"]],
    ["half a cent", { amountMinor: [1, 0.5] }, ["amountMinor", 1]],
    ["a negative amount", { amountMinor: [1, -2] }, ["amountMinor", 1]],
    ["an amount that is no number", { amountMinor: [1, Number.NaN] }, ["amountMinor", 1]],
    ["an empty id", { customerIds: ["ann", ""] }, ["customerIds", 1]],
    [
      "a code without a word",
      { customerIds: { codes: Int32Array.of(0, 1), dictionary: ["ann"] } },
      ["customerIds", "codes", 1],
    ],
    ["no moment", { days: undefined }, ["at"]],
    ["a moment between milliseconds", { days: undefined, at: [1, 1.5] }, ["at", 1]],
    ["a refund of nothing", { refunds: [0, 1], refundOf: [-1, 7] }, ["refundOf", 1]],
    ["no currency", { currency: undefined }, ["currency"]],
    [
      "a null in a vector",
      { amountMinor: { length: 2, nullCount: 1, get: (i: number) => (i === 0 ? 1 : null) } },
      ["amountMinor", 1],
    ],
  ])("with %s are refused", (_, wrong, path) => {
    const fault = faultOf(() => summarizePurchases({ ...sound, ...wrong }, { asOf: "2030-01-01" }));
    expect([fault.code, fault.path]).toEqual(["INVALID_TRANSACTION_COLUMNS", path]);
  });

  test("can be appended", () => {
    const base = summarizePurchases(sound, { asOf: "2030-01-01" });
    expect(appendTransactions(base, { ...sound, days: [3, 2] }).get("ben")).toMatchObject({
      orders: 2,
      purchaseDays: 1,
    });
  });
});

describe("batches that arrive one by one", () => {
  test("say what their rows say, wherever they are cut", async () => {
    await fc.assert(
      fc.asyncProperty(purchases, fc.integer({ min: 1, max: 9 }), async ({ rows, options }, size) => {
        async function* batches() {
          for (let from = 0; from < rows.length; from += size) yield rows.slice(from, from + size);
        }
        const base = await summarizePurchases(batches(), options);
        expect(plainBase(base)).toEqual(plainBase(summarizePurchases(rows, options)));
      }),
    );
  });

  test("number their rows through in errors", async () => {
    const row = { id: "1", customerId: "ann", at: "2026-01-05", amount: 1, currency: "USD" };
    async function* batches() {
      yield [row];
      yield [{ ...row, id: "2" }, row];
    }
    await expect(summarizePurchases(batches(), { asOf: "2026-04-01" })).rejects.toMatchObject({ path: [2, "id"] });
  });
});
