import { describeReasons } from "clientele/core";
import { summarizePurchases } from "clientele/history";
import { en, zhCN } from "clientele/labels";
import {
  type ClassifyLifecycleOptions,
  classifyLifecycle,
  defaultLifecycleRules,
  defineLifecycleRules,
  type LifecycleRulesInput,
  type LifecycleStages,
} from "clientele/lifecycle";
import type { Contract } from "clientele/model";
import { describe, expect, test } from "vitest";
import { readCsv } from "../support/csv.js";
import { faultOf } from "../support/fault-of.js";
import { describeWithReference } from "../support/reference-data.js";
import { naiveStages } from "./support/naive-stage.js";
import { baseOf, ordersOn, superstoreDays } from "./support/orders.js";

const stageOf = (result: LifecycleStages, id = "ann"): string | undefined => {
  const stage = result.get(id)?.stage;
  return stage?.status === "known" ? stage.value : stage?.status;
};
const shares = ({ stageEvidence }: LifecycleStages): Record<string, string> =>
  Object.fromEntries(
    stageEvidence.stages.map(({ stage, boughtAgain, customers }) => [stage, `${boughtAgain} of ${customers}`]),
  );

describe("Superstore, 793 customers of 2014 to 2017", () => {
  const days = superstoreDays();
  const base = baseOf(days, "2017-12-31");
  const result = classifyLifecycle(base);

  test("the base's median gap is 146.5 days, so that one is new for 146.5 days", () => {
    expect(result.thresholds).toEqual({
      mode: "own-cadence",
      medianGapDays: { status: "known", value: 146.5, reasons: [] },
      newDays: 146.5,
      wonBackDays: 90,
      upTo: { status: "known", value: { active: 219.75, atRisk: 439.5, dormant: 732.5 }, reasons: [] },
    });
  });

  test("everybody stands where the naive oracle puts them", () => {
    const naive = naiveStages(days, "2017-12-31");
    for (const { customerId, stage } of result) expect(stage).toMatchObject({ value: naive[customerId] });
    expect(result.customers).toEqual({
      unknown: 0,
      prospect: 0,
      new: 4,
      active: 534,
      "at-risk": 103,
      dormant: 45,
      lost: 36,
      "won-back": 71,
    });
  });

  test("and the stages do not tell who buys again: 77 % of the active and 74 % of the lost do", () => {
    // Of 2017-07-04, counted by the naive oracle and from the days themselves.
    const naive = Object.entries(naiveStages(days, "2017-07-04"));
    const counted = Object.fromEntries(
      result.stageEvidence.stages.map(({ stage }) => {
        const there = naive.filter(([, found]) => found === stage);
        const again = there.filter(([id]) => days[id]?.some((day) => day > "2017-07-04"));
        return [stage, `${again.length} of ${there.length}`];
      }),
    );
    expect(result.stageEvidence.day).toBe("2017-07-04");
    expect(shares(result)).toEqual(counted);
    expect(counted).toMatchObject({ active: "352 of 458", lost: "35 of 47" });
    expect(describeReasons(result.warnings, en)).toEqual([
      "The stages “Active customer” and “Customer at risk” do not tell apart who buys again: 76.86 % and 70.55 % did",
      "The stages “Customer at risk” and “Dormant customer” do not tell apart who buys again: 70.55 % and 66.67 % did",
      "The stages “Dormant customer” and “Lost customer” do not tell apart who buys again: 66.67 % and 74.47 % did",
    ]);
  });

  test("nor do fixed bounds of 90, 180 and 365 days", () => {
    const rules = defineLifecycleRules({
      id: "fixed",
      version: 1,
      thresholds: { mode: "fixed", upTo: { active: { days: 90 }, atRisk: { days: 180 }, dormant: { days: 365 } } },
      newFor: { atLeast: { days: 90 }, medianGaps: 0 },
      seasons: null,
    });
    const fixed = classifyLifecycle(base, { rules });
    expect(fixed.definition).toEqual({ kind: "lifecycle-rules", id: "fixed", version: 1 });
    expect(fixed.warnings.map(({ code }) => code)).toEqual(Array(3).fill("lifecycle.stages-do-not-separate"));
  });
});

