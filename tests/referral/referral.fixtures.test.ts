import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { decideAll, deserializeLedger, fold, serializeLedger } from "../../src/ledger/index.js";
import { type ReferralCommand, referralDecider, referralFormat } from "../../src/referral/index.js";
import { buy, clicked, giveBack, joined, program } from "./support/programs.js";

// Stored events and a snapshot as each released version wrote them, kept for ever: whoever stored them must be able to go on.
const read = (name: string): string => readFileSync(new URL(`./fixtures/${name}`, import.meta.url), "utf8");
const share = { id: "share", for: "referrer", reward: { kind: "percentage", rate: "0.25" } } as const;
const decider = referralDecider(program({ rewards: [share], timeZone: "Asia/Shanghai" }));
const commands: readonly ReferralCommand[] = [
  clicked("T-7", "2026-04-01"),
  giveBack("o2", "1.00", "2026-04-02"),
  joined("A", "F", "2026-04-02T09:30:00+08:00"),
  { ...buy("o1", "60.00", "2026-04-03"), paid: { amount: "30.00", currency: "USD" } },
  { ...buy("o1", "60.00", "2026-04-03"), key: "rest", at: "2026-04-05", paid: { amount: "60.00", currency: "USD" } },
  buy("o2", "40.00", "2026-04-06"),
  { type: "hold", key: "h", at: "2026-04-07", reason: "two of one address" },
  { type: "review", key: "v", at: "2026-04-08", actor: "eve", verdict: "approve", reason: "a family" },
  { type: "tick", at: "2026-05-01" },
  giveBack("o1", "40.00", "2026-05-02"),
  { type: "merge", key: "m", at: "2026-05-03", customerId: "A", into: "B" },
  giveBack("o2", "40.00", "2026-05-04"),
];

test.each(["0.1"])("what version %s stored is read, folded and answered", (version) => {
  const events = JSON.parse(read(`events-${version}.json`));
  const snapshot = deserializeLedger(read(`snapshot-${version}.json`), referralFormat);
  expect(fold(decider, events)).toEqual(snapshot);
  for (const command of commands.filter(({ key }) => key !== undefined)) {
    expect(decider.decide(command, snapshot), command.key).toMatchObject({ ok: true });
    expect(decider.decide(command, snapshot).events, command.key).toEqual([]);
  }
});

test("this version still stores the same", () => {
  const { events, state, refusals } = decideAll(decider, commands);
  expect(refusals).toEqual([]);
  expect(JSON.parse(JSON.stringify(events))).toEqual(JSON.parse(read("events-0.1.json")));
  expect(JSON.parse(serializeLedger(state, referralFormat))).toEqual(JSON.parse(read("snapshot-0.1.json")));
});
