import { defineSchema } from "clientele/model";
import { defineScorecard, type Scorecard, type ScorecardInput, validateScorecard } from "clientele/scorecards";
import { describe, expect, test } from "vitest";
import { faultOf } from "../support/fault-of.js";

const schema = defineSchema({
  attributes: {
    age: { type: "number" },
    complaints: { type: "number" },
    plan: { type: "string", values: ["monthly", "yearly"] },
    signedUpAt: { type: "instant" },
  },
});
const complained = {
  id: "complained",
  when: { type: "compare", subject: { type: "attribute", field: "complaints" }, op: "gte", value: 1 },
  points: 20,
  reason: "shop.complained",
} as const;
const age = {
  attribute: "age",
  subject: { type: "attribute", field: "age" },
  unknown: 0,
  reason: "shop.age",
  bins: [
    { points: 5, test: { op: "lt", value: 30 } },
    { points: 12, test: { op: "between", from: 30, to: 45 } },
    { points: 8, test: { op: "gt", value: 45 } },
  ],
} as const;
const sound = {
  id: "care",
  version: 1,
  rules: [complained],
  attributes: [age],
  bands: [
    { id: "calm", min: 0 },
    { id: "call", min: 20, action: "call" },
  ],
} satisfies ScorecardInput<"scorecard">;

/** The faults of the sound card with something else in it, as `path: CODE`. */
const faultsOf = (change: object): readonly string[] => {
  const { issues = [] } = faultOf(() => defineScorecard({ ...sound, ...change }, schema));
  return issues.map(({ path, code }) => `${path.join(".")}: ${code}`);
};

test("fills in what may be left out, keeps the kind it is given, and is JSON", () => {
  const card = defineScorecard(sound, schema);
  expect(card).toMatchObject({ kind: "scorecard", schemaVersion: 1, language: 1 });
  const rules: Scorecard<"churn-rules"> = defineScorecard({ ...sound, kind: "churn-rules" }, schema);
  expect(rules.kind).toBe("churn-rules");
  expect(validateScorecard(JSON.parse(JSON.stringify(card)), schema)).toEqual([]);
});

test("all faults are named at once, each at its place", () => {
  const fault = faultOf(() =>
    defineScorecard(
      {
        ...sound,
        version: 0,
        rules: [
          { ...complained, points: 1.5 },
          { ...complained, when: { ...complained.when, subject: { type: "attribute", field: "complaint" } } },
        ],
        attributes: [{ ...age, bins: [{ points: 1, test: { op: "contains", value: "x" } }] }],
        overrides: [{ id: "vip", when: { type: "constant", value: true }, band: "cal", reason: "shop.vip" }],
      },
      schema,
    ),
  );
  expect(fault.code).toBe("INVALID_DEFINITION");
  expect(fault.issues?.map(({ path, code, hint }) => [path.join("."), code, hint])).toEqual([
    ["version", "INVALID_SCORECARD", undefined],
    ["rules.0.points", "INVALID_SCORECARD", "Multiply all points by 10"],
    ["rules.1.when.subject.field", "CONDITION_UNKNOWN_FIELD", 'Did you mean "complaints"?'],
    ["attributes.0.bins.0.test.op", "CONDITION_OPERATOR", undefined],
    ["overrides.0.band", "INVALID_SCORECARD", 'Did you mean "calm"?'],
  ]);
});

test("a key that is not known is never passed over", () => {
  expect(faultsOf({ rule: [] })).toEqual(["rule: INVALID_SCORECARD"]);
  expect(faultsOf({ rules: [{ ...complained, point: 3 }] })).toEqual(["rules.0.point: INVALID_SCORECARD"]);
  expect(faultsOf({ schemaVersion: 2 })).toEqual(["schemaVersion: INVALID_SCORECARD"]);
  expect(validateScorecard(null, schema).map(({ code }) => code)).toEqual(["INVALID_SCORECARD"]);
});

test("names stand once", () => {
  expect(faultsOf({ rules: [complained, complained] })).toEqual(["rules.1.id: INVALID_SCORECARD"]);
  expect(faultsOf({ rules: [{ ...complained, id: "age" }] })).toEqual(["attributes.0.attribute: INVALID_SCORECARD"]);
  expect(
    faultsOf({
      bands: [
        { id: "a", min: 0 },
        { id: "a", min: 2 },
      ],
    }),
  ).toEqual(["bands.1.id: INVALID_SCORECARD"]);
});

test("a card without rules and attributes is none", () => {
  expect(faultsOf({ rules: [], attributes: undefined })).toEqual(["rules: INVALID_SCORECARD"]);
});

test("parameters are declared and used", () => {
  const parameters = { limit: { type: "number", default: 3 } } as const;
  const when = { ...complained.when, value: { type: "parameter", name: "limit" } } as const;
  const rules = [{ ...complained, when }];
  expect(defineScorecard({ ...sound, parameters, rules }, schema).parameters).toEqual(parameters);
  expect(faultsOf({ rules })).toEqual(["rules.0.when.value.name: CONDITION_PARAMETER"]);
  expect(faultsOf({ parameters: { limit: { type: "nmber" } } })).toEqual([
    "parameters.limit.type: CONDITION_PARAMETER",
  ]);
});

