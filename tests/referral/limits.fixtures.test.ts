import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type Decider, decideAll, fold } from "../../src/ledger/index.js";
import { budgetDecider, defineCampaignBudget, referrerDecider } from "../../src/referral/index.js";
import { program } from "./support/programs.js";

// The ledgers of a referrer and of a budget as each released version stored them, kept for ever: commands, events, and the state they fold to.
const each = { id: "each", for: "referrer", reward: { kind: "points", points: 100 } } as const;
const mug = { id: "mug", for: "referrer", reward: { kind: "gift", sku: "mug" }, milestone: 2 } as const;
const total = { amount: "100.00", currency: "EUR" } as const;
type Command = { readonly type: string };
type Any = Decider<{ readonly current: object }, Command, object, Record<string, unknown>, { readonly code: string }>;
const deciders = {
  referrer: referrerDecider(program({ rewards: [each, mug], caps: [{ rewards: 2, per: "referrer" }] })),
  budget: budgetDecider(defineCampaignBudget({ id: "spring", version: 1, total })),
} as unknown as Record<"referrer" | "budget", Any>;
interface Stored {
  readonly commands: readonly Command[];
  readonly events: readonly object[];
  readonly state: object;
}
const read = (version: string): Record<keyof typeof deciders, Stored> =>
  JSON.parse(readFileSync(new URL(`./fixtures/limits-${version}.json`, import.meta.url), "utf8"));

test.each([
  ["0.1", "referrer"],
  ["0.1", "budget"],
] as const)("what version %s stored of a %s is folded and answered", (version, kind) => {
  const { commands, events, state } = read(version)[kind];
  const ledger = fold(deciders[kind], events);
  expect(ledger.current).toEqual(state);
  for (const command of commands)
    expect(deciders[kind].decide(command, ledger)).toMatchObject({ ok: true, events: [] });
});

test.each(["referrer", "budget"] as const)("this version still stores the same of a %s", (kind) => {
  const { commands, ...stored } = read("0.1")[kind];
  const { events, state, refusals } = decideAll(deciders[kind], commands);
  expect(refusals).toEqual([]);
  expect(JSON.parse(JSON.stringify({ events, state: state.current }))).toEqual(stored);
});
