import {
  decideAll,
  deserializeLedger,
  fold,
  type Ledger,
  type SnapshotFormat,
  serializeLedger,
} from "clientele/ledger";
import { expect, test } from "vitest";
import { faultOf } from "../support/fault-of.js";
import { earn, type PointsState, pointsAccount, pointsSnapshot, redeem } from "./points-account.js";

const { state, events } = decideAll(pointsAccount, [earn("order:1", 100), redeem("r1", 30), earn("order:2", 7)]);
const text = serializeLedger(state, pointsSnapshot);

const thrownBy = (run: () => unknown): string => {
  const { code, path } = faultOf(run);
  return `${code} ${path.join(".")}`.trim();
};
const changed = (path: readonly (string | number)[], value: unknown): string => {
  const snapshot = JSON.parse(text);
  let at = snapshot;
  for (const step of path.slice(0, -1)) at = at[step];
  at[path.at(-1) as string] = value;
  return JSON.stringify(snapshot);
};

test("a snapshot and the events after it are the whole", () => {
  const snapshot = serializeLedger(fold(pointsAccount, events.slice(0, 2)), pointsSnapshot);
  expect(fold(pointsAccount, events.slice(2), deserializeLedger(snapshot, pointsSnapshot))).toEqual(state);
});

test("a repeat is answered from a snapshot too", () => {
  const restored: Ledger<PointsState> = deserializeLedger(text, pointsSnapshot);
  expect(pointsAccount.decide(redeem("r1", 30), restored)).toMatchObject({
    ok: true,
    replayed: true,
    outcome: { balance: 70 },
  });
});

test.each([
  ["no JSON", "{", "INVALID_SNAPSHOT"],
  ["no object", "[]", "INVALID_SNAPSHOT"],
  ["another kind", changed(["kind"], "referral"), "INVALID_SNAPSHOT kind"],
  ["a version that is no count", changed(["version"], -1), "INVALID_SNAPSHOT version"],
  ["answers that are no record", changed(["answers"], null), "INVALID_SNAPSHOT answers"],
  [
    "a horizon that is no instant",
    changed(["answers", "forgottenBefore"], "2026"),
    "INVALID_SNAPSHOT answers.forgottenBefore",
  ],
  ["a shelf that is no list", changed(["answers", "shelves", 0], 3), "INVALID_SNAPSHOT answers.shelves.0"],
  ["a lost key", changed(["answers", "shelves", 0, 1, "key"], null), "INVALID_SNAPSHOT answers.shelves.0.1.key"],
  ["fewer events than answers", changed(["version"], 2), "INVALID_SNAPSHOT version"],
  [
    "an answer without an outcome that JSON can hold",
    changed(["answers", "shelves", 0, 0, "at"], "2026-01-01"),
    "INVALID_SNAPSHOT answers.shelves.0.0.at",
  ],
  ["a later schema", changed(["schemaVersion"], 2), "SNAPSHOT_TOO_NEW schemaVersion"],
])("%s is refused", (_, damaged, thrown) => {
  expect(thrownBy(() => deserializeLedger(damaged, pointsSnapshot))).toBe(thrown);
});

test("an earlier schema is upgraded step by step, or refused where a step is missing", () => {
  const inTuples: SnapshotFormat<PointsState> = {
    kind: "points-account",
    schemaVersion: 3,
    write: (lots) => lots.map(({ id, remaining, expiresAt }) => [id, remaining, expiresAt]),
    read: (stored) =>
      (stored as [string, number, number][]).map(([id, remaining, expiresAt]) => ({ id, remaining, expiresAt })),
    upgrades: {
      1: (stored) => (stored as PointsState).map(({ id, remaining }) => [id, remaining]),
      2: (stored) => (stored as [string, number][]).map((lot) => [...lot, Date.parse("2027-01-01T00:00:00Z")]),
    },
  };
  expect(deserializeLedger(serializeLedger(state, inTuples), inTuples)).toEqual(state);
  expect(deserializeLedger(text, inTuples)).toEqual(state);
  const { upgrades: _, ...withoutSteps } = inTuples;
  expect(thrownBy(() => deserializeLedger(text, withoutSteps))).toBe("INVALID_SNAPSHOT schemaVersion");
});
