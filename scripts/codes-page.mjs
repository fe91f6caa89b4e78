// Writes docs/reference/codes.md: every error and reason code of every room, in every shipped language.
// Run it after a build (`npm run docs` does); tests/house/codes.test.ts holds the page to the source.
import { existsSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { rooms } from "./exports.mjs";

/** Gathers what the rooms list; `load` imports a module by its path in src without extension, or gives undefined. */
export async function gatherCodes(load) {
  const gathered = [];
  for (const room of rooms()) {
    const listed = { ...(await load(`${room}/errors`)), ...(await load(`${room}/reasons`)) };
    const codesOf = (ending) =>
      Object.keys(listed)
        .filter((name) => name.endsWith(ending))
        .flatMap((name) => listed[name]);
    const words = async (locale) => Object.assign({}, ...Object.values((await load(`labels/${locale}/${room}`)) ?? {}));
    const codes = { errors: codesOf("ErrorCodes"), refusals: codesOf("RefusalCodes"), reasons: codesOf("ReasonCodes") };
    if (Object.values(codes).flat().length === 0) continue;
    gathered.push({ room, ...codes, en: await words("en"), zhCN: await words("zh-CN") });
  }
  return gathered;
}

/** The page as Markdown. */
export function renderCodesPage(gathered) {
  const chapters = gathered.map(({ room, errors, refusals, reasons, en, zhCN }) => {
    const table = (title, codes) => {
      const rows = codes.map(
        (code) => `| <a id="${code}"></a>\`${code}\` | ${cell(en[code])} | ${cell(zhCN[code])} |\n`,
      );
      return rows.length === 0 ? "" : `\n### ${title}\n\n| code | English | 中文 |\n|---|---|---|\n${rows.join("")}`;
    };
    return `\n## ${room}\n${table("Errors", errors)}${table("Refusals", refusals)}${table("Reasons", reasons)}`;
  });
  return `${head}${chapters.join("")}`;
}

const head = `---
title: Codes
group: Reference
---

# Codes

Every code that the library throws, returns or gives as a reason, room by room, with its words in the shipped catalogues.
Compare codes, never words. \`{name}\` is a parameter, \`{share.2}\` a number with two decimals, \`{count|order|orders}\` one of two
words by the number \`count\`, \`{stage@lifecycle.stage}\` the words that stand for the parameter under \`lifecycle.stage\`.
Written by \`npm run docs\`.
`;

const cell = (text = "–") => text.replaceAll("|", "\\|").replaceAll("\n", " ");

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const dist = new URL("../dist/", import.meta.url);
  const load = (path) => {
    const url = new URL(`${path}.js`, dist);
    return existsSync(url) ? import(url.href) : undefined;
  };
  writeFileSync(new URL("../docs/reference/codes.md", import.meta.url), renderCodesPage(await gatherCodes(load)));
}
