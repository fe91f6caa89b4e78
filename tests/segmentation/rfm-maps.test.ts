import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { en, zhCN } from "../../src/labels/index.js";
import {
  analyzeRfmMap,
  defineRfmMap,
  type RfmMap,
  type RfmMapId,
  type RfmMapInput,
  rfmMaps,
  scoreRfm,
  segmentByRfm,
} from "../../src/segmentation/index.js";
import { faultOf } from "../support/fault-of.js";
import { describeWithReference } from "../support/reference-data.js";
import { baseOf } from "./support.js";

interface PublishedMap {
  readonly id: RfmMapId;
  readonly rules?: readonly { readonly name: string; readonly [axis: string]: unknown }[];
  readonly cells?: Readonly<Record<string, readonly string[]>>;
  readonly coverage?: PublishedCoverage;
  readonly coverageOverHalfStepFM?: PublishedCoverage;
}
interface PublishedCoverage {
  readonly cells: number;
  readonly unassigned: readonly string[];
  readonly cellsMatchedBy: Readonly<Record<string, number>>;
  readonly matches: Readonly<Record<string, number>>;
  readonly firstMatch: Readonly<Record<string, number>>;
}

const idOf = (name: string): string => name.toLowerCase().replaceAll("'", "").replaceAll(/[ _]/g, "-");

describeWithReference("published RFM maps", "rfm-segment-maps/maps.json", (path) => {
  const published = JSON.parse(readFileSync(path, "utf8")).maps as readonly PublishedMap[];

  it("are all shipped", () => {
    const own = ["eight-classes-china", "recency-monetary-7"];
    expect(Object.keys(rfmMaps).sort()).toEqual([...published.map((map) => map.id), ...own].sort());
    for (const id of own as RfmMapId[])
      expect(analyzeRfmMap(rfmMaps[id]), id).toMatchObject({ gaps: [], overlaps: [], unreachable: [] });
  });

  it.each(published)("$id has the published names, ranges and cells", (map) => {
    const rules = map.cells
      ? Object.entries(map.cells).map(([name, cells]) => ({ segment: idOf(name), cells }))
      : map.rules?.map(({ name, ...ranges }) => ({ segment: idOf(name), ...ranges }));
    expect(rfmMaps[map.id].rules).toEqual(rules);
  });

  // Counted here from what was published, not by analyzeRfmMap; those without a list of cells are counted below.
  it.each(published.filter(({ cells }) => cells !== undefined))("$id puts every cell into one segment", (map) => {
    const cells = Object.values(map.cells ?? {}).flat();
    const all = 5 ** cells[0]!.length;
    expect([cells.length, new Set(cells).size, cells.every((cell) => /^[1-5]+$/.test(cell))]).toEqual([all, all, true]);
  });

  it.each(published)("$id covers the cells as counted", (map) => {
    const analysis = analyzeRfmMap(rfmMaps[map.id]);
    const coverage = map.coverage ?? map.coverageOverHalfStepFM;
    if (coverage === undefined) {
      expect(analysis.partition).toBe(true);
      return;
    }
    expect(analysis.cells).toBe(coverage.cells);
    expect(analysis.gaps).toEqual(coverage.unassigned);
    const matchedBySeveral = Object.entries(coverage.cellsMatchedBy).filter(([times]) => Number(times) > 1);
    expect(analysis.overlaps.length).toBe(matchedBySeveral.reduce((sum, [, cells]) => sum + cells, 0));
    for (const [name, matches] of Object.entries(coverage.matches)) {
      expect(analysis.coverage[idOf(name)]).toEqual({ matches, wins: coverage.firstMatch[name] ?? 0 });
    }
  });
});

describe("rfmMaps", () => {
  it.each(Object.values(rfmMaps))("$id is JSON and has words for every name", (map) => {
    expect(JSON.parse(JSON.stringify(map))).toEqual(map);
    for (const segment of [...map.segments, map.otherwise ?? "unassigned"]) {
      expect(en[`segmentation.segment.${segment}`], segment).toBeTypeOf("string");
      expect(zhCN[`segmentation.segment.${segment}`], segment).toBeTypeOf("string");
    }
  });

  it.each(Object.values(rfmMaps))(
    "$id passes the checks of defineRfmMap",
    ({ kind, schemaVersion, segments, ...input }) => {
      expect(defineRfmMap(input)).toEqual({ kind, schemaVersion, segments, ...input });
    },
  );
});

