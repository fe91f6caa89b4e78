// How a release reads in CHANGELOG.md: prose, room by room, the rooms that users start from first. A changeset belongs to the room
// that its file is named after (`value.md`, `value-top-tens.md`), any other to the package as a whole.
const { readdirSync, readFileSync } = require("node:fs");
const { join } = require("node:path");
const { floors, annexes } = require("../scripts/floors.json");

const rooms = [...floors].reverse().flat().concat(annexes);
const PACKAGE = "package";

const roomOf = (id) => rooms.find((room) => id === room || id.startsWith(`${room}-`)) ?? PACKAGE;
const titleOf = (room) => (room === PACKAGE ? "The package" : `\`clientele/${room}\``);

/** The changesets of a folder: id, kind of release, and words. */
function readChangesets(folder) {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".md") && file !== "README.md")
    .sort()
    .map((file) => {
      const [, type, summary] = /^---\n"clientele": (\w+)\n---\n+([\s\S]*)$/.exec(
        readFileSync(join(folder, file), "utf8"),
      );
      return { id: file.slice(0, -".md".length), type, summary: summary.trim() };
    });
}

/** One chapter per room that has something to say. */
function groupByRoom(changesets) {
  return [...rooms, PACKAGE]
    .map((room) => ({ room, told: changesets.filter(({ id }) => roomOf(id) === room) }))
    .filter(({ told }) => told.length > 0)
    .map(({ room, told }) => `#### ${titleOf(room)}\n\n${told.map(({ summary }) => summary).join("\n\n")}\n`)
    .join("\n");
}

/** Changesets asks for one line per file; the first file of a kind gives the whole of that kind, the others nothing. */
async function getReleaseLine({ id }, type) {
  const ofType = readChangesets(__dirname).filter((changeset) => changeset.type === type);
  return ofType[0]?.id === id ? groupByRoom(ofType) : "";
}

module.exports = { getReleaseLine, getDependencyReleaseLine: async () => "", readChangesets, groupByRoom };
