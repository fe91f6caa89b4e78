// Keeps package.json's `exports` equal to the rooms: a folder of src with an index.ts is a subpath, and nothing else is.
// `node scripts/exports.mjs` writes, `--check` only compares.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

const { floors, annexes } = JSON.parse(readFileSync(at("scripts/floors.json"), "utf8"));
const fromTheGround = [...floors, annexes].flat();

/** The rooms that can be imported, from the ground up. */
export const rooms = () =>
  readdirSync(at("src"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(at(`src/${entry.name}/index.ts`)))
    .map((entry) => entry.name)
    .sort((a, b) => fromTheGround.indexOf(a) - fromTheGround.indexOf(b));

const entry = (path) => ({
  import: { types: `./dist/${path}.d.ts`, default: `./dist/${path}.js` },
  require: { types: `./dist/${path}.d.cts`, default: `./dist/${path}.cjs` },
});

/** What package.json's `exports` has to say. */
export const expectedExports = () => ({
  ".": entry("index"),
  ...Object.fromEntries(rooms().map((room) => [`./${room}`, entry(`${room}/index`)])),
  "./package.json": "./package.json",
});

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const manifest = JSON.parse(readFileSync(at("package.json"), "utf8"));
  const expected = expectedExports();
  const isCurrent = JSON.stringify(manifest.exports) === JSON.stringify(expected);
  if (process.argv.includes("--check")) {
    if (!isCurrent)
      console.error("package.json's exports differ from the rooms in src: run `node scripts/exports.mjs`");
    process.exitCode = isCurrent ? 0 : 1;
  } else if (!isCurrent) {
    manifest.exports = expected;
    writeFileSync(at("package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  }
}
