import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { node, root } from "../support/checkout.js";

const pages = ["README.md", "README.zh-CN.md"].filter((page) => existsSync(join(root, page)));

/** A shown output: `<!-- prints: node examples/x.mjs -->` and a text block, in which `…` stands for anything. */
const shown = /<!-- prints: node ([^\n]+?) -->\s*```text\n([\s\S]*?)\n```/g;

describe.each(pages)("what %s shows of a program's output", (page) => {
  const outputs = [...readFileSync(join(root, page), "utf8").matchAll(shown)];
  if (outputs.length === 0) test.skip("(it shows none)");
  for (const [, command = "", text = ""] of outputs) {
    test(`node ${command} prints it`, { timeout: 60_000 }, async () => {
      const printed = await node(root, command.split(" "));
      expect(printed.trimEnd()).toMatch(patternOf(text));
    });
  }
});

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** A line of `…` alone is any number of lines; inside a line it is anything up to the line's end. */
const patternOf = (text: string): RegExp => {
  const lines = text
    .split("\n")
    .map((line) => (line.trim() === "…" ? "(?:.*\\n)*?.*" : literally(line).replaceAll("…", ".*")));
  return new RegExp(`^${lines.join("\\n")}$`);
};

test("… stands for anything, and nothing else does", () => {
  expect("a (1)\nb\nc\nd 12 s").toMatch(patternOf("a (1)\n…\nd … s"));
  expect("a\nb").not.toMatch(patternOf("a\nc"));
  expect("a (1)\nd").not.toMatch(patternOf("a"));
});
