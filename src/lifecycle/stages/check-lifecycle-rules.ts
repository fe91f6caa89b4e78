import type { Festival } from "../../core/index.js";
import {
  type Checker,
  checker,
  distinct,
  festival,
  fields,
  finite,
  headFields,
  listOf,
  type Rule,
  whole,
} from "../../core/shared.js";
import { bounds, dayDuration, thresholds } from "./check-thresholds.js";
import { festivalName } from "./season.js";

/** Checks rules that may come from anywhere, whole. */
export function checkLifecycleRules(json: unknown): Checker {
  const check = checker("INVALID_LIFECYCLE_RULES");
  rules(json, [], check);
  return check;
}

/** A season's festivals are bits of one number. */
const MOST_FESTIVALS = 32;

const someFestivals: Rule = (value, path, check) => {
  const found = (listOf(festival({ named: true }))(value, path, check) ?? []) as readonly Festival[];
  if (found.length > MOST_FESTIVALS) check.report(path, `at most ${MOST_FESTIVALS} festivals`, found);
  distinct(
    found.flatMap((each, index) => {
      const name: unknown = festivalName(each);
      return typeof name === "string" ? [[name, [...path, index]] as const] : [];
    }),
    check,
  );
  return found;
};

const seasons = fields({
  minSeasons: whole({ from: 2 }),
  // Half a year around a festival would run into its next season.
  aroundDays: whole({ from: 0, to: 90 }),
  festivals: someFestivals,
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
