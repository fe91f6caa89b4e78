// Times the library beside other tools: a process per contender, interleaved over rounds, results compared.
// node bench/run.mjs [--suite NAME] [--size N] [--only CONTENDER,…] [--rounds 3] [--repetitions 3] [--json] [--keep] [--force]
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { keep } from "./internal/keep.mjs";
import { report } from "./internal/report.mjs";

const { values: options } = parseArgs({
  options: {
    suite: { type: "string" },
    size: { type: "string" },
    only: { type: "string" },
    rounds: { type: "string", default: "3" },
    repetitions: { type: "string", default: "3" },
    json: { type: "boolean", default: false },
    keep: { type: "boolean", default: false },
    force: { type: "boolean", default: false },
  },
});
const here = fileURLToPath(new URL(".", import.meta.url));
const QUIET = 1.5;

if (options.keep && options.only !== undefined) {
  console.error("--keep takes whole suites: leave out --only.");
  process.exit(1);
}
if (!existsSync(`${here}node_modules`)) {
  console.error("Installing the peers of bench/package.json …");
  const { status } = spawnSync("npm", ["ci", "--no-audit", "--no-fund"], { cwd: here, stdio: ["ignore", 2, 2] });
  if (status !== 0) process.exit(1);
}
const loadBefore = loadavg()[0];
if (loadBefore > QUIET && !options.force) {
  console.error(
    `The machine is busy (load ${loadBefore.toFixed(2)}, wanted at most ${QUIET}): figures would mislead. --force runs all the same.`,
  );
  process.exit(1);
}

const { suites } = await import("./suites/index.mjs");
const results = [];
for (const [suiteName, suite] of Object.entries(suites)) {
  if (options.suite !== undefined && options.suite !== suiteName) continue;
  for (const size of options.size === undefined ? suite.sizes : [Number(options.size)]) {
    results.push({
      suite: suiteName,
      title: suite.title,
      size,
      baseline: suite.baseline,
      goals: suite.goals,
      recorded: suite.recorded?.[size],
      rows: runSuite(suiteName, suite, size),
    });
  }
}
const machine = {
  node: process.version,
  cpus: cpus().length,
  model: cpus()[0]?.model,
  memoryGB: Math.round(totalmem() / 2 ** 30),
  loadBefore,
  loadAfter: loadavg()[0],
  forced: options.force,
};
if (options.json) console.log(JSON.stringify({ machine, results }, null, 2));
else console.log(report(machine, results));
if (options.keep) {
  const file = new URL("../docs/reference/benchmarks.json", import.meta.url);
  const earlier = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
  const forced = loadBefore > QUIET;
  writeFileSync(
    file,
    `${JSON.stringify(keep(earlier, { ...machine, forced }, results, Object.keys(suites)), null, 2)}\n`,
  );
  spawnSync(process.execPath, [fileURLToPath(new URL("../scripts/benchmarks-page.mjs", import.meta.url))]);
}
if (results.some(({ rows }) => rows.some((row) => !row.agrees))) process.exitCode = 1;

function runSuite(suiteName, suite, size) {
  const wanted = options.only?.split(",");
  const names = Object.entries(suite.contenders)
    .filter(
      ([name, { upTo = Number.POSITIVE_INFINITY }]) => size <= upTo && (wanted === undefined || wanted.includes(name)),
    )
    .map(([name]) => name);
  const samples = new Map(names.map((name) => [name, []]));
  for (let round = 0; round < Number(options.rounds); round++) {
    // Each round starts with another contender, so that none has the quiet end of the machine for itself.
    for (const name of [...names.slice(round % names.length), ...names.slice(0, round % names.length)]) {
      if (round > 0 && suite.contenders[name].once) continue;
      process.stderr.write(`\r\u001b[K${suiteName} ${size.toLocaleString("en")}: round ${round + 1}, ${name}`);
      samples
        .get(name)
        .push(runContender(suiteName, name, size, suite.contenders[name].once ? 0 : Number(options.repetitions)));
    }
  }
  process.stderr.write("\r\u001b[K");
  return summarise(names, samples, (name) => suite.contenders[name].question ?? "");
}

function runContender(suiteName, name, size, repetitions) {
  const args = [
    "--expose-gc",
    "--max-old-space-size=12000",
    `${here}contender.mjs`,
    suiteName,
    name,
    String(size),
    String(repetitions),
  ];
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: "utf8", maxBuffer: 2 ** 28 });
  if (status !== 0) throw new Error(`${name} failed:\n${stderr}`);
  return { ...JSON.parse(stdout.trim().split("\n").at(-1)), load: loadavg()[0] };
}

function summarise(names, samples, questionOf) {
  // Contenders of one question must come to one answer; a suite may ask several.
  const digests = names.map((name) => JSON.stringify(samples.get(name)[0].digest));
  return names.map((name, index) => ({
    contender: name,
    cold: samples.get(name).map(({ cold }) => cold.wallMs),
    warm: samples.get(name).flatMap(({ warm }) => warm.map(({ wallMs }) => wallMs)),
    cpu: samples
      .get(name)
      .flatMap(({ warm, cold }) => (warm.length === 0 ? [cold.cpuMs] : warm.map(({ cpuMs }) => cpuMs))),
    peakMB: Math.max(...samples.get(name).map(({ peakMB }) => peakMB)),
    load: Math.max(...samples.get(name).map(({ load }) => load)),
    digest: samples.get(name)[0].digest,
    agrees: digests[index] === digests[names.findIndex((other) => questionOf(other) === questionOf(name))],
  }));
}
