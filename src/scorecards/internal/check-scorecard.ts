import type { Value } from "../../conditions/index.js";
import { type DefinitionChecker, definitionChecker, type Issue } from "../../core/index.js";
import type { FactSchema } from "../../model/index.js";
import type { Scorecard, ScorecardAttribute, ScorecardBand } from "../scorecard.js";
import { checkBands } from "./check-bands.js";
import { checkBins } from "./check-bins.js";
import { checkCalibration } from "./check-calibration.js";
import { type ConditionScope, checkCondition, checkSubject, checkTest, conditionScope } from "./check-conditions.js";
import { checkHead, headKeys } from "./definition-head.js";
import { scoringPlan } from "./scoring-plan.js";

type Path = Issue["path"];
const SHAPE = "SCORECARD_SHAPE";
const optionalKeys = ["label", "parameters", "attributes", "overrides", "calibration", "minConfidence"];

/** Checks a whole scorecard; the checker holds every fault. */
export function checkScorecard(json: unknown, schema: FactSchema): DefinitionChecker {
  const check = definitionChecker(SHAPE);
  const card = check.record(json, [], [...headKeys, "rules", "bands"], optionalKeys);
  if (card === undefined) return check;
  checkHead(card, check, SHAPE);
  const scope = conditionScope(schema, card.parameters, check);
  const rules = check.list(card.rules, ["rules"]) ?? [];
  const attributes = card.attributes === undefined ? [] : (check.list(card.attributes, ["attributes"]) ?? []);
  const overrides = card.overrides === undefined ? [] : (check.list(card.overrides, ["overrides"]) ?? []);
  const bands = check.list(card.bands, ["bands"], 1) ?? [];
  for (const [index, rule] of rules.entries()) checkRule(rule, ["rules", index], scope, check);
  for (const [index, attribute] of attributes.entries()) checkAttribute(attribute, ["attributes", index], scope, check);
  for (const [index, band] of bands.entries()) checkBand(band, ["bands", index], check);
  for (const [index, override] of overrides.entries()) {
    checkOverride(override, ["overrides", index], bands, scope, check);
  }
  if (rules.length + attributes.length === 0) check.report(SHAPE, ["rules"], "one rule or attribute or more", rules);
  if (card.calibration !== undefined) checkCalibration(card.calibration, check);
  if (card.minConfidence !== undefined) check.number(card.minConfidence, ["minConfidence"], 0, 1);
  if (check.issues.length > 0) return check;
  // From here on the parts are well-formed; what follows asks whether they fit together.
  const sound = json as Scorecard<string>;
  checkNames(sound, check);
  for (const [index, attribute] of attributes.entries()) {
    checkBins(attribute as ScorecardAttribute, ["attributes", index], schema, check);
  }
  checkBands(sound.bands, scoringPlan(sound), check);
  return check;
}

function checkRule(json: unknown, path: Path, scope: ConditionScope, check: DefinitionChecker): void {
  const rule = check.record(json, path, ["id", "when", "points", "reason"], ["group"]);
  if (rule === undefined) return;
  check.text(rule.id, [...path, "id"]);
  checkCondition(rule.when, [...path, "when"], scope, check);
  checkPoints(rule.points, [...path, "points"], check);
  check.text(rule.reason, [...path, "reason"]);
  if (rule.group !== undefined) check.text(rule.group, [...path, "group"]);
}

function checkAttribute(json: unknown, path: Path, scope: ConditionScope, check: DefinitionChecker): void {
  const attribute = check.record(json, path, ["attribute", "subject", "bins", "unknown", "reason"]);
  if (attribute === undefined) return;
  check.text(attribute.attribute, [...path, "attribute"]);
  check.text(attribute.reason, [...path, "reason"]);
  checkPoints(attribute.unknown, [...path, "unknown"], check);
  const bins = check.list(attribute.bins, [...path, "bins"], 1);
  if (!checkSubject(attribute.subject, [...path, "subject"], scope, check)) return;
  bins?.forEach((json, index) => {
    const at = [...path, "bins", index];
    const bin = check.record(json, at, ["points", "test"], ["reason"]);
    if (bin === undefined) return;
    checkPoints(bin.points, [...at, "points"], check);
    if (bin.reason !== undefined) check.text(bin.reason, [...at, "reason"]);
    checkTest(bin.test, [...at, "test"], attribute.subject as Value, scope, check);
  });
}

function checkBand(json: unknown, path: Path, check: DefinitionChecker): void {
  const band = check.record(json, path, ["id", "min"], ["action", "label"]);
  if (band === undefined) return;
  check.text(band.id, [...path, "id"]);
  check.number(band.min, [...path, "min"]);
  if (band.action !== undefined) check.text(band.action, [...path, "action"]);
}

function checkOverride(
  json: unknown,
  path: Path,
  bands: readonly unknown[],
  scope: ConditionScope,
  check: DefinitionChecker,
): void {
  const override = check.record(json, path, ["id", "when", "band", "reason"]);
  if (override === undefined) return;
  check.text(override.id, [...path, "id"]);
  checkCondition(override.when, [...path, "when"], scope, check);
  check.text(override.reason, [...path, "reason"]);
  const known = bands.map((band) => (band as Partial<ScorecardBand> | null)?.id).filter((id) => typeof id === "string");
  check.choice(override.band, known, [...path, "band"]);
}

/** Points are whole, so that a score is exact and no order of adding changes it. */
function checkPoints(value: unknown, path: Path, check: DefinitionChecker): void {
  if (Number.isSafeInteger(value)) return;
  const hint = typeof value === "number" && Number.isFinite(value) ? "Multiply all points by 10 or 100" : undefined;
  check.report(SHAPE, path, "a whole number of points", value, hint);
}

function checkNames(
  { rules, attributes = [], overrides = [], bands }: Scorecard<string>,
  check: DefinitionChecker,
): void {
  const namesOf = (attribute: ScorecardAttribute, index: number): readonly [string, Path] => [
    attribute.attribute,
    ["attributes", index, "attribute"],
  ];
  check.distinct([
    ...rules.map(({ id }, index) => [id, ["rules", index, "id"]] as const),
    ...attributes.map(namesOf),
    ...overrides.map(({ id }, index) => [id, ["overrides", index, "id"]] as const),
  ]);
  check.distinct(bands.map(({ id }, index) => [id, ["bands", index, "id"]] as const));
}
