// Keeps src/index.ts equal to the rooms. Rooms have short names that say nothing outside of them (`last`, `accept`); the root leaves
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

/** Kits for tests stand apart from the root. */
export function renderRoot() {
  const lines = rooms()
    .filter((room) => room !== "testing")
    .sort()
    .map((room) => {
      const left = leftToRooms[room];
      if (left === undefined) return `export * from "./${room}/index.js";`;
      return `export { ${namesOf(room)
        .filter((name) => !left.includes(name))
        .join(", ")} } from "./${room}/index.js";`;
    });
  return `${head}${lines.join("\n")}\n`;
}

const head = `/**
 * The rooms together. Import a room's own subpath where size matters, and for its short names: \`last\` and the other windows from
 * \`clientele/conditions\`, \`known\` and \`unknown\` from \`clientele/core\`, \`accept\`, \`refuse\` and \`fold\` from \`clientele/ledger\`.
 * @module clientele
 */
`;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const biome = ["node_modules/@biomejs/biome/bin/biome", "check", "--write", "--stdin-file-path=src/index.ts"];
  const text = execFileSync(process.execPath, biome, { cwd: at("."), input: renderRoot(), encoding: "utf8" });
  if (!process.argv.includes("--check")) writeFileSync(at("src/index.ts"), text);
  else if (readFileSync(at("src/index.ts"), "utf8") !== text) {
    console.error("src/index.ts differs from the rooms: run `npm run format`");
    process.exitCode = 1;
  }
}
