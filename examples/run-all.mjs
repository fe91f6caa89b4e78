// Runs every example of this folder, one after another: `npm run examples`. Each runs alone too: `node examples/who-brings-most.mjs`.
import { readdirSync } from "node:fs";

const names = readdirSync(new URL(".", import.meta.url)).filter(
  (name) => name.endsWith(".mjs") && !["run-all.mjs", "sample.mjs"].includes(name),
);
for (const [index, name] of names.entries()) {
  process.stderr.write(`${index + 1} of ${names.length}: ${name}\n`);
  console.log(`\n${name.replace(".mjs", "").replaceAll("-", " ")}`);
  try {
    await import(`./${name}`);
  } catch (error) {
    console.error(error);
    process.exitCode = 1;
  }
}
