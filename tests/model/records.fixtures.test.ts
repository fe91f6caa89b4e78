import { readdirSync, readFileSync } from "node:fs";
import {
  parseCases,
  parseContracts,
  parseCustomers,
  parseEmployees,
  parseFeedback,
  parseInteractions,
  parsePartners,
  parseProducts,
  parseTransactions,
  type RecordKind,
  recordJsonSchema,
} from "clientele/model";
import { describe, expect, test } from "vitest";

const parse = {
  customers: parseCustomers,
  transactions: parseTransactions,
  interactions: parseInteractions,
  feedback: parseFeedback,
  cases: parseCases,
  contracts: parseContracts,
  products: parseProducts,
  partners: parsePartners,
  employees: parseEmployees,
} as const;
type Plural = keyof typeof parse;
const kinds: Readonly<Record<Plural, RecordKind>> = {
  customers: "customer",
  transactions: "transaction",
  interactions: "interaction",
  feedback: "feedback",
  cases: "case",
  contracts: "contract",
  products: "product",
  partners: "partner",
  employees: "employee",
};

const folder = new URL("./fixtures/", import.meta.url);
// Files of released versions are added and never changed: what a host has stored can always be read.
const files = readdirSync(folder).filter((file) => file.startsWith("records-"));

describe.each(files)("%s", (file) => {
  const stored = JSON.parse(readFileSync(new URL(file, folder), "utf8")) as Record<Plural, object[]>;

  test.each(Object.keys(parse) as Plural[])("%s are read back as they were stored", (plural) => {
    const parsed: Partial<Record<string, unknown>> = parse[plural](stored[plural]) as object;
    expect(parsed.rejected).toEqual([]);
    expect(parsed[plural]).toEqual(stored[plural]);
  });

  test.each(Object.keys(parse) as Plural[])("%s have every field that this version knew", (plural) => {
    const used = new Set(stored[plural].flatMap((record) => Object.keys(record)));
    const known = Object.keys(recordJsonSchema(kinds[plural]).properties as object);
    if (file === files.at(-1)) expect([...used].sort()).toEqual(known.sort());
    else expect(known).toEqual(expect.arrayContaining([...used]));
  });
});

test("there are stored records", () => {
  expect(files.length).toBeGreaterThan(0);
});
