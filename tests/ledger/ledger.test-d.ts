import * as ledger from "clientele/ledger";
import { expectTypeOf, test } from "vitest";
import type * as contract from "../contract/contract.js";
import { type Allocation, earn, pointsAccount, redeem } from "./points-account.js";

test("each command keeps its own outcome", () => {
  const earned = pointsAccount.decide(earn("k", 1), pointsAccount.initialState());
  if (earned.ok) expectTypeOf(earned.outcome.credited).toEqualTypeOf<number>();
  const redeemed = pointsAccount.decide(redeem("k", 1), pointsAccount.initialState());
  if (redeemed.ok) {
    expectTypeOf(redeemed.outcome.allocations).toEqualTypeOf<readonly Allocation[]>();
    // @ts-expect-error an outcome of another command
    redeemed.outcome.credited;
  } else if (redeemed.error.code === "INSUFFICIENT_POINTS") {
    expectTypeOf(redeemed.error.shortfall).toEqualTypeOf<number>();
  } else if (redeemed.error.code === "VERSION_CONFLICT") {
    expectTypeOf(redeemed.error.expected).toEqualTypeOf<number>();
  }
});

test("a command without its key, or with a misspelt type, does not compile", () => {
  const ledger = pointsAccount.initialState();
  // @ts-expect-error no key
  pointsAccount.decide({ type: "redeem", at: "2026-01-01", points: 1 }, ledger);
  // @ts-expect-error no such command
  pointsAccount.decide({ type: "redem", key: "k", at: "2026-01-01", points: 1 }, ledger);
});

test("the types are the contract's", () => {
  interface Command {
    readonly type: "spend";
  }
  type Ours = ledger.Decider<1, Command, 2, { spend: 3 }, { code: "A" }>;
  type Theirs = contract.Decider<1, Command, 2, { spend: 3 }, { code: "A" }>;
  expectTypeOf<ledger.Accepted<1, 2, 3>>().toEqualTypeOf<contract.Accepted<1, 2, 3>>();
  expectTypeOf<ledger.Refused<{ code: "A" }>>().toEqualTypeOf<contract.Refused<{ code: "A" }>>();
  expectTypeOf<Ours>().toExtend<Theirs>();
  expectTypeOf<Theirs>().toExtend<Ours>();
  expectTypeOf(ledger.fold<1, 2>).toEqualTypeOf<typeof contract.fold<1, 2>>();
});
