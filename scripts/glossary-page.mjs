// Writes docs/reference/glossary.md from glossary.json. A term with a label takes its words from the shipped catalogues, so page
// and product say the same. `npm run docs` runs it after a build; tests/docs/glossary.test.ts holds the page to both.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const at = (path) => new URL(`../${path}`, import.meta.url);

export const readGlossary = () => JSON.parse(readFileSync(at("docs/reference/glossary.json"), "utf8"));

/** The page; `catalogues` is `{ en, zhCN }` of the labels. */
export function renderGlossary({ chapters, families }, catalogues) {
  const parts = chapters.map(({ title, terms }) => {
    const rows = terms.map(({ label, term = wordsOf(label, catalogues), means }) =>
      rowOf(term.en, term.zhCN, means.en, means.zhCN, label),
    );
    return `## ${title.en} · ${title.zhCN}\n\n${head}${rows.join("")}`;
  });
  const listed = families.map(({ title, family }) => {
    const labels = Object.keys(catalogues.en).filter((code) => code.startsWith(`${family}.`));
    const rows = labels.map((label) => {
      const { en, zhCN } = wordsOf(label, catalogues);
      return `| ${en} | ${zhCN} | \`${label}\` |\n`;
    });
    return `## ${title.en} · ${title.zhCN}\n\n| English | 中文 | label |\n|---|---|---|\n${rows.join("")}`;
  });
  return `---
title: Glossary 术语表
group: Reference
---

# Glossary · 术语表

The terms of this library in English and Chinese. Where a label is named, the words are those of the catalogues \`en\` and \`zhCN\`, which your customers see.

本库用语的中英对照。列出标签的，用词与 \`en\`、\`zhCN\` 文案目录一致，即客户看到的文字。

${[...parts, ...listed].join("\n")}`;
}

const head = "| English | 中文 | meaning | 含义 | label |\n|---|---|---|---|---|\n";
const rowOf = (en, zhCN, means, meansZh, label) =>
  `| ${en} | ${zhCN} | ${means} | ${meansZh} | ${label === undefined ? "–" : `\`${label}\``} |\n`;

function wordsOf(label, { en, zhCN }) {
  if (!Object.hasOwn(en, label) || !Object.hasOwn(zhCN, label)) throw new Error(`no words for the label ${label}`);
  return { en: en[label], zhCN: zhCN[label] };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const catalogues = await import(at("dist/labels/index.js").href);
  writeFileSync(at("docs/reference/glossary.md"), renderGlossary(readGlossary(), catalogues));
}
