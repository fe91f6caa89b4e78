// Refuses a release whose tag, version, lock and changelog do not say the same, or which provenance could not vouch for:
// `node scripts/check-release.mjs v0.1.0`.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** What is wrong with a release, one sentence each. */
export function faultsOfRelease(tag, { manifest, lock, changelog }) {
  const { version, repository } = manifest;
  const faults = [
    [tag !== `v${version}`, `the tag is ${tag}, package.json has version ${version}`],
    [
      lock.version !== version || lock.packages[""].version !== version,
      "the lock has another version: run `node scripts/complete-lock.mjs`",
    ],
    [!changelog.includes(`\n## ${version}\n`), `CHANGELOG.md has no chapter ${version}: run \`npx changeset version\``],
    [repository === undefined, "package.json names no `repository`, which provenance compares with the workflow's"],
  ];
  return faults.filter(([isFault]) => isFault).map(([, fault]) => fault);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const read = (file) => readFileSync(new URL(`../${file}`, import.meta.url), "utf8");
  const manifest = JSON.parse(read("package.json"));
  const faults = faultsOfRelease(process.argv[2], {
    manifest,
    lock: JSON.parse(read("package-lock.json")),
    changelog: read("CHANGELOG.md"),
  });
  for (const fault of faults) console.error(fault);
  process.exitCode = faults.length === 0 ? 0 : 1;
}
