import { readFileSync } from "node:fs";
import { join } from "node:path";
import { en, zhCN } from "clientele/labels";
import { expect, it } from "vitest";
import { readGlossary, renderGlossary } from "../../scripts/glossary-page.mjs";
import { root } from "../support/checkout.js";

const glossary = readGlossary();
const terms = glossary.chapters.flatMap((chapter) => chapter.terms);

it("says each term in both languages: by its own words, or by those of a label that exists", () => {
  for (const { term, label, means } of terms) {
    expect(term === undefined, JSON.stringify(term ?? label)).toBe(label !== undefined);
    expect(label === undefined || (Object.hasOwn(en, label) && Object.hasOwn(zhCN, label)), label).toBe(true);
    expect([term?.zhCN ?? "字", means.zhCN].every((text) => /[\p{Script=Han}]/u.test(text))).toBe(true);
  }
});

it("never says in words of its own what a label says: a term with a label names it", () => {
  const nouns = Object.keys(en).filter((code) => /^(lifecycle\.(stage|objective)|segmentation\.measure)\./.test(code));
  expect(nouns.filter((code) => !terms.some(({ label }) => label === code))).toEqual([]);
  const spoken = new Map(nouns.map((code) => [en[code]?.toLowerCase(), code]));
  expect(terms.filter(({ term }) => term !== undefined && spoken.has(term.en.toLowerCase()))).toEqual([]);
});

it("is up to date (`npm run docs` writes it)", () => {
  expect(readFileSync(join(root, "docs/reference/glossary.md"), "utf8")).toBe(renderGlossary(glossary, { en, zhCN }));
});
