import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { gatherCodes } from "../../scripts/codes-page.mjs";
import { type Catalogue, describeReasons } from "../../src/core/index.js";
import * as labels from "../../src/labels/index.js";
import { root } from "../support/checkout.js";

const languages: readonly (readonly [locale: string, catalogue: Catalogue])[] = [
  ["en", labels.en],
  ["zh-CN", labels.zhCN],
];
const rooms = await gatherCodes(async (path) => {
  const file = join(root, "src", `${path}.ts`);
  return existsSync(file) ? import(/* @vite-ignore */ file) : undefined;
});

const slotsOf = (template: string): readonly string[] =>
  [...template.matchAll(/\{(\w+(?:\.[A-Za-z_]\w*)*)/g)].map(([, slot]) => slot as string);

const sourceOf = (room: string, file: "errors" | "reasons"): string => {
  const path = join(root, "src", room, `${file}.ts`);
  return existsSync(path) ? readFileSync(path, "utf8") : "";
};

/** The line of a code with the comment lines right above it: that is where a reason's parameters are named. */
function commentOf(code: string, source: string): string {
  const lines = source.split("\n");
  const at = lines.findIndex((line) => line.includes(`"${code}"`));
  let from = at;
  while (/^\s*(\/\/|\/?\*)/.test(lines[from - 1] ?? "")) from--;
  return lines.slice(from, at + 1).join("\n");
}

/** Renders a code with one value for each slot that something can fill; a brace that stays is a slot that nothing can. */
function render(code: string, catalogue: Catalogue, fillable: (slot: string) => boolean, value: number): string {
  expect(Object.hasOwn(catalogue, code), `${code} has no words`).toBe(true);
  const slots = slotsOf(catalogue[code] as string).filter(fillable);
  const [sentence] = describeReasons(
    [{ code, params: Object.fromEntries(slots.map((slot) => [slot, value])) }],
    catalogue,
  );
  return sentence as string;
}

describe.each(languages)("the words in %s", (locale, catalogue) => {
  it.each(rooms)("render every code that $room throws or refuses with", ({ room, errors, refusals }) => {
    const source = sourceOf(room, "errors");
    // An error has the fields of an issue, a refusal has those of its own interface.
    const isField = (slot: string): boolean =>
      ["path", "received", "expected", "hint"].includes(slot) || source.includes(`readonly ${slot}:`);
    for (const code of [...errors, ...refusals]) {
      expect(render(code, catalogue, isField, 7), code).toMatch(/^[^{}|]{2,}$/);
    }
  });

  it.each(rooms)("render every reason of $room from the parameters that its comment names", ({ room, reasons }) => {
    const source = sourceOf(room, "reasons");
    for (const code of reasons) {
      const comment = commentOf(code, source);
      const isNamed = (slot: string): boolean => new RegExp(`\\b${slot.replaceAll(".", "\\.")}\\b`).test(comment);
      for (const count of [1, 2]) expect(render(code, catalogue, isNamed, count), code).toMatch(/^[^{}|]{2,}$/);
    }
  });

  it("are all in the catalogue, each once", async () => {
    const folder = join(root, "src/labels", locale);
    const files = readdirSync(folder).filter((file) => file !== "index.ts");
    const parts = await Promise.all(files.map(async (file) => Object.values(await import(join(folder, file)))));
    const keys = parts.flat().flatMap((words) => Object.keys(words as Catalogue));
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
    expect([...keys].sort()).toEqual(Object.keys(catalogue).sort());
  });

  it("stand for codes that some room has", () => {
    const codes = new Set(rooms.flatMap(({ errors, refusals }) => [...errors, ...refusals]));
    expect(Object.keys(catalogue).filter((key) => /^[A-Z]/.test(key) && !codes.has(key))).toEqual([]);
  });
});

it("are the same in every language, codes and other words alike, but what is expected, which is English in the source", () => {
  const keys = (catalogue: Catalogue): readonly string[] =>
    Object.keys(catalogue)
      .filter((key) => !key.startsWith("expected:"))
      .sort();
  expect(keys(labels.zhCN)).toEqual(keys(labels.en));
});

it("covers every language that is shipped, and codes of more than one room", () => {
  expect(Object.values(labels)).toEqual(languages.map(([, catalogue]) => catalogue));
  expect(rooms.map(({ room }) => room)).toEqual(expect.arrayContaining(["core", "ledger", "math", "model"]));
});