describe("bins hold every value once", () => {
  const withBins = (bins: object, subject: object = age.subject): object => ({
    attributes: [{ ...age, subject, bins }],
  });
  const issuesOf = (change: object) => faultOf(() => defineScorecard({ ...sound, ...change }, schema)).issues;

  test("a gap is named by a value", () => {
    expect(issuesOf(withBins([age.bins[0], { points: 8, test: { op: "gt", value: 30 } }]))).toMatchObject([
      { code: "SCORECARD_BIN_GAP", path: ["attributes", 0, "bins"], received: "30" },
    ]);
  });

  test("an overlap is named by a value", () => {
    expect(issuesOf(withBins([{ points: 1, test: { op: "lte", value: 30 } }, ...age.bins.slice(1)]))).toMatchObject([
      {
        code: "SCORECARD_BIN_OVERLAP",
        path: ["attributes", 0, "bins", 1],
        expected: "no value of bin 0",
        received: "30",
      },
    ]);
  });

  test("ages are whole, other numbers are not", () => {
    const bins = [
      { points: 1, test: { op: "lte", value: 29 } },
      { points: 2, test: { op: "gte", value: 30 } },
    ];
    expect(issuesOf(withBins(bins))).toMatchObject([{ code: "SCORECARD_BIN_GAP", received: "29.5" }]);
    const since = { type: "attribute", field: "signedUpAt", part: "daysSince" };
    expect(validateScorecard({ ...defineScorecard(sound, schema), ...withBins(bins, since) }, schema)).toEqual([]);
  });

  test("what cannot be checked without a run is refused", () => {
    const bins = [{ points: 1, test: { op: "within", window: { type: "rolling", last: { days: 30 } } } }];
    expect(issuesOf(withBins(bins, { type: "attribute", field: "signedUpAt" }))).toMatchObject([
      { code: "SCORECARD_BIN_OPEN", path: ["attributes", 0, "bins", 0, "test"], received: '"within"' },
    ]);
  });

  test("a bin may ask for nothing there", () => {
    const bins = [...age.bins, { points: -3, test: { op: "missing" } }];
    expect(faultsOf(withBins(bins))).toEqual(["bands.0.min: SCORECARD_BANDS"]); // scores begin at -3 now
    const lower = { ...withBins(bins), bands: [{ id: "any", min: -3 }] };
    expect(validateScorecard({ ...defineScorecard(sound, schema), ...lower }, schema)).toEqual([]);
  });
});

describe("bands hold every score once", () => {
  const band = (min: number, id = `from ${min}`) => ({ id, min });
  // Scores go from 0 to 32: 20 for the rule, 5 to 12 for the attribute, 0 where its value is unknown.
  test.each([
    ["one band", [band(0)], []],
    ["a band below all scores", [band(-5)], []],
    ["the highest score as a band", [band(0), band(32)], []],
    ["scores left out below", [band(1)], ["bands.0.min: SCORECARD_BANDS"]],
    ["a band above all scores", [band(0), band(33)], ["bands.1.min: SCORECARD_BANDS"]],
    ["two that no score tells apart", [band(-2), band(0)], ["bands.1.min: SCORECARD_BANDS"]],
    ["bands out of order", [band(0), band(9), band(9, "again")], ["bands.2.min: SCORECARD_BANDS"]],
    ["no bands", [], ["bands: INVALID_SCORECARD"]],
  ])("%s", (_, bands, faults) => {
    if (faults.length > 0) expect(faultsOf({ bands })).toEqual(faults);
    else expect(defineScorecard({ ...sound, bands }, schema).bands).toEqual(bands);
  });

  test("the range counts a group once, by its highest, and points below zero", () => {
    const rule = (id: string, points: number, group?: string) => ({
      ...complained,
      id,
      points,
      ...(group && { group }),
    });
    const rules = [rule("a", 3, "g"), rule("b", 5, "g"), rule("c", -2), rule("d", -4, "h"), rule("e", -1, "h")];
    const change = { rules, attributes: undefined };
    expect(faultsOf({ ...change, bands: [band(-5)] })).toEqual(["bands.0.min: SCORECARD_BANDS"]);
    expect(faultsOf({ ...change, bands: [band(-6), band(6)] })).toEqual(["bands.1.min: SCORECARD_BANDS"]);
  });
});

describe("a calibration rises or falls throughout", () => {
  test.each([
    [
      "rising",
      [
        [0, 0.1],
        [5, 0.1],
        [9, 0.4],
      ],
      [],
    ],
    [
      "falling",
      [
        [0, 0.9],
        [5, 0.4],
      ],
      [],
    ],
    ["one point", [[3, 0.5]], []],
    [
      "up and down",
      [
        [0, 0.1],
        [5, 0.3],
        [9, 0.2],
      ],
      ["calibration.2: SCORECARD_CALIBRATION"],
    ],
    [
      "scores out of order",
      [
        [5, 0.1],
        [5, 0.2],
      ],
      ["calibration.1: SCORECARD_CALIBRATION"],
    ],
    [
      "rates from 0 to 1",
      [
        [0, 0],
        [1, 1],
      ],
      [],
    ],
    ["a rate below 0", [[0, -0.01]], ["calibration.0: SCORECARD_CALIBRATION"]],
    ["a rate above 1", [[0, 1.01]], ["calibration.0: SCORECARD_CALIBRATION"]],
    ["percent instead of shares", [[0, 5]], ["calibration.0: SCORECARD_CALIBRATION"]],
    ["no pairs", [[0]], ["calibration.0: SCORECARD_CALIBRATION"]],
    ["nothing", [], ["calibration: INVALID_SCORECARD"]],
  ])("%s", (_, calibration, faults) => {
    if (faults.length > 0) expect(faultsOf({ calibration })).toEqual(faults);
    else expect(validateScorecard({ ...defineScorecard(sound, schema), calibration }, schema)).toEqual([]);
  });
});
