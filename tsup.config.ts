import { defineConfig, type Options } from "tsup";

// JavaScript only, and a mirror of src: one output file per source file, so that a bundler can drop zod and decimal.js
// and a stack trace names the file that a reader knows. The declarations are written by tsc, and both get their
// CommonJS twins from scripts/emit-commonjs.mjs.
const config: Options | Options[] | ((options: Options) => Options) = defineConfig({
  entry: ["src/**/*.ts"],
  format: ["esm", "cjs"],
  bundle: false,
  splitting: false,
  dts: false,
  target: "node20",
  platform: "neutral",
  clean: true,
}) as Options;
export default config;
