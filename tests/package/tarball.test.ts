import { readFileSync } from "node:fs";
import { join } from "node:path";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { beforeAll, expect, test } from "vitest";
import { expectedExports } from "../../scripts/exports.mjs";
import { node, root } from "../support/checkout.js";
import { type InstalledPackage, installPackage, manifest, specifiers } from "./installed-package.js";

let installed: InstalledPackage;
beforeAll(async () => {
  installed = await installPackage();
});

test("every room is a subpath and every subpath is a room", () => {
  expect(manifest.exports).toEqual(expectedExports());
});

test("the tarball holds the build and its documents, nothing else", () => {
  const documents = ["AGENTS.md", "CHANGELOG.md", "LICENSE", "README.md", "README.zh-CN.md", "package.json"];
  const others = installed.files.filter((path) => !/^dist\/[\w./-]+\.(js|cjs|d\.ts|d\.cts)$/.test(path));
  expect(others.filter((path) => !documents.includes(path))).toEqual([]);
  expect(others).toEqual(
    expect.arrayContaining(["AGENTS.md", "LICENSE", "README.md", "README.zh-CN.md", "package.json"]),
  );
});

test("the runtime dependencies are the agreed ones", () => {
  const agreed = ["zod", "date-fns", "decimal.js", "@date-fns/utc"];
  expect(Object.keys(manifest.dependencies).filter((name) => !agreed.includes(name))).toEqual([]);
});

test("publint finds nothing to mend", async () => {
  const { messages } = await publint({ pkgDir: join(installed.project, "node_modules/clientele"), strict: true });
  const pkg = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
});

test("are the types wrong? no", { timeout: 60_000 }, async () => {
  const attw = join(root, "node_modules/@arethetypeswrong/cli/dist/index.js");
  // The profile leaves out the resolver of Node 10; a problem under any other ends the tool with an error.
  const report = JSON.parse(await node(root, [attw, installed.tarball, "--profile", "node16", "--format", "json"]));
  const looked = Object.keys(report.analysis.entrypoints).map((subpath) => subpath.replace(/^\./, "clientele"));
  expect(looked).toEqual(expect.arrayContaining([...specifiers]));
});
