import { accept, deserializeLedger, type LedgerRules, ledgerDecider } from "clientele/ledger";
import { describe, expect, test } from "vitest";
import { dropAnswersBefore, noAnswers, recallAnswer, rememberAnswer, uniteAnswers } from "../../src/ledger/answers.js";
import { fnv1a64 } from "../../src/ledger/fnv1a64.js";
import { codeOf, faultOf } from "../support/fault-of.js";

// What planted bugs had got past: values one below, on and one above each bound.

/** The 64-bit FNV-1a of the bytes that a text has in UTF-8, in big integers. */
function oracle(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) hash = ((hash ^ BigInt(byte)) * 0x100000001b3n) & (2n ** 64n - 1n);
  return hash.toString(16).padStart(16, "0");
}

test.each([0x7f, 0x80, 0x81, 0x7ff, 0x800, 0x801, 0xffff, 0x1_0000, 0x1_0001, 0x10_ffff])(
  "the hash of U+%# is that of its bytes",
  (point) => {
    for (const text of [String.fromCodePoint(point), `a${String.fromCodePoint(point)}z`]) {
      expect(fnv1a64(text)).toBe(oracle(text));
    }
  },
);

describe("what a payload means", () => {
  interface Note {
    readonly type: "note";
    readonly key: string;
    readonly at: string;
    readonly what?: unknown;
  }
  const rules: LedgerRules<number, Note, { readonly n: number }, { note: number }, never> = {
    initialState: () => 0,
    decide: { note: () => accept(1, { n: 1 }) },
    evolve: (sum, { n }) => sum + n,
  };
  const decider = ledgerDecider(rules);
  const note = (what: unknown): Note => ({ type: "note", key: "k", at: "2026-03-01T00:00:00Z", what });
  const isSame = (one: unknown, other: unknown): boolean => {
    const first = decider.decide(note(one), decider.initialState());
    const again = first.ok && decider.decide(note(other), first.state);
    return again !== false && again.ok && again.replayed;
  };
  const instant = Date.UTC(2026, 2, 1, 12);
  test.each([
    ["10.50", "10.5", true],
    ["10.50", 10.5, true],
    ["10.05", "10.5", false],
    ["100", "1", false],
    ["0", -0, true],
    ["-0.00", 0, true],
    [{ epochMilliseconds: instant }, "2026-03-01T12:00:00Z", true],
    [{ epochMilliseconds: instant }, "2026-03-01T12:00:00.001Z", false],
    [{ epochMilliseconds: instant, by: "till" }, "2026-03-01T12:00:00Z", false],
    [{ epochMilliseconds: "7" }, { epochMilliseconds: 7 }, false],
    [null, undefined, false],
    [[], undefined, true],
    [[null], [], false],
    [true, "true", false],
  ])("%j and %j are one: %s", (one, other, same) => {
    expect(isSame(one, other)).toBe(same);
  });
});

describe("answers", () => {
  const stamp = (key: string, at = "2026-03-01T00:00:00.000Z") => ({
    type: "note",
    key,
    at,
    fingerprint: "f",
    outcome: key,
  });
  const [early, late] = ["2026-01-01T00:00:00.000Z", "2026-02-01T00:00:00.000Z"];

  test.each([
    [null, null, null],
    [null, early, early],
    [early, null, early],
    [early, late, late],
    [late, early, late],
    [early, early, early],
  ])("of horizons %s and %s the later holds", (one, other, both) => {
    const of = (forgottenBefore: string | null) => ({ ...noAnswers, forgottenBefore });
    expect(uniteAnswers(of(one), of(other)).forgottenBefore).toBe(both);
  });

  test("a key that both know stands once, with the first one's answer", () => {
    const one = rememberAnswer(noAnswers, stamp("a"));
    const other = rememberAnswer(rememberAnswer(noAnswers, { ...stamp("a"), outcome: "other" }), stamp("b"));
    const both = uniteAnswers(one, other);
    expect(both.shelves.flat().map(({ key, outcome }) => [key, outcome])).toEqual([
      ["a", "a"],
      ["b", "b"],
    ]);
  });

  test("a horizon that is not later changes nothing", () => {
    const answers = dropAnswersBefore(rememberAnswer(noAnswers, stamp("a", late)), late);
    for (const before of [early, late]) expect(dropAnswersBefore(answers, before)).toBe(answers);
    expect(dropAnswersBefore(answers, "2026-02-01T00:00:00.001Z").shelves).toEqual([]);
  });

  test.each([31, 32, 33, 64, 65])("of %i, each is found and no other", (count) => {
    let answers = noAnswers;
    for (let i = 0; i < count; i++) answers = rememberAnswer(answers, stamp(`k${i}`));
    for (let i = 0; i < count; i++) expect(recallAnswer(answers, "note", `k${i}`)?.outcome).toBe(`k${i}`);
    expect([recallAnswer(answers, "note", `k${count}`), recallAnswer(answers, "call", "k0")]).toEqual([
      undefined,
      undefined,
    ]);
  });
});

describe("snapshots", () => {
  const format = { kind: "jar", schemaVersion: 2, read: Number, upgrades: { 1: Number } };
  const at = "2026-03-01T00:00:00.000Z";
  const stamp = { type: "note", key: "k", at, fingerprint: "f", outcome: 1 };
  const snapshot = (change: object) =>
    JSON.stringify({
      kind: "jar",
      schemaVersion: 2,
      version: 1,
      answers: { forgottenBefore: null, shelves: [] },
      current: 5,
      ...change,
    });
  const answered = (change: object, forgottenBefore: unknown = null) => ({
    answers: { forgottenBefore, shelves: [[{ ...stamp, ...change }]] },
  });
  test.each([
    [{ version: -1 }, "INVALID_SNAPSHOT"],
    [{ version: 0 }, undefined],
    [{ version: 0.5 }, "INVALID_SNAPSHOT"],
    [{ schemaVersion: 0 }, "INVALID_SNAPSHOT"],
    [{ schemaVersion: 1 }, undefined],
    [{ schemaVersion: 3 }, "SNAPSHOT_TOO_NEW"],
    [{ schemaVersion: "3" }, "INVALID_SNAPSHOT"],
    [answered({}), undefined],
    [{ ...answered({}), version: 0 }, "INVALID_SNAPSHOT"],
    [answered({ at: "2026-03-01T00:00:00.000+00:00" }), "INVALID_SNAPSHOT"],
    [answered({ at: "soonZ" }), "INVALID_SNAPSHOT"],
    [answered({ at: 5 }), "INVALID_SNAPSHOT"],
    [answered({}, at), undefined],
    [answered({}, "2026-03-01"), "INVALID_SNAPSHOT"],
  ])("%j: %s", (change, code) => {
    expect(codeOf(() => deserializeLedger(snapshot(change), format))).toBe(code);
  });

  test("what is not JSON is told as what it is", () => {
    expect(faultOf(() => deserializeLedger("{", format))).toMatchObject({
      code: "INVALID_SNAPSHOT",
      expected: "JSON text",
    });
  });
});
