import { describe, expect, test } from "vitest";
import { root } from "../support/checkout.js";
import { type DocBlock, docBlocks } from "./doc-blocks.js";
import { runBlock } from "./run-block.js";

/** `clientele/core` as a user's bundler would find it, here straight from src. */
const load = (specifier: string): Promise<object> =>
  import(/* @vite-ignore */ specifier.replace(/^clientele(\/\w+)?$/, `${root}src$1/index.ts`));

const allBlocks = docBlocks();
const files = [...new Set(allBlocks.map((block) => block.file))];

describe.each(files)("%s", (file) => {
  const blocks = allBlocks.filter((block) => block.file === file);
  let before: readonly DocBlock[] = [];
  for (const block of blocks) {
    const chain = block.marks.includes("continued") ? [...before, block] : [block];
    before = chain;
    if (block.marks.includes("not-run")) continue;
    test(`line ${block.line}`, async () => {
      // What came before in a chain is one line here, so that line numbers are the block's own.
      const preamble = chain.slice(0, -1).map((earlier) => withoutClaims(earlier.code));
      const where = (line: number): string => `${block.file}:${block.line + line - lines(preamble)}`;
      const { checked, printed } = await runBlock([...preamble, block.code].join("\n"), load, where);
      if (block.output !== undefined) expect(printed, where(0)).toBe(block.output);
      expect(checked + (block.output === undefined ? 0 : 1), `${where(0)} claims nothing`).toBeGreaterThan(0);
    });
  }
});

const withoutClaims = (code: string): string => code.replace(/ \/\/ (=>|≈) .*$/gm, "");
const lines = (codes: readonly string[]): number => codes.join("\n").split("\n").length - (codes.length === 0 ? 1 : 0);

test("the documentation has examples", () => {
  expect(files.length).toBeGreaterThan(5);
});
