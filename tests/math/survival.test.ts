import { readFileSync } from "node:fs";
import { concordance, conditionalSurvival, kaplanMeier, logRankTest } from "clientele/math";
import { describe, expect, test } from "vitest";
import { readCsv } from "../support/csv.js";
import { codeOf, faultOf } from "../support/fault-of.js";
import { describeWithReference } from "../support/reference-data.js";

describe("kaplanMeier", () => {
  const { steps } = kaplanMeier([5, 5, 5, 8, 8, 9], [1, 1, 0, 0, 1, 0]);

  test("who stops being watched at a time was at risk at it", () => {
    expect(steps.map(({ time, atRisk, events, censored }) => [time, atRisk, events, censored])).toEqual([
      [5, 6, 2, 1],
      [8, 3, 1, 1],
      [9, 1, 0, 1],
    ]);
    expect(steps.map(({ survival }) => survival)).toEqual([4 / 6, (4 / 6) * (2 / 3), (4 / 6) * (2 / 3)]);
  });

  test("a survival of 1 or 0 has no interval, rather than one without width", () => {
    const { steps } = kaplanMeier([1, 2, 3], [0, 1, 1]);
    expect(steps.map(({ survival, interval }) => [survival, interval === null])).toEqual([
      [1, true],
      [0.5, false],
      [0, true],
    ]);
    const logs = kaplanMeier([1, 2, 3], [0, 1, 1], { interval: "log" }).steps.map(({ interval }) => interval);
    expect([logs[0], logs[2]]).toEqual([null, null]);
    expect(logs[1]?.[1]).toBe(1);
  });

  test("the median is the first time at a half or less", () => {
    expect(kaplanMeier([1, 2], [1, 0]).median).toMatchObject({ value: 1 });
    expect(kaplanMeier([1, 2, 3], [1, 0, 0]).median).toMatchObject({ status: "unknown", missing: ["followUp"] });
    expect(kaplanMeier([], []).median.status).toBe("unknown");
  });

  test("the restricted mean is the area under the curve, as far as anybody was watched", () => {
    const mean = (until?: number) => kaplanMeier([1, 3], [1, 0], { until }).restrictedMean;
    // 1 for one day, then a half: 1 × 1 + 2 × 0.5.
    expect(
      [mean(), mean(3), mean(1), mean(0.5), mean(0)].map((found) => found.status === "known" && found.value),
    ).toEqual([2, 2, 1, 0.5, 0]);
    expect(mean(3.5)).toMatchObject({ status: "unknown", missing: ["followUp"] });
    expect(kaplanMeier([1, 3], [1, 1], { until: 9 }).restrictedMean).toMatchObject({ value: 2 });
    expect(kaplanMeier([], []).restrictedMean.status).toBe("unknown");
  });

  test("a row may stand for many, or for nobody", () => {
    const weighted = kaplanMeier([5, 5, 7, 8, 8, 9], [1, 0, 1, 0, 1, 0], { weights: [2, 1, 0, 1, 1, 1] });
    expect(weighted).toEqual(kaplanMeier([5, 5, 5, 8, 8, 9], [1, 1, 0, 0, 1, 0]));
  });

  test("refuses what is no time, no event, no column", () => {
    expect(codeOf(() => kaplanMeier([-1], [1]))).toBe("NUMBER_OUT_OF_RANGE");
    expect(codeOf(() => kaplanMeier([Number.NaN], [1]))).toBe("NOT_A_FINITE_NUMBER");
    expect(codeOf(() => kaplanMeier([1], [2]))).toBe("NUMBER_OUT_OF_RANGE");
    expect(codeOf(() => kaplanMeier([1], [0.5]))).toBe("NUMBER_OUT_OF_RANGE");
    expect(codeOf(() => kaplanMeier([1], []))).toBe("LENGTHS_DIFFER");
    expect(codeOf(() => kaplanMeier([1], [1], { weights: [] }))).toBe("LENGTHS_DIFFER");
    expect(faultOf(() => kaplanMeier([1], [1], { weights: [-1] }))).toMatchObject({ path: ["weights", 0] });
    for (const options of [
      { confidence: 1 },
      { confidence: 0 },
      { interval: "plain" },
      { until: -1 },
      { weight: [1] },
      null,
    ]) {
      expect(codeOf(() => kaplanMeier([1], [1], options as never))).toBe("INVALID_OPTIONS");
    }
  });
});

