import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { completeLock, lockedFolders, missingOptionalPackages } from "../../scripts/complete-lock.mjs";
import { root } from "../support/checkout.js";

test.each(lockedFolders)(
  "the lock of %s names no address and every platform (`node scripts/complete-lock.mjs`)",
  (folder) => {
    const lock = readFileSync(join(root, folder, "package-lock.json"), "utf8");
    expect(lock).not.toMatch(/"resolved": "http/);
    expect(missingOptionalPackages(JSON.parse(lock))).toEqual([]);
  },
);

test.each(lockedFolders)("the lock of %s agrees with its package.json", (folder) => {
  const read = (name: string) => JSON.parse(readFileSync(join(root, folder, name), "utf8"));
  const { version, dependencies = {}, devDependencies = {} } = read("package.json");
  const { packages } = read("package-lock.json");
  const locked = packages[""];
  expect(locked.version).toBe(version);
  expect(locked.dependencies ?? {}).toEqual(dependencies);
  expect(locked.devDependencies ?? {}).toEqual(devDependencies);
});

test("a lock that leaves out a platform is told, and completed", () => {
  const tool = { dev: true, license: "MIT", optionalDependencies: { "tool-linux-x64-musl": "1.0.0" } };
  const incomplete = { packages: { "node_modules/tool": tool } };
  expect(missingOptionalPackages(incomplete)).toHaveLength(1);
  const completed = completeLock(incomplete);
  expect(missingOptionalPackages(completed)).toEqual([]);
  expect(completed.packages).toMatchObject({
    "node_modules/tool-linux-x64-musl": {
      version: "1.0.0",
      os: ["linux"],
      cpu: ["x64"],
      libc: ["musl"],
      optional: true,
    },
  });
});
