import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { node, root } from "../support/checkout.js";

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

  describe("prints what stands there, under its question, when `npm run examples` runs all", () => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [join(folder, "run-all.mjs")], { encoding: "utf8" });
    const headings = names.map((name) => `\n${name.replace(".mjs", "").replaceAll("-", " ")}\n`);
    const starts = headings.map((heading) => stdout.indexOf(heading));

    test.each(names.map((name, index) => [name, index] as const))("%s", (name, index) => {
      const printed = stdout.slice(starts[index]! + headings[index]!.length, starts[index + 1]);
      expect(printed).toBe(readFileSync(outputOf(name), "utf8"));
    });

    test("all of them, and nothing but their progress on the error channel", () => {
      expect([status, starts[0]]).toEqual([0, 0]);
      expect(stderr).toBe(names.map((name, index) => `${index + 1} of ${names.length}: ${name}\n`).join(""));
    });
  });

  test("stands alone", async () => {
    const name = "who-brings-most.mjs";
    expect(await node(root, [join(folder, name)])).toBe(readFileSync(outputOf(name), "utf8"));
  });
});

function outputOf(name: string): string {
  return join(folder, "output", name.replace(".mjs", ".txt"));
}
