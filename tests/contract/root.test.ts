import * as root from "clientele";
import { expect, test } from "vitest";
import { rooms } from "../../scripts/exports.mjs";
import { leftToRooms } from "../../scripts/root.mjs";

test("the root has every value of the rooms but their short names and the kits for tests", async () => {
  const expected = new Set<string>();
  for (const room of rooms().filter((name) => name !== "testing")) {
    const names = Object.keys(await import(`../../src/${room}/index.ts`));
    const left = leftToRooms[room] ?? [];
    expect(left.filter((name) => !names.includes(name))).toEqual([]);
    for (const name of names) if (!left.includes(name)) expected.add(name);
  }
  expect(Object.keys(root).sort()).toEqual([...expected].sort());
  for (const name of ["last", "current", "known", "accept"]) expect(root).not.toHaveProperty(name);
});
