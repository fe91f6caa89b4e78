import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { gatherCodes } from "../../scripts/codes-page.mjs";
import { describeIssues, describeReasons, type Issue, isClienteleError } from "../../src/core/index.js";
import { checkOptions, finite, listOf, refusal, satisfying, whole } from "../../src/core/shared.js";
import { zhCN } from "../../src/labels/index.js";
import { root } from "../support/checkout.js";
import { expectedPhrases } from "./support/expected-phrases.js";

const rooms = await gatherCodes(async (path) => {
  const file = join(root, "src", `${path}.ts`);
  return existsSync(file) ? import(/* @vite-ignore */ file) : undefined;
});

/** Names of the field and of the library, which are written alike in every language. */
const NAMES =
  /\b(true|false|RFM|AUC|JSON|IP|ISO 8601|ISO 4217|IANA|UTC|Date|Map|Promise|orMissing|backtestChurn|factsAt|expiryNoticeWindow)\b/g;

/** What is left in Latin letters once quoted texts, names in code and values are taken out. */
function englishIn(sentence: string, values: readonly string[] = []): readonly string[] {
  const bare = values.reduce((text, value) => text.replaceAll(value, ""), sentence);
  const words = bare
    .replace(/["“{][^"”}]*["”}]/g, "")
    .replace(NAMES, "")
    .match(/[A-Za-z]{2,}(?:[-.]?\w+)*/g);
  return words ?? [];
}

/** One value for every slot of a template. */
const paramsOf = (template: string): Record<string, number> =>
  Object.fromEntries([...template.matchAll(/\{(\w+(?:\.[A-Za-z_]\w*)*)/g)].map(([, slot]) => [slot as string, 7]));

it.each(rooms)("an error of every code of $room is Chinese to the end", ({ errors, refusals, reasons }) => {
  for (const code of errors) {
    const issue = { code, path: ["rows", 3], expected: "a whole number from 1 to 9", received: "nothing" };
    const [sentence] = describeIssues([issue], zhCN);
    expect(englishIn(sentence as string, ["rows[3]"]), sentence).toEqual([]);
    expect(sentence).not.toMatch(/\p{Script=Han} \p{Script=Han}|[,;:]\p{Script=Han}|\p{Script=Han}[,;:!?()]/u);
  }
  for (const code of [...refusals, ...reasons]) {
    const [sentence] = describeReasons([{ code, params: paramsOf(zhCN[code] as string) }], zhCN);
    expect(englishIn(sentence as string, ["recency-monetary-7"]), sentence).toEqual([]);
    expect(sentence).not.toMatch(/\p{Script=Han} \p{Script=Han}|[,;:]\p{Script=Han}|\p{Script=Han}[,;:!?()]/u);
  }
});

/** Words that are names of options, types and codes themselves. */
const isOneName = (text: string): boolean => /^[\w"#.-]*$/.test(text);

/** Bounds are put together from parts (see below), and one checker has hints where others have what they expect. */
const OTHERS = ["a whole number7", "a finite number7", "a 7", "Write bands lowest first"];

it("what is expected is said in Chinese, for every text in the source", () => {
  const texts = [...expectedPhrases()].map(([text, file]) => [text.replace(/X\d/g, "7"), file] as const);
  const phrases = Object.fromEntries(Object.entries(zhCN).filter(([key]) => key.startsWith("expected:")));
  const issues = texts.map(([expected]): Issue => ({ code: "A", path: [], expected, received: "7" }));
  const said = describeIssues(issues, { ...phrases, A: "{expected}" });
  const english = texts.filter(
    ([text], at) =>
      !isOneName(text) && !OTHERS.includes(text) && [text, zhCN["expected:"]].includes(said[at] as string),
  );
  expect(english).toEqual([]);
  expect(texts.length).toBeGreaterThan(300);
});

it("bounds, lists and names of rules are said in Chinese", () => {
  const said = (options: object): readonly string[] => {
    try {
      checkOptions(options as { a: number; b: number; c: number; d: string }, {
        a: whole({ from: 1, to: 9 }),
        b: finite({ above: 0, below: 1 }),
        c: listOf(whole(), 2),
        d: satisfying("a shape that nobody has words for", () => false),
      });
    } catch (error) {
      if (isClienteleError(error)) return describeIssues(error.issues, zhCN);
    }
    return [];
  };
  expect(said({ a: 0, b: 1, c: [], d: undefined, e: 1 })).toEqual([
    'e 的 "e" 不是这里的选项：应为以下之一：a、b、c、d',
    "a 的 0 不是这里的选项：应为 1 到 9 的整数",
    "b 的 1 不是这里的选项：应为大于 0 且小于 1 的有限数字",
    "c 的 [] 不是这里的选项：应为至少 2 项的列表",
  ]);
  expect(said({ d: 7 })).toEqual(["d 的 7 不是这里的选项：应为其他内容"]);
});

it("a text with no words of its own is said as it is where a catalogue has none for others", () => {
  const issue = refusal("A", [], "a shape that nobody has words for", undefined);
  expect(describeIssues([issue], { A: "{expected}, {received}" })).toEqual([
    "a shape that nobody has words for, nothing",
  ]);
});
