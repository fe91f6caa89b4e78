import { readdirSync, readFileSync } from "node:fs";
import { recordJsonSchema } from "clientele/model";
import { describe, expect, test } from "vitest";
import { recordKinds } from "./support/record-kinds.js";

const folder = new URL("./fixtures/", import.meta.url);
// Files of released versions are added and never changed: what a host has stored can always be read.
const files = readdirSync(folder).filter((file) => file.startsWith("records-"));

describe.each(files)("%s", (file) => {
  const stored = JSON.parse(readFileSync(new URL(file, folder), "utf8")) as Record<string, object[]>;

  test.each(recordKinds)("each stored %s is read back", (_kind, _schema, parse, plural) => {
    const parsed: Partial<Record<string, unknown>> = parse(stored[plural] ?? []) as object;
    expect(parsed.rejected).toEqual([]);
    expect(parsed[plural]).toEqual(stored[plural]);
  });

  test.each(recordKinds)("a %s has every field that this version knew", (kind, _schema, _parse, plural) => {
    const used = new Set(stored[plural]?.flatMap((record) => Object.keys(record)));
    const known = Object.keys(recordJsonSchema(kind).properties as object);
    if (file === files.at(-1)) expect([...used].sort()).toEqual(known.sort());
    else expect(known).toEqual(expect.arrayContaining([...used]));
  });
});

test("there are stored records", () => {
  expect(files.length).toBeGreaterThan(0);
});