describeWithReference("Online Retail (UCI, Chen 2015), sales only", "online-retail-uci/invoices.csv", (file) => {
  const days: Record<string, string[]> = {};
  for (const row of readCsv(file)) {
    if (row.invoice_no?.startsWith("C") || !(Number(row.amount) > 0)) continue;
    (days[row.customer_id as string] ??= []).push((row.invoice_date as string).slice(0, 10));
  }
  const base = summarizePurchases(ordersOn(days), { asOf: "2011-12-09" });
  const result = classifyLifecycle(base);

  test("the base's median gap is 52.5 days", () => {
    expect(result.thresholds.medianGapDays).toMatchObject({ value: 52.5 });
    expect(result.thresholds.newDays).toBe(90);
  });

  test("here active, at-risk and dormant tell who buys again; only 18 had been lost after half a year", () => {
    const naive = naiveStages(days, "2011-12-09");
    for (const { customerId, stage } of result) expect(stage).toMatchObject({ value: naive[customerId] });
    expect(result.stageEvidence.day).toBe("2011-06-12");
    expect(shares(result)).toMatchObject({
      active: "652 of 727",
      "at-risk": "310 of 479",
      dormant: "257 of 495",
      lost: "10 of 18",
    });
    expect(describeReasons(result.warnings, en)).toEqual([
      "The stages “Dormant customer” and “Lost customer” do not tell apart who buys again: 51.92 % and 55.56 % did",
    ]);
  });
});

describe("thresholds", () => {
  const everyThirty = ["2025-01-01", "2025-01-31", "2025-03-02", "2025-04-01"];
  const on = (asOf: string, thresholds: LifecycleRulesInput["thresholds"]): LifecycleStages =>
    classifyLifecycle(baseOf({ ann: everyThirty, ben: ["2025-01-01", "2025-04-11"] }, asOf), {
      rules: defineLifecycleRules({
        id: "t",
        version: 1,
        thresholds,
        newFor: { atLeast: { days: 30 }, medianGaps: 0 },
      }),
    });
  const own = (asOf: string) => on(asOf, defaultLifecycleRules.thresholds);

  test("own cadence: bounds belong to the better stage, and are passed by a day", () => {
    // 45, 90 and 150 days after 2025-04-01.
    expect(["2025-05-16", "2025-05-17"].map((day) => stageOf(own(day)))).toEqual(["active", "at-risk"]);
    expect(["2025-06-30", "2025-07-01"].map((day) => stageOf(own(day)))).toEqual(["at-risk", "dormant"]);
    expect(["2025-08-29", "2025-08-30"].map((day) => stageOf(own(day)))).toEqual(["dormant", "lost"]);
  });

  test("with fewer than three gaps the base's median gap stands in", () => {
    // Medians 30 (ann) and 100 (ben): 65. Ben is active for 97.5 days.
    expect(own("2025-07-17").get("ben")?.stage).toEqual({
      status: "known",
      value: "active",
      reasons: [
        { code: "lifecycle.base-cadence", params: { gap: 65, days: 97 } },
        { code: "lifecycle.within-bound", params: { limit: 97.5 } },
      ],
    });
    expect(stageOf(own("2025-07-18"), "ben")).toBe("at-risk");
  });

  test("fixed: calendar units count back on the calendar", () => {
    const upTo = { active: { months: 1 }, atRisk: { months: 2 }, dormant: { months: 6 } };
    expect(stageOf(on("2025-05-01", { mode: "fixed", upTo }))).toBe("active");
    expect(stageOf(on("2025-05-02", { mode: "fixed", upTo }))).toBe("at-risk");
  });

  test("population percentile: type-7 quantiles of all gaps, 30, 30, 30 and 100", () => {
    const { thresholds } = on("2025-05-01", {
      mode: "population-percentile",
      upTo: { active: 0.5, atRisk: 0.8, dormant: 0.95 },
    });
    expect(thresholds.upTo).toMatchObject({ value: { active: 30, atRisk: 58, dormant: 89.5 } });
  });

  test("survival curve: the first day by which the share has bought again; past its end nobody gets", () => {
    const curve = [
      { days: 20, survival: 0.5 },
      { days: 60, survival: 0.1 },
    ];
    const result = on("2025-12-31", {
      mode: "survival-curve",
      upTo: { active: 0.5, atRisk: 0.9, dormant: 0.95 },
      curve,
    });
    expect(result.thresholds.upTo).toMatchObject({ value: { active: 20, atRisk: 60, dormant: null } });
    expect(stageOf(result)).toBe("dormant");
    expect(result.warnings).toContainEqual({ code: "lifecycle.bound-out-of-reach", params: { stage: "lost" } });
  });

  test("where nobody bought on two days, whoever is not new has an unknown stage", () => {
    const result = classifyLifecycle(baseOf({ ann: ["2025-01-01"], ben: ["2025-12-01"] }, "2025-12-31"));
    expect(result.get("ann")).toEqual({
      customerId: "ann",
      stage: { status: "unknown", missing: ["gaps"], reasons: [{ code: "lifecycle.no-cadence", params: {} }] },
      objective: null,
      returned: null,
    });
    expect(stageOf(result, "ben")).toBe("new");
    expect(result.warnings).toContainEqual({ code: "lifecycle.stage-unknown", params: { customers: 1 } });
  });
});

