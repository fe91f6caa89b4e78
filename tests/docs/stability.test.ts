import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as clientele from "clientele";
import * as ledger from "clientele/ledger";
import { expect, it } from "vitest";
import { root } from "../support/checkout.js";

const page = readFileSync(join(root, "docs/reference/stability.md"), "utf8");
const named = [...page.matchAll(/`(tests\/[^`]+\.json)`/g)].map(([, file = ""]) => file);

it("names fixtures that are there, and every fixture that is there", () => {
  expect(named.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  const fixtures = readdirSync(join(root, "tests"), { recursive: true, encoding: "utf8" })
    .map((file) => `tests/${file.replaceAll("\\", "/")}`)
    .filter((file) => /\/fixtures\/[^/]+\.json$/.test(file));
  expect([...new Set(named)].sort()).toEqual(fixtures.sort());
});

it("names functions and codes that exist", () => {
  const names = [...page.matchAll(/`([a-z]+[A-Z]\w*|fold|conditions)`/g)].map(([, name = ""]) => name);
  expect(names.length).toBeGreaterThan(20);
  expect(names.filter((name) => !Object.hasOwn({ ...clientele, ...ledger }, name))).toEqual([]);
  const codes = [...page.matchAll(/`([A-Z]+(?:_[A-Z]+)+)`/g)].map(([, code = ""]) => code);
  expect(codes).toHaveLength(3);
  expect(codes.filter((code) => !Object.hasOwn(clientele.en, code))).toEqual([]);
});
