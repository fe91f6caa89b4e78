import { expectTypeOf, test } from "vitest";
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
