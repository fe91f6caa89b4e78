// Plants bugs in one room, runs the room's own tests on each, and says how many were caught: `npm run mutants -- ledger`.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const installed = (file) => fileURLToPath(new URL(`node_modules/@stryker-mutator/${file}`, import.meta.url));
const stryker = installed("core/bin/stryker.js");

/** Where bugs are planted: of core money, time and occasions, of other rooms everything. */
const places = {
  core: ["src/core/money", "src/core/time", "src/core/occasions"],
  ...Object.fromEntries(
    ["ledger", "scorecards", "segmentation", "lifecycle", "loyalty", "referral"].map((room) => [room, [`src/${room}`]]),
  ),
};

/** The words of errors are held by the tests of labels; an index only names. */
const isLeftOut = (file) => /\/(index|errors)\.ts$/.test(file);

const STRETCH = 12;

/** Files of the room whose path has the part, whole, or of each the first of every so many stretches of twelve lines. */
function planted(room, part, everyNth) {
  const files = places[room]
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true }).map((file) => `${folder}/${file}`))
    .filter((file) => file.endsWith(".ts") && !isLeftOut(file) && file.includes(part));
  if (everyNth === 1) return files;
  let stretch = 0;
  return files.flatMap((file) => {
    const lines = readFileSync(join(root, file), "utf8").split("\n").length;
    const starts = Array.from({ length: Math.ceil(lines / STRETCH) }, (_, index) => index * STRETCH + 1);
    return starts.filter(() => stretch++ % everyNth === 0).map((from) => `${file}:${from}-${from + STRETCH - 1}`);
  });
}

const [room, part = ""] = process.argv.slice(2);
if (!Object.hasOwn(places, room ?? "")) {
  console.error(`usage: npm run mutants -- ${Object.keys(places).join(" | ")} [part of a path]`);
  process.exit(2);
}
if (!existsSync(stryker)) {
  console.error("first: npm ci --prefix mutants");
  process.exit(2);
}

const config = join(root, ".mutants.json");
writeFileSync(
  config,
  JSON.stringify({
    testRunner: "vitest",
    plugins: [installed("vitest-runner/dist/src/index.js")],
    vitest: { configFile: "mutants/vitest.config.ts", related: false },
    mutate: planted(room, part, Number(process.env.MUTANTS_EVERY_NTH ?? 1)),
    // The words of errors are held by the tests of labels; what is set up once on import cannot be told by test.
    mutator: { excludedMutations: ["StringLiteral"] },
    ignoreStatic: true,
    // Nothing is written above files that are not mutated: a test compares one with what its script writes.
    disableTypeChecks: false,
    coverageAnalysis: "perTest",
    reporters: ["clear-text", "progress-append-only"],
    clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
    concurrency: Number(process.env.MUTANTS_AT_ONCE ?? 2),
    timeoutMS: 20_000,
    tempDirName: ".mutants",
    ignorePatterns: ["dist", "site", "coverage", "bench", ".changeset", "mutants/node_modules"],
    thresholds: { high: 95, low: 85, break: 85 },
    allowEmpty: true,
  }),
);
const { status } = spawnSync(process.execPath, [stryker, "run", config], {
  cwd: root,
  stdio: "inherit",
  env: { ...process.env, MUTANTS_ROOM: room },
});
rmSync(config, { force: true });
process.exit(status ?? 1);
