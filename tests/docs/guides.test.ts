import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../support/checkout.js";

const folder = join(root, "docs/guides");
const files = readdirSync(folder);
const read = (file: string): string => readFileSync(join(folder, file), "utf8");
const blocksOf = (text: string): readonly string[] => text.match(/^```[\s\S]*?^```$/gm) ?? [];
const headingsOf = (text: string): readonly string[] => text.match(/^##+ /gm) ?? [];

describe.each(files.filter((file) => file.endsWith(".zh-CN.md")))("%s", (chinese) => {
  const english = chinese.replace(".zh-CN", "");

  it("has the code and the parts of the English guide", () => {
    expect(blocksOf(read(chinese))).toEqual(blocksOf(read(english)));
    expect(headingsOf(read(chinese))).toEqual(headingsOf(read(english)));
  });

  it("and its English each lead to the other", () => {
    expect(read(chinese)).toContain(`[English](${english})`);
    expect(read(english)).toContain(`[中文](${chinese})`);
  });
});

it("every guide is there in both languages", () => {
  const english = files.filter((file) => !file.endsWith(".zh-CN.md"));
  expect(files.filter((file) => file.endsWith(".zh-CN.md"))).toEqual(
    english.map((file) => file.replace(".md", ".zh-CN.md")),
  );
});

it.each([
  ["reading data", "reading-your-data"],
  ["RFM", "rfm"],
  ["lifecycle", "lifecycle"],
  ["segmentation", "segments-that-people-believe"],
  ["value", "lifetime-value-in-five-minutes"],
  ["churn", "churn-rules-you-can-defend"],
  ["loyalty", "launch-a-points-programme"],
  ["referral", "a-referral-programme-that-does-not-leak"],
  ["the calendar", "calendar"],
])("%s has a guide", (_, name) => {
  expect(files).toContain(`${name}.md`);
});

it("a Chinese page leads to Chinese guides, but for its English self", () => {
  const astray = files
    .filter((file) => file.endsWith(".zh-CN.md"))
    .flatMap((file) =>
      [...read(file).matchAll(/\[(.+?)\]\(([\w-]+)\.md\)/g)].filter(([, words]) => words !== "English"),
    );
  expect(astray).toEqual([]);
});
