import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

/** The folder of the checkout, with a slash at its end. */
export const root: string = fileURLToPath(new URL("../..", import.meta.url));

const run = promisify(execFile);

/** Runs Node on a script or a tool of node_modules, and gives what it printed; a failure carries both streams. */
export async function node(
  cwd: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  try {
    const { stdout } = await run(process.execPath, args, { cwd, maxBuffer: 1 << 26, env: { ...process.env, ...env } });
    return stdout;
  } catch (error) {
    const { stdout, stderr } = error as { readonly stdout?: string; readonly stderr?: string };
    throw new Error(`node ${args.join(" ")}\n${stdout}${stderr}`);
  }
}
