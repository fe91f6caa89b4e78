import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { decideAll, fold } from "../../src/ledger/index.js";
import { budgetDecider, defineCampaignBudget, referrerDecider } from "../../src/referral/index.js";
import { program } from "./support/programs.js";

// The ledgers of a referrer and of a budget as each released version stored them, kept for ever: commands, events, and the state they fold to.
const each = { id: "each", for: "referrer", reward: { kind: "points", points: 100 } } as const;
const mug = { id: "mug", for: "referrer", reward: { kind: "gift", sku: "mug" }, milestone: 2 } as const;
const total = { amount: "100.00", currency: "EUR" } as const;
const deciders = {
  referrer: referrerDecider(program({ rewards: [each, mug], caps: [{ rewards: 2, per: "referrer" }] })),
  budget: budgetDecider(defineCampaignBudget({ id: "spring", version: 1, total })),
};
type Stored = Record<"commands" | "events", never[]> & { readonly state: object };
const read = (version: string): Record<keyof typeof deciders, Stored> =>
  JSON.parse(readFileSync(new URL(`./fixtures/limits-${version}.json`, import.meta.url), "utf8"));

test.each([
  ["0.1", "referrer"],
  ["0.1", "budget"],
] as const)("what version %s stored of a %s is folded and answered", (version, kind) => {
  const { commands, events, state } = read(version)[kind];
  const decider = deciders[kind];
  const ledger = fold<unknown, never>(decider, events) as never;
  expect((ledger as { readonly current: object }).current).toEqual(state);
  for (const command of commands) expect(decider.decide(command, ledger)).toMatchObject({ ok: true, events: [] });
});

test.each(["referrer", "budget"] as const)("this version still stores the same of a %s", (kind) => {
  const { commands, events, state } = read("0.1")[kind];
  const made = decideAll<never, never, unknown, never, never>(deciders[kind] as never, commands);
  expect(made.refusals).toEqual([]);
  expect(JSON.parse(JSON.stringify(made.events))).toEqual(events);
  expect(JSON.parse(JSON.stringify((made.state as { readonly current: object }).current))).toEqual(state);
});
