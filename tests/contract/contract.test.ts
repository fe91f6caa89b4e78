import { describe, expect, test } from "vitest";
import { readSnippets } from "./read-snippets.js";
import { virtualProgram } from "./virtual-program.js";

const snippets = readSnippets();

const wrong = [
  'import { parseDay } from "./rooms.js";',
  "parseDay(3);",
  "// @ts-expect-error nothing is wrong here",
  'parseDay("2026-04-01");',
];
const program = virtualProgram(
  new Map([
    ...snippets.map(({ number, code }): [string, string] => [`snippet-${number}.ts`, code]),
    ["wrong.ts", wrong.join("\n")],
  ]),
);

test("what does not compile, or should not and does, is seen", () => {
  expect(program.complaints("wrong.ts").map((complaint) => complaint.split(":")[0])).toEqual(["2", "3"]);
});

describe("the contract's snippets", () => {
  test("are all there, and stand alone", () => {
    expect(snippets.map(({ number }) => number).join(" ")).toBe(
      "1 2 3 4 4b 5 6 7 8 9 10 11 13 14 15 16 17 18 19 20 21 22 23 24 25 26",
    );
  });

  test.each(snippets)("$number $title: compiles", ({ number }) => {
    expect(program.complaints(`snippet-${number}.ts`)).toEqual([]);
  });
});
