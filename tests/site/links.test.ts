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

it("every code that a function's page says it throws leads to its words", () => {
  const said: string[] = [];
  let linked = 0;
  for (const [path, html] of pages) {
    for (const [part] of html.matchAll(/<div class="tsd-tag-throws">[\s\S]*?<\/div>/g)) {
      linked += part.match(/codes\.html#[A-Z]/g)?.length ?? 0;
      const plain = part.replace(/<a [\s\S]*?<\/a>/g, "").match(/\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\b/g) ?? [];
      said.push(...plain.map((code) => `${path}: ${code}`));
    }
  }
  expect(said).toEqual([]);
  expect(linked).toBeGreaterThan(500);
});

it("the fields of options stand on the page of the function that takes them", () => {
  const missing: string[] = [];
  let fields = 0;
  for (const [path, html] of pages) {
    if (!path.startsWith("functions/")) continue;
    const lower = html.toLowerCase(); // as anchors are
    const [signature = ""] = html.split(/<h4[^>]*>Parameters/);
    for (const options of new Set(signature.match(/interfaces\/[\w.]+Options\.html/g))) {
      for (const [name] of (pages.get(options) ?? "").matchAll(
        /(?<=<section class="tsd-panel tsd-member[^>]*>[\s\S]{0,200}? id=")\w+(?=")/g,
      )) {
        fields++;
        if (!lower.includes(`<span class="tsd-kind-property">${name}</span>`)) missing.push(`${path}: ${name}`);
      }
    }
  }
  expect(missing).toEqual([]);
  expect(fields).toBeGreaterThan(200);
});
