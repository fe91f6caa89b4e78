import { readFileSync } from "node:fs";
import { decideAll, deserializeLedger, fold, serializeLedger } from "clientele/ledger";
import { expect, test } from "vitest";
import { earn, type PointsCommand, pointsAccount, pointsSnapshot, redeem } from "./points-account.js";

// Stored events and a snapshot as each released version wrote them, kept for ever: whoever stored them must be able to go on.
const read = (name: string): string => readFileSync(new URL(`./fixtures/${name}`, import.meta.url), "utf8");
const commands: readonly PointsCommand[] = [
  earn("order:1", 100, { at: "2026-01-05T10:00:00Z", expiresAt: "2026-07-01T00:00:00Z" }),
  redeem("茶 1", 30, "2026-02-01T09:30:00+08:00"),
  { type: "sweep", at: "2026-07-01T00:00:00Z" },
  earn("order:2", 7, { at: "2026-07-02T00:00:00Z" }),
];

test.each(["0.1"])("what version %s stored is read, folded and answered", (version) => {
  const events = JSON.parse(read(`events-${version}.json`));
  const snapshot = deserializeLedger(read(`snapshot-${version}.json`), pointsSnapshot);
  expect(fold(pointsAccount, events)).toEqual(snapshot);
  for (const command of commands.filter(({ key }) => key !== undefined)) {
    expect(pointsAccount.decide(command, snapshot), command.key).toMatchObject({ ok: true, replayed: true });
  }
});

test("this version still stores the same", () => {
  const { events, state } = decideAll(pointsAccount, commands);
  expect(JSON.parse(JSON.stringify(events))).toEqual(JSON.parse(read("events-0.1.json")));
  expect(JSON.parse(serializeLedger(state, pointsSnapshot))).toEqual(JSON.parse(read("snapshot-0.1.json")));
});
