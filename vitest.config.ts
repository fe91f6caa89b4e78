import { defineConfig, type ViteUserConfig } from "vitest/config";

const src = (room: string): string => new URL(`./src/${room}`, import.meta.url).pathname;

const config: ViteUserConfig = defineConfig({
  resolve: {
    alias: [
      { find: /^clientele$/, replacement: src("index.ts") },
      { find: /^clientele\/(.+)$/, replacement: src("$1/index.ts") },
    ],
  },
  test: {
    include: ["tests/**/*.test.ts"],
    setupFiles: ["tests/support/setup.ts"],
    // Everything under test is pure: one process, shared modules, no isolation needed.
    pool: "threads",
    isolate: false,
  },
});
export default config;