describe("defineRfmMap", () => {
  it("reports every fault at once", () => {
    const wrong: RfmMapInput = {
      id: "mine",
      version: 1,
      axes: "r-f",
      rules: [
        { segment: "a", cells: ["55", "56"] },
        { segment: "b", r: [3, 1], m: [1, 2] },
        { segment: "not-scored", r: [1, 1] },
      ],
    };
    try {
      defineRfmMap(wrong);
      expect.unreachable();
    } catch (error) {
      const { code, issues } = error as { code: string; issues: readonly { path: unknown[]; received: string }[] };
      expect(code).toBe("INVALID_DEFINITION");
      expect(issues.map(({ path, received }) => [path.join("."), received])).toEqual([
        ["rules.0.cells.1", '"56"'],
        ["rules.1.m", '"m"'],
        ["rules.1.r", "[3,1]"],
        ["rules.2.segment", '"not-scored"'],
      ]);
    }
  });

  it.each([
    [{ id: "" }, "id"],
    [{ version: 0 }, "version"],
    [{ bins: 11 }, "bins"],
    [{ axes: "f-r" }, "axes"],
    [{ rules: [] }, "rules"],
  ])("refuses %j", (part, at) => {
    const input = {
      id: "x",
      version: 1,
      axes: "r-f",
      rules: [{ segment: "a", cells: ["55"] }],
      ...part,
    } as RfmMapInput;
    expect(() => defineRfmMap(input)).toThrowError(new RegExp(`^INVALID_DEFINITION at ${at}: expected`));
  });

  it("takes __proto__ as a segment's name like any other", () => {
    const map = defineRfmMap({ id: "x", version: 1, axes: "r-f", rules: [{ segment: "__proto__", r: [1, 5] }] });
    expect(analyzeRfmMap(map).partition).toBe(true);
    expect(map.segments).toEqual(["__proto__"]);
  });
});

describe("a map that came as JSON", () => {
  const grid = rfmMaps["rf-grid-10"];
  const scores = scoreRfm(baseOf([{ customerId: "ann", days: 1, orders: 1, net: 1 }]));
  const rules = (...given: readonly unknown[]): unknown => ({ ...grid, rules: given });

  it.each<[unknown, string]>([
    [null, ""],
    [5, ""],
    [[], ""],
    [{}, "kind"],
    [{ ...grid, kind: "scorecard" }, "kind"],
    [{ ...grid, schemaVersion: 2 }, "schemaVersion"],
    [{ ...grid, axes: "zzz" }, "axes"],
    [{ ...grid, axes: "__proto__" }, "axes"],
    [{ ...grid, rules: undefined }, "rules"],
    [{ ...grid, rules: [] }, "rules"],
    [{ ...grid, segments: ["champions"] }, "rules.0.segment"],
    [{ ...grid, otherwise: 5 }, "otherwise"],
    [{ ...grid, otherwize: "others" }, "otherwize"],
    [rules(null), "rules.0"],
    [rules({ segment: "champions", cells: "55" }), "rules.0.cells"],
    [rules({ segment: "champions", cells: ["55"], r: [1, 5] }), "rules.0.r"],
    [rules({ segment: "champions", r: [1] }), "rules.0.r"],
    [rules({ segment: "champions", r: ["1", "5"] }), "rules.0.r"],
  ])("is checked before it names or counts anything: %#", (map, at) => {
    for (const call of [() => segmentByRfm(scores, map as RfmMap), () => analyzeRfmMap(map as RfmMap)]) {
      const { code, issues } = faultOf(call);
      expect(code).toBe("INVALID_DEFINITION");
      expect(issues?.[0]?.path.join(".")).toBe(at);
    }
  });

  it("says where the map is that was meant by its name", () => {
    const hintOf = (name: string) => faultOf(() => segmentByRfm(scores, name as unknown as RfmMap)).hint;
    expect(hintOf("rf-grid-10")).toBe('Pass the map itself: rfmMaps["rf-grid-10"]');
    expect(hintOf("rf-grid10")).toBe('Pass the map itself: rfmMaps["rf-grid-10"]');
    expect(hintOf("?")).toBe('Pass the map itself: rfmMaps["eleven-segments-25-cells"]');
  });

  it.each([null, undefined, 5, "x", {}])("%j defines no map", (input) => {
    expect(faultOf(() => defineRfmMap(input as unknown as RfmMapInput)).code).toBe("INVALID_DEFINITION");
  });
});
