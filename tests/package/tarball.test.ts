import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { beforeAll, expect, test } from "vitest";
import { expectedExports } from "../../scripts/exports.mjs";
import { node, root } from "../support/checkout.js";
import { type InstalledPackage, installPackage, manifest, specifiers } from "./installed-package.js";

let installed: InstalledPackage;
beforeAll(async () => {
  installed = await installPackage();
}, 60_000);

test("every room is a subpath and every subpath is a room", () => {
  expect(manifest.exports).toEqual(expectedExports());
});

const texts = ["AGENTS.md", "CONTRIBUTING.md", "LICENSE", "README.md", "README.zh-CN.md", "llms.txt", "package.json"];
const pages = ["benchmarks", "codes", "glossary", "practices", "practices.zh-CN", "stability", "stability.zh-CN"].map(
  (page) => `docs/reference/${page}.md`,
);

test("the tarball holds the build and its documents, nothing else", () => {
  const others = installed.files.filter((path) => !/^dist\/[\w./-]+\.(js|cjs|d\.ts|d\.cts)$/.test(path));
  const documents = others.filter((path) => !/^docs\/[\w./-]+\.md$/.test(path));
  expect(documents.filter((path) => ![...texts, "CHANGELOG.md"].includes(path))).toEqual([]);
  const guides = readdirSync(join(root, "docs/guides")).map((guide) => `docs/guides/${guide}`);
  expect(others).toEqual(expect.arrayContaining([...texts, ...pages, ...guides]));
});

test("no relative link in a packed document is dead", () => {
  const folder = join(installed.project, "node_modules/clientele");
  const documents = installed.files.filter((path) => /\.(md|txt)$/.test(path));
  const links = documents.flatMap((path) => linksOf(path, readFileSync(join(folder, path), "utf8")));
  expect(links.length).toBeGreaterThan(50);
  const dead = links.filter(({ target, anchor }) => {
    if (!existsSync(join(folder, target))) return true;
    return anchor !== "" && !anchorsOf(readFileSync(join(folder, target), "utf8")).includes(anchor);
  });
  expect(dead).toEqual([]);
});

test("dead links are found: a missing page, a heading that is not there", () => {
  const text = "See [a](gone.md), [b](../x.md#no-such), `[c](code.md)`, [d](https://example.org).\n";
  expect(linksOf("docs/page.md", text).map(({ target, anchor }) => [target, anchor])).toEqual([
    ["docs/gone.md", ""],
    ["x.md", "no-such"],
  ]);
  expect(anchorsOf("# A `first` heading\n\n## 第二 节\n")).toEqual(["a-first-heading", "第二-节"]);
});

/** The relative links of a Markdown text, code left out, resolved against its own path. */
function linksOf(path: string, text: string): { path: string; target: string; anchor: string }[] {
  const prose = text.replace(/^```[\s\S]*?^```/gm, "").replace(/`[^`\n]*`/g, "");
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link = ""]) => link)
    .filter((link) => !/^[a-z]+:/.test(link))
    .map((link) => {
      const [file = "", anchor = ""] = link.split("#");
      return { path, target: file === "" ? path : posix.join(posix.dirname(path), file), anchor };
    });
}

/** The anchors that the headings of a Markdown text have. */
const anchorsOf = (text: string): string[] =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{Letter}\p{Number}\s_-]/gu, "")
      .replace(/\s/g, "-"),
  );

test("the runtime dependencies are the agreed ones", () => {
  const agreed = ["zod", "date-fns", "decimal.js", "@date-fns/utc"];
  expect(Object.keys(manifest.dependencies).filter((name) => !agreed.includes(name))).toEqual([]);
});

test("publint finds nothing to mend", async () => {
  const { messages } = await publint({ pkgDir: join(installed.project, "node_modules/clientele"), strict: true });
  const pkg = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
});

test("are the types wrong? no", { timeout: 180_000 }, async () => {
  const attw = join(root, "node_modules/@arethetypeswrong/cli/dist/index.js");
  // The profile leaves out the resolver of Node 10; a problem under any other ends the tool with an error.
  const report = JSON.parse(await node(root, [attw, installed.tarball, "--profile", "node16", "--format", "json"]));
  const looked = Object.keys(report.analysis.entrypoints).map((subpath) => subpath.replace(/^\./, "clientele"));
  expect(looked).toEqual(expect.arrayContaining([...specifiers]));
});
