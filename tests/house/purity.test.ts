import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { node, root } from "../support/checkout.js";

/** One violation a file; the check has to find every one of them, at its file. */
const planted: Readonly<Record<string, string>> = {
  "src/core/clock-1.ts": "export const now = (): Date => new Date();",
  "src/core/clock-2.ts": "export const now = (): number => Date.now();",
  "src/core/clock-3.ts": "export const now = (): number => performance.now();",
  "src/core/randomness-1.ts": "export const chance = (): number => Math.random();",
  "src/core/randomness-2.ts": "export const id = (): string => crypto.randomUUID();",
  "src/core/zone-1.ts": "export const year = (date: Date): number => date.getFullYear();",
  "src/core/zone-2.ts": "export const start: Date = new Date(2026, 0, 1);",
  "src/core/zone-3.ts": 'export const format = new Intl.DateTimeFormat("en-US", { year: "numeric" });',
  "src/core/zone-4.ts": 'export const start: number = Date.parse("2026-01-01T00:00");',
  "src/core/locale-1.ts": "export const order = (a: string, b: string): number => a.localeCompare(b);",
  "src/core/locale-2.ts": "export const show = (amount: number): string => amount.toLocaleString();",
  "src/core/locale-3.ts": "export const format = new Intl.NumberFormat();",
  "src/core/process.ts": "export const zone = (): string | undefined => process.env.TZ;",
  "src/core/screen.ts": 'export const say = (): void => console.log("hello");',
  "src/core/network.ts": 'export const load = (): Promise<Response> => fetch("/");',
  "src/core/code-1.ts": 'export const run = new Function("return 1");',
  "src/core/built-in.ts": 'export { readFileSync } from "node:fs";',
  "src/core/zod.schema.ts": 'import { z } from "zod";\nexport const text = z.string();',
  "src/core/default.ts": "const ready = true;\nexport default ready;",
  "src/history/everything.ts": 'export * from "./planted.js";',
  "src/core/long.ts": "export {};\n".repeat(251),
};

/** What must stay allowed. */
const allowed: Readonly<Record<string, string>> = {
  "src/core/instant.ts": "export const at = (ms: number): Date => new Date(ms);",
  "src/core/utc.ts": "export const year = (date: Date): number => date.getUTCFullYear();",
  "src/core/format.ts": 'export const format = new Intl.DateTimeFormat("en-US", { timeZone: "UTC" });',
  "src/core/text.schema.ts": 'import * as z from "zod";\nexport const text = z.string();',
  "src/index.ts": 'export * from "./core/index.js";',
};

interface Report {
  readonly diagnostics: readonly { readonly severity: string; readonly location: { readonly path: string } }[];
}

test("the linter finds every planted impurity in src, and nothing else", async () => {
  const house = mkdtempSync(join(tmpdir(), "clientele-purity-"));
  const config = JSON.parse(readFileSync(join(root, "biome.json"), "utf8"));
  writeFileSync(join(house, "biome.json"), JSON.stringify({ ...config, $schema: undefined, vcs: undefined }));
  cpSync(join(root, "scripts/lint"), join(house, "scripts/lint"), { recursive: true });
  for (const [path, text] of Object.entries({ ...planted, ...allowed })) {
    mkdirSync(dirname(join(house, path)), { recursive: true });
    writeFileSync(join(house, path), `${text}\n`);
  }
  const biome = join(root, "node_modules/@biomejs/biome/bin/biome");
  const lint = node(house, [biome, "lint", "--reporter=json", "--max-diagnostics=none", "src"]);
  const output = await lint.catch((error: Error) => error.message);
  const report: Report = JSON.parse(/^\{.*"diagnostics".*$/m.exec(output)?.[0] ?? "{}");
  const found = report.diagnostics.filter(({ severity }) => severity === "error").map(({ location }) => location.path);
  expect([...new Set(found)].sort()).toEqual(Object.keys(planted).sort());
});