describe("purchases", () => {
  test("a day with a refund alone is none, and a fully refunded order was none", () => {
    const row = (id: string, at: string) => ({ id, customerId: "ann", at, amount: "10.00", currency: "USD" });
    const rows = [
      row("1", "2025-01-01"),
      { ...row("2", "2025-12-20"), kind: "refund" as const, refundOf: "1", amount: "5.00" },
      { ...row("3", "2025-06-01"), customerId: "ben" },
      { ...row("4", "2025-06-05"), customerId: "ben", kind: "refund" as const, refundOf: "3" },
    ];
    const result = classifyLifecycle(summarizePurchases(rows, { asOf: "2025-12-31" }));
    expect(result.customers).toMatchObject({ unknown: 1, prospect: 1 });
    expect(stageOf(result, "ben")).toBe("prospect");
  });

  test("days are those of the base's zone", () => {
    const at = ["2025-10-01T18:00:00Z", "2025-10-02T01:00:00Z"];
    const result = (timeZone: string) => classifyLifecycle(baseOf({ ann: at }, "2025-12-30", timeZone)).get("ann");
    expect(result("UTC")?.stage.reasons[0]?.params).toEqual({ days: 90, limit: 90 });
    // Both on 2 October in Shanghai, and nobody has a gap.
    expect(result("Asia/Shanghai")?.stage.reasons[0]?.params).toEqual({ days: 89, limit: 90 });
  });

  test("nobody at all is no fault", () => {
    const result = classifyLifecycle(baseOf({}, "2025-12-30"));
    expect(result.size).toBe(0);
    expect(result.warnings.map(({ code }) => code)).toEqual(["lifecycle.no-evidence"]);
  });
});

