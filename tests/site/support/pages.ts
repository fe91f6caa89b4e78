import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { root } from "../../support/checkout.js";

const site = join(root, "site");

/** Where the browser finds the site; no server stands behind it. */
export const address = "http://clientele.test/";

/** Answers what the browser asks of the site from its folder. */
export const serveSite = async (page: Page): Promise<void> => {
  await page.route(`${address}**`, (route) =>
    route.fulfill({
      path: join(site, decodeURIComponent(new URL(route.request().url()).pathname).replace(/\/$/, "/index.html")),
    }),
  );
};

/** The pages of a folder of the site, as paths within it. */
export const pagesIn = (folder: string): readonly string[] =>
  readdirSync(join(site, folder))
    .filter((file) => file.endsWith(".html"))
    .map((file) => `${folder}/${file}`)
    .sort();

/** The first page of each room, of pages named `room.symbol.html`. */
export const onePerRoom = (pages: readonly string[]): readonly string[] => {
  const rooms = new Map<string, string>();
  for (const page of pages) {
    const room = page.split(".")[0] as string;
    if (!rooms.has(room)) rooms.set(room, page);
  }
  return [...rooms.values()];
};
