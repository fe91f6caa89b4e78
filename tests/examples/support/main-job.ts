import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { root } from "../../support/checkout.js";
import { printedBy } from "../../support/printed-by.js";

export interface Run {
  readonly printed: string;
  readonly complained: string;
  readonly status: number | null;
}

function requireBuild(): void {
  if (!existsSync(join(root, "dist/index.js"))) throw new Error("there is no build: run `npm run build` first");
}

/** Does what the command does with these arguments, without a process for each: on the built package, printed text and status alike. */
export async function mainJob(...args: readonly string[]): Promise<Run> {
  requireBuild();
  const job: { readonly mainJob: (argv: readonly string[]) => Promise<number> } = await import(
    /* @vite-ignore */ join(root, "examples/main-job/job.mjs")
  );
  const { result, ...texts } = await printedBy(() => job.mainJob(args));
  return { ...texts, status: result };
}

/** Runs the example as a user does. */
export function command(...args: readonly string[]): Run {
  requireBuild();
  const { stdout, stderr, status } = spawnSync(process.execPath, ["examples/main-job/main.mjs", ...args], {
    cwd: root,
    encoding: "utf8",
  });
  return { printed: stdout, complained: stderr, status };
}

/** Writes files into a folder of the test's own; gives their paths. */
export function filesOfTest(): (name: string, content: string | Uint8Array) => string {
  const folder = mkdtempSync(join(tmpdir(), "clientele-main-job-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  return (name, content) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
}
