import { expect, test } from "vitest";
import { parseCsv } from "../support/csv.js";
import { superstoreLines } from "../support/superstore.js";

test("reads quoted fields, doubled quotes, line breaks in fields, CRLF and a byte order mark", () => {
  expect(parseCsv('\uFEFFa,b\r\n"x, ""y""\nz",2\r\n\r\n,\r\n')).toEqual([
    ["a", "b"],
    ['x, "y"\nz', "2"],
    ["", ""],
  ]);
});

test("reads every order line of the Superstore export", () => {
  const lines = superstoreLines();
  expect(lines.length).toBe(9_994);
  expect(new Set(lines.map((line) => line["Order ID"])).size).toBe(5_009);
  expect(new Set(lines.map((line) => line["Customer ID"])).size).toBe(793);
});
