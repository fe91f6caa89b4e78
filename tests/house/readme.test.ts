import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../support/checkout.js";

/** The rows `| you want | `call`, `call` | `clientele/room` |` of a README's table. */
function promisesOf(readme: string): { readonly room: string; readonly name: string }[] {
  const text = readFileSync(join(root, readme), "utf8");
  const rows = [...text.matchAll(/^\| [^|]+ \| ([^|]+) \| `clientele\/(\w+)` \|$/gm)];
  return rows.flatMap(([, calls = "", room = ""]) =>
    [...calls.matchAll(/`(\w+)`/g)].map(([, name = ""]) => ({ room, name })),
  );
}

describe.each(["README.md", "README.zh-CN.md"])("%s", (readme) => {
  const promises = promisesOf(readme);

  it("has a table of what one gets", () => {
    expect(promises.length).toBeGreaterThan(20);
  });

  it.each(promises)("promises $name of $room, which exists", async ({ room, name }) => {
    const exported = await import(`../../src/${room}/index.ts`);
    expect(exported[name]).toBeTypeOf("function");
  });
});

describe("says the same in both languages", () => {
  const texts = ["README.md", "README.zh-CN.md"].map((readme) => readFileSync(join(root, readme), "utf8"));
  /** Of the code, what does not depend on the country: a Chinese shop has other names, money and time zone. */
  const codeOf = (text: string): readonly string[] =>
    (text.match(/^```ts[\s\S]*?^```$/gm) ?? []).map((code) =>
      code
        .replace(/, \{ asOf: .*? \}/g, "")
        .replace(/"[^"]*"/g, '""')
        .replace(/zhCN|en\b/g, "")
        .replace(/CNY|USD|EUR/g, ""),
    );
  const proseOf = (text: string): string => text.replace(/^```[\s\S]*?^```$/gm, "");

  it.each([
    ["promises", () => ["README.md", "README.zh-CN.md"].map(promisesOf)],
    ["parts", () => texts.map((text) => (text.match(/^(?:#+|-|\d\.) /gm) ?? []).join())],
    ["code", () => texts.map(codeOf)],
    [
      "links",
      () =>
        texts.map((text) =>
          [...proseOf(text).matchAll(/\]\(([^)]+)\)/g)].map(([, to = ""]) => to.replace(".zh-CN", "")),
        ),
    ],
    [
      "names",
      () =>
        texts.map((text) =>
          [...proseOf(text).matchAll(/`([^`\n]+)`/g)]
            .map(([, name = ""]) => name.replaceAll("列名", "COLUMN").replace(" --lang zh-CN", ""))
            .sort(),
        ),
    ],
  ])("%s", (_, read) => {
    const [english, chinese] = read();
    expect(chinese).toEqual(english);
    expect(english?.length).toBeGreaterThan(3);
  });
});

it.each(["README.md", "README.zh-CN.md"])("%s is read in five minutes", (readme) => {
  const lines = readFileSync(join(root, readme), "utf8").trimEnd().split("\n");
  expect(lines.length).toBeLessThanOrEqual(170);
});

it.each(["README.md", "README.zh-CN.md", "AGENTS.md", "CONTRIBUTING.md", "bench/README.md"])(
  "every command and folder that %s names is there",
  (file) => {
    const text = readFileSync(join(root, file), "utf8");
    const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    const commands = [...text.matchAll(/npm run ([\w:]+)/g)].map(([, name = ""]) => name);
    expect(commands.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
    const places = [...text.matchAll(/`((?:docs|examples|tests|src|scripts|bench)\/[\w./-]*)`/g)].map(
      ([, at = ""]) => at,
    );
    expect(places.filter((at) => !existsSync(join(root, at)))).toEqual([]);
  },
);
