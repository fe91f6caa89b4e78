import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createContext, runInContext } from "node:vm";
import { beforeAll, describe, expect, test } from "vitest";
import { node } from "../support/checkout.js";
import { bundled, firstBlock, type InstalledPackage, installPackage } from "./installed-package.js";

let installed: InstalledPackage;
beforeAll(async () => {
  installed = await installPackage();
}, 60_000);

describe.concurrent("the first block of the README, pasted into a user's folder, prints what stands below it", () => {
  const pasted = (name: string, text: string): string => {
    writeFileSync(join(installed.project, name), text);
    return name;
  };

  test.each(["README.md", "README.zh-CN.md"])("in an ES module of Node: %s", async (readme) => {
    const { code, output } = firstBlock(readme);
    expect(await node(installed.project, [pasted(`${readme}.mjs`, code)])).toBe(output);
  });

  test("in CommonJS", async () => {
    const { code, output } = firstBlock("README.md");
    const required = code.replace('import * as c from "clientele";', 'const c = require("clientele");');
    expect(await node(installed.project, [pasted("README.cjs", required)])).toBe(output);
  });

  test("bundled by Vite, where nothing of Node is at hand", { timeout: 60_000 }, async () => {
    const { code, output } = firstBlock("README.md");
    const bundle = await bundled(installed, code);
    let printed = "";
    const log = (...words: readonly unknown[]): void => {
      printed += `${words.join(" ")}\n`;
    };
    runInContext(bundle, createContext({ console: { log } }));
    expect(printed).toBe(output);
  });
});
