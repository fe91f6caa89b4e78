import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig, type ViteUserConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const src = (path: string): string => fileURLToPath(new URL(`./src/${path}`, import.meta.url));
const isLongRun = process.env.LAWS_RUNS !== undefined;

/** What starts processes or bundles, and takes longest: first, so that no worker is alone with it at the end. */
const slow = /\/tests\/(package|examples|zones)\/|\/model-laws\.test\.ts$|\/type-cost\.test\.ts$/;

class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return [
      ...sorted.filter((each) => slow.test(each.moduleId)),
      ...sorted.filter((each) => !slow.test(each.moduleId)),
    ];
  }
}

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
    sequence: { sequencer: SlowFirst },
    // The build and the examples on it are loaded by Node itself, as their users do.
    server: { deps: { external: [/\/dist\/.*\.js$/, /\/examples\/.*\.mjs$/] } },
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
