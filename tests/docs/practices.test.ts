import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { countStates, type Practice, readPractices, renderPractices, stateOf } from "../../scripts/practices-page.mjs";
import { root } from "../support/checkout.js";

const practices = readPractices();
const rows = practices.chapters.flatMap((chapter) => chapter.rows);
const read = (file: string): string => readFileSync(join(root, file), "utf8");
const nameOf = (path: string): string => path.split(".")[1] ?? "";

describe("the practices of customer management", () => {
  it("are 125 practices and 21 classifications, each once", () => {
    const classes = practices.chapters.find(({ id }) => id === "K")?.rows ?? [];
    expect([rows.length - classes.length, classes.length]).toEqual([125, 21]);
    const ids = [...rows, ...practices.outside].map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it("are this far: whoever finishes one moves the numbers", () => {
    expect(countStates(rows)).toEqual({ done: 140, partly: 5, waiting: 0, outside: 1 });
  });

  it.each([...new Set(rows.flatMap(({ functions }) => functions))])(
    "name %s, which is a public function",
    async (path) => {
      const [room, name = ""] = path.split(".");
      expect((await import(`../../src/${room}/index.ts`))[name]).toBeTypeOf("function");
    },
  );

  it.each(rows.filter(hasPlace))("show $id in $see, which uses one of its functions", ({ functions, see }) => {
    expect(existsSync(join(root, see)), see).toBe(true);
    const shown = functions.filter((path) => new RegExp(`\\b${nameOf(path)}\\b`).test(sourceOf(see)));
    expect(shown, `${see} uses none of ${functions.join(", ")}`).not.toEqual([]);
  });

  it("that wait or are out of scope promise no function and no example; what is missing and why is said in both languages", () => {
    const without = rows.filter((row) => ["waiting", "outside"].includes(stateOf(row)));
    expect(
      without.filter(({ see, waits, functions }) => see !== undefined || waits !== undefined || functions.length > 0),
    ).toEqual([]);
    const said = rows.flatMap(({ practice, means, waits, outside }) => [
      practice,
      means,
      ...[waits, outside].filter((words) => words !== undefined),
    ]);
    expect(said.filter(({ en, zhCN }) => en.trim() === "" || !/\p{Script=Han}/u.test(zhCN))).toEqual([]);
  });

  it.each([
    ["docs/reference/practices.md", "en"],
    ["docs/reference/practices.zh-CN.md", "zhCN"],
  ] as const)("stand in %s, which is up to date (`npm run docs` writes it)", (file, language) => {
    expect(read(file)).toBe(renderPractices(practices, language));
  });
});

function hasPlace(row: Practice): row is Practice & { readonly see: string } {
  return row.see !== undefined;
}

/** The file, and for an example of several files the whole folder's main parts. */
function sourceOf(see: string): string {
  const rest =
    see === "examples/main-job/main.mjs"
      ? ["rooms", "report"].map((part) => read(`examples/main-job/${part}.mjs`))
      : [];
  return [read(see), ...rest].join("\n");
}
