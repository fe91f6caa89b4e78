import { expectTypeOf, test } from "vitest";
import {
  type BudgetCommand,
  type CommissionPlan,
  defineCommissionPlan,
  defineReferralProgram,
  type ReferralCommand,
  type ReferralDecider,
  type ReferralLedger,
  type ReferralProgram,
  type ReferralRefusal,
  type RewardInstruction,
  referralDecider,
} from "../../src/referral/index.js";
import { program } from "./support/programs.js";

const at = "2026-04-01";

test("commands: only a tick goes without a key, a review has a name", () => {
  expectTypeOf<{ type: "tick"; at: string }>().toExtend<ReferralCommand>();
  // @ts-expect-error a hold has a key
  ({ type: "hold", at, reason: "odd" }) satisfies ReferralCommand;
  // @ts-expect-error somebody reviews
  ({ type: "review", key: "v", at, verdict: "approve", reason: "family" }) satisfies ReferralCommand;
  // @ts-expect-error a reservation says how much
  ({ type: "reserve", key: "r", at, grantId: "g" }) satisfies BudgetCommand;
});

test("answers: refusals carry what they are about, instructions are fit to be handed on", () => {
  const decision = referralDecider(program()).decide({ type: "tick", at }, {} as ReferralLedger);
  if (decision.ok) expectTypeOf(decision.outcome.instructions).toEqualTypeOf<readonly RewardInstruction[]>();
  else if (decision.error.code === "REFERRAL_CYCLE")
    expectTypeOf(decision.error.chain).toEqualTypeOf<readonly string[]>();
  expectTypeOf<Extract<ReferralRefusal, { code: "VERSION_CONFLICT" }>["actual"]>().toEqualTypeOf<number>();
  expectTypeOf<ReturnType<ReferralDecider["initialState"]>>().toEqualTypeOf<ReferralLedger>();
});

test("definitions: what cannot be left out, and what cannot be said", () => {
  expectTypeOf(defineReferralProgram).returns.toEqualTypeOf<ReferralProgram>();
  // @ts-expect-error no hold: rewards for goods that come back
  () => defineReferralProgram({ ...program(), hold: undefined });
  const reward = { id: "a", for: "referrer", reward: { kind: "points", points: 1 } } as const;
  // @ts-expect-error one level only
  () => defineReferralProgram({ ...program(), rewards: [{ ...reward, level: 2 }] });
  // @ts-expect-error slab or whole tier must be said
  () => defineCommissionPlan({ id: "d", version: 1, currency: "USD", steps: [] });
  expectTypeOf<CommissionPlan["mode"]>().toEqualTypeOf<"slab" | "whole-tier">();
});
