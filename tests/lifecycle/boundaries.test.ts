import { formatDay, parseDay } from "clientele/core";
import { summarizePurchases } from "clientele/history";
import {
  type ClassifyLifecycleOptions,
  classifyLifecycle,
  defaultLifecycleRules,
  type LifecycleStage,
  retentionCohorts,
  retentionRates,
  validateLifecycleRules,
} from "clientele/lifecycle";
import type { Contract } from "clientele/model";
import { describe, expect, test } from "vitest";
import { contractStandings } from "../../src/lifecycle/shared.js";
import { baseOf } from "./support/orders.js";

// One before, on and one after each bound that a reader of the results can see.
const from = (day: string, days: number): string => formatDay(parseDay(day) + days);
const stageOf = (
  days: Readonly<Record<string, readonly string[]>>,
  asOf: string,
  options: ClassifyLifecycleOptions,
) => {
  const stage = classifyLifecycle(baseOf(days, asOf), options).get("ann")?.stage;
  return stage?.status === "known" ? stage.value : undefined;
};
const contract = (parts: Partial<Contract>): Contract => ({
  id: "c",
  customerId: "ann",
  start: "2025-01-01",
  ...parts,
});

describe("contracts", () => {
  const at = "2025-06-01T12:00:00.000Z";
  const kindAt = (asOf: string, parts: Partial<Contract>) =>
    contractStandings({ asOf, timeZone: "UTC" }, [contract(parts)], { contractEndsWithin: { days: 30 } }).get("ann")
      ?.kind;
  const around = ["2025-06-01T11:59:59.999Z", at, "2025-06-01T12:00:00.001Z"];

  test("begin at their start", () => {
    expect(around.map((asOf) => kindAt(asOf, { start: at }))).toEqual([undefined, "runs", "runs"]);
  });

  test("are cancelled at the moment of the cancellation", () => {
    const cancellation = { at, by: "customer" } as const;
    expect(around.map((asOf) => kindAt(asOf, { cancellation }))).toEqual(["runs", "ends", "ended"]);
    expect(around.map((asOf) => kindAt(asOf, { end: "2026-12-31", cancellation }))).toEqual(["runs", "ends", "ends"]);
  });

  test("are over after their last moment", () => {
    expect(around.map((asOf) => kindAt(asOf, { end: at }))).toEqual(["ends", "ends", "ended"]);
  });

  const stages = (asOf: readonly string[], contracts: readonly Contract[], days: readonly string[] = []) =>
    asOf.map((day) => stageOf({ ann: days }, day, { contracts }));

  test("new up to the 90th day of the contract, won back up to the 90th after a break", () => {
    const days = [89, 90, 91].map((count) => from("2025-01-01", count));
    expect(stages(days, [contract({})])).toEqual(["new", "new", "active"]);
    const codes = (contracts: readonly Contract[]) =>
      days.map((day) => classifyLifecycle(baseOf({ ann: [] }, day), { contracts }).at(0).stage.reasons[0]?.code);
    expect(codes([contract({})])).toEqual([
      "lifecycle.contract-began",
      "lifecycle.contract-began",
      "lifecycle.contract-runs",
    ]);
    const first = contract({ start: "2023-01-01", end: "2024-11-30" });
    expect(stages(days, [first, contract({ id: "d" })])).toEqual(["won-back", "won-back", "active"]);
    expect(codes([first, contract({ id: "d" })])).toEqual([
      "lifecycle.contract-resumed",
      "lifecycle.contract-resumed",
      "lifecycle.contract-runs",
    ]);
  });

  test("that ended decide unless there was a purchase on a later day", () => {
    const ended = [contract({ start: "2024-01-01", end: "2025-03-31" })];
    const bought = (day: string) => stages(["2025-05-01"], ended, ["2024-02-01", day])[0];
    expect([bought("2025-03-30"), bought("2025-03-31"), bought("2025-04-01")]).toEqual(["lost", "lost", "active"]);
  });

  test("that ended decide for who never bought, whatever others bought", () => {
    const days = { aaa: ["2025-04-20"], zoe: [] };
    const result = classifyLifecycle(baseOf(days, "2025-05-01"), {
      contracts: [contract({ customerId: "zoe", start: "2024-01-01", end: "2025-03-31" })],
    });
    expect(result.get("zoe")?.stage).toMatchObject({ value: "lost" });
  });
});

describe("what was said earlier", () => {
  // Every 10 days, then none since the fifth.
  const rhythm = [0, 10, 20, 30, 40].map((days) => from("2025-01-01", days));
  const said = (asOf: string, value: LifecycleStage, returned?: string): ClassifyLifecycleOptions => ({
    earlier: { asOf, get: () => ({ stage: { status: "known", value, reasons: [] }, returned }) },
  });

  test("a return is a purchase after the day of the earlier run, the one before it not", () => {
    // Bought on 2025-02-10 and again six days later: no absence by the gaps alone.
    const days = { ann: [...rhythm, from("2025-02-10", 6)] };
    const asOf = "2025-04-20";
    const bySaying = ["2025-02-09", "2025-02-10", "2025-02-15", "2025-02-16"].map((day) =>
      stageOf(days, asOf, said(day, "lost")),
    );
    expect(bySaying.map((stage) => stage === "won-back")).toEqual([true, true, true, false]);
  });

  test("a first purchase is no return, even if it was called one", () => {
    const days = { ann: ["2025-01-01", "2025-01-02"], ben: ["2024-01-01", "2024-03-01"] };
    const asOf = "2025-03-31";
    const rules = { ...defaultLifecycleRules, newFor: { atLeast: { days: 30 }, medianGaps: 0 } };
    expect(stageOf(days, asOf, { rules })).toBe("at-risk");
    expect(stageOf(days, asOf, { rules, ...said("2025-02-01", "won-back", "2025-01-01") })).toBe("at-risk");
    expect(stageOf(days, asOf, { rules, ...said("2025-02-01", "won-back", "2025-01-02") })).toBe("won-back");
  });
});

