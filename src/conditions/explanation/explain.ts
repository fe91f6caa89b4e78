import { checkOptions, whole } from "../../core/shared.js";
import type { Plan } from "../planning/plan.js";
import { TRUE, truthOf, UNKNOWN } from "../reading/compare-readings.js";
import type { RowCompiler, RowSubject } from "../rows/subject.js";
import { distanceOf } from "./distance-of.js";
import type { ExplainOptions, MissingData, NearMiss, NearMissLeaf, Verdict } from "./explanation.js";
import { type Judged, judgeAll, type Place } from "./judged.js";
import { type Change, leastRepairs } from "./least-repairs.js";
import { leastSupport } from "./least-support.js";
import { openLeaves } from "./open-leaves.js";
import { placesOf } from "./places.js";

/** Explains one subject. */
export type Explainer = (subject: RowSubject, options?: ExplainOptions) => Verdict;

const MOST_NEAR_MISSES = 5;
const defaults: ExplainOptions = {};
const fromNone = whole({ from: 0 });
const optionRules = { evidence: fromNone, nearMiss: fromNone, item: fromNone };

/** How a plan is explained; `path` is where its condition stands in what was compiled. */
export function explainer(plan: Plan, path: string, rows: RowCompiler): Explainer {
  let places: Place | undefined;
  let checked: ExplainOptions | undefined;
  return (subject, options = defaults) => {
    if (options !== checked) checkOptions<ExplainOptions & { item?: number }>(options, optionRules);
    checked = options;
    const { evidence = 5, nearMiss = 1 } = options;
    places ??= placesOf(plan, path, rows);
    const root = judgeAll(places, { subject, evidence });
    const support = root.code === UNKNOWN ? [] : leastSupport(root);
    for (const { told } of support) told.decisive = true;
    const repairs = root.code === TRUE || nearMiss === 0 ? [] : leastRepairs(root, nearMiss);
    return {
      result: truthOf(root.code),
      tree: root.told,
      decisive: support.map(({ place }) => place.path),
      missing: missingData(root, support),
      ...(repairs.length === 0 ? {} : { nearMiss: nearestOf(repairs, subject, rows) }),
    };
  };
}

const none: readonly never[] = [];

/** What would settle the whole, or what an assumption that decides had to assume. */
function missingData(root: Judged, support: readonly Judged[]): readonly MissingData[] {
  const open =
    root.code === UNKNOWN ? [root] : support.filter(isAssumption).map(({ children }) => children[0] as Judged);
  if (open.length === 0) return none;
  const found = new Map<string, MissingData>();
  for (const { place, gap } of open.flatMap(openLeaves)) {
    if (gap !== undefined) found.set(place.path, { path: place.path, ...gap });
  }
  return [...found.values()];
}

const isAssumption = ({ children }: Judged): boolean => children.length > 0;

function nearestOf(
  repairs: readonly (readonly Change[])[],
  subject: RowSubject,
  rows: RowCompiler,
): readonly NearMiss[] {
  const measured = repairs.map((changes) => {
    let relative = 0;
    const leaves = changes.map(({ leaf, wanted }): NearMissLeaf => {
      const { path } = leaf.place;
      const far = distanceOf(leaf, wanted, subject, rows);
      relative += far?.relative ?? Number.POSITIVE_INFINITY;
      if (far === undefined) return { path };
      return { path, distance: far.distance, ...(far.open === true ? { open: far.open } : {}) };
    });
    return { leaves, relative, path: leaves.map(({ path }) => path).join(" ") };
  });
  measured.sort((a, b) => compare(a.relative, b.relative) || compare(a.path, b.path));
  return measured.slice(0, MOST_NEAR_MISSES).map(({ leaves }) => ({ leaves }));
}

const compare = <T>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);
