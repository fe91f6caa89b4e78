import { festivals, type Issue } from "../../core/index.js";
import { checkBounds, checkThresholds } from "./check-thresholds.js";
import {
  addFault,
  checkChoice,
  checkDuration,
  checkFields,
  checkNumber,
  checkWhole,
  type Faults,
  type Fields,
  type Path,
} from "./faults.js";

const fields = [
  "kind",
  "id",
  "version",
  "schemaVersion",
  "label",
  "thresholds",
  "newFor",
  "wonBackFor",
  "hysteresis",
  "seasons",
  "contractEndsWithin",
];

/** Every fault of rules that may come from anywhere. */
export function lifecycleRuleFaults(rules: Fields): readonly Issue[] {
  const faults: Faults = [];
  checkFields(faults, [], rules, fields);
  checkChoice(faults, ["kind"], rules.kind, ["lifecycle-rules"]);
  if (rules.schemaVersion !== 1) addFault(faults, ["schemaVersion"], "1", rules.schemaVersion);
  if (typeof rules.id !== "string" || rules.id === "") addFault(faults, ["id"], "a name", rules.id);
  checkWhole(faults, ["version"], rules.version, 1);
  checkThresholds(faults, ["thresholds"], rules.thresholds);
  if (checkFields(faults, ["newFor"], rules.newFor, ["atLeast", "medianGaps"])) {
    checkDuration(faults, ["newFor", "atLeast"], rules.newFor.atLeast);
    checkNumber(faults, ["newFor", "medianGaps"], rules.newFor.medianGaps, "a number from 0", (gaps) => gaps >= 0);
  }
  checkDuration(faults, ["wonBackFor"], rules.wonBackFor);
  checkNumber(
    faults,
    ["hysteresis"],
    rules.hysteresis,
    "a share from 0 to below 1",
    (share) => share >= 0 && share < 1,
  );
  if (rules.seasons !== null) checkSeasons(faults, ["seasons"], rules.seasons);
  checkDuration(faults, ["contractEndsWithin"], rules.contractEndsWithin);
  return faults;
}

function checkSeasons(faults: Faults, path: Path, value: unknown): void {
  if (!checkFields(faults, path, value, ["minSeasons", "aroundDays", "festivals", "upTo"])) return;
  checkWhole(faults, [...path, "minSeasons"], value.minSeasons, 2);
  checkNumber(
    faults,
    [...path, "aroundDays"],
    value.aroundDays,
    "a whole number of days from 0 to 90",
    (days) => Number.isInteger(days) && days >= 0 && days <= 90,
  );
  checkBounds(faults, [...path, "upTo"], value.upTo, (_, at, bound) => checkWhole(faults, at, bound, 0));
  if (!Array.isArray(value.festivals)) {
    addFault(faults, [...path, "festivals"], "a list of festivals", value.festivals);
    return;
  }
  value.festivals.forEach((festival: unknown, at, all) => {
    if (!checkChoice(faults, [...path, "festivals", at], festival, Object.keys(festivals))) return;
    if (all.indexOf(festival) !== at) addFault(faults, [...path, "festivals", at], "each festival once", festival);
  });
}