describe("conditionalSurvival", () => {
  const curve = kaplanMeier([10, 20, 30, 40], [1, 1, 1, 0]);
  const at = (given: number, horizon: number) => conditionalSurvival(curve, given, horizon);

  test("a step holds from its time on", () => {
    expect(
      [at(0, 9), at(0, 10), at(9, 1), at(10, 9), at(10, 10)].map((found) => found.status === "known" && found.value),
    ).toEqual([1, 0.75, 0.75, 1, 0.5 / 0.75]);
  });

  test("is unknown past the last time, unless nobody is left by then", () => {
    expect(at(30, 10).status).toBe("known");
    expect(at(30, 10.5)).toMatchObject({ status: "unknown", missing: ["followUp"] });
    const all = kaplanMeier([10, 20], [1, 1]);
    expect(conditionalSurvival(all, 10, 90)).toMatchObject({ status: "known", value: 0 });
    expect(conditionalSurvival(all, 20, 1)).toMatchObject({ status: "unknown", missing: ["survivors"] });
    expect(conditionalSurvival(kaplanMeier([], []), 0, 0).status).toBe("unknown");
  });

  test("refuses times below 0", () => {
    expect(codeOf(() => at(-1, 1))).toBe("NUMBER_OUT_OF_RANGE");
    expect(codeOf(() => at(1, -1))).toBe("NUMBER_OUT_OF_RANGE");
  });
});

describe("logRankTest", () => {
  test("compares nothing where there is one group, nobody, or all end at once", () => {
    const nothing = { chiSquare: 0, degreesOfFreedom: 0, pValue: 1 };
    expect(logRankTest([], [], [])).toEqual(nothing);
    expect(logRankTest([1, 2], [1, 1], ["a", "a"])).toEqual(nothing);
    expect(logRankTest([5, 5], [1, 1], ["a", "b"])).toEqual(nothing);
    expect(logRankTest([5, 6], [0, 0], ["a", "b"])).toEqual(nothing);
  });

  test("counts no degree for a group that was gone before the first event", () => {
    const [times, events] = [
      [1, 3, 4, 5, 6],
      [0, 1, 1, 1, 1],
    ] as const;
    const three = logRankTest(times, events, ["gone", "a", "b", "a", "b"]);
    expect(three).toEqual(logRankTest(times.slice(1), events.slice(1), ["a", "b", "a", "b"]));
    expect(three.degreesOfFreedom).toBe(1);
  });

  test("refuses columns of other lengths", () => {
    expect(codeOf(() => logRankTest([1], [1], []))).toBe("LENGTHS_DIFFER");
    expect(codeOf(() => logRankTest([1], [], ["a"]))).toBe("LENGTHS_DIFFER");
  });
});

describe("concordance", () => {
  const of = (risks: readonly number[], times: readonly number[], events: readonly number[]) => {
    const found = concordance(risks, times, events);
    return found.status === "known" ? found.value : found.missing;
  };

  test("counts a pair where one has the event while the other is watched, or stops being watched at that time", () => {
    expect(of([2, 1], [1, 2], [1, 0])).toBe(1);
    expect(of([1, 2], [1, 2], [1, 0])).toBe(0);
    expect(of([1, 1], [1, 2], [1, 1])).toBe(0.5);
    expect(of([2, 1], [1, 1], [1, 0])).toBe(1);
    expect(of([2, 1], [1, 1], [1, 1])).toEqual(["pairs"]);
    expect(of([2, 1], [1, 2], [0, 1])).toEqual(["pairs"]);
    expect(of([], [], [])).toEqual(["pairs"]);
  });

  test("refuses columns of other lengths", () => {
    expect(codeOf(() => concordance([1], [1, 2], [1, 1]))).toBe("LENGTHS_DIFFER");
    expect(codeOf(() => concordance([Number.NaN], [1], [1]))).toBe("NOT_A_FINITE_NUMBER");
  });
});

