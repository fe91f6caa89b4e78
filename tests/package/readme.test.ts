import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createContext, runInContext } from "node:vm";
import { build, type Rollup } from "vite";
import { beforeAll, describe, expect, test } from "vitest";
import { docBlocks } from "../docs/doc-blocks.js";
import { node } from "../support/checkout.js";
import { type InstalledPackage, installPackage } from "./installed-package.js";

let installed: InstalledPackage;
beforeAll(async () => {
  installed = await installPackage();
}, 60_000);

describe.concurrent("the first block of the README, pasted into a user's folder, prints what stands below it", () => {
  const blocks = docBlocks();
  const blockOf = (readme: string): { code: string; output: string } => {
    const { code = "", output = "" } = blocks.find(({ file }) => file === readme) ?? {};
    expect(output.split("\n").length).toBeGreaterThan(3);
    return { code, output: `${output}\n` };
  };
  const pasted = (name: string, text: string): string => {
    writeFileSync(join(installed.project, name), text);
    return name;
  };

  test.each(["README.md", "README.zh-CN.md"])("in an ES module of Node: %s", async (readme) => {
    const { code, output } = blockOf(readme);
    expect(await node(installed.project, [pasted(`${readme}.mjs`, code)])).toBe(output);
  });

  test("in CommonJS", async () => {
    const { code, output } = blockOf("README.md");
    const required = code.replace('import * as c from "clientele";', 'const c = require("clientele");');
    expect(await node(installed.project, [pasted("README.cjs", required)])).toBe(output);
  });

  test("bundled by Vite, where nothing of Node is at hand", { timeout: 60_000 }, async () => {
    const { code, output } = blockOf("README.md");
    const built = (await build({
      root: installed.project,
      configFile: false,
      logLevel: "error",
      build: { write: false, rollupOptions: { input: join(installed.project, pasted("bundled.mjs", code)) } },
    })) as Rollup.RollupOutput;
    expect(built.output.map(({ type }) => type)).toEqual(["chunk"]);
    let printed = "";
    const log = (...words: readonly unknown[]): void => {
      printed += `${words.join(" ")}\n`;
    };
    runInContext(built.output[0].code, createContext({ console: { log } }));
    expect(printed).toBe(output);
  });
});
