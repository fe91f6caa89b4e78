import {
  appendTransactions,
  customerFacts,
  renameCustomers,
  splitByCurrency,
  summarizeInteractions,
  summarizePurchases,
  type TransactionColumns,
} from "clientele/history";
import { customerSchema } from "clientele/model";
import { describe, expect, test } from "vitest";
import { faultOf } from "../support/fault-of.js";

const asOf = "2030-01-01";
const order = { id: "1", customerId: "ann", at: "2026-01-05", amount: "120.00", currency: "USD" };
const base = summarizePurchases([order], { asOf });

describe("options of reading", () => {
  test.each<[string, object, (string | number)[]]>([
    ["measures that are a text", { measures: "cost" }, ["measures"]],
    ["measures that are a number", { measures: 5 }, ["measures"]],
    ["dimensions that are a text", { dimensions: "sku" }, ["dimensions"]],
    ["dimensions that are null", { dimensions: null }, ["dimensions"]],
    ["exclusions that are a number", { exclude: 5 }, ["exclude"]],
    ["exclusions that are a text", { exclude: "staff" }, ["exclude"]],
    ["one exclusion without its list", { exclude: { reason: "staff", tags: ["staff"] } }, ["exclude"]],
    ["an exclusion that is null", { exclude: [null] }, ["exclude", 0]],
    ["an exclusion of an unknown kind", { exclude: [{ reason: "staff", tag: ["staff"] }] }, ["exclude", 0, "tag"]],
    ["an id where ids stand", { exclude: [{ reason: "staff", customerIds: "ann" }] }, ["exclude", 0, "customerIds"]],
    ["a number where ids stand", { exclude: [{ reason: "staff", customerIds: 5 }] }, ["exclude", 0, "customerIds"]],
    ["a tag where tags stand", { exclude: [{ reason: "staff", tags: "vip" }] }, ["exclude", 0, "tags"]],
    ["a tag that is no text", { exclude: [{ reason: "staff", tags: ["a", 5] }] }, ["exclude", 0, "tags", 1]],
    ["customers that are a text", { customerIds: "zed" }, ["customerIds"]],
    ["customers that are a number", { customerIds: 5 }, ["customerIds"]],
    ["a customer that is no text", { customerIds: ["zed", 5] }, ["customerIds", 1]],
    ["a customer without a name", { customerIds: new Set([""]) }, ["customerIds", 0]],
    ["aliases that are a number", { aliases: 5 }, ["aliases"]],
    ["aliases that are a text", { aliases: "ann" }, ["aliases"]],
    ["aliases that are null", { aliases: null }, ["aliases"]],
    ["aliases that are a list", { aliases: ["ann", "eve"] }, ["aliases"]],
    ["an alias of nothing", { aliases: { ann: null } }, ["aliases", "ann"]],
  ])("%s are refused", (_, wrong, path) => {
    const expected = { code: "INVALID_OPTIONS", path };
    expect(faultOf(() => summarizePurchases([order], { asOf, ...wrong } as never))).toMatchObject(expected);
    if ("measures" in wrong || "dimensions" in wrong) return;
    expect(faultOf(() => appendTransactions(base, [], wrong as never))).toMatchObject(expected);
  });

  test("customers may come from a generator, which is gone through once", () => {
    const ids = function* () {
      yield "ann";
      yield "zed";
    };
    const exclude = [{ reason: "staff", customerIds: ids() }];
    expect([...summarizePurchases([], { asOf, customerIds: ids() }).customerIds]).toEqual(["ann", "zed"]);
    expect(summarizePurchases([order], { asOf, exclude }).ignored.excluded).toBe(1);
  });

  test.each([[null], [undefined], [5], ["ann"], [["ann", "eve"]]])("renameCustomers refuses %j", (aliases) => {
    expect(faultOf(() => renameCustomers(base, aliases as never))).toMatchObject({
      code: "INVALID_OPTIONS",
      path: ["aliases"],
    });
  });
});

describe("what is no source", () => {
  test.each([[5], [null], [undefined], ["1,ann"], [true]])("%j is refused", (source) => {
    const expected = { code: "INVALID_ROWS", path: ["transactions"] };
    expect(faultOf(() => summarizePurchases(source as never, { asOf }))).toMatchObject(expected);
    expect(faultOf(() => appendTransactions(base, source as never))).toMatchObject(expected);
    expect(faultOf(() => splitByCurrency(source as never))).toMatchObject(expected);
    expect(faultOf(() => summarizeInteractions(source as never, { asOf }))).toMatchObject({ code: "INVALID_ROWS" });
    if (source === undefined) return;
    const parts = { asOf, collections: { order: source } } as never;
    expect(faultOf(() => customerFacts(customerSchema("USD"), parts))).toMatchObject({
      code: "INVALID_ROWS",
      path: ["collections", "order"],
    });
    for (const part of ["customers", "interactions", "feedback", "cases", "contracts"]) {
      expect(faultOf(() => customerFacts(customerSchema("USD"), { asOf, [part]: source } as never))).toMatchObject({
        code: "INVALID_ROWS",
        path: [part],
      });
    }
  });

  test("rows that arrive one by one, where batches are asked for, are refused with the way out", async () => {
    const single = async function* () {
      yield order;
    };
    await expect(summarizePurchases(single() as never, { asOf })).rejects.toMatchObject({
      code: "INVALID_ROWS",
      path: ["transactions", 0],
      hint: "Give batches: lists of rows",
    });
  });

  test.each(["interactions", "feedback", "cases", "contracts"])("null among the %s is refused", (part) => {
    const fault = faultOf(() => customerFacts(customerSchema("USD"), { asOf, [part]: [null] } as never));
    expect(fault).toMatchObject({ code: "INVALID_FACT_PARTS", path: [part, 0, "customerId"] });
  });

  test.each([["zed"], [5], [["ann", 5]]])("customers of interactions that are %j are refused", (customerIds) => {
    const fault = faultOf(() => summarizeInteractions([], { asOf, customerIds: customerIds as never }));
    expect([fault.code, fault.path[0]]).toEqual(["INVALID_OPTIONS", "customerIds"]);
  });
});

