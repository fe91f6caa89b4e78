import { describe, expect, it } from "vitest";
import { festivals } from "../../src/core/index.js";
import { en, zhCN } from "../../src/labels/index.js";

describe("the names of festivals", () => {
  it.each([
    ["en", en],
    ["zh-CN", zhCN],
  ])("are in the %s catalogue, one for each and no others", (_, catalogue) => {
    const named = Object.keys(catalogue).filter((key) => key.startsWith("core.festival."));
    expect(named.sort()).toEqual(
      Object.keys(festivals)
        .map((id) => `core.festival.${id}`)
        .sort(),
    );
    expect(new Set(named.map((key) => catalogue[key])).size).toBe(named.length);
  });
});
