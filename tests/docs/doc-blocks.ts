import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { root } from "../support/checkout.js";

/** One piece of code in the documentation. */
export interface DocBlock {
  /** Path from the checkout, and the line of the block's first line of code. */
  readonly file: string;
  readonly line: number;
  readonly code: string;
  /** Words after the language: `continued` goes on where the file's block before it stopped, `not-run` is shown only. */
  readonly marks: readonly string[];
  /** The text block that directly follows: what the code prints. */
  readonly output?: string | undefined;
}

/** A Chinese guide has the code of the English one, to the letter (guides.test.ts), so that running that is enough. */
const isTranslated = (file: string): boolean => /^docs.guides.+\.zh-CN\.md$/.test(file);

/** Every `@example` of src, and every ts block of the README files and guides. */
export function docBlocks(): DocBlock[] {
  const sources = filesUnder("src", ".ts").flatMap((file) => examplesOf(file, read(file)));
  const guides = ["README.md", "README.zh-CN.md", "AGENTS.md", ...filesUnder("docs", ".md")]
    .filter((file) => existsSync(join(root, file)) && !isTranslated(file))
    .flatMap((file) => fencedBlocksOf(file, read(file)));
  return [...sources, ...guides];
}

/** The `@example` bodies of a source text: the lines between the tag and the next tag or the comment's end. */
export function examplesOf(file: string, text: string): DocBlock[] {
  const blocks: DocBlock[] = [];
  const lines = text.split("\n");
  let open: { line: number; code: string[]; marks: readonly string[] } | undefined;
  lines.forEach((line, index) => {
    const ends = /^\s*\*\//.test(line) || /^\s*\* @/.test(line) || !/^\s*\*/.test(line);
    if (open !== undefined && ends) {
      blocks.push({ file, line: open.line, marks: open.marks, code: open.code.join("\n").trimEnd() });
      open = undefined;
    } else open?.code.push(line.replace(/^\s*\* ?/, "").replace(/^```.*$/, ""));
    const tag = /^\s*\* @example\b(.*)$/.exec(line);
    if (tag !== null) open = { line: index + 2, code: [], marks: words(tag[1]) };
  });
  return blocks;
}

/** The ```ts blocks of a Markdown text, each with the ```text block that follows it. */
export function fencedBlocksOf(file: string, text: string): DocBlock[] {
  const blocks: DocBlock[] = [];
  const fence = /^```(\w+)([^\n]*)\n([\s\S]*?)\n?^```$(?:\n+(?=^```text\n)^```text\n([\s\S]*?)\n^```$)?/gm;
  for (const match of text.matchAll(fence)) {
    const [, language, info, code = "", output] = match;
    if (language !== "ts") continue;
    const line = text.slice(0, match.index).split("\n").length + 1;
    blocks.push({ file, line, code, marks: words(info), output });
  }
  return blocks;
}

const words = (text = ""): string[] => text.split(/\s+/).filter((word) => word !== "");
const read = (file: string): string => readFileSync(join(root, file), "utf8");

function filesUnder(folder: string, extension: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(extension))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .sort();
}