describe("won back", () => {
  const regular = ["2024-01-31", "2024-03-01", "2024-03-31", "2024-04-30"];
  const back = { ann: [...regular, "2025-01-01"] };

  test("for 90 days after a return, and active or worse after that", () => {
    const result = classifyLifecycle(baseOf(back, "2025-04-01"));
    expect(result.get("ann")).toMatchObject({ objective: "maintain", returned: "2025-01-01" });
    expect(stageOf(result)).toBe("won-back");
    expect(stageOf(classifyLifecycle(baseOf(back, "2025-04-02")))).toBe("dormant");
  });

  test("a second purchase after the return does not end it", () => {
    expect(stageOf(classifyLifecycle(baseOf({ ann: [...back.ann, "2025-01-20"] }, "2025-02-01")))).toBe("won-back");
  });

  test("by what was said at an earlier date, kept through stored rows", () => {
    // At risk by the rules when she came back after 60 days; a person had called her lost.
    const days = { ann: [...regular, "2024-06-29"] };
    const said = (asOf: string, value: "lost" | "won-back", returned?: string): ClassifyLifecycleOptions => ({
      earlier: { asOf, get: () => ({ stage: { status: "known", value, reasons: [] }, returned }) },
    });
    const on = (asOf: string, options?: ClassifyLifecycleOptions) =>
      stageOf(classifyLifecycle(baseOf(days, asOf), options));
    expect(on("2024-07-10")).toBe("active");
    expect(on("2024-07-10", said("2024-06-20", "lost"))).toBe("won-back");
    expect(on("2024-07-20", said("2024-07-10", "won-back", "2024-06-29"))).toBe("won-back");
    // Lost after the purchase is no return.
    expect(on("2024-07-10", said("2024-07-01", "lost"))).toBe("active");
  });

  test("earlier stages must be earlier", () => {
    const earlier = classifyLifecycle(baseOf(back, "2025-04-01"));
    const fault = faultOf(() => classifyLifecycle(baseOf(back, "2025-04-01"), { earlier }));
    expect([fault.code, fault.path]).toEqual(["INVALID_OPTIONS", ["earlier", "asOf"]]);
  });
});

describe("hysteresis", () => {
  const days = { ann: ["2025-01-01", "2025-01-31", "2025-03-02", "2025-04-01"] };
  const on = (asOf: string, was: "active" | "at-risk") =>
    classifyLifecycle(baseOf(days, asOf), {
      rules: defineLifecycleRules({ ...defaultLifecycleRules, newFor: { atLeast: { days: 30 }, medianGaps: 0 } }),
      earlier: { asOf: "2025-04-30", get: () => ({ stage: { status: "known", value: was, reasons: [] } }) },
    });

  test("a bound of 45 days is passed at 49.5 and passed back at 40.5", () => {
    expect(stageOf(on("2025-05-20", "active"))).toBe("active"); // 49 days
    expect(stageOf(on("2025-05-21", "active"))).toBe("at-risk");
    expect(stageOf(on("2025-05-11", "at-risk"))).toBe("active"); // 40 days
    expect(stageOf(on("2025-05-12", "at-risk"))).toBe("at-risk");
    expect(on("2025-05-12", "at-risk").at(0).stage.reasons).toContainEqual({
      code: "lifecycle.held",
      params: { percent: 10 },
    });
  });
});

describe("seasonal buyers", () => {
  test("around one festival: overdue only after a season without purchase", () => {
    // Mid-autumn was on 2023-09-29 and 2024-09-17; it is on 2025-10-06 and 2026-09-25.
    const days = { ann: ["2023-09-20", "2024-09-15"] };
    expect(stageOf(classifyLifecycle(baseOf(days, "2025-10-21")))).toBe("active");
    const missed = classifyLifecycle(baseOf(days, "2025-10-22"));
    expect(missed.get("ann")?.stage).toMatchObject({
      value: "at-risk",
      reasons: [{ code: "lifecycle.festival-buyer", params: { festival: "mid-autumn", seasons: 2, missed: 1 } }],
    });
  });

  test("around a festival of one's own, named in the reason", () => {
    const doubleEleven = { name: "双十一", calendar: "gregorian", month: 11, day: 11 } as const;
    const rules = {
      ...defaultLifecycleRules,
      seasons: { ...defaultLifecycleRules.seasons!, festivals: [doubleEleven] },
    };
    const result = classifyLifecycle(baseOf({ ann: ["2023-10-30", "2024-11-11"] }, "2025-11-27"), { rules });
    const params = { festival: "双十一", seasons: 2, missed: 1 };
    expect(result.at(0).stage.reasons).toEqual([{ code: "lifecycle.festival-buyer", params }]);
  });

  test("within one quarter", () => {
    const days = { ann: ["2023-10-01", "2023-12-30", "2024-11-11"] };
    const on = (asOf: string) => stageOf(classifyLifecycle(baseOf(days, asOf)));
    expect(["2025-12-31", "2026-01-01", "2027-01-01", "2028-01-01"].map(on)).toEqual([
      "active",
      "at-risk",
      "dormant",
      "lost",
    ]);
  });

  test("one season makes nobody a seasonal buyer, nor do purchases in between", () => {
    const codes = (days: readonly string[]) =>
      classifyLifecycle(baseOf({ ann: days }, "2025-11-01"))
        .at(0)
        .stage.reasons.map(({ code }) => code);
    expect(codes(["2024-10-20", "2024-11-11"])).not.toContain("lifecycle.quarter-buyer");
    expect(codes(["2023-10-02", "2024-05-01", "2024-12-28"])).not.toContain("lifecycle.quarter-buyer");
    expect(codes(["2023-10-02", "2024-12-28"])).toEqual(["lifecycle.quarter-buyer"]);
  });

  test("years without known Chinese festivals are no fault", () => {
    const result = classifyLifecycle(baseOf({ ann: ["1850-01-01", "1851-01-01"] }, "2150-12-31"));
    expect(stageOf(result)).toBe("lost");
  });
});

