import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Catalogue, describeReasons } from "../../src/core/index.js";
import * as labels from "../../src/labels/index.js";
import { root } from "../support/checkout.js";
import { codesOfRooms } from "../support/rooms.js";

const languages: readonly (readonly [locale: string, catalogue: Catalogue])[] = [
  ["en", labels.en],
  ["zh-CN", labels.zhCN],
];
const errors = await codesOfRooms("errors");
const reasons = await codesOfRooms("reasons");
const allCodes = [...errors, ...reasons].flatMap(({ codes }) => codes);

const slotsOf = (template: string): readonly string[] =>
  [...template.matchAll(/\{(\w+)/g)].map(([, slot]) => slot as string);

/** The line of a code and the comment lines right above it: that is where its parameters are named. */
function commentOf(code: string, source: string): string {
  const lines = source.split("\n");
  const at = lines.findIndex((line) => line.includes(`"${code}"`));
  let from = at;
  while (/^\s*(\/\/|\/?\*)/.test(lines[from - 1] ?? "")) from--;
  return lines.slice(from, at + 1).join("\n");
}

describe("codes", () => {
  it("are found in every room that lists some", () => {
    expect(errors.map(({ room }) => room)).toEqual(expect.arrayContaining(["core", "ledger", "math"]));
    expect(allCodes).toEqual(expect.arrayContaining(["INVALID_AMOUNT", "core.birth-in-future"]));
  });

  it("belong to one room each", () => {
    expect(allCodes.filter((code, at) => allCodes.indexOf(code) !== at)).toEqual([]);
  });

  it("are UPPER_SNAKE for errors and room.kebab-case for reasons", () => {
    for (const { codes } of errors) for (const code of codes) expect(code).toMatch(/^[A-Z]+(_[A-Z]+)*$/);
    for (const { room, codes } of reasons) {
      for (const code of codes) expect(code).toMatch(new RegExp(`^${room}(\\.[a-z0-9]+(-[a-z0-9]+)*)+$`));
    }
  });
});

describe.each(languages)("the words in %s", (locale, catalogue) => {
  it.each(errors)("render every error code of $room", ({ codes, source }) => {
    for (const code of codes) {
      expect(Object.hasOwn(catalogue, code), `${code} has no words`).toBe(true);
      // Refusals are plain data with fields of their own.
      const fields = slotsOf(catalogue[code]!).filter((slot) => source.includes(`readonly ${slot}:`));
      const params = {
        ...{ path: "rows[3]", expected: "this", received: "that", hint: "so" },
        ...Object.fromEntries(fields.map((field) => [field, 7])),
      };
      const [sentence] = describeReasons([{ code, params }], catalogue);
      expect(sentence, code).not.toMatch(/[{}|]/);
      expect(sentence!.length, code).toBeGreaterThan(5);
    }
  });

  it.each(reasons)(
    "render every reason code of $room from the parameters that its comment names",
    ({ codes, source }) => {
      for (const code of codes) {
        expect(Object.hasOwn(catalogue, code), `${code} has no words`).toBe(true);
        const comment = commentOf(code, source);
        const named = slotsOf(catalogue[code]!).filter((slot) => new RegExp(`\\b${slot}\\b`).test(comment));
        for (const count of [1, 2]) {
          const params = Object.fromEntries(named.map((slot) => [slot, count]));
          expect(describeReasons([{ code, params }], catalogue)[0], code).not.toMatch(/[{}|]/);
        }
      }
    },
  );

  it("are all in the catalogue, each once", async () => {
    const folder = join(root, "src/labels", locale);
    const files = readdirSync(folder).filter((file) => file !== "index.ts");
    const parts = await Promise.all(files.map(async (file) => Object.values(await import(join(folder, file)))));
    const keys = parts.flat().flatMap((words) => Object.keys(words as Catalogue));
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
    expect([...keys].sort()).toEqual(Object.keys(catalogue).sort());
  });

  it("stand for codes that some room has", () => {
    const upper = Object.keys(catalogue).filter((key) => /^[A-Z]/.test(key));
    expect(upper.filter((key) => !allCodes.includes(key))).toEqual([]);
  });
});

it("say the same in every language: same keys, same parameters", () => {
  const [[, english], ...others] = languages as [(typeof languages)[0], ...(typeof languages)[0][]];
  for (const [locale, catalogue] of others) {
    expect(Object.keys(catalogue).sort()).toEqual(Object.keys(english).sort());
    for (const [key, template] of Object.entries(catalogue)) {
      expect([...new Set(slotsOf(template))].sort(), `${key} in ${locale}`).toEqual(
        [...new Set(slotsOf(english[key]!))].sort(),
      );
    }
  }
});

it("covers every language that is shipped", () => {
  expect(Object.values(labels)).toEqual(languages.map(([, catalogue]) => catalogue));
});
