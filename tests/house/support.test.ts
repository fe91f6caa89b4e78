import { expect, test } from "vitest";
import { superstoreLines } from "../support/superstore.js";

test("reads every order line of the Superstore export", () => {
  const lines = superstoreLines();
  expect(lines.length).toBe(9_994);
  expect(new Set(lines.map((line) => line["Order ID"])).size).toBe(5_009);
  expect(new Set(lines.map((line) => line["Customer ID"])).size).toBe(793);
});