describe("contracts", () => {
  const contract = (parts: Partial<Contract>): Contract => ({
    id: `of ${parts.customerId}`,
    customerId: "ann",
    start: "2024-01-01",
    ...parts,
  });
  const on = (asOf: string, contracts: readonly Contract[], days: readonly string[] = ["2024-01-01"]) =>
    classifyLifecycle(baseOf({ ann: days, ben: ["2023-01-01", "2023-02-01"] }, asOf), { contracts });
  const told = (...parts: Parameters<typeof on>): readonly [string | undefined, string | undefined] => {
    const result = on(...parts);
    return [stageOf(result), result.get("ann")?.stage.reasons[0]?.code];
  };

  test("one that runs on is active, whatever the purchases say", () => {
    expect(told("2025-06-01", [contract({})])).toEqual(["active", "lifecycle.contract-runs"]);
    expect(told("2025-06-01", [contract({ end: "2024-12-31", renews: true })])).toEqual([
      "active",
      "lifecycle.contract-runs",
    ]);
    expect(told("2024-02-01", [contract({})], [])).toEqual(["new", "lifecycle.contract-began"]);
  });

  test("cancelled but running, or ending without renewal, is at risk; ended is lost", () => {
    const cancelled = contract({ end: "2025-06-30", renews: true, cancellation: { at: "2025-05-01", by: "customer" } });
    expect(told("2025-06-30", [cancelled])).toEqual(["at-risk", "lifecycle.contract-cancelled"]);
    expect(told("2025-07-01", [cancelled])).toEqual(["lost", "lifecycle.contract-ended"]);
    const fixed = contract({ end: "2025-06-30" });
    expect(told("2025-05-30", [fixed])).toEqual(["active", "lifecycle.contract-runs"]);
    expect(told("2025-05-31", [fixed])).toEqual(["at-risk", "lifecycle.contract-ends"]);
    expect(told("2025-06-01", [fixed])).toEqual(["at-risk", "lifecycle.contract-ends"]);
    expect(told("2025-06-01", [contract({ cancellation: { at: "2025-03-05", by: "business" } })])).toEqual([
      "lost",
      "lifecycle.contract-ended",
    ]);
  });

  test("what is dated later than asOf is not known", () => {
    const cancelled = contract({ cancellation: { at: "2025-06-02", by: "customer" } });
    expect(told("2025-06-01", [cancelled])).toEqual(told("2025-06-01", [contract({})]));
    expect(told("2025-06-01", [contract({ start: "2025-06-02" })], [])).toEqual(["prospect", "lifecycle.no-purchase"]);
  });

  test("a new one after a break wins back, without a break it carries on", () => {
    const first = contract({ end: "2024-12-31" });
    const again = contract({ id: "d", start: "2025-03-01" });
    expect(told("2025-04-01", [again, first])).toEqual(["won-back", "lifecycle.contract-resumed"]);
    expect(told("2025-07-01", [again, first])).toEqual(["active", "lifecycle.contract-runs"]);
    expect(told("2025-04-01", [{ ...again, start: "2025-01-01" }, first])).toEqual([
      "active",
      "lifecycle.contract-runs",
    ]);
  });

  test("who buys after a contract's end is won back, and judged by purchases again", () => {
    const ended = contract({ end: "2025-01-31" });
    expect(told("2025-06-01", [ended], ["2024-01-01", "2025-05-01"])).toEqual(["won-back", "lifecycle.returned"]);
  });

  test("contract customers are left out of the evidence; those who are in no base are counted", () => {
    const result = on("2025-06-01", [contract({}), contract({ customerId: "zoë" }), contract({ customerId: "yan" })]);
    expect(result.stageEvidence.stages.reduce((sum, { customers }) => sum + customers, 0)).toBe(1);
    expect(result.warnings).toContainEqual({ code: "lifecycle.contracts-of-others", params: { customers: 2 } });
  });

  test("faulty contracts are refused together, each fault at its place", () => {
    const faulty = [
      contract({ end: "soon" }),
      contract({}),
      contract({ customerId: 7 as never, renews: "yes" as never }),
      contract({ cancellation: null as never }),
      contract({ start: "2025-06-01", end: "2025-05-01" }),
    ];
    const { code, issues } = faultOf(() => on("2025-06-01", faulty));
    expect(code).toBe(issues[0]?.code);
    expect(issues.map(({ path }) => path.join("."))).toEqual([
      "contracts.0.end",
      "contracts.2.customerId",
      "contracts.2.renews",
      "contracts.3.cancellation",
      "contracts.4.end",
    ]);
  });
});

