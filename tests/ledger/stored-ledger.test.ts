import {
  accept,
  decideAll,
  fold,
  forgetKeys,
  type Ledger,
  type LedgerOptions,
  type LedgerRules,
  ledgerDecider,
} from "clientele/ledger";
import { describe, expect, test } from "vitest";
import { noAnswers, recallAnswer, rememberAnswer, uniteAnswers } from "../../src/ledger/answers.js";
import { faultOf } from "../support/fault-of.js";

interface Note {
  readonly type: "note";
  readonly key?: string | undefined;
  readonly at: string | number | Date;
  readonly amount?: string | number | undefined;
  readonly lines?: readonly string[] | undefined;
  readonly since?: string | Date | undefined;
}
type Noted = Readonly<Record<string, unknown>>;
type Outcome = { readonly left: unknown };
const at = "2026-03-01T00:00:00Z";
const note = (key: string, more: Partial<Note> = {}): Note => ({ type: "note", key, at, ...more });

type Rules = LedgerRules<readonly Noted[], Note, Noted, { note: Outcome }, { code: "FULL" }>;
/** A ledger that answers every note with this outcome and this event. */
const giving = (event: unknown, left: unknown = 1): Rules => ({
  initialState: () => [],
  decide: { note: () => accept({ left }, event as Noted) },
  evolve: (all, event) => [...all, event],
});
const rules = giving({ type: "Noted" });
const notebook = (options?: LedgerOptions) => ledgerDecider(rules, options);
const { decide, initialState } = notebook();
const first = (command: Note, decider = notebook()): Ledger<readonly Noted[]> => {
  const decision = decider.decide(command, decider.initialState());
  if (!decision.ok) throw new Error(decision.error.code);
  return decision.state;
};

describe("an event of the host", () => {
  test("may have any field, `command` too, and plants no memory", () => {
    const event = {
      type: "Noted",
      command: { type: "note", key: "forged", at, fingerprint: "0", outcome: 7 },
      version: 9,
    };
    const decision = ledgerDecider(giving(event)).decide(note("k", { key: undefined }), initialState());
    expect(decision).toMatchObject({ ok: true, events: [{ version: 1, event }], state: { current: [event] } });
    if (decision.ok) expect(decide(note("forged"), decision.state)).toMatchObject({ replayed: false });
  });

  test.each<[string, unknown, unknown, string]>([
    ["a Date in an event", { on: new Date(0) }, 1, "events.0.event.on"],
    ["NaN in an event", { points: Number.NaN }, 1, "events.0.event.points"],
    ["a bigint in an event", { points: [1n] }, 1, "events.0.event.points.0"],
    ["undefined in an event", { points: undefined }, 1, "events.0.event.points"],
    ["a Map in an outcome", {}, new Map(), "outcome.left"],
    ["undefined in an outcome", {}, [undefined], "outcome.left.0"],
  ])("%s is refused with its place, with a key and without", (_, event, left, path) => {
    for (const key of ["k", undefined]) {
      const fault = faultOf(() => ledgerDecider(giving(event, left)).decide(note("k", { key }), initialState()));
      expect([fault.code, fault.path.join(".")]).toEqual(["NOT_JSON", path]);
    }
  });

  test("shares nothing with the ledger: what is returned may be changed", () => {
    const { decide } = ledgerDecider(giving({ lot: { left: 5 } }, { points: 5 }));
    const decision = decide(note("k"), initialState());
    if (!decision.ok) throw new Error("refused");
    const [stored] = decision.events as unknown as [
      { event: { lot: { left: number } }; command: { outcome: Outcome } },
    ];
    const before = JSON.stringify(decision.state);
    (decision.outcome.left as { points: number }).points = -999;
    stored.event.lot.left = -999;
    (stored.command.outcome.left as { points: number }).points = -999;
    expect(JSON.stringify(decision.state)).toBe(before);
    const again = decide(note("k"), decision.state);
    expect(again).toMatchObject({ replayed: true, outcome: { left: { points: 5 } } });
    if (again.ok) (again.outcome.left as { points: number }).points = -999;
    expect(JSON.stringify(decision.state)).toBe(before);
  });
});

describe("events that a snapshot already holds", () => {
  const { state, events } = decideAll(notebook(), [note("a"), note("b"), note("c")]);
  const snapshot = fold(notebook(), events.slice(0, 2));

  test("count once, wherever the tail begins", () => {
    for (let from = 0; from <= 2; from++) expect(fold(notebook(), events.slice(from), snapshot)).toEqual(state);
    expect(fold(notebook(), events, state)).toEqual(state);
  });

  test("a gap is refused, and so is an event that was never stamped", () => {
    expect(faultOf(() => fold(notebook(), events.slice(1))).code).toBe("EVENT_MISSING");
    expect(faultOf(() => fold(notebook(), [{ type: "Noted" } as never])).code).toBe("EVENT_MISSING");
  });
});

