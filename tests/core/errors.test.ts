import { describe, expect, it } from "vitest";
import { ClienteleError, formatPath, type Issue, isClienteleError } from "../../src/core/index.js";

const issue = (path: readonly (string | number)[], hint?: string): Issue => ({
  code: "INVALID_DAY",
  path,
  expected: "a day",
  received: '"soon"',
  hint,
});

describe("ClienteleError", () => {
  it("says in its message where, what was expected, what came and how to mend it", () => {
    expect(new ClienteleError(issue(["rows", 3, "date"], "Write it as YYYY-MM-DD")).message).toBe(
      'INVALID_DAY at rows[3].date: expected a day, received "soon". Write it as YYYY-MM-DD',
    );
    expect(new ClienteleError(issue([])).message).toBe('INVALID_DAY: expected a day, received "soon"');
  });

  it("names every fault that was found at once, up to ten", () => {
    const faults = (count: number): Issue[] => Array.from({ length: count }, (_, row) => issue([row]));
    const linesOf = (count: number): string[] =>
      new ClienteleError({ ...issue([0]), issues: faults(count) }).message.split("\n");
    expect(linesOf(1)).toEqual(['INVALID_DAY at [0]: expected a day, received "soon"']);
    expect(linesOf(3).map((line) => line.slice(0, 18))).toEqual([0, 1, 2].map((row) => `INVALID_DAY at [${row}]`));
    expect(linesOf(10)).toHaveLength(10);
    expect(linesOf(12)).toHaveLength(11);
    expect(linesOf(12).at(-1)).toBe("… and 2 more");
  });

  it("is an Error with the parts as plain fields, absent where they were not given", () => {
    const error = new ClienteleError(issue(["date"]));
    expect(error).toBeInstanceOf(Error);
    expect(String(error)).toMatch(/^ClienteleError: INVALID_DAY at date/);
    expect({ ...error }).toStrictEqual({
      name: "ClienteleError",
      code: "INVALID_DAY",
      path: ["date"],
      expected: "a day",
      received: '"soon"',
      issues: [{ code: "INVALID_DAY", path: ["date"], expected: "a day", received: '"soon"' }],
    });
  });
});

describe("isClienteleError", () => {
  it("recognises the shape, also of another copy of the library", () => {
    const error = new ClienteleError(issue([]));
    const foreign = Object.assign(new Error("INVALID_DAY"), { name: "ClienteleError", code: "INVALID_DAY" });
    for (const candidate of [error, foreign, { ...foreign }]) {
      expect(isClienteleError(candidate)).toBe(true);
      expect(isClienteleError(candidate, "INVALID_DAY")).toBe(true);
      expect(isClienteleError(candidate, "INVALID_AMOUNT")).toBe(false);
    }
  });

  it.each([
    null,
    undefined,
    "ClienteleError",
    5,
    {},
    new Error("x"),
    { name: "ClienteleError" },
    { code: "INVALID_DAY" },
  ])("is false for %j", (other) => {
    expect(isClienteleError(other)).toBe(false);
  });
});

describe("formatPath", () => {
  it.each([
    [[], ""],
    [["rows", 3, "date"], "rows[3].date"],
    [[3], "[3]"],
    [["rows", 0, 1], "rows[0][1]"],
    [["ship date"], '["ship date"]'],
    [["客户", "级别"], "客户.级别"],
    [["a", "1st", "b"], 'a["1st"].b'],
    [['say "hi"'], '["say \\"hi\\""]'],
  ])("%j is %s", (path, text) => {
    expect(formatPath(path)).toBe(text);
  });
});
