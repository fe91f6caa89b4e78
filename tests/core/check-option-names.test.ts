import { ClienteleError, checkOptionNames, describeIssues, optionNameIssues } from "clientele/core";
import { en, zhCN } from "clientele/labels";
import { describe, expect, it } from "vitest";

const refusal = (options: unknown, code?: string): ClienteleError => {
  try {
    checkOptionNames(options, ["minGaps", "priorGaps"], code);
  } catch (error) {
    if (error instanceof ClienteleError) return error;
  }
  throw new Error("nothing was refused");
};

describe("the names of options", () => {
  it("lets through what is known, whatever its value, and no options at all", () => {
    expect(() => checkOptionNames({}, ["minGaps"])).not.toThrow();
    expect(() => checkOptionNames({ minGaps: "x", priorGaps: undefined }, ["minGaps", "priorGaps"])).not.toThrow();
    expect(() => checkOptionNames(Object.create(null), [])).not.toThrow();
  });

  it("names every unknown one and what was most likely meant", () => {
    const { code, path, expected, received, hint, issues } = refusal({ minGap: 2, colour: 1 });
    expect({ code, path, expected, received, hint }).toEqual({
      code: "INVALID_OPTIONS",
      path: ["minGap"],
      expected: "one of minGaps, priorGaps",
      received: '"minGap"',
      hint: 'Did you mean "minGaps"?',
    });
    expect(issues?.map((issue) => [issue.path, issue.hint])).toEqual([
      [["minGap"], 'Did you mean "minGaps"?'],
      [["colour"], undefined],
    ]);
  });

  it("takes no name from the prototype", () => {
    expect(refusal({ constructor: 1 }).path).toEqual(["constructor"]);
    expect(refusal(JSON.parse('{"__proto__":1}')).path).toEqual(["__proto__"]);
  });

  it.each([[5], ["minGaps"], [null], [undefined], [[]], [true], [() => 1]])(
    "refuses %s, which has no options",
    (given) => {
      expect(refusal(given)).toMatchObject({
        code: "INVALID_OPTIONS",
        path: [],
        expected: "options by name: minGaps, priorGaps",
      });
    },
  );

  it("takes the code of the room", () => {
    expect(refusal(5, "INVALID_SPEC").code).toBe("INVALID_SPEC");
    expect(refusal({ a: 1 }, "INVALID_SPEC").issues?.[0]?.code).toBe("INVALID_SPEC");
    expect(optionNameIssues({ a: 1 }, [], "INVALID_SPEC")).toHaveLength(1);
  });

  it("says where the options stand", () => {
    expect(optionNameIssues({ a: 1 }, [], undefined, ["weights"])[0]?.path).toEqual(["weights", "a"]);
    expect(() => checkOptionNames(5, ["a"], undefined, ["weights"])).toThrowError(
      expect.objectContaining({ path: ["weights"] }),
    );
  });

  it("has words in both languages", () => {
    const issues = optionNameIssues({ minGap: 2 }, ["minGaps"]);
    expect(describeIssues(issues, en)).toEqual(['"minGap" at minGap is not an option here: expected one of minGaps']);
    expect(describeIssues(issues, zhCN)).toEqual(['minGap 的 "minGap" 不是这里的选项：应为 one of minGaps']);
  });
});
