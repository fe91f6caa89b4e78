import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { firstSentence, publicFunctions, renderLlms } from "../../scripts/llms.mjs";
import { root } from "../support/checkout.js";

const rooms = publicFunctions();

describe("llms.txt", () => {
  it("is up to date (`npm run format` writes it)", () => {
    const read = (file: string): string => readFileSync(join(root, file), "utf8");
    expect(read("llms.txt")).toBe(renderLlms(rooms, read("AGENTS.md")));
  });

  it.each(rooms)(
    "names every value of $room, its functions with signature and sentence",
    async ({ room, functions, values }) => {
      const exported = Object.entries(await import(`../../src/${room}/index.ts`));
      const isPlainFunction = ([, value]: [string, unknown]): boolean =>
        typeof value === "function" && !/^class /.test(String(value));
      const callable = exported.filter(isPlainFunction).map(([name]) => name);
      expect(functions.map(({ name }) => name).sort()).toEqual(callable.sort());
      expect([...callable, ...values].sort()).toEqual(exported.map(([name]) => name).sort());
      for (const { name, signatures, sentence } of functions) {
        expect(
          signatures.every((signature) => signature.startsWith(name) && /\): \S/.test(signature)),
          name,
        ).toBe(true);
        expect(sentence.length, name).toBeGreaterThan(20);
      }
    },
  );

  it.each([
    ["One. Then more words follow here. And more.", "One. Then more words follow here."],
    ["The day number (H. Hinnant, 2014) of a date. More.", "The day number (H. Hinnant, 2014) of a date."],
    ["Reads a {@link Transaction } at scale 2.5 or finer. More.", "Reads a Transaction at scale 2.5 or finer."],
    ["A first sentence that never ends", "A first sentence that never ends"],
  ])("takes the first sentence of %j", (text, sentence) => {
    expect(firstSentence(text)).toBe(sentence);
  });
});
