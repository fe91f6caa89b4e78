import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { zhCN } from "../../src/labels/index.js";
import { root } from "../support/checkout.js";

const read = (file: string): string => readFileSync(join(root, file), "utf8");
const pages = ["guides", "reference"].flatMap((folder) =>
  readdirSync(join(root, "docs", folder))
    .filter((file) => file.endsWith(".zh-CN.md"))
    .map((file) => `docs/${folder}/${file}`),
);
/** Every Chinese text that a user can see: the catalogue by code, pages by line and cell without code, links and front matter. */
const proseOf = (markdown: string): readonly string[] =>
  markdown
    .replace(/^---[\s\S]*?^---$/m, "")
    .replace(/^```[\s\S]*?^```$/gm, "")
    .replace(/`[^`\n]*`/g, "x")
    .replace(/\]\([^)]*\)/g, "]")
    .replace(/<[^>]*>/g, "")
    .split(/[\n|]/)
    .map((text) => text.trim());
const texts: readonly (readonly [string, string])[] = [
  ...Object.entries(zhCN),
  ...["README.zh-CN.md", ...pages].flatMap((file) => proseOf(read(file)).map((line) => [file, line] as const)),
];
const where = (pattern: RegExp): readonly string[] =>
  texts.filter(([, text]) => pattern.test(text)).map(([place, text]) => `${place}: ${text.slice(0, 80)}`);

it("reads the catalogue and the pages", () => {
  expect(texts.length).toBeGreaterThan(1000);
  expect(pages.length).toBeGreaterThan(8);
});

describe("words", () => {
  it.each([
    ["最近消费", /近度/],
    ["消费频次", /频度/],
    ["消费金额", /额度/],
    ["未通过校验的行", /退回的行/],
    ["模块", /房间/],
    ["项目结构", /房子/],
    ["老带新", /转介绍/],
    ["超过 90 天", /\d 天以上|\d天/],
    ["回流客户", /赢回|挽回客户/],
    ["推荐码", /邀请码/],
    ["提成", /佣金/],
    ["终身价值", /生命周期价值/],
    ["文案目录", /词表/],
    ["RFM 命名表", /分群表/],
    ["30%", /\d %/],
  ])("%s, never what matches the other", (_, other) => {
    expect(where(other)).toEqual([]);
  });

  it.each([
    ["segmentation.measure.recency", "最近消费"],
    ["segmentation.measure.frequency", "消费频次"],
    ["segmentation.measure.monetary", "消费金额"],
    ["segmentation.segment.at-risk", "流失风险客户"],
    ["lifecycle.stage.at-risk", "有流失风险的客户"],
    ["segmentation.segment.cant-lose-them", "重要保持客户"],
    ["segmentation.segment.promising", "潜力客户"],
    ["lifecycle.stage.won-back", "回流客户"],
  ])("%s is %s", (code, word) => {
    expect(zhCN[code]).toBe(word);
  });
});

describe("marks", () => {
  it("are full-width beside Chinese characters", () => {
    expect(
      where(
        /\p{Script=Han}\s?[,;:!?]|[,;!?]\s?\p{Script=Han}|\p{Script=Han}\.(?:\s|$)|\p{Script=Han}\(|\)\p{Script=Han}/u,
      ),
    ).toEqual([]);
  });

  it("have no space between two Chinese characters, nor before or after a full-width mark", () => {
    expect(where(/\p{Script=Han} +\p{Script=Han}|[，。；：！？、（）“”] +\S|\S +[，。；：！？、）”]/u)).toEqual([]);
  });

  it("between Chinese and Latin letters or digits stands a space", () => {
    expect(where(/\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}/u)).toEqual([]);
  });
});
