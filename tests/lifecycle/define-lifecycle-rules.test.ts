import { defaultLifecycleRules, defineLifecycleRules, type LifecycleRulesInput } from "clientele/lifecycle";
import { describe, expect, test } from "vitest";
import { faultOf } from "../support/fault-of.js";

const faultsOf = (json: unknown): string[] =>
  (faultOf(() => defineLifecycleRules(json as LifecycleRulesInput)).issues ?? []).map(({ path }) => path.join("."));

describe("defineLifecycleRules", () => {
  test("the default is what it completes", () => {
    const { id, version, thresholds } = defaultLifecycleRules;
    expect(defineLifecycleRules({ id, version, thresholds })).toEqual(defaultLifecycleRules);
    expect(defineLifecycleRules(JSON.parse(JSON.stringify(defaultLifecycleRules)))).toEqual(defaultLifecycleRules);
  });

  test.each([null, undefined, 5, "rules"])("%j is no set of rules", (json) => {
    expect(faultOf(() => defineLifecycleRules(json as never)).code).toBe("INVALID_DEFINITION");
  });

  test("names every fault at once, at its path", () => {
    expect(
      faultsOf({
        kind: "lifecycle",
        id: "",
        version: 0,
        treshold: 1,
        thresholds: { mode: "own-cadence", upTo: { active: 3, atRisk: 1.5, dormant: "5" }, minGaps: 0, minGapDays: 0 },
        newFor: { atLeast: { hours: 5 }, medianGaps: -1 },
        wonBackFor: { days: 90, weeks: 1 },
        hysteresis: 1,
        seasons: { minSeasons: 1, aroundDays: 91, festivals: ["spring-fest", "qixi", "qixi"], upTo: null },
        contractEndsWithin: null,
      }),
    ).toEqual([
      "treshold",
      "kind",
      "id",
      "version",
      "thresholds.upTo.atRisk",
      "thresholds.upTo.dormant",
      "thresholds.minGaps",
      "thresholds.minGapDays",
      "newFor.atLeast",
      "newFor.medianGaps",
      "wonBackFor",
      "hysteresis",
      "seasons.minSeasons",
      "seasons.aroundDays",
      "seasons.festivals.0",
      "seasons.festivals.2",
      "seasons.upTo",
      "contractEndsWithin",
    ]);
  });

  test("festivals of one's own have a name and a day that exists, at most 32 in all", () => {
    const own = { name: "618", calendar: "gregorian", month: 6, day: 18 };
    const faultsWith = (festivals: readonly unknown[]): readonly string[] =>
      faultsOf({ ...defaultLifecycleRules, seasons: { ...defaultLifecycleRules.seasons, festivals } });
    const many = Array.from({ length: 33 }, (_, index) => ({ ...own, name: `f${index}` }));
    const seasons = { ...defaultLifecycleRules.seasons, festivals: [own, "qixi", ...many.slice(3)] };
    expect(defineLifecycleRules({ ...defaultLifecycleRules, seasons } as never).seasons).toEqual(seasons);
    expect(faultsWith(many)).toEqual(["seasons.festivals"]);
    expect(faultsWith([own, own, null, 7, { ...own, name: undefined }, { ...own, name: "x", day: 31 }])).toEqual([
      ...["seasons.festivals.2", "seasons.festivals.3", "seasons.festivals.4.name", "seasons.festivals.5.day"],
      "seasons.festivals.1",
    ]);
  });

  test("names what was probably meant", () => {
    const fault = faultOf(() =>
      defineLifecycleRules({ id: "x", version: 1, thresholds: { mode: "own-cadance" } } as never),
    );
    expect(fault.issues?.[0]).toMatchObject({ path: ["thresholds", "mode"], hint: 'Did you mean "own-cadence"?' });
  });

  test("a survival curve goes forward in days and never up", () => {
    const curve = [
      { days: 0, survival: 1 },
      { days: 10, survival: 0.5 },
      { days: 10, survival: 0.6 },
      { days: 20, survival: 2 },
    ];
    const upTo = { active: 0.5, atRisk: 0.8, dormant: 1 };
    const thresholds = { mode: "survival-curve", upTo, curve } as const;
    expect(faultsOf({ id: "x", version: 1, thresholds })).toEqual([
      "thresholds.upTo.dormant",
      "thresholds.curve.2.days",
      "thresholds.curve.2.survival",
      "thresholds.curve.3.survival",
    ]);
    expect(faultsOf({ id: "x", version: 1, thresholds: { ...thresholds, curve: [] } })).toContain("thresholds.curve");
  });

  test("nothing at all is refused like any other", () => {
    expect(faultsOf(undefined)).toEqual([""]);
  });
});
