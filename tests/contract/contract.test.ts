import { describe, expect, test } from "vitest";
import { departures, given, taken } from "./border-types.js";
import { readSnippets } from "./read-snippets.js";
import { virtualProgram } from "./virtual-program.js";

const snippets = readSnippets();

/** Snippets that have compiled on main. One that is here may never wait again. */
const arrived: readonly string[] = ["2", "14"];

/** `Known<number>` of the contract, or of ours; without the members in which we depart. */
const named = (side: "contract" | "ours", type: string): string => {
  const members = departures[nameOf(type)]?.members;
  return members === undefined
    ? `${side}.${type}`
    : `Omit<${side}.${type}, ${members.map((key) => `"${key}"`).join(" | ")}>`;
};
const nameOf = (type: string): string => type.replace(/<.*/, "");
const borderTypes = [
  ...taken.map((type) => ({ type, check: `(value: ${named("contract", type)}): ${named("ours", type)} => value` })),
  ...given.map((type) => ({ type, check: `(value: ${named("ours", type)}): ${named("contract", type)} => value` })),
];
const border = [
  'import type * as contract from "./contract.js"; import type * as ours from "./rooms.js";',
  ...borderTypes.map(({ check }, index) => `export const check${index} = ${check};`),
];
const wrong = [
  'import { parseDay } from "./rooms.js";',
  "parseDay(3);",
  "// @ts-expect-error nothing is wrong here",
  'parseDay("2026-04-01");',
];
const program = virtualProgram(
  new Map([
    ...snippets.map(({ number, code }): [string, string] => [`snippet-${number}.ts`, code]),
    ["border.ts", border.join("\n")],
    ["wrong.ts", wrong.join("\n")],
  ]),
);

test("what does not compile, or should not and does, is seen", () => {
  expect(program.complaints("wrong.ts").map((complaint) => complaint.split(":")[0])).toEqual(["2", "3"]);
});

describe("the contract's snippets", () => {
  test("are all there, and stand alone", () => {
    expect(snippets.map(({ number }) => number).join(" ")).toBe("1 2 3 4 4b 5 6 7 8 9 10 11 13 14 15");
  });

  for (const { number, title, exports } of snippets) {
    const missing = exports.filter((name) => !program.exports.has(name));
    if (missing.length === 0 || arrived.includes(number)) {
      test(`${number} ${title}: compiles`, () => {
        expect(program.complaints(`snippet-${number}.ts`)).toEqual([]);
      });
    } else test.skip(`${number} ${title}: waits for ${missing.join(", ")}`);
  }
});

describe("the contract's types", () => {
  const complaints = program.complaints("border.ts");
  borderTypes.forEach(({ type, check }, index) => {
    const name = nameOf(type);
    const departure = departures[name];
    if (!program.exports.has(name)) test.skip(`${name} waits`);
    else if (departure !== undefined && departure.members === undefined) test.skip(`${name} departs: ${departure.why}`);
    else {
      test(check, () => {
        expect(complaints.filter((complaint) => complaint.startsWith(`${index + 2}:`))).toEqual([]);
      });
    }
  });
});
