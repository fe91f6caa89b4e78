import {
  customerSchema,
  defineSchema,
  factTable,
  orderSchema,
  parseCustomers,
  profileQuality,
  recordJsonSchema,
  transactionsFromLines,
} from "clientele/model";
import { describe, expect, test } from "vitest";
import { requireRows } from "../../src/model/shared.js";
import { faultOf } from "../support/fault-of.js";
import { recordKinds } from "./support/record-kinds.js";

const asOf = "2026-04-01";
const columns = { orderId: "order", customerId: "buyer", at: "day", sku: "product", net: "paid" } as const;
const row = { order: "7", buyer: "ann", day: "2026-01-05", product: "tea", paid: "4.50" };
const schema = defineSchema({ attributes: { country: { type: "string" } } });

type Case = [name: string, misspelt: string, meant: string, code: string, call: (options: never) => unknown];

describe.each<Case>([
  ...recordKinds.map(
    ([kind, , parse]): Case => [`${kind} records`, "firstindex", "firstIndex", "INVALID_OPTIONS", (o) => parse([], o)],
  ),
  [
    "transactionsFromLines",
    "severalDay",
    "severalDays",
    "INVALID_OPTIONS",
    (o) => transactionsFromLines([], columns, o),
  ],
  [
    "the columns of transactionsFromLines",
    "customer_id",
    "customerId",
    "INVALID_OPTIONS",
    (o) => transactionsFromLines([], o),
  ],
  ["factTable", "timezone", "timeZone", "INVALID_OPTIONS", (o) => factTable(schema, [], o)],
  ["customerSchema", "scal", "scale", "INVALID_OPTIONS", (o) => customerSchema("EUR", o)],
  ["orderSchema", "scal", "scale", "INVALID_OPTIONS", (o) => orderSchema("EUR", o)],
  ["profileQuality", "example", "examples", "INVALID_QUALITY_SPEC", (o) => profileQuality([], o)],
  [
    "what profileQuality asks of a field",
    "uniqe",
    "unique",
    "INVALID_QUALITY_SPEC",
    (o) => profileQuality([], { asOf, fields: { name: o } }),
  ],
])("options of %s", (_, misspelt, meant, code, call) => {
  test("a name that is none is refused, with the one that was meant", () => {
    const { issues = [] } = faultOf(() => call({ asOf, fields: {}, [misspelt]: "x" } as never));
    expect(issues.find(({ path }) => path.at(-1) === misspelt)).toMatchObject({
      code,
      hint: `Did you mean "${meant}"?`,
    });
  });

  test.each([[5], ["x"], [null], [[]]])("%j is refused", (given) => {
    expect(faultOf(() => call(given as never)).code).toBe(code);
  });
});

describe("values of options", () => {
  test.each<[string, () => unknown, string]>([
    ["unknownFields", () => parseCustomers([], { unknownFields: "keep" as never }), "unknownFields"],
    ["firstIndex", () => parseCustomers([], { firstIndex: "2" as never }), "firstIndex"],
    ["severalDays", () => transactionsFromLines([], columns, { severalDays: "latest" as never }), "severalDays"],
  ])("%s that is none of them is refused", (_, call, path) => {
    expect(faultOf(call)).toMatchObject({ code: "INVALID_OPTIONS", path: [path] });
  });

  test("fields that are no object are refused", () => {
    expect(faultOf(() => profileQuality([], { asOf } as never))).toMatchObject({
      code: "INVALID_QUALITY_SPEC",
      path: ["fields"],
    });
  });
});

describe("columns of lines", () => {
  test("none at all are refused", () => {
    expect(faultOf(() => transactionsFromLines([row], undefined as never))).toMatchObject({
      code: "INVALID_OPTIONS",
      path: ["columns"],
    });
  });

  test("a missing one spoils every row, and says so", () => {
    const { orderId: _, ...others } = columns;
    const { transactions, rejected } = transactionsFromLines([row], others as never, { currency: "EUR" });
    expect(transactions).toEqual([]);
    expect(rejected).toMatchObject([{ index: 0, issues: [{ code: "MISSING_FIELD", path: ["orderId"] }] }]);
  });
});

describe("rows of facts", () => {
  const table = (rows: unknown) => factTable(schema, rows as never, { asOf });

  test.each<[string, unknown, string, (string | number)[]]>([
    ["no list", 5, "INVALID_ROWS", ["rows"]],
    ["a text", "ann", "INVALID_ROWS", ["rows"]],
    ["no object", [{ customerId: "ann", attributes: {} }, null], "INVALID_RECORD", ["rows", 1]],
    ["without an id", [{ attributes: {} }], "INVALID_ID", ["rows", 0, "customerId"]],
    ["with an empty id", [{ customerId: "", attributes: {} }], "INVALID_ID", ["rows", 0, "customerId"]],
    ["without attributes", [{ customerId: "ann" }], "INVALID_RECORD", ["rows", 0, "attributes"]],
  ])("%s are refused", (_, rows, code, path) => {
    expect(faultOf(() => table(rows))).toMatchObject({ code, path });
  });
});

test("there is no JSON Schema of a kind that is none", () => {
  expect(faultOf(() => recordJsonSchema("foo" as never))).toMatchObject({ code: "INVALID_CHOICE", path: ["kind"] });
  expect(faultOf(() => recordJsonSchema("customers" as never)).hint).toBe('Did you mean "customer"?');
  expect(faultOf(() => recordJsonSchema("constructor" as never)).code).toBe("INVALID_CHOICE");
});

test("rows are what can be gone through, but no text", () => {
  expect(requireRows(new Set())).toBeUndefined();
  expect(faultOf(() => requireRows("ab", ["parts", 1]))).toMatchObject({ code: "INVALID_ROWS", path: ["parts", 1] });
});
