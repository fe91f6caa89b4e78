import { defineConfig, mergeConfig, type ViteUserConfig } from "vitest/config";
import base from "../vitest.config.js";

/** The tests of one room alone, one worker for each planted bug. */
const config: ViteUserConfig = mergeConfig(
  base,
  defineConfig({ test: { include: [`tests/${process.env.MUTANTS_ROOM}/**/*.test.ts`], maxWorkers: 1 } }),
);
config.test!.include = [`tests/${process.env.MUTANTS_ROOM}/**/*.test.ts`];
export default config;
