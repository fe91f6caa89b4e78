// All a newcomer needs to trust the library: build it, then run units, laws, types, documentation examples and the packed package.
import { spawnSync } from "node:child_process";
import { finish, runVitest } from "./run-vitest.mjs";

const build = spawnSync("npm", ["run", "--silent", "build"], { stdio: "inherit", shell: process.platform === "win32" });
if (build.status !== 0) finish(0, 1);
runVitest(["--typecheck"]);
