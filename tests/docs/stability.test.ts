import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as clientele from "clientele";
import * as ledger from "clientele/ledger";
import { describe, expect, it } from "vitest";
import { root } from "../support/checkout.js";

const read = (file: string): string => readFileSync(join(root, file), "utf8");
const namesIn = (text: string): string[] => [...text.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name);
const english = read("docs/reference/stability.md");

describe("what stays stable", () => {
  it("names fixtures that are there, and every fixture that is there", () => {
    const named = namesIn(english).filter((name) => name.startsWith("tests/"));
    const fixtures = readdirSync(join(root, "tests"), { recursive: true, encoding: "utf8" })
      .map((file) => `tests/${file.replaceAll("\\", "/")}`)
      .filter((file) => /\/fixtures\/[^/]+\.json$/.test(file));
    expect([...new Set(named)].sort()).toEqual(fixtures.sort());
  });

  it("names functions and codes that exist", () => {
    const names = namesIn(english).filter((name) => /^([a-z]+[A-Z]\w*|fold|conditions)$/.test(name));
    expect(names.length).toBeGreaterThan(20);
    expect(names.filter((name) => !Object.hasOwn({ ...clientele, ...ledger }, name))).toEqual([]);
    const codes = namesIn(english).filter((name) => /^[A-Z]+(_[A-Z]+)+$/.test(name));
    expect(codes).toHaveLength(3);
    expect(codes.filter((code) => !Object.hasOwn(clientele.en, code))).toEqual([]);
  });

  it("is held for whatever defines, serializes or dehydrates: a test reads a stored one", () => {
    const tests = readdirSync(join(root, "tests"), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".test.ts"))
      .map((file) => read(`tests/${file}`))
      .filter((text) => /["`/]fixtures\//.test(text))
      .join("\n");
    const kinds = Object.keys({ ...clientele, ...ledger }).flatMap(
      (name) => /^(?:define|serialize|dehydrate)([A-Z]\w*)$/.exec(name)?.[1] ?? [],
    );
    expect(kinds.length).toBeGreaterThan(15);
    const isRead = (kind: string): boolean =>
      new RegExp(`\\b(define|validate|deserialize|hydrate)${kind}\\b`).test(tests);
    expect(kinds.filter((kind) => !isRead(kind))).toEqual([]);
  });

  it("says the same in Chinese: table, codes, versions, sections", () => {
    const chinese = read("docs/reference/stability.zh-CN.md");
    const shape = (text: string) => [namesIn(text), text.match(/^## /gm)?.length, text.match(/\b\d+\.\d+(\.\d+)?/g)];
    expect(shape(chinese)).toEqual(shape(english));
  });
});
