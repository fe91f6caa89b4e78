import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { lockedFolders } from "../../scripts/complete-lock.mjs";
import { rooms } from "../../scripts/exports.mjs";
import { root } from "../support/checkout.js";

interface Changeset {
  readonly id: string;
  readonly type: string;
  readonly summary: string;
}
interface Generator {
  readChangesets(folder: string): Changeset[];
  groupByRoom(changesets: readonly Changeset[]): string;
}
const { readChangesets, groupByRoom }: Generator = createRequire(import.meta.url)("../../.changeset/changelog.cjs");

it("every changeset is a release of this package with words of its own", () => {
  const told = readChangesets(join(root, ".changeset"));
  expect(
    told.filter(({ type, summary }) => !["patch", "minor", "major"].includes(type) || summary.length < 20),
  ).toEqual([]);
});

it("changesets stand under the room that their file is named after, the rest under the package", () => {
  const of = (id: string): Changeset => ({ id, type: "minor", summary: `What ${id} brings.` });
  const text = groupByRoom(["core-time", "value", "value-top-tens", "without-intl"].map(of));
  expect(text).toBe(`#### \`clientele/value\`

What value brings.

What value-top-tens brings.

#### \`clientele/core\`

What core-time brings.

#### The package

What without-intl brings.
`);
});

/** A copy of what a release touches, under git as changesets wants it. */
function copyOfTheCheckout(): string {
  const copy = mkdtempSync(join(tmpdir(), "clientele-release-"));
  onTestFinished(() => rmSync(copy, { recursive: true, force: true }));
  for (const path of ["package.json", "package-lock.json", "CHANGELOG.md", ".changeset"]) {
    cpSync(join(root, path), join(copy, path), { recursive: true });
  }
  mkdirSync(join(copy, "scripts"));
  for (const script of ["floors.json", "complete-lock.mjs"])
    cpSync(join(root, "scripts", script), join(copy, "scripts", script));
  for (const folder of lockedFolders.filter((folder) => folder !== ".")) {
    mkdirSync(join(copy, folder), { recursive: true });
    cpSync(join(root, folder, "package-lock.json"), join(copy, folder, "package-lock.json"));
  }
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"), "junction");
  const git = (...words: string[]): Buffer =>
    execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@b.c", ...words], { cwd: copy });
  git("init", "-q", "-b", "main");
  git("add", "package.json", ".changeset");
  git("commit", "-q", "-m", "before");
  return copy;
}

it("a release, tried on a copy, gives the next version and a changelog by room, and the lock agrees", {
  timeout: 60_000,
}, () => {
  const copy = copyOfTheCheckout();
  const { version: before } = JSON.parse(readFileSync(join(copy, "package.json"), "utf8"));
  const waiting = readChangesets(join(copy, ".changeset"));
  execFileSync(process.execPath, [join(root, "node_modules/@changesets/cli/bin.js"), "version"], { cwd: copy });
  execFileSync(process.execPath, ["scripts/complete-lock.mjs"], { cwd: copy });

  const { version } = JSON.parse(readFileSync(join(copy, "package.json"), "utf8"));
  const lock = JSON.parse(readFileSync(join(copy, "package-lock.json"), "utf8"));
  expect([lock.version, lock.packages[""].version]).toEqual([version, version]);
  const changelog = readFileSync(join(copy, "CHANGELOG.md"), "utf8");
  if (waiting.length === 0) return expect(version).toBe(before);
  if (before === "0.0.0") {
    expect(version).toBe("0.1.0");
    for (const room of rooms()) expect(changelog).toContain(`#### \`clientele/${room}\``);
  }
  expect(changelog).toContain(`## ${version}`);
  for (const { summary } of waiting) expect(changelog.split(summary.split("\n")[0] as string)).toHaveLength(2);
  expect(readChangesets(join(copy, ".changeset"))).toEqual([]);
});
