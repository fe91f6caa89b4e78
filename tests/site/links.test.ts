import { readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { expect, it } from "vitest";
import { root } from "../support/checkout.js";
import { pagesIn } from "./support/pages.js";

const pages = new Map(
  ["index.html", "documents", "modules", "functions", "interfaces", "classes", "types", "variables"]
    .flatMap((name) => (name.endsWith(".html") ? [name] : pagesIn(name)))
    .map((path) => [path, readFileSync(join(root, "site", path), "utf8")]),
);

it("every document has one page, named after its file", () => {
  expect(pagesIn("documents").filter((path) => /-\d+\.html$/.test(path))).toEqual([]);
});

it("no link within the site is dead, and each leads to a place that is there", () => {
  const anchors = new Map([...pages].map(([path, html]) => [path, new Set(html.match(/(?<= id=")[^"]+/g))]));
  const dead: string[] = [];
  let links = 0;
  for (const [path, html] of pages) {
    for (const [, href = ""] of html.matchAll(/<a [^>]*?href="([^"]+)"/g)) {
      if (/^(https?|mailto):/.test(href)) continue;
      links++;
      const [file = "", anchor] = decodeURIComponent(href).split("#");
      const target = file === "" ? path : normalize(join(dirname(path), file)).replace(/^\.\/$/, "index.html");
      const isThere =
        target === "hierarchy.html" || target === "modules.html" || target.startsWith("media/") || pages.has(target);
      const isFound = anchor === undefined || anchor === "" || anchors.get(target)?.has(anchor) !== false;
      if (!isThere || !isFound) dead.push(`${path}: ${href}`);
    }
  }
  expect(dead).toEqual([]);
  expect(links).toBeGreaterThan(5000);
});
