import type { Column, CustomerTable, MaybeColumn, MaybeList } from "clientele/core";
import { summarizePurchases } from "clientele/history";
import { classifyLifecycle } from "clientele/lifecycle";
import type { FactTable } from "clientele/model";
import { classifyByValue, evaluateSegments, scoreRfm, segmentByRfm } from "clientele/segmentation";
import { expectTypeOf, test } from "vitest";

declare const numbers: Column;
declare const texts: Column<string>;
declare const table: CustomerTable<object>;
declare const facts: FactTable;

test("ids and other plain texts are lists, with all that lists do", () => {
  expectTypeOf(table.customerIds).toEqualTypeOf<readonly string[]>();
  expectTypeOf(facts.customerIds).toEqualTypeOf<readonly string[]>();
  const base = summarizePurchases([], { asOf: "2026-04-01" });
  expectTypeOf(segmentByRfm(scoreRfm(base)).columns.segment.map((name) => name.length)).toEqualTypeOf<number[]>();
  expectTypeOf(classifyByValue(base).columns.class.values.map((name) => name.length)).toEqualTypeOf<number[]>();
  expectTypeOf(classifyLifecycle(base).columns.stage.values.map((stage) => ({ stage }))).toExtend<object[]>();
  expectTypeOf(
    classifyLifecycle(base)
      .columns.stage.values.filter((stage) => stage === "lost")
      .map(String),
  ).toEqualTypeOf<string[]>();
  expectTypeOf(evaluateSegments(facts, []).customerIds.map((id) => ({ id }))).toEqualTypeOf<{ id: string }[]>();
});

test("a list with unknowns is a column with unknowns, and one of two names is one of texts", () => {
  expectTypeOf<MaybeList<"a" | "b">>().toExtend<MaybeList<string>>();
  expectTypeOf<MaybeList<string>>().toExtend<MaybeColumn<string>>();
});

test("a column does what lists and typed arrays share", () => {
  expectTypeOf(numbers.filter((value) => value > 1)).toEqualTypeOf<Column>();
  expectTypeOf(texts.filter((value) => value !== "")).toEqualTypeOf<Column<string>>();
  expectTypeOf(texts.find((value) => value === "x")).toEqualTypeOf<string | undefined>();
  expectTypeOf(numbers.reduce((sum, value) => sum + value, 0)).toEqualTypeOf<number>();
  expectTypeOf(new Float64Array(2)).toExtend<Column>();
  expectTypeOf(new Uint8Array(2)).toExtend<Column>();
  expectTypeOf<readonly number[]>().toExtend<Column>();
  expectTypeOf<Column<"a" | "b">>().toExtend<Column<string>>();
});

test("a column has no map, which typed arrays would round: Array.from says what is meant", () => {
  // @ts-expect-error a Uint8Array would wrap 256 to 0
  numbers.map((value: number) => value * 2);
  expectTypeOf(Array.from(numbers, (value) => String(value))).toEqualTypeOf<string[]>();
});

test("rows give a base, batches of rows the promise of one, whatever the list is called", () => {
  const options = { asOf: "2026-04-01" } as const;
  const row = {
    id: "1",
    customerId: "ann",
    at: "2026-01-05",
    amount: "1.00",
    currency: "USD",
    kind: "refund",
  } as const;
  type Base = ReturnType<typeof summarizePurchases<never[]>>;
  expectTypeOf(summarizePurchases([row], options)).toEqualTypeOf<Base>();
  expectTypeOf(summarizePurchases(new Set([row]), options)).toEqualTypeOf<Base>();
  expectTypeOf(summarizePurchases(JSON.parse("[]"), options)).toEqualTypeOf<Base>();
  const batches = (async function* () {
    yield [row];
  })();
  expectTypeOf(summarizePurchases(batches, options)).toEqualTypeOf<Promise<Base>>();
});
