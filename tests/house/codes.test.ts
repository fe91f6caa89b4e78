import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { gatherCodes, renderCodesPage } from "../../scripts/codes-page.mjs";
import { root } from "../support/checkout.js";

const rooms = await gatherCodes(async (path) => {
  const file = join(root, "src", `${path}.ts`);
  return existsSync(file) ? import(/* @vite-ignore */ file) : undefined;
});

describe.each(rooms)("codes of $room", ({ room, errors, refusals, reasons, en, zhCN }) => {
  const codes = [...errors, ...refusals, ...reasons];

  test("are written as the house writes them", () => {
    expect([...errors, ...refusals].filter((code) => !/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/.test(code))).toEqual([]);
    expect(reasons.filter((code) => !new RegExp(`^${room}\\.[a-z0-9]+(-[a-z0-9]+)*$`).test(code))).toEqual([]);
  });

  const whenWorded = Object.keys(en).length > 0 ? test : test.skip;
  whenWorded("have words in every language, with the same parameters", () => {
    for (const code of codes) {
      expect(en[code], `${code} in English`).toBeTypeOf("string");
      expect(zhCN[code], `${code} in Chinese`).toBeTypeOf("string");
      expect(parametersOf(zhCN[code]), code).toEqual(parametersOf(en[code]));
    }
  });
});

test("no two rooms use one code", () => {
  const all = rooms.flatMap(({ errors, refusals, reasons }) => [...new Set([...errors, ...refusals, ...reasons])]);
  expect(all.filter((code, index) => all.indexOf(code) !== index)).toEqual([]);
});

test("the page of all codes is up to date (`npm run docs` writes it)", () => {
  expect(readFileSync(join(root, "docs/reference/codes.md"), "utf8")).toBe(renderCodesPage(rooms));
});

/** The names in a template: `{days} {days|day|days} late` has `days`. */
const parametersOf = (template = ""): string[] => [
  ...new Set([...template.matchAll(/\{(\w+(?:\.[A-Za-z_]\w*)*)[^}]*\}/g)].map((match) => match[1] as string).sort()),
];
