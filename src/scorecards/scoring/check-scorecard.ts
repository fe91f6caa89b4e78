import { type ConditionScope, conditionRule, conditionScope, ruledFields } from "../../conditions/shared.js";
import type { Issue, Localized } from "../../core/index.js";
import {
  anything,
  type Checker,
  checker,
  choice,
  distinct,
  fields,
  finite,
  type Json,
  listOf,
  localized,
  optional,
  type Rule,
  text,
} from "../../core/shared.js";
import type { FactSchema } from "../../model/index.js";
import { subjectRule, testRule } from "../rules/check-conditions.js";
import { checkBins } from "./check-bins.js";
import { calibration } from "./check-calibration.js";
import type { Scorecard, ScorecardAttribute, ScorecardBand } from "./scorecard.js";
import { type ScoringPlan, scoringPlan } from "./scoring-plan.js";

type Path = Issue["path"];

/** Checks a whole scorecard; the checker holds every fault. */
export function checkScorecard(json: unknown, schema: FactSchema): Checker {
  const check = checker("INVALID_SCORECARD");
  const { kind, parameters, bands } = Object(json) as Json;
  const scope = conditionScope(parameters, schema, check);
  const sound = fields({
    ...ruledFields(""),
    kind: text,
    rules: listOf(ruleRule(scope)),
    attributes: optional(listOf(attributeRule(scope))),
    bands: listOf(band, 1),
    overrides: optional(listOf(overrideRule(scope, bands))),
    calibration: optional(calibration),
    minConfidence: optional(finite({ from: 0, to: 1 })),
  })(json, [], check);
  if (sound === undefined || check.issues.length > 0) return check;
  // From here on the parts are well-formed; what follows asks whether they fit together.
  const card = { ...sound, kind } as unknown as Scorecard<string>;
  const { rules, attributes = [] } = card;
  if (rules.length + attributes.length === 0) {
    check.report(["rules"], "one rule or attribute or more", rules);
    return check;
  }
  checkNames(card, check);
  for (const [index, attribute] of attributes.entries()) checkBins(attribute, ["attributes", index], schema, check);
  checkBands(card.bands, scoringPlan(card), check);
  return check;
}

function ruleRule(scope: ConditionScope): Rule {
  const { schema } = scope;
  return fields({
    id: text,
    when: conditionRule(scope),
    points,
    reason: text,
    group: optional(text),
    show: shownFacts(schema),
  });
}

/** Attributes that a reason can show: a birthday is no parameter. */
function shownFacts({ attributes }: FactSchema): Rule {
  const names = Object.entries(attributes).flatMap(([name, { type }]) => (type === "birthday" ? [] : [name]));
  return optional(listOf(choice(names)));
}

function attributeRule(scope: ConditionScope): Rule {
  const subject = subjectRule(scope);
  const whole = fields({
    attribute: text,
    subject: anything,
    bins: listOf(anything, 1),
    unknown: points,
    reason: text,
    show: shownFacts(scope.schema),
  });
  return (value, path, check) => {
    const attribute = whole(value, path, check);
    if (attribute === undefined) return undefined;
    const found = subject(attribute.subject, [...path, "subject"], check);
    if (found === undefined || !Array.isArray(attribute.bins)) return undefined;
    const bin = fields({ points, test: testRule(found, scope), reason: optional(text) });
    return listOf(bin)(attribute.bins, [...path, "bins"], check);
  };
}

function overrideRule(scope: ConditionScope, bands: unknown): Rule {
  const named = Array.isArray(bands) ? bands.map((band) => (band as Partial<ScorecardBand> | null)?.id) : [];
  const band = choice(named.filter((id): id is string => typeof id === "string"));
  const [when, show] = [conditionRule(scope), shownFacts(scope.schema)];
  return fields({ id: text, when, band, reason: text, show, unknown: optional(band) });
}

const band: Rule = fields({
  id: text,
  min: finite(),
  action: optional(text),
  label: optional(localized as Rule<Localized>),
});

/** Points are whole, so that a score is exact and no order of adding changes it. */
const points: Rule = (value, path, check) => {
  if (Number.isSafeInteger(value)) return value;
  const factor = [10, 100, 1000].find((times) => isWholeAs(value, times));
  const hint = factor === undefined ? undefined : `Multiply all points by ${factor}`;
  return check.report(path, "a whole number of points", value, hint);
};

/** 0.07 times 100 is 7, though not in doubles. */
const isWholeAs = (value: unknown, times: number): boolean =>
  typeof value === "number" && Number.isSafeInteger(Number((value * times).toPrecision(12)));

function checkNames({ rules, attributes = [], overrides = [], bands }: Scorecard<string>, check: Checker): void {
  const namesOf = ({ attribute }: ScorecardAttribute, index: number): readonly [string, Path] => [
    attribute,
    ["attributes", index, "attribute"],
  ];
  const ids = (list: "rules" | "overrides" | "bands", items: readonly { readonly id: string }[]) =>
    items.map(({ id }, index) => [id, [list, index, "id"]] as const);
  distinct([...ids("rules", rules), ...attributes.map(namesOf), ...ids("overrides", overrides)], check);
  distinct(ids("bands", bands), check);
}

/** Bands go up, the first holds the least score and the last can be reached: so every score lies in exactly one. */
export function checkBands(
  bands: readonly ScorecardBand[],
  { minScore, maxScore }: Pick<ScoringPlan, "minScore" | "maxScore">,
  check: Checker,
): void {
  bands.forEach(({ min }, index) => {
    const before = bands[index - 1]?.min;
    const report = (expected: string, hint?: string): undefined =>
      check.report(["bands", index, "min"], expected, min, hint, "SCORECARD_BANDS");
    if (before !== undefined && min <= before)
      report(`more than ${before}, the band before`, "Write bands lowest first");
    else if (index === 0 && min > minScore) report(`${minScore} or less: scores begin there`);
    else if (index > 0 && min <= minScore) report(`more than ${minScore}: no score lies in the band before`);
    else if (min > maxScore) report(`${maxScore} or less: no score is higher`);
  });
}
