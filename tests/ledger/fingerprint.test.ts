import { fingerprint } from "clientele/ledger";
import fc from "fast-check";
import { expect, test } from "vitest";
import { fnv1a64 } from "../../src/ledger/fnv1a64.js";

test.each([
  // Published vectors: L. C. Noll, test_fnv.c; also RFC 9923, appendix.
  ["", "cbf29ce484222325"],
  ["a", "af63dc4c8601ec8c"],
  ["b", "af63df4c8601f1a5"],
  ["foobar", "85944171f73967e8"],
])("64-bit FNV-1a of %j is %s", (text, hash) => {
  expect(fnv1a64(text)).toBe(hash);
});

test("agrees with the definition in big integers over UTF-8 bytes", () => {
  const mask = (1n << 64n) - 1n;
  const oracle = (text: string): string => {
    let hash = 0xcbf29ce484222325n;
    for (const byte of Buffer.from(text, "utf8")) hash = ((hash ^ BigInt(byte)) * 0x100000001b3n) & mask;
    return hash.toString(16).padStart(16, "0");
  };
  fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => void expect(fnv1a64(text)).toBe(oracle(text))));
  for (const text of ["é", "客户群", "😀", "\u{10ffff}"]) expect(fnv1a64(text)).toBe(oracle(text));
});

test("stays what it is: fingerprints are stored with events", () => {
  const order = {
    id: "99",
    at: "2026-05-01T10:00:00Z",
    amount: "49.95",
    lines: [{ sku: "A", net: 20 }, { sku: "茶" }],
  };
  expect(fingerprint(order)).toBe("6ce7c694c4f2063e");
});
