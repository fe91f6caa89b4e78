// Writes docs/reference/practices.md and practices.zh-CN.md from practices.json: what customer management asks for, what it
// means here, the functions, and where to see them. `npm run docs` runs it; tests/docs/practices.test.ts holds the pages to the file.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const at = (path) => new URL(`../${path}`, import.meta.url);

export const readPractices = () => JSON.parse(readFileSync(at("docs/reference/practices.json"), "utf8"));

/** A row that says why is out of scope; another without functions waits; one that says what it lacks is done in part. */
export const stateOf = ({ functions, waits, outside }) =>
  outside !== undefined ? "outside" : functions.length === 0 ? "waiting" : waits === undefined ? "done" : "partly";

/** How many rows stand in each state. */
export function countStates(rows) {
  const count = (state) => rows.filter((row) => stateOf(row) === state).length;
  return { done: count("done"), partly: count("partly"), waiting: count("waiting"), outside: count("outside") };
}

const words = {
  en: {
    title: "Practices",
    about: `What customer management asks for, practice by practice: what it means here, the functions, and a guide or example. Where none is named, the
example stands in the function's own documentation. The practices are those that guides to wholesale and retail, target customers, foreign
trade, channels and low-profit customers name; the measures behind them are the field's, as this library computes them. A row is **done**, done
**in part** (and then says what is missing), **waiting**, or **out of scope** (and then says why).`,
    other: "[中文](practices.zh-CN.md)",
    head: "| | practice | what it means here | functions | see |",
    totals: (n) => `${n.done} done, ${n.partly} in part, ${n.waiting} waiting, ${n.outside} out of scope`,
    states: { done: "done", partly: "in part", waiting: "waiting", outside: "out of scope" },
    lacks: "Missing:",
    outside: "Outside a library",
    outsideAbout: "These are work for people and systems; nothing here computes them.",
    stop: ".",
    between: " ",
  },
  zhCN: {
    title: "客户管理实践",
    about: `客户管理要求做什么：逐项说明在本库中的含义、对应的函数，以及可参考的指南或示例。未列出指南或示例的，示例写在函数自己的文档里。
这些实践取自批发与零售、目标客户、外贸客户分类、客户渠道和低利润客户五类管理文章；背后的度量是业内通行的，按本库的算法计算。
每一行的状态是**已完成**、**部分完成**（并写明缺什么）、**待做**或**不在范围内**（并写明原因）。`,
    other: "[English](practices.md)",
    head: "| | 实践 | 在本库中的含义 | 函数 | 参见 |",
    totals: (n) => `已完成 ${n.done} 项，部分完成 ${n.partly} 项，待做 ${n.waiting} 项，不在范围内 ${n.outside} 项`,
    states: { done: "已完成", partly: "部分完成", waiting: "待做", outside: "不在范围内" },
    lacks: "尚缺：",
    outside: "不属于库的工作",
    outsideAbout: "这些是人和系统的工作，本库不计算。",
    stop: "。",
    between: "",
  },
};

/** The page in a language, `en` or `zhCN`. */
export function renderPractices({ chapters, outside }, language) {
  const say = words[language];
  const total = countStates(chapters.flatMap(({ rows }) => rows));
  const parts = chapters.map(({ title, rows }) => {
    const lines = rows.map((row) => lineOf(row, language)).join("\n");
    return `## ${title[language]}\n\n${say.totals(countStates(rows))}\n\n${say.head}\n|---|---|---|---|---|\n${lines}\n`;
  });
  const left = outside.map(({ id, practice }) => `- ${id} ${practice[language]}`).join("\n");
  return `---
title: ${say.title}
group: Reference
---

# ${say.title}

${say.other}

${say.about}

**${say.totals(total)}${say.stop}**

${parts.join("\n")}
## ${say.outside}

${say.outsideAbout}

${left}
`;
}

function lineOf(row, language) {
  const say = words[language];
  const state = stateOf(row);
  const lacks = state === "partly" ? `${say.lacks}${say.between}${row.waits[language]}` : row.outside?.[language];
  const more = lacks === undefined ? "" : `${say.between}${lacks}`;
  const functions = row.functions.map((name) => `\`${name}\``).join(" ");
  const cells = [
    `${row.id} ${say.states[state]}`,
    row.practice[language],
    `${row.means[language]}${more}`,
    functions,
    linkOf(row.see, language),
  ];
  return `| ${cells.map((cell) => cell || "–").join(" | ")} |`;
}

/** A guide is a link, to its Chinese page where it has one; examples stand in a clone alone and are named by their path. */
function linkOf(see, language) {
  if (see === undefined) return "";
  if (!see.endsWith(".md")) return `\`${see}\``;
  const chinese = see.replace(/\.md$/, ".zh-CN.md");
  const file = language === "zhCN" && existsSync(at(chinese)) ? chinese : see;
  const text = readFileSync(at(file), "utf8");
  const title = /^title: (.+)$/m.exec(text)?.[1] ?? /^# (.+)$/m.exec(text)?.[1];
  return `[${title}](${file.startsWith("docs/") ? file.replace("docs/", "../") : `../../${file}`})`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const practices = readPractices();
  writeFileSync(at("docs/reference/practices.md"), renderPractices(practices, "en"));
  writeFileSync(at("docs/reference/practices.zh-CN.md"), renderPractices(practices, "zhCN"));
}
