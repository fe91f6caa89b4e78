// The walls of the house (docs/decisions/0001-the-house.md): imports go down only, a room is entered by its index.
// tests/house/walls.test.ts breaks each of them once.
// core and math share the ground, but math uses core's errors, never the other way round.
const { floors, annexes } = require("./scripts/floors.json");

const inside = (rooms) => `^src/(${rooms.join("|")})/`;

const looksDown = (rooms, floor) => ({
  name: `floor-${floor}-looks-down`,
  comment: "Imports go down only, and nobody in the house imports an annex.",
  from: { path: inside(rooms) },
  to: { path: inside([...floors.slice(floor + 1).flat(), ...annexes]) },
});

const neighbours = (rooms, floor) => ({
  name: `floor-${floor}-neighbours`,
  comment: "Rooms on one floor do not know each other.",
  from: { path: inside(rooms) },
  to: { path: inside(rooms), pathNot: "^src/$1/" },
});

const walls = [
  { name: "no-circular", from: {}, to: { circular: true } },
  {
    name: "room-by-its-doors",
    comment: "Another room is entered through its index.ts, or through its shared.ts, which users do not have.",
    from: { path: "^src/([^/]+)/" },
    to: { path: "^src/[^/]+/", pathNot: ["^src/$1/", "^src/[^/]+/(index|shared)\\.ts$"] },
  },
  {
    name: "root-by-index",
    from: { path: "^src/[^/]+\\.ts$" },
    to: { path: "^src/[^/]+/", pathNot: "^src/[^/]+/index\\.ts$" },
  },
  { name: "no-room-imports-the-root", from: { path: "^src/[^/]+/" }, to: { path: "^src/index\\.ts$" } },
  ...floors.map(looksDown),
  ...floors.map(neighbours).filter((_, floor) => floors[floor].length > 1),
  {
    name: "only-the-root-re-exports-labels",
    from: { path: "^src/", pathNot: "^src/(labels/|index\\.ts$)" },
    to: { path: "^src/labels/" },
  },
  {
    name: "labels-import-only-core",
    from: { path: "^src/labels/" },
    to: { path: "^src/", pathNot: "^src/(labels|core)/" },
  },
  {
    name: "nobody-imports-testing",
    from: { path: "^src/", pathNot: "^src/testing/" },
    to: { path: "^src/testing/" },
  },
  {
    name: "only-schemas-load-zod",
    from: { path: "^src/", pathNot: "\\.schema\\.ts$" },
    to: { path: "node_modules/zod" },
  },
  {
    name: "only-core-loads-decimal-and-date-fns",
    from: { path: "^src/", pathNot: "^src/core/" },
    to: { path: "node_modules/(decimal\\.js|date-fns|@date-fns)" },
  },
  {
    name: "runtime-dependencies-only",
    from: { path: "^src/" },
    to: { dependencyTypes: ["npm-dev", "npm-optional", "npm-peer", "npm-no-pkg", "npm-unknown"] },
  },
  { name: "no-node-builtins", from: { path: "^src/" }, to: { dependencyTypes: ["core"] } },
  { name: "no-unresolved", from: {}, to: { couldNotResolve: true } },
];

module.exports = {
  forbidden: walls.map((wall) => ({ severity: "error", ...wall })),
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { extensions: [".ts", ".js"], conditionNames: ["import", "types", "default"] },
  },
};
