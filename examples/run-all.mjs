// Runs every example of this folder, one after another: `npm run examples`.
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL(".", import.meta.url));
const names = readdirSync(folder).filter(
  (name) => name.endsWith(".mjs") && !["run-all.mjs", "sample.mjs"].includes(name),
);
for (const [index, name] of names.entries()) {
  process.stderr.write(`${index + 1} of ${names.length}: ${name}\n`);
  const { stdout, stderr, status } = spawnSync(process.execPath, [`${folder}${name}`], { encoding: "utf8" });
  process.stdout.write(`\n${name.replace(".mjs", "").replaceAll("-", " ")}\n${stdout}`);
  if (status === 0) continue;
  process.stderr.write(stderr);
  process.exitCode = 1;
}
