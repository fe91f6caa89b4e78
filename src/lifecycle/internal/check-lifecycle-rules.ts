import { type DefinitionChecker, definitionChecker, festivals } from "../../core/index.js";
import { checkBounds, checkThresholds } from "./check-thresholds.js";
import { dayDuration, type Path, RULE_INVALID, wholeFrom } from "./rule-values.js";

const keys = [
  "kind",
  "id",
  "version",
  "schemaVersion",
  "thresholds",
  "newFor",
  "wonBackFor",
  "hysteresis",
  "seasons",
  "contractEndsWithin",
  "label",
];

/** Checks rules that may come from anywhere, whole. */
export function checkLifecycleRules(json: unknown): DefinitionChecker {
  const check = definitionChecker(RULE_INVALID);
  // Missing keys are reported by whoever reads them.
  const rules = check.record(json, [], [], keys);
  if (rules === undefined) return check;
  check.choice(rules.kind, ["lifecycle-rules"], ["kind"]);
  check.text(rules.id, ["id"]);
  wholeFrom(check, rules.version, ["version"], 1);
  if (rules.schemaVersion !== 1) check.report(RULE_INVALID, ["schemaVersion"], "1", rules.schemaVersion);
  checkThresholds(check, rules.thresholds, ["thresholds"]);
  const newFor = check.record(rules.newFor, ["newFor"], ["atLeast", "medianGaps"]);
  if (newFor !== undefined) {
    dayDuration(check, newFor.atLeast, ["newFor", "atLeast"]);
    check.number(newFor.medianGaps, ["newFor", "medianGaps"], 0);
  }
  dayDuration(check, rules.wonBackFor, ["wonBackFor"]);
  const hysteresis = check.number(rules.hysteresis, ["hysteresis"], 0);
  if (hysteresis !== undefined && hysteresis >= 1) {
    check.report(RULE_INVALID, ["hysteresis"], "a share below 1", hysteresis);
  }
  if (rules.seasons !== null) checkSeasons(check, rules.seasons, ["seasons"]);
  dayDuration(check, rules.contractEndsWithin, ["contractEndsWithin"]);
  return check;
}

function checkSeasons(check: DefinitionChecker, value: unknown, path: Path): void {
  const seasons = check.record(value, path, ["minSeasons", "aroundDays", "festivals", "upTo"]);
  if (seasons === undefined) return;
  wholeFrom(check, seasons.minSeasons, [...path, "minSeasons"], 2);
  const around = wholeFrom(check, seasons.aroundDays, [...path, "aroundDays"], 0);
  // Half a year around a festival would run into its next season.
  if (around !== undefined && around > 90) check.report(RULE_INVALID, [...path, "aroundDays"], "90 or less", around);
  checkBounds(check, seasons.upTo, [...path, "upTo"], (_, bound, at) => wholeFrom(check, bound, at, 0));
  const names = check.list(seasons.festivals, [...path, "festivals"]) ?? [];
  const found = names.map((name, at) => check.choice(name, Object.keys(festivals), [...path, "festivals", at]));
  check.distinct(
    found.flatMap((name, at) => (name === undefined ? [] : [[name, [...path, "festivals", at]] as const])),
  );
}
