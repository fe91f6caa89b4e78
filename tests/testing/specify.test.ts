import { stampEvents } from "clientele/ledger";
import { checkDecider, differences, specify } from "clientele/testing";
import { expect, test } from "vitest";
import { earn, pointsAccount, redeem } from "../ledger/points-account.js";

const given = specify(pointsAccount);
const lot = (id: string, remaining: number) => ({ id, remaining, expiresAt: Date.parse("2027-01-01T00:00:00Z") });

test("tells a story from events to state", () => {
  const { state } = given(
    stampEvents([
      { type: "PointsEarned", lot: lot("A", 100) },
      { type: "PointsEarned", lot: lot("B", 20) },
    ]),
  )
    .when(redeem("r1", 110))
    .expect({
      events: [{ event: { type: "PointsRedeemed", allocations: [{ lotId: "A" }, { lotId: "B", points: 10 }] } }],
      outcome: { balance: 10 },
      state: { current: [{ id: "B", remaining: 10 }] },
    })
    .when(redeem("r2", 11))
    .refuses("INSUFFICIENT_POINTS", { shortfall: 1 });
  expect(state.version).toBe(3);
});

test("says what differs, with the place", () => {
  const story = () =>
    given(stampEvents([{ type: "PointsEarned", lot: lot("A", 100) }]))
      .when(redeem("r1", 40))
      .expect({ events: [{ event: { allocations: [{ points: 60 }] } }, { version: 3 }], outcome: { balance: 50 } });
  expect(story).toThrow(
    [
      "redeem came out differently",
      "  events[0].event.allocations[0].points: expected 60, received 40",
      '  events: missing {"version":3}',
      "  outcome.balance: expected 50, received 60",
    ].join("\n"),
  );
});

test("says when a command was refused, accepted or refused for another reason against the story", () => {
  expect(() => given().when(redeem("r", 1)).expect()).toThrow(
    'redeem should be accepted\n  it was refused: {"code":"INSUFFICIENT_POINTS","available":0,"shortfall":1}',
  );
  expect(() => given().when(earn("o", 1)).refuses("INSUFFICIENT_POINTS")).toThrow(
    "earn should be refused as INSUFFICIENT_POINTS\n  it was accepted: ",
  );
  expect(() => given().when(redeem("r", 1)).refuses("VERSION_CONFLICT", { expected: 1 })).toThrow(
    'redeem was refused differently\n  expected: expected 1, received undefined\n  code: expected "VERSION_CONFLICT", received "INSUFFICIENT_POINTS"',
  );
});

test("compares what is named and nothing else, lists whole", () => {
  expect(differences({ a: { b: 1 } }, { a: { b: 1, c: 2 }, d: 3 })).toEqual([]);
  expect(differences({ a: undefined }, {})).toEqual([]);
  expect(differences([1], [1, 2])).toEqual([": not expected 2"]);
  expect(differences({ list: [] }, { list: [1] })).toEqual(["list: not expected 1"]);
  expect(differences({ a: null }, { a: {} })).toEqual(["a: expected null, received {}"]);
  expect(differences({ a: new Map() }, { a: new Map() })).toEqual(["a: expected {}, received {}"]);
  expect(differences({ __proto__: null, toString: 1 }, {})).toEqual(["toString: expected 1, received undefined"]);
});

test.each([
  ["gives the state that its events lead to", { evolve: (total: number) => total }],
  ["decides the same twice", { decide: flickering() }],
  ["leaves the state it was given alone", { decide: mutating, initialState: () => ({ total: 0 }) }],
])("catches a decider that does not keep its promise: %s", (promise, fault) => {
  const sound = {
    initialState: (): unknown => 0,
    evolve: (total: number, event: number) => total + event,
    decide: ({ cents }: { type: "sale"; cents: number }, total: number) => accepted(total + cents, [cents], total),
  };
  const decider = { ...sound, ...fault } as unknown as typeof pointsAccount;
  expect(() =>
    checkDecider(sound as unknown as typeof pointsAccount, [{ type: "sale", cents: 5 } as never]),
  ).not.toThrow();
  expect(() => checkDecider(decider, [{ type: "sale", cents: 5 } as never])).toThrow(promise);
});

function accepted(state: unknown, events: readonly unknown[], outcome: unknown) {
  return { ok: true, state, events, outcome, replayed: false };
}
function flickering() {
  let calls = 0;
  return () => accepted(0, [], calls++);
}
function mutating(_: unknown, state: { total: number }) {
  state.total = 7;
  return accepted(state, [], 0);
}
