// Runs vitest and ends with one plain line that any CI can read: `N passed, N failed`.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const vitest = fileURLToPath(new URL("../node_modules/vitest/vitest.mjs", import.meta.url));

/** Ends the process: 0 only when something ran, nothing failed and vitest itself is content. */
export function runVitest(args, env = {}) {
  const folder = mkdtempSync(join(tmpdir(), "clientele-test-"));
  const report = join(folder, "report.json");
  const { status } = spawnSync(
    process.execPath,
    [vitest, "run", ...args, "--reporter=default", "--reporter=json", `--outputFile.json=${report}`],
    { cwd: root, stdio: "inherit", env: { ...process.env, ...env } },
  );
  const { passed, failed, skipped } = count(report);
  rmSync(folder, { recursive: true });
  for (const name of skipped) console.log(`skipped: ${name}`);
  // A type error outside a test, an unhandled rejection or an empty run is a failure too.
  const ok = status === 0 && failed === 0 && passed > 0;
  finish(passed, ok || failed > 0 ? failed : 1);
}

/** Prints the closing line and ends the process. */
export function finish(passed, failed) {
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
}

function count(report) {
  const tally = { passed: 0, failed: 0, skipped: [] };
  let files;
  try {
    files = JSON.parse(readFileSync(report, "utf8")).testResults;
  } catch {
    return tally;
  }
  for (const file of files) {
    if (file.status === "failed" && file.assertionResults.length === 0) tally.failed++;
    for (const { status, fullName } of file.assertionResults) {
      if (status === "passed") tally.passed++;
      else if (status === "failed") tally.failed++;
      else tally.skipped.push(fullName);
    }
  }
  return tally;
}
