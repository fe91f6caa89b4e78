// The walls of the house (docs/decisions/0001-the-house.md): imports go down only, a room is entered by its index.
const floors = [
  ["core"],
  ["math"],
  ["model"],
  ["conditions", "history", "ledger"],
  ["scorecards", "lifecycle"],
  ["segmentation", "value", "churn", "loyalty", "referral"],
];
// core and math share the ground floor; math may use core's errors, never the other way round.
const annexes = ["labels", "testing"];
const above = (floor) => [...floors.slice(floor + 1).flat(), ...annexes];
const room = (names) => `^src/(${names.join("|")})/`;

module.exports = {
  forbidden: [
    { name: "no-circular", severity: "error", from: {}, to: { circular: true } },
    {
      name: "room-by-its-index",
      comment: "Another room is entered through its index.ts only.",
      severity: "error",
      from: { path: "^src/([^/]+)/" },
      to: { path: "^src/[^/]+/", pathNot: ["^src/$1/", "^src/[^/]+/index\\.ts$"] },
    },
    {
      name: "root-by-index",
      severity: "error",
      from: { path: "^src/index\\.ts$" },
      to: { path: "^src/[^/]+/", pathNot: "^src/[^/]+/index\\.ts$" },
    },
    ...floors.map((names, floor) => ({
      name: `floor-${floor}-looks-down`,
      comment: "Imports go down only.",
      severity: "error",
      from: { path: room(names) },
      to: { path: room(above(floor)) },
    })),
    ...floors.map((names, floor) => ({
      name: `floor-${floor}-neighbours`,
      comment: "Rooms on one floor do not know each other.",
      severity: "error",
      from: { path: `^src/(${names.join("|")})/` },
      to: { path: room(names), pathNot: "^src/$1/" },
    })),
    {
      name: "annex-imports-types-and-ground",
      comment: "labels import nothing but core.",
      severity: "error",
      from: { path: "^src/labels/" },
      to: { path: "^src/", pathNot: "^src/(labels|core)/" },
    },
    {
      name: "only-schemas-load-zod",
      severity: "error",
      from: { path: "^src/", pathNot: "\\.schema\\.ts$" },
      to: { path: "node_modules/zod", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "only-core-loads-decimal-and-date-fns",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/core/" },
      to: { path: "node_modules/(decimal\\.js|date-fns|@date-fns)" },
    },
    {
      name: "runtime-dependencies-only",
      severity: "error",
      from: { path: "^src/" },
      to: { dependencyTypes: ["npm-dev", "npm-optional", "npm-peer", "npm-no-pkg", "npm-unknown"] },
    },
    { name: "no-node-builtins", severity: "error", from: { path: "^src/" }, to: { dependencyTypes: ["core"] } },
    { name: "no-orphans-unresolved", severity: "error", from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { extensions: [".ts", ".js"], conditionNames: ["import", "types", "default"] },
  },
};
