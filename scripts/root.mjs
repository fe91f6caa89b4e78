// Keeps the root equal to the rooms. Rooms have short names that say nothing outside of them (`last`, `accept`); the root leaves
// those to the rooms and exports all the others. `node scripts/root.mjs` writes, `--check` only compares.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { rooms } from "./exports.mjs";

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** What a reader could not place without the room's word before it. */
export const leftToRooms = {
  conditions: ["after", "between", "current", "following", "last", "olderThan", "previous", "upcoming"],
  core: ["known", "unknown"],
  ledger: ["accept", "fold", "refuse"],
};

/** The names that a room's index exports, each with `type ` before it where it is one. */
export function namesOf(room) {
  const text = readFileSync(at(`src/${room}/index.ts`), "utf8");
  return [...text.matchAll(/export (type )?\{([^}]*)\} from/g)].flatMap(([, type = "", names]) =>
    names
      .split(",")
      .map((name) => name.trim())
      .filter((name) => name !== "")
      .map((name) => (name.startsWith("type ") ? name : `${type}${name}`)),
  );
}

/** The files of the root: its index, and one for each room that keeps names to itself. Kits for tests stand apart. */
export function renderRoot() {
  const files = { "src/index.ts": head };
  for (const room of rooms().sort()) {
    if (room === "testing") continue;
    const left = leftToRooms[room];
    files["src/index.ts"] += `export * from "./${left === undefined ? `${room}/index` : `root-${room}`}.js";\n`;
    if (left === undefined) continue;
    const names = namesOf(room).filter((name) => !left.includes(name));
    files[`src/root-${room}.ts`] = `export { ${names.join(", ")} } from "./${room}/index.js";\n`;
  }
  return files;
}

const head = `/**
 * The rooms together. Import a room's own subpath where size matters, and for its short names: \`last\` and the other windows from
 * \`clientele/conditions\`, \`known\` and \`unknown\` from \`clientele/core\`, \`accept\`, \`refuse\` and \`fold\` from \`clientele/ledger\`.
 * @module clientele
 */
`;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [file, rendered] of Object.entries(renderRoot())) {
    const biome = ["node_modules/@biomejs/biome/bin/biome", "check", "--write", `--stdin-file-path=${file}`];
    const text = execFileSync(process.execPath, biome, { cwd: at("."), input: rendered, encoding: "utf8" });
    if (!process.argv.includes("--check")) writeFileSync(at(file), text);
    else if (readFileSync(at(file), "utf8") !== text) {
      console.error(`${file} differs from the rooms: run \`npm run format\``);
      process.exitCode = 1;
    }
  }
}
