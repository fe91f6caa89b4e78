import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../support/checkout.js";

/** The rows `| you want | `call`, `call` | `clientele/room` |` of a README's table. */
function promisesOf(readme: string): { readonly room: string; readonly name: string }[] {
  const text = readFileSync(join(root, readme), "utf8");
  const rows = [...text.matchAll(/^\| [^|]+ \| ([^|]+) \| `clientele\/(\w+)` \|$/gm)];
  return rows.flatMap(([, calls = "", room = ""]) =>
    [...calls.matchAll(/`(\w+)`/g)].map(([, name = ""]) => ({ room, name })),
  );
}

describe.each(["README.md", "README.zh-CN.md"])("%s", (readme) => {
  const promises = promisesOf(readme);

  it("has a table of what one gets", () => {
    expect(promises.length).toBeGreaterThan(20);
  });

  it.each(promises)("promises $name of $room, which exists", async ({ room, name }) => {
    const exported = await import(`../../src/${room}/index.ts`);
    expect(exported[name]).toBeTypeOf("function");
  });
});

it("says the same in both languages", () => {
  expect(promisesOf("README.zh-CN.md")).toEqual(promisesOf("README.md"));
});

it.each(["README.md", "README.zh-CN.md"])("%s is read in five minutes", (readme) => {
  const lines = readFileSync(join(root, readme), "utf8").trimEnd().split("\n");
  expect(lines.length).toBeLessThanOrEqual(170);
});
