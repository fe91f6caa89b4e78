import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root } from "../support/checkout.js";
import { startBrowser } from "./support/browser.js";
import { address, onePerRoom, pagesIn, serveSite } from "./support/pages.js";

const browser = await startBrowser();
const name =
  browser === undefined ? "the site (skipped: no Chromium can be started; CHROMIUM may name one)" : "the site";

/** Pictures of these are kept for people to look at; git ignores the folder. */
const shown = [
  "index.html",
  "documents/README.zh-CN.html",
  "documents/codes.html",
  "modules/segmentation.html",
  "functions/segmentation.scoreRfm.html",
];
const pages = new Set([
  ...shown,
  ...pagesIn("documents"),
  ...pagesIn("modules"),
  ...onePerRoom(pagesIn("functions")),
  ...onePerRoom(pagesIn("interfaces")),
]);
const screenshots = join(root, "screenshots");

/** How wide the page is, and whether code breaks its lines. */
const MEASURE = `({
  width: document.documentElement.scrollWidth,
  wraps: [...document.querySelectorAll("pre, pre > code")].some((code) => getComputedStyle(code).whiteSpace !== "pre"),
})`;

describe.skipIf(browser === undefined)(name, () => {
  let page: Page;
  let complaints: string[] = [];

  beforeAll(async () => {
    mkdirSync(screenshots, { recursive: true });
    page = await browser!.newPage();
    await serveSite(page);
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
  });
  afterAll(() => browser?.close());

  const open = async (path: string, width: number): Promise<void> => {
    complaints = [];
    await page.setViewportSize({ width, height: 844 });
    await page.goto(`${address}${path}`);
  };

  it("no page is wider than a phone or a laptop, none complains, and code keeps its lines", {
    timeout: 400_000,
  }, async () => {
    const faults: unknown[] = [];
    for (const path of pages) {
      await open(path, 390);
      for (const width of [390, 1280]) {
        await page.setViewportSize({ width, height: 844 });
        const measured = await page.evaluate<{ width: number; wraps: boolean }>(MEASURE);
        if (measured.width > width || measured.wraps) faults.push({ path, ...measured });
        if (shown.includes(path)) {
          await page.screenshot({ path: join(screenshots, `${path.replace(/\W+/g, "-")}-${width}.png`) });
        }
      }
      if (complaints.length > 0) faults.push({ path, complaints });
    }
    expect(faults).toEqual([]);
    expect(pages.size).toBeGreaterThan(90);
  });

  it("中文 opens a page in Chinese, and English leads back", async () => {
    await open("index.html", 390);
    await page.locator(".col-content").getByRole("link", { name: "中文", exact: true }).click();
    expect(await page.locator("html").getAttribute("lang")).toBe("zh-CN");
    expect((await page.locator("h1:visible").textContent())?.trim()).toBe("clientele 客户群");
    await page.locator(".col-content").getByRole("link", { name: "English", exact: true }).click();
    await page.waitForURL(address);
    expect((await page.locator("h1:visible").textContent())?.trim()).toBe("clientele");
  });

  it("the table of codes fits a phone, every cell within it", async () => {
    await open("documents/codes.html", 390);
    const ends = await page
      .locator("td")
      .evaluateAll((cells) => cells.map((cell) => cell.getBoundingClientRect().right));
    expect(ends.length).toBeGreaterThan(500);
    expect(ends.filter((end) => end > 390)).toEqual([]);
  });

  it.each(pagesIn("modules").filter((path) => path !== "modules/clientele.html"))(
    "%s has a sentence for each function, functions before types, codes last",
    async (path) => {
      await open(path, 1280);
      const sections = await page.locator(".tsd-member-group").evaluateAll((groups) =>
        groups.map((group) => ({
          title: group.querySelector("h2")?.textContent?.trim() ?? "",
          members: [...group.querySelectorAll("dt")].map((name) => ({
            name: name.textContent?.trim(),
            isType:
              name
                .querySelector("use")
                ?.getAttribute("href")
                ?.match(/icon-(256|2097152)$/) !== null,
            sentence: name.nextElementSibling?.textContent?.trim() ?? "",
          })),
        })),
      );
      const members = sections.flatMap((section) => section.members);
      expect(members.length).toBeGreaterThan(0);
      expect(members.filter(({ sentence }) => sentence === "")).toEqual([]);
      for (const section of sections) {
        const types = section.members.map(({ isType }) => isType);
        expect(types, section.title).toEqual([...types].sort((a, b) => Number(a) - Number(b)));
      }
      const titles = sections.map(({ title }) => title);
      const isCodes = (title: string): boolean => title === "Errors" || title === "Reasons";
      expect(titles).toEqual([...titles.filter((title) => !isCodes(title)), ...titles.filter(isCodes)]);
    },
  );

  it("a function's page has the fields of its options, and its codes are links to their words", async () => {
    await open("functions/segmentation.scoreRfm.html", 390);
    expect(await page.locator("div.tsd-parameters").textContent()).toMatch(/bins\?: number/);
    await page.locator(".tsd-tag-throws a", { hasText: "INVALID_OPTIONS" }).click();
    await page.waitForURL(/codes\.html#INVALID_OPTIONS$/);
    expect(await page.locator("tr:has(:target)").textContent()).toContain("不是这里的选项");
  });
});