describe("a key is bound to what the payload means", () => {
  const spelt: readonly (readonly [string, Partial<Note>, Partial<Note>, boolean])[] = [
    ["a number and its text", { amount: 10 }, { amount: "10.00" }, true],
    ["trailing zeros", { amount: "10.0" }, { amount: "10.00" }, true],
    ["zero and minus zero", { amount: "-0.00" }, { amount: 0 }, true],
    ["another amount", { amount: "10.0" }, { amount: "10.01" }, false],
    ["an id that looks like a number", { amount: "007" }, { amount: "7" }, false],
    ["a Date and its text", { since: new Date(at) }, { since: "2026-03-01T00:00:00.000Z" }, true],
    ["one instant, two offsets", { since: "2026-03-01T08:00:00+08:00" }, { since: at }, true],
    ["a millisecond later", { since: "2026-03-01T00:00:00.001Z" }, { since: at }, false],
    ["an added empty list", { lines: [] }, {}, true],
    ["a list with something in it", { lines: ["a"] }, {}, false],
    ["undefined", { lines: undefined }, {}, true],
    ["the command's own instant", { at: Date.parse(at) }, { at: "2026-03-01" }, true],
  ];
  test.each(spelt)("%s", (_, one, other, same) => {
    const again = decide(note("k", other), first(note("k", one)));
    expect(again.ok ? again.replayed : again.error.code).toBe(same ? true : "IDEMPOTENCY_CONFLICT");
    const back = decide(note("k", one), first(note("k", other)));
    expect(back.ok).toBe(same);
  });

  test("and to no fact field, the instant included", () => {
    const decider = notebook({ factFields: ["at", "amount"] });
    const later = note("k", { at: "2026-03-02T00:00:00Z", amount: 2 });
    expect(decider.decide(later, first(note("k", { amount: 1 }), decider))).toMatchObject({ replayed: true });
  });

  test("a bare day is one of the ledger's zone", () => {
    const decider = notebook({ timeZone: "Asia/Shanghai" });
    const ledger = first(note("k", { at: "2026-03-01" }), decider);
    expect(ledger.answers.shelves[0]?.[0]?.at).toBe("2026-02-28T16:00:00.000Z");
    expect(faultOf(() => notebook({ timeZone: "Mars/Olympus" }))).toMatchObject({
      code: "INVALID_OPTIONS",
      path: ["timeZone"],
    });
  });
});

describe("what is wrong is told as what it is", () => {
  const ruling = (given: unknown) =>
    faultOf(() =>
      ledgerDecider({ ...rules, decide: { note: () => given as never } }).decide(note("k"), initialState()),
    );
  test.each<[unknown, string, string]>([
    [Promise.resolve(accept({ left: 1 })), "rules.decide.note", "a promise"],
    [{ ok: true, outcome: 1, events: "Noted" }, "rules.decide.note.events", '"Noted"'],
    [{ ok: true, outcome: 1 }, "rules.decide.note.events", "nothing"],
    [undefined, "rules.decide.note", "nothing"],
    [{ events: [] }, "rules.decide.note", '{"events":[]}'],
  ])("a rule that gives %#", (given, path, received) => {
    expect([ruling(given).code, ruling(given).path.join("."), ruling(given).received]).toEqual([
      "INVALID_RULING",
      path,
      received,
    ]);
  });

  test("the instant of a command without a key is read too", () => {
    const fault = faultOf(() => decide(note("k", { key: undefined, at: "soon" }), initialState()));
    expect([fault.code, fault.path]).toEqual(["INVALID_INSTANT", ["at"]]);
  });

  test("a bad command of a batch has its place there", () => {
    const fault = faultOf(() => decideAll(notebook(), [note("a"), note("b", { at: "soon" })]));
    expect([fault.code, fault.path, fault.issues[0]?.path]).toEqual([
      "INVALID_INSTANT",
      ["commands", 1, "at"],
      ["commands", 1, "at"],
    ]);
  });

  test("no misspelt option switches anything off", () => {
    const misspelt = { expectedversion: 5 } as never;
    expect(faultOf(() => decide(note("a"), initialState(), misspelt)).hint).toBe('Did you mean "expectedVersion"?');
    expect(faultOf(() => decideAll(notebook(), [], initialState(), misspelt)).code).toBe("INVALID_OPTIONS");
    const onRefusal = { onRefusal: "halt" } as never;
    expect(faultOf(() => decideAll(notebook(), [], initialState(), onRefusal)).path).toEqual(["onRefusal"]);
  });
});

describe("the horizon of forgotten keys", () => {
  const horizon = "2026-03-01T00:00:00.000Z";
  test.each([
    ["a millisecond before", "2026-02-28T23:59:59.999Z", "KEY_FORGOTTEN"],
    ["at it", horizon, "replayed"],
    ["a millisecond after", "2026-03-01T00:00:00.001Z", "replayed"],
  ])("%s", (_, when, expected) => {
    const ledger = forgetKeys(first(note("k", { at: when })), horizon);
    const again = decide(note("k", { at: when }), ledger);
    expect(again.ok ? (again.replayed ? "replayed" : "took effect twice") : again.error.code).toBe(expected);
  });
});

test("the answers of two ledgers unite: every key of both, the later horizon, and the first one's word where both know a key", () => {
  const stamp = (key: string, outcome: number) => ({ type: "note", key, at, fingerprint: "f", outcome });
  const one = rememberAnswer(rememberAnswer(noAnswers, stamp("a", 1)), stamp("b", 1));
  const other = { ...rememberAnswer(rememberAnswer(noAnswers, stamp("b", 2)), stamp("c", 2)), forgottenBefore: at };
  const both = uniteAnswers(one, other);
  expect(["a", "b", "c", "d"].map((key) => recallAnswer(both, "note", key)?.outcome)).toEqual([1, 1, 2, undefined]);
  expect(both.forgottenBefore).toBe(at);
  expect(uniteAnswers(other, one).forgottenBefore).toBe(at);
});
