// Writes src/core/occasions/chinese-year-words.ts from the devDependency lunar-typescript; with --check it only compares.
//   node scripts/chinese-year-words.mjs --check
import { readFileSync, writeFileSync } from "node:fs";
import { LunarYear } from "lunar-typescript";

const file = new URL("../src/core/occasions/chinese-year-words.ts", import.meta.url);

/** Four base-36 digits: `leapMonth << 13 | bits`, bit i set when the i-th month of the year has 30 days. */
function wordOf(year) {
  const months = LunarYear.fromYear(year).getMonthsInYear();
  const bits = months.reduce((sum, month, i) => sum | (month.getDayCount() === 30 ? 1 << i : 0), 0);
  return ((LunarYear.fromYear(year).getLeapMonth() << 13) | bits).toString(36).padStart(4, "0");
}

const words = Array.from({ length: 201 }, (_, i) => wordOf(1900 + i));
const decades = [];
for (let i = 0; i < words.length; i += 20) decades.push(`  "${words.slice(i, i + 20).join("")}"`);

const source = `/**
 * The Chinese years 1900 to 2100, one word of four base-36 digits each: \`leapMonth << 13 | bits\`, where bit i is set when the i-th
 * month of the year, the leap month in its place, has 30 days. Written by scripts/chinese-year-words.mjs; do not edit.
 */
export const chineseYearWords: string =
${decades.join(" +\n")};
`;

if (!process.argv.includes("--check")) {
  writeFileSync(file, source);
  console.log(`wrote ${words.length} years`);
} else if (readFileSync(file, "utf8") === source) {
  console.log(`${words.length} Chinese years are those of lunar-typescript`);
} else {
  console.error(
    "src/core/occasions/chinese-year-words.ts differs from lunar-typescript: run node scripts/chinese-year-words.mjs",
  );
  process.exitCode = 1;
}