describe("ready columns", () => {
  const sound: TransactionColumns = { customerIds: ["ann", "ben"], days: [1, 2], amountMinor: [1, 2], currency: "USD" };

  test.each<[string, object, (string | number)[], string?]>([
    ["a misspelt column", { refund: [1, 0] }, ["refund"], 'Did you mean "refunds"?'],
    ["a misspelt measure", { measures: { costs: [1, 1] } }, ["measures", "costs"], 'Did you mean "cost"?'],
    ["a misspelt dimension", { dimensions: { skus: ["a", "b"] } }, ["dimensions", "skus"], 'Did you mean "sku"?'],
    ["measures that are a list", { measures: [1, 2] }, ["measures"]],
    ["no customers", { customerIds: undefined }, ["customerIds"]],
    ["customers that are a text", { customerIds: "ab" }, ["customerIds"]],
    ["customers without a length", { customerIds: {} }, ["customerIds"]],
    [
      "codes that are no whole numbers",
      { customerIds: { codes: [0, 0.5], dictionary: ["a"] } },
      ["customerIds", "codes"],
    ],
    [
      "a word that is no text",
      { customerIds: { codes: Int32Array.of(0, 1), dictionary: ["a", 5] } },
      ["customerIds", "dictionary", 1],
    ],
    ["no amounts", { amountMinor: undefined }, ["amountMinor"]],
    ["amounts that are a text", { amountMinor: "12" }, ["amountMinor"]],
    ["an amount that is null", { amountMinor: [1, null] }, ["amountMinor", 1]],
    ["an amount that is a text", { amountMinor: [1, "2"] }, ["amountMinor", 1]],
    ["a day that is a text", { days: [1, "2026-01-05"] }, ["days", 1]],
    ["a refund that is neither 0 nor 1", { refunds: [0, 2] }, ["refunds", 1]],
    ["a refund that is true", { refunds: [0, true] }, ["refunds", 1]],
  ])("with %s are refused", (_, wrong, path, hint) => {
    const fault = faultOf(() => summarizePurchases({ ...sound, ...wrong } as never, { asOf }));
    expect([fault.code, fault.path, fault.hint]).toEqual(["INVALID_TRANSACTION_COLUMNS", path, hint]);
  });

  test.each<["cost" | "quantity", number[]]>([
    ["cost", [1, Number.NaN]],
    ["cost", [1, 0.5]],
    ["cost", [1, -1]],
    ["quantity", [1, Number.POSITIVE_INFINITY]],
    ["quantity", [1, -2]],
  ])("with %s of %j are refused", (measure, values) => {
    const columns = { ...sound, measures: { [measure]: values } };
    const fault = faultOf(() => summarizePurchases(columns, { asOf, measures: [measure] }));
    expect([fault.code, fault.path]).toEqual(["INVALID_TRANSACTION_COLUMNS", [`measures.${measure}`, 1]]);
  });

  test("an empty object is no columns", () => {
    const fault = faultOf(() => summarizePurchases({} as never, { asOf }));
    expect([fault.code, fault.path]).toEqual(["INVALID_TRANSACTION_COLUMNS", ["customerIds"]]);
  });
});

describe("splitByCurrency", () => {
  const rows = [
    { ...order, id: "1", currency: "USD" },
    { ...order, id: "2", currency: "EUR" },
    { ...order, id: "3", currency: "USD" },
  ];

  test("gives each currency its rows, the very ones and in their order", () => {
    const parts = splitByCurrency(new Set(rows));
    expect([...parts.keys()]).toEqual(["EUR", "USD"]);
    expect(parts.get("USD")).toEqual([rows[0], rows[2]]);
    expect(parts.get("USD")?.[0]).toBe(rows[0]);
    expect(splitByCurrency([]).size).toBe(0);
  });

  test("leads to one base per currency, where one base is refused", () => {
    expect(faultOf(() => summarizePurchases(rows, { asOf })).code).toBe("MIXED_CURRENCIES");
    const bases = Array.from(splitByCurrency(rows).values(), (part) => summarizePurchases(part, { asOf }));
    expect(bases.map(({ currency, columns }) => [currency, columns.orders[0]])).toEqual([
      ["EUR", 1],
      ["USD", 2],
    ]);
  });

  test.each([[null], [5], [{ ...order, currency: undefined }]])("refuses %j as a row", (row) => {
    expect(faultOf(() => splitByCurrency([order, row as never])).path[0]).toBe(1);
  });
});
