import { describe, expect, it } from "vitest";
import { en, zhCN } from "../../src/labels/index.js";
import { mathErrorCodes } from "../../src/math/index.js";

describe("the words of math", () => {
  it("stand in both languages for every error code, with slots that errors can fill", () => {
    for (const code of mathErrorCodes) {
      for (const words of [en[code], zhCN[code]]) {
        expect(words, code).toBeTruthy();
        for (const [, slot] of words!.matchAll(/\{(\w+)/g)) expect(["path", "received"]).toContain(slot);
      }
    }
  });
});
