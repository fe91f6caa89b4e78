// Writes docs/reference/benchmarks.md from benchmarks.json, which `npm run bench -- --keep` writes. A goal that was missed has its
// reason in bench/reasons.json; tests/docs/benchmarks.test.ts holds the page to both.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const at = (path) => new URL(`../${path}`, import.meta.url);
const read = (path) => JSON.parse(readFileSync(at(path), "utf8"));

export const readBenchmarks = () => ({
  ...read("docs/reference/benchmarks.json"),
  reasons: read("bench/reasons.json"),
});

export function renderBenchmarks({ machine, results, reasons }) {
  return `---
title: Benchmarks
group: Reference
---

# Benchmarks

Figures of one machine: ${machine.cpus} × ${machine.model}, ${machine.memoryGB} GB, Node ${machine.node}. Take your own with \`npm run bench\`; ratios travel better than milliseconds. Each
contender runs in a process of its own and must come to the same result. Warm and cold are medians; a goal that was missed is shown as missed, with the reason.

同一台机器上的数字；请用 \`npm run bench\` 自己测。每个参测工具在独立进程中运行，结果必须一致。未达到的目标照实列出，并附原因。

${results.map((result) => section(result, reasons)).join("\n")}`;
}

function section({ suite, title, size, rows, recorded, goals, busy }, reasons) {
  const lines = rows.map(
    ({ contender, warm, cold, cpu, ratio, peak, agrees }) =>
      `| ${contender} | ${warm} | ${cold} | ${cpu} | ${ratio} | ${peak} | ${agrees ? "same" : "**differs**"} |\n`,
  );
  const said = goals.map(({ goal, measured, ok }) =>
    ok
      ? `- met: ${goal} (${measured})\n`
      : `- **missed**: ${goal} (${measured}). ${reasons[suite]?.[goal] ?? unexplained(busy)}\n`,
  );
  const others = recorded.map(
    ({ name, ms }) => `- recorded elsewhere, not timed here: ${name}, ${ms.toLocaleString("en")} ms\n`,
  );
  const list = [...said, ...others].join("");
  return `## ${title}, ${size.toLocaleString("en")}
${busy ? "\nTaken while the machine had other work: too slow rather than too fast.\n" : ""}
| contender | warm ms | cold ms | CPU ms | ratio | peak MB | result |
|---|---:|---:|---:|---:|---:|---|
${lines.join("")}${list === "" ? "" : `\n${list}`}`;
}

const unexplained = (busy) => (busy ? "The machine had other work." : "");

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(at("docs/reference/benchmarks.md"), renderBenchmarks(readBenchmarks()));
