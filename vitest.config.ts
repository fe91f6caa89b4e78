import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig, type ViteUserConfig } from "vitest/config";

const src = (path: string): string => fileURLToPath(new URL(`./src/${path}`, import.meta.url));
const isLongRun = process.env.LAWS_RUNS !== undefined;

const config: ViteUserConfig = defineConfig({
  resolve: {
    alias: [
      { find: /^clientele$/, replacement: src("index.ts") },
      { find: /^clientele\/(.+)$/, replacement: src("$1/index.ts") },
    ],
  },
  test: {
    include: ["tests/**/*.test.ts"],
    // The site is built and looked at by `npm run test:site`, with a browser.
    exclude: process.env.SITE === undefined ? ["tests/site/**"] : [],
    setupFiles: ["tests/support/setup.ts"],
    // Everything under test is pure: one process, shared modules, no isolation needed.
    pool: "threads",
    isolate: false,
    maxWorkers: availableParallelism(),
    testTimeout: isLongRun ? 300_000 : 30_000,
    coverage: { provider: "v8", include: ["src/**/*.ts"] },
    typecheck: {
      // Switched on by `npm test` (--typecheck): the whole program is checked once, by the fast compiler.
      include: ["tests/**/*.test-d.ts"],
      checker: fileURLToPath(new URL("./node_modules/typescript-7/bin/tsc", import.meta.url)),
      tsconfig: "tsconfig.json",
    },
  },
});
export default config;