test("bounds may be equal, and may not fall", () => {
  const faults = (active: number, atRisk: number) => {
    const thresholds = { ...defaultLifecycleRules.thresholds, upTo: { active, atRisk, dormant: 5 } };
    return validateLifecycleRules({ ...defaultLifecycleRules, thresholds }).map(({ path }) => path.at(-1));
  };
  expect([faults(2, 1.9), faults(2, 2), faults(2, 2.1)]).toEqual([["atRisk"], [], []]);
});

test("cohorts have up to 2,000 periods", () => {
  const since = (weeks: number) => {
    const asOf = "2026-01-04"; // a Sunday, the last day of its week
    return retentionCohorts(baseOf({ ann: [from(asOf, -7 * weeks + 1)] }, asOf), { period: "week" }).periods.length;
  };
  expect([since(1999), since(2000)]).toEqual([1999, 2000]);
  expect(() => since(2001)).toThrow(/2000 periods/);
});

test("a festival's season is 15 days before and after it", () => {
  // Mid-autumn was on 2023-09-29 and 2024-09-17.
  const seasons = { ...defaultLifecycleRules.seasons!, festivals: ["mid-autumn"] as const };
  const reasonOf = (...days: readonly string[]) =>
    classifyLifecycle(baseOf({ ann: days }, "2025-09-01"), { rules: { ...defaultLifecycleRules, seasons } }).at(0).stage
      .reasons[0];
  const around = (days: number) => [from("2023-09-29", days), from("2024-09-17", days)] as const;
  const params = { festival: "mid-autumn", seasons: 2, missed: 0 };
  for (const days of [-15, 0, 15]) {
    expect(reasonOf(...around(days))).toEqual({ code: "lifecycle.festival-buyer", params });
  }
  for (const days of [-16, 16]) {
    expect(reasonOf("2023-09-29", around(days)[1])?.code).not.toBe("lifecycle.festival-buyer");
    expect(reasonOf(around(days)[0], "2024-09-17")?.code).not.toBe("lifecycle.festival-buyer");
  }
  // Two purchases in one season count once.
  expect(reasonOf(...around(-15), ...around(15))?.params).toEqual(params);
  expect(reasonOf(around(-15)[1], around(15)[1])?.code).not.toBe("lifecycle.festival-buyer");
});

test("as few seasons as the rules ask for, however close together they lie", () => {
  const reasonOf = (days: readonly string[], change: object) => {
    const seasons = { ...defaultLifecycleRules.seasons!, festivals: ["mid-autumn"] as const, ...change };
    return classifyLifecycle(baseOf({ ann: days }, "2025-09-01"), { rules: { ...defaultLifecycleRules, seasons } }).at(
      0,
    ).stage.reasons[0];
  };
  // Two purchases in the first season, one in the second: two seasons are not three.
  const three = ["2023-09-20", "2023-10-05", "2024-09-17"];
  expect(reasonOf(three, { minSeasons: 2 })?.code).toBe("lifecycle.festival-buyer");
  expect(reasonOf(three, { minSeasons: 3 })?.code).not.toBe("lifecycle.festival-buyer");
  // The last day of one third quarter and the first of the next: 274 days.
  const quarters = ["2023-09-30", "2024-07-01"];
  expect(reasonOf(quarters, { festivals: [] })).toMatchObject({
    code: "lifecycle.quarter-buyer",
    params: { seasons: 2 },
  });
  expect(reasonOf(["2024-07-01", "2024-09-30"], { festivals: [] })?.code).not.toBe("lifecycle.quarter-buyer");
  // 2023-09-29 + 80 days and 2024-09-17 - 80: 194 days.
  const wide = [from("2023-09-29", 80), from("2024-09-17", -80)];
  expect(reasonOf(wide, { aroundDays: 80 })).toMatchObject({
    code: "lifecycle.festival-buyer",
    params: { seasons: 2 },
  });
});

test("who began long before the first contract is not new under it, and a first contract wins nobody back", () => {
  const asOf = "2025-06-01";
  const rules = { ...defaultLifecycleRules, newFor: { atLeast: { days: 30 }, medianGaps: 0 } };
  const underContract = (days: readonly string[], contracts: readonly Contract[]) =>
    stageOf({ ann: days }, asOf, { rules, contracts });
  const young = contract({ start: "2025-05-15" });
  expect(underContract([], [young])).toBe("new");
  expect(underContract(["2024-01-01"], [young])).toBe("active");
  expect(underContract(["2025-05-20"], [young])).toBe("new");
  const older = contract({ start: "2025-04-15" });
  expect(underContract([], [older])).toBe("active");
  const before = contract({ id: "b", start: "2024-01-01", end: "2024-12-31" });
  expect(underContract([], [before, older])).toBe("won-back");
});

test("who has only refunds in a period is not there to be kept", () => {
  const sale = (id: string, customerId: string, at: string) => ({
    id,
    customerId,
    at,
    amount: "10.00",
    currency: "USD",
  });
  const base = summarizePurchases(
    [
      sale("1", "ann", "2026-01-05"),
      { ...sale("2", "ann", "2026-02-05"), amount: "1.00", kind: "refund", refundOf: "1" },
      sale("3", "ann", "2026-03-05"),
      sale("4", "ben", "2026-02-05"),
      sale("5", "ben", "2026-03-06"),
      sale("6", "cai", "2026-02-06"),
    ],
    { asOf: "2026-03-31" },
  );
  expect(retentionRates(base).byPeriod.map((rates) => rates?.customers)).toEqual([0, 0.5]);
});
