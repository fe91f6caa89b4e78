import { baseAt, summarizePurchases } from "clientele/history";
import {
  classifyLifecycle,
  type FadingStage,
  fadingStages,
  type LifecycleStage,
  type LifecycleStages,
} from "clientele/lifecycle";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { contractsAround, type Histories, histories, later } from "./support/arbitrary-histories.js";
import { naiveStages } from "./support/naive-stage.js";
import { baseOf, ordersOn } from "./support/orders.js";

const told = ({ asOf, days }: Histories): LifecycleStages => classifyLifecycle(baseOf(days, asOf));
const stagesOf = (result: LifecycleStages): Record<string, LifecycleStage | undefined> =>
  Object.fromEntries(
    Array.from(result, ({ customerId, stage }) => [customerId, stage.status === "known" ? stage.value : undefined]),
  );
const plain = (result: LifecycleStages): unknown => [
  ...result,
  result.customers,
  result.thresholds,
  result.stageEvidence,
  result.warnings,
];

// Planted bugs that these laws were seen to catch: >= for > at a bound, two gaps for three, a floor of one day for seven, a stage on the eve
// that already knows the return, won back for 89 days, a festival's season that ends a day early, a quarter missed before it is over, a
// purchase on the evidence's own day counted as one after it, unknown stages marked known, a stage that depends on the length of the id,
// a cancellation known before it is made, contracts taken in the order they come, hysteresis that pulls instead of holding.
describe("classifyLifecycle", () => {
  const seen = new Map<string, number>();
  const count = (what: string): void => void seen.set(what, (seen.get(what) ?? 0) + 1);

  test("tells what the naive oracle tells", () => {
    fc.assert(
      fc.property(histories, (history) => {
        const result = told(history);
        for (const { stage } of result) {
          count(stage.status === "known" ? stage.value : "unknown");
          for (const { code } of stage.reasons) count(code);
        }
        if (result.size === 0) count("empty");
        expect(stagesOf(result)).toEqual(naiveStages(history.days, history.asOf));
      }),
    );
  });

  afterAll(() => {
    for (const what of [
      ...["prospect", "new", "active", "at-risk", "dormant", "lost", "won-back", "unknown", "empty"],
      ...["lifecycle.contract-began", "lifecycle.contract-runs", "lifecycle.contract-ends", "lifecycle.contract-ended"],
      ...["lifecycle.contract-cancelled", "lifecycle.contract-resumed", "lifecycle.held"],
      ...["lifecycle.own-cadence", "lifecycle.base-cadence", "lifecycle.quarter-buyer", "lifecycle.festival-buyer"],
    ]) {
      expect(seen.get(what) ?? 0, what).toBeGreaterThan(0);
    }
  });

  test("puts every customer at one stage or at none, and counts them", () => {
    fc.assert(
      fc.property(histories, (history) => {
        const result = told(history);
        expect(Object.values(result.customers).reduce((sum, n) => sum + n, 0)).toBe(result.size);
        Array.from(result).forEach(({ stage, objective }, at) => {
          expect(result.columns.stage.known[at]).toBe(stage.status === "known" ? 1 : 0);
          if (stage.status !== "known") return;
          expect([result.columns.stage.values[at], result.columns.objective.values[at]]).toEqual([
            stage.value,
            objective,
          ]);
        });
      }),
    );
  });

  test("calls prospect whoever has no purchase, and nobody else", () => {
    fc.assert(
      fc.property(histories, ({ asOf, days }) => {
        const base = baseOf(days, asOf);
        for (const { customerId, stage } of classifyLifecycle(base)) {
          const isProspect = stage.status === "known" && stage.value === "prospect";
          expect(isProspect).toBe(base.get(customerId)?.purchaseDays === 0);
        }
      }),
    );
  });

  test("does not see what comes after asOf, nor the order of the records", () => {
    fc.assert(
      fc.property(histories, fc.nat(), ({ asOf, days }, turn) => {
        const all = ordersOn(days);
        const customerIds = Object.keys(days);
        const known = all.filter(({ at }) => (at as string) <= asOf);
        const cut = turn % Math.max(1, known.length);
        const turned = [...known.slice(cut), ...known.slice(0, cut)].reverse();
        const read = (rows: typeof all) => summarizePurchases(rows, { asOf, currency: "USD", customerIds });
        expect(plain(classifyLifecycle(read(turned)))).toEqual(plain(classifyLifecycle(read(all))));
      }),
    );
  });

  test("never moves to an earlier stage as time passes without a purchase", () => {
    const rank: Readonly<Record<LifecycleStage, number>> = {
      prospect: 0,
      new: 0,
      "won-back": 0,
      active: 1,
      "at-risk": 2,
      dormant: 3,
      lost: 4,
    };
    fc.assert(
      fc.property(histories, fc.integer({ min: 1, max: 800 }), ({ asOf, days }, wait) => {
        const made = Object.fromEntries(
          Object.entries(days).map(([id, own]) => [id, own.filter((day) => day <= asOf)]),
        );
        const before = stagesOf(told({ asOf, days: made }));
        const after = stagesOf(told({ asOf: later(asOf, wait), days: made }));
        for (const [id, stage] of Object.entries(before)) {
          if (stage !== undefined) expect(rank[after[id] as LifecycleStage] ?? 4).toBeGreaterThanOrEqual(rank[stage]);
        }
      }),
    );
  });

  test("does not look at what customers are called", () => {
    fc.assert(
      fc.property(histories, ({ asOf, days }) => {
        const renamed = Object.fromEntries(Object.entries(days).map(([id, own]) => [`${id}?`, own]));
        const other = stagesOf(told({ asOf, days: renamed }));
        for (const [id, stage] of Object.entries(stagesOf(told({ asOf, days })))) expect(other[`${id}?`]).toBe(stage);
      }),
    );
  });

  test("shows as evidence what it says at the earlier day, and nothing of JSON is lost", () => {
    fc.assert(
      fc.property(histories, ({ asOf, days }) => {
        const base = baseOf(days, asOf);
        const result = classifyLifecycle(base);
        const { day, stages } = result.stageEvidence;
        const { unknown: _, ...then } = classifyLifecycle(baseAt(base, day)).customers;
        expect(Object.fromEntries(stages.map(({ stage, customers }) => [stage, customers]))).toEqual(then);
        const bought = stages.reduce((sum, { boughtAgain }) => sum + boughtAgain, 0);
        const known = Object.entries(naiveStages(days, day)).filter(([, stage]) => stage !== undefined);
        expect(bought).toBe(known.filter(([id]) => days[id]?.some((at) => at > day && at <= asOf)).length);
        expect(JSON.parse(JSON.stringify(plain(result)))).toEqual(plain(result));
      }),
    );
  });

  test("does not see contracts, ends by cancellation and stages that are dated later, nor in which order contracts come", () => {
    const withContracts = histories.chain((history) =>
      fc.record({ history: fc.constant(history), contracts: contractsAround(history.asOf) }),
    );
    fc.assert(
      fc.property(withContracts, ({ history: { asOf, days }, contracts }) => {
        const base = baseOf(days, asOf);
        const past = contracts
          .filter(({ start }) => (start as string) <= asOf)
          .map(({ cancellation, ...contract }) =>
            cancellation !== undefined && (cancellation.at as string) <= asOf
              ? { ...contract, cancellation }
              : contract,
          );
        const told = [...classifyLifecycle(base, { contracts })];
        expect([...classifyLifecycle(base, { contracts: past.reverse() })]).toEqual(told);
        const held = new Set(past.map(({ customerId }) => customerId));
        const without = [...classifyLifecycle(base)];
        told.forEach((row, at) => {
          if (!held.has(row.customerId)) expect(row).toEqual(without[at]);
          for (const { code } of row.stage.reasons) count(code);
        });
      }),
    );
  });

  test("with its own earlier result at hand, holds customers between that stage and the plain one, and changes nobody else", () => {
    fc.assert(
      fc.property(histories, fc.constantFrom(1, 10, 60), ({ asOf, days }, back) => {
        const base = baseOf(days, asOf);
        const earlier = classifyLifecycle(baseAt(base, later(asOf, -back)));
        const plainly = classifyLifecycle(base);
        for (const row of classifyLifecycle(base, { earlier })) {
          const held = row.stage.reasons.some(({ code }) => code === "lifecycle.held");
          const remembered = row.stage.status === "known" && row.stage.value === "won-back";
          const rankOf = (result: LifecycleStages): number =>
            fadingStages.indexOf(stagesOf(result)[row.customerId] as FadingStage);
          if (held && row.stage.status === "known") {
            const [least, most] = [rankOf(earlier), rankOf(plainly)].sort();
            const rank = fadingStages.indexOf(row.stage.value as FadingStage);
            expect([rank >= least!, rank <= most!, rank === rankOf(plainly)]).toEqual([true, true, false]);
          } else if (!remembered) expect(row).toEqual(plainly.get(row.customerId));
          if (held) count("lifecycle.held");
        }
      }),
    );
  });
});
