import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "../support/checkout.js";

const folder = join(root, "examples");
const names = readdirSync(folder).filter(
  (name) => name.endsWith(".mjs") && !["run-all.mjs", "sample.mjs"].includes(name),
);

describe("every example", () => {
  test("answers one question in under 60 lines, and has its output beside it", () => {
    expect(names.length).toBeGreaterThanOrEqual(10);
    for (const name of names) {
      expect(readFileSync(join(folder, name), "utf8").split("\n").length, name).toBeLessThan(60);
      expect(existsSync(outputOf(name)), name).toBe(true);
    }
  });

  test.each(names)("%s prints what stands there", { timeout: 60_000 }, (name) => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [join(folder, name)], {
      cwd: root,
      encoding: "utf8",
    });
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toBe(readFileSync(outputOf(name), "utf8"));
  });
});

function outputOf(name: string): string {
  return join(folder, "output", name.replace(".mjs", ".txt"));
}
