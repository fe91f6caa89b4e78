import { cpSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { node, root } from "../support/checkout.js";

/** A small house in which each wall is broken once: rule → the import that breaks it. */
const planted: Readonly<Record<string, readonly [from: string, to: string]>> = {
  "no-circular": ["math/circle-a.ts", "./circle-b.js"],
  "room-by-its-doors": ["history/past-the-door.ts", "../core/money.js"],
  "root-by-index": ["index.ts", "./core/money.js"],
  "floor-0-looks-down": ["core/up.ts", "../model/index.js"],
  "floor-1-looks-down": ["math/up.ts", "../model/index.js"],
  "floor-2-looks-down": ["model/up.ts", "../history/index.js"],
  "floor-3-looks-down": ["ledger/up.ts", "../scorecards/index.js"],
  "floor-4-looks-down": ["lifecycle/up.ts", "../segmentation/index.js"],
  "floor-5-looks-down": ["segmentation/up.ts", "../labels/index.js"],
  "floor-3-neighbours": ["conditions/neighbour.ts", "../history/index.js"],
  "floor-4-neighbours": ["scorecards/neighbour.ts", "../lifecycle/index.js"],
  "floor-5-neighbours": ["value/neighbour.ts", "../churn/index.js"],
  "only-the-root-re-exports-labels": ["testing/words.ts", "../labels/index.js"],
  "labels-import-only-core": ["labels/up.ts", "../history/index.js"],
  "nobody-imports-testing": ["history/kit.ts", "../testing/index.js"],
  "no-room-imports-the-root": ["churn/root.ts", "../index.js"],
  "only-schemas-load-zod": ["model/zod.ts", "zod"],
  "only-core-loads-decimal-and-date-fns": ["history/decimal.ts", "decimal.js"],
  "runtime-dependencies-only": ["history/csv.ts", "fast-check"],
  "no-node-builtins": ["history/files.ts", "node:fs"],
  "no-unresolved": ["history/nowhere.ts", "./nowhere-at-all.js"],
};

/** Imports that a wall must let through. */
const allowed: readonly (readonly [from: string, to: string])[] = [
  ["segmentation/down.ts", "../core/index.js"],
  ["segmentation/two-down.ts", "../history/index.js"],
  ["segmentation/second-door.ts", "../core/shared.js"],
  ["math/ground.ts", "../core/index.js"],
  ["model/shape.schema.ts", "zod"],
  ["core/exact.ts", "decimal.js"],
  ["labels/ground.ts", "../core/index.js"],
  ["testing/kit.ts", "../ledger/index.js"],
];

const rooms =
  "core math model conditions history ledger scorecards lifecycle segmentation value churn referral labels testing";

interface Report {
  readonly summary: {
    readonly violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[];
  };
}

function plantedHouse(): string {
  const house = mkdtempSync(join(tmpdir(), "clientele-walls-"));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(house, "src", path)), { recursive: true });
    writeFileSync(join(house, "src", path), text);
  };
  for (const room of rooms.split(" ")) write(`${room}/index.ts`, "export const open = true;\n");
  write("core/shared.ts", "export const shared = true;\n");
  write("core/money.ts", "export const money = 1;\n");
  write("math/circle-b.ts", 'export * from "./circle-a.js";\n');
  for (const [from, to] of [...Object.values(planted), ...allowed]) write(from, `export * from "${to}";\n`);
  for (const file of [".dependency-cruiser.cjs", "scripts/floors.json", "tsconfig.json", "package.json"]) {
    cpSync(join(root, file), join(house, file));
  }
  symlinkSync(join(root, "node_modules"), join(house, "node_modules"), "junction");
  return house;
}

test("each wall stops what it is there to stop, and lets the rest through", { timeout: 60_000 }, async () => {
  const house = plantedHouse();
  const cruise = join(root, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
  const args = [cruise, "src", "--config", ".dependency-cruiser.cjs", "--output-type", "json"];
  const report: Report = JSON.parse(await node(house, args));
  const found = report.summary.violations.map(({ from, rule }) => `${rule.name}: ${from}`);
  for (const [rule, [from]] of Object.entries(planted)) expect(found).toContain(`${rule}: src/${from}`);
  for (const [from] of allowed) expect(found.filter((line) => line.endsWith(`src/${from}`))).toEqual([]);
});

test("every wall has a planted violation", () => {
  const config = createRequire(import.meta.url)("../../.dependency-cruiser.cjs");
  const names: readonly string[] = config.forbidden.map((wall: { readonly name: string }) => wall.name);
  expect([...names].sort()).toEqual(Object.keys(planted).sort());
});
