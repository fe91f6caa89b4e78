import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { rooms } from "../../scripts/exports.mjs";
import { root } from "../support/checkout.js";

interface Export {
  readonly name: string;
  readonly file: string;
}

/** What a room's index exports, with the file that each name comes from. */
function exportsOf(index: string): Export[] {
  const text = readFileSync(index, "utf8");
  return [...text.matchAll(/export (?:type )?\{([^}]*)\} from "(\.[^"]+)\.js"/g)].flatMap(([, names = "", from = ""]) =>
    names
      .split(",")
      .map((name) => name.trim().replace(/^type /, ""))
      .filter((name) => name !== "")
      .map((name) => ({ name, file: join(dirname(index), `${from}.ts`) })),
  );
}

const hasDocstring = ({ name, file }: Export): boolean =>
  new RegExp(`\\*/\\nexport (async function|function\\*?|const|interface|type|class) ${name}\\b`).test(
    readFileSync(file, "utf8"),
  );

const saysCategory = ({ file }: Export): boolean =>
  /\/(errors|reasons)\.ts$/.test(file) || readFileSync(file, "utf8").includes("@category ");

describe.each(rooms())("every export of %s", (room) => {
  const exported = exportsOf(join(root, "src", room, "index.ts"));

  test("is exported by name", () => {
    expect(exported.length).toBeGreaterThan(0);
  });
  test("has a docstring", () => {
    expect(exported.filter((each) => !hasDocstring(each)).map(({ name }) => name)).toEqual([]);
  });
  test("has a category, said once in its file", () => {
    expect(exported.filter((each) => !saysCategory(each)).map(({ name, file }) => `${name} in ${file}`)).toEqual([]);
  });
});

test("the public names are these: a new one is a decision", async () => {
  const listed = rooms().map((room) => {
    const names = exportsOf(join(root, "src", room, "index.ts")).map(({ name }) => name);
    return `${room}\n${names
      .sort()
      .map((name) => `  ${name}\n`)
      .join("")}`;
  });
  await expect(listed.join("\n")).toMatchFileSnapshot("public-names.txt");
});
