import { festivals } from "../../core/index.js";
import {
  type Checker,
  checker,
  choice,
  distinct,
  fields,
  finite,
  headFields,
  listOf,
  type Rule,
  whole,
} from "../../core/shared.js";
import { bounds, dayDuration, thresholds } from "./check-thresholds.js";

/** Checks rules that may come from anywhere, whole. */
export function checkLifecycleRules(json: unknown): Checker {
  const check = checker("INVALID_LIFECYCLE_RULES");
  rules(json, [], check);
  return check;
}

const festivalNames: Rule = (value, path, check) => {
  const names = listOf(choice(Object.keys(festivals)))(value, path, check) ?? [];
  distinct(
    names.flatMap((name, index) => (typeof name === "string" ? [[name, [...path, index]] as const] : [])),
    check,
  );
  return names;
};

const seasons = fields({
  minSeasons: whole({ from: 2 }),
  // Half a year around a festival would run into its next season.
  aroundDays: whole({ from: 0, to: 90 }),
  festivals: festivalNames,
  upTo: bounds(whole({ from: 0 })),
});

const rules = fields({
  ...headFields("lifecycle-rules"),
  thresholds,
  newFor: fields({ atLeast: dayDuration, medianGaps: finite({ from: 0 }) }),
  wonBackFor: dayDuration,
  hysteresis: finite({ from: 0, below: 1 }),
  seasons: (value, path, check) => (value === null ? value : seasons(value, path, check)),
  contractEndsWithin: dayDuration,
});
