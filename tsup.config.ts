import { defineConfig, type Options } from "tsup";

// JavaScript only, one output file per source file, so that a bundler can drop zod and decimal.js.
// The declarations are written by tsc (see the build script).
const config: Options | Options[] | ((options: Options) => Options) = defineConfig({
  entry: ["src/**/*.ts"],
  format: ["esm", "cjs"],
  splitting: true,
  treeshake: false,
  dts: false,
  target: "node20",
  platform: "neutral",
  sourcemap: false,
  clean: true,
}) as Options;
export default config;