interface Curve {
  readonly median: number | null;
  readonly restrictedMean: { readonly upTo: number; readonly value: number };
  readonly at: readonly {
    readonly time: number;
    readonly nRisk: number;
    readonly survival: number;
    readonly ci95_loglog: readonly (number | null)[];
    readonly ci95_log: readonly (number | null)[];
  }[];
}
interface Test {
  readonly chisq: number;
  readonly df: number;
  readonly p: number;
}

describeWithReference("survival by R 4.2.2, survival 3.5-3", "survival", (folder) => {
  const expected = JSON.parse(readFileSync(`${folder}/expected.json`, "utf8"));
  const columns = (file: string, time: string, event: string, group?: string) => {
    const rows = readCsv(`${folder}/${file}`);
    return {
      rows,
      times: rows.map((row) => Number(row[time])),
      events: rows.map((row) => Number(row[event])),
      groups: rows.map((row) => (group === undefined ? "all" : String(row[group]))),
    };
  };
  const sets = {
    rossi: { ...columns("rossi.csv", "week", "arrest", "fin"), golden: expected.rossi.kmByFin },
    waltons: { ...columns("waltons.csv", "T", "E", "group"), golden: expected.waltons.byGroup },
    leukemia: { ...columns("leukemia.csv", "t", "status", "Rx"), golden: expected.leukemia.byRx },
    lung: { ...columns("lung.csv", "time", "status", "sex"), golden: expected.lung.bySex },
  };

  test.each(Object.entries(sets))(
    "%s: curves of the groups, with both intervals",
    (_, { times, events, groups, golden }) => {
      for (const [group, curve] of Object.entries(golden.groups as Record<string, Curve>)) {
        const own = [...times.keys()].filter((row) => groups[row] === group);
        expect(own.length).toBeGreaterThan(0);
        const pick = (column: readonly number[]) => own.map((row) => column[row] as number);
        for (const kind of ["log-log", "log"] as const) {
          const { steps, median, restrictedMean } = kaplanMeier(pick(times), pick(events), {
            interval: kind,
            until: curve.restrictedMean.upTo,
          });
          expect(median.status === "known" ? median.value : null).toBe(curve.median);
          expect(restrictedMean.status === "known" && restrictedMean.value).toBeCloseTo(curve.restrictedMean.value, 8);
          for (const { time, nRisk, survival, ci95_log, ci95_loglog } of curve.at) {
            const step = steps.filter((step) => step.time <= time).at(-1)!;
            expect(pick(times).filter((other) => other >= time).length).toBe(nRisk);
            expect(step.survival).toBeCloseTo(survival, 9);
            const wanted = kind === "log" ? ci95_log : ci95_loglog;
            if (step.survival === 0) expect([step.interval, wanted]).toEqual([null, [null, null]]);
            else {
              expect(step.interval?.[0]).toBeCloseTo(wanted[0] as number, 8);
              expect(step.interval?.[1]).toBeCloseTo(wanted[1] as number, 8);
            }
          }
        }
      }
    },
  );

  test.each(Object.entries(sets))("%s: the log-rank test", (_, { times, events, groups, golden }) => {
    const { chisq, df, p } = golden.logRank as Test;
    const found = logRankTest(times, events, groups);
    expect(found.chiSquare).toBeCloseTo(chisq, 8);
    expect(found.degreesOfFreedom).toBe(df);
    expect(found.pValue / p).toBeCloseTo(1, 8);
  });

  test("the concordance of Cox models, by their linear predictors", () => {
    const models = [
      [sets.rossi, expected.rossi.coxEfron],
      [sets.leukemia, expected.leukemia.coxEfron],
      [sets.lung, expected.lung.coxAgeSex],
    ] as const;
    for (const [{ rows, times, events }, model] of models) {
      const effects = Object.entries(model.coef as Record<string, { coef: number }>);
      const risks = rows.map((row) => effects.reduce((sum, [name, { coef }]) => sum + coef * Number(row[name]), 0));
      const found = concordance(risks, times, events);
      expect(found.status === "known" && found.value).toBeCloseTo(model.concordance, 8);
    }
  });
});
