import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { build, type Rollup } from "vite";
import { docBlocks } from "../docs/doc-blocks.js";
import { root } from "../support/checkout.js";

const run = promisify(execFile);

export interface Manifest {
  readonly exports: Readonly<Record<string, unknown>>;
  readonly dependencies: Readonly<Record<string, string>>;
}

export const manifest: Manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

/** The import specifiers of the package: `clientele`, `clientele/core`, … */
export const specifiers: readonly string[] = Object.keys(manifest.exports)
  .filter((subpath) => subpath !== "./package.json")
  .map((subpath) => subpath.replace(/^\./, "clientele"));

export interface InstalledPackage {
  /** A folder of a user's project, with the package in its node_modules. */
  readonly project: string;
  readonly tarball: string;
  /** The paths inside the tarball. */
  readonly files: readonly string[];
}

let installing: Promise<InstalledPackage> | undefined;

/** The package as its users have it: packed once for all tests of a process. */
export function installPackage(): Promise<InstalledPackage> {
  installing ??= packAndInstall();
  return installing;
}

/** Packs the build as `npm publish` would and installs it into a fresh folder; its dependencies are linked, no registry is asked. */
async function packAndInstall(): Promise<InstalledPackage> {
  if (!existsSync(join(root, "dist/index.js"))) throw new Error("there is no build: run `npm run build` first");
  const project = mkdtempSync(join(tmpdir(), "clientele-consumer-"));
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const { stdout } = await run(npm, ["pack", "--ignore-scripts", "--json", "--pack-destination", project], {
    cwd: root,
    shell: process.platform === "win32",
  });
  const packed = JSON.parse(stdout);
  const [{ filename, files }] = Array.isArray(packed) ? packed : Object.values(packed as object);
  const tarball = join(project, filename);
  const installed = join(project, "node_modules/clientele");
  mkdirSync(installed, { recursive: true });
  await run("tar", ["-xzf", tarball, "--strip-components=1", "-C", installed]);
  for (const dependency of Object.keys(manifest.dependencies)) {
    const link = join(project, "node_modules", dependency);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(root, "node_modules", dependency), link, "junction");
  }
  cpSync(join(root, "tests/package/consumers"), project, { recursive: true });
  return { project, tarball, files: files.map((file: { readonly path: string }) => file.path) };
}

/** Code pasted into the user's folder, as Vite bundles it for browsers: one script. */
export async function bundled(installed: InstalledPackage, code: string): Promise<string> {
  const input = join(installed.project, "bundled.mjs");
  writeFileSync(input, code);
  const options = { root: installed.project, configFile: false, logLevel: "error" } as const;
  const built = (await build({ ...options, build: { write: false, rollupOptions: { input } } })) as Rollup.RollupOutput;
  if (built.output.length !== 1) throw new Error(`one script expected, Vite made ${built.output.length}`);
  return built.output[0].code;
}

/** The first block of a README, and what it says it prints. */
export function firstBlock(readme: string): { readonly code: string; readonly output: string } {
  const { code = "", output = "" } = docBlocks().find(({ file }) => file === readme) ?? {};
  if (output.split("\n").length < 4) throw new Error(`${readme} does not begin with a block and its output`);
  return { code, output: `${output}\n` };
}