test("a horizon is a day or more", () => {
  const base = baseOf({ ann: ["2025-01-01"] }, "2025-06-01");
  expect(faultOf(() => classifyLifecycle(base, { horizon: { hours: 5 } })).code).toBe("INVALID_OPTIONS");
  expect(faultOf(() => classifyLifecycle(base, { horizon: { days: 0 } })).code).toBe("INVALID_OPTIONS");
});

test.each<[unknown, string, readonly (string | number)[]]>([
  [{ horizn: { days: 30 } }, "INVALID_OPTIONS", ["horizn"]],
  [defaultLifecycleRules, "INVALID_OPTIONS", ["kind"]],
  [null, "INVALID_OPTIONS", []],
  ["fixed", "INVALID_OPTIONS", []],
  [{ rules: {} }, "INVALID_DEFINITION", ["kind"]],
  [{ rules: null }, "INVALID_DEFINITION", []],
  [{ rules: { ...defaultLifecycleRules, thresholds: { mode: "own" } } }, "INVALID_DEFINITION", ["thresholds", "mode"]],
  [{ earlier: null }, "INVALID_OPTIONS", ["earlier"]],
  [{ earlier: { asOf: "2025-05-01" } }, "INVALID_OPTIONS", ["earlier"]],
  [{ contracts: {} }, "INVALID_ROWS", ["contracts"]],
  [{ contracts: [null] }, "INVALID_RECORD", ["contracts", 0]],
])("options of another kind are refused: %#", (options, code, path) => {
  const base = baseOf({ ann: ["2025-01-01"] }, "2025-06-01");
  expect(faultOf(() => classifyLifecycle(base, options as ClassifyLifecycleOptions))).toMatchObject({ code, path });
});

test("what is no base is refused", () => {
  const base = baseOf({ ann: ["2025-01-01"] }, "2025-06-01");
  for (const none of [null, {}, JSON.parse(JSON.stringify(base))]) {
    expect(faultOf(() => classifyLifecycle(none)).code).toBe("INVALID_BASE");
  }
});

test("reasons have words in both languages", () => {
  const result = classifyLifecycle(baseOf({ ann: ["2025-05-01"] }, "2025-06-01"));
  const { reasons } = result.at(0).stage;
  expect(describeReasons(reasons, en)).toEqual(["First bought 31 days ago; new for 90 days"]);
  expect(describeReasons(reasons, zhCN)).toEqual(["首次购买在 31 天前；90 天内为新客户"]);
});
