import { afterAll, describe, expect, it } from "vitest";
import { bundled, firstBlock, installPackage } from "../package/installed-package.js";
import { startBrowser } from "./support/browser.js";

const browser = await startBrowser();
const name = "the first block of the README, bundled by Vite from the packed package";

describe.skipIf(browser === undefined)(
  browser === undefined ? `${name} (skipped: no Chromium can be started)` : name,
  () => {
    afterAll(() => browser?.close());

    it.each(["README.md", "README.zh-CN.md"])(
      "prints in a browser what stands below it: %s",
      { timeout: 120_000 },
      async (readme) => {
        const { code, output } = firstBlock(readme);
        const page = await browser!.newPage();
        const printed: string[] = [];
        page.on("console", (message) => printed.push(`${message.text()}\n`));
        page.on("pageerror", (error) => printed.push(`${error.message}\n`));
        await page.addScriptTag({ type: "module", content: await bundled(await installPackage(), code) });
        await expect.poll(() => printed.join("")).toBe(output);
        await page.close();
      },
    );
  },
);
