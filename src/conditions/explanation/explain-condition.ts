import { checkOptions, whole } from "../../core/shared.js";
import type { FactSchema, Facts } from "../../model/index.js";
import type { CompiledItemCondition } from "../compiling/compile-item-condition.js";
import { type Compiled, type CompiledCondition, compiledOf } from "../compiling/compiled-condition.js";
import type { Plan } from "../planning/plan.js";
import { TRUE, truthOf, UNKNOWN } from "../reading/compare-readings.js";
import type { RowCompiler, RowSubject } from "../rows/subject.js";
import { distanceOf } from "./distance-of.js";
import type { ExplainOptions, MissingData, NearMiss, NearMissLeaf, Verdict } from "./explanation.js";
import { type Judged, judgeAll, type Place } from "./judged.js";
import { leafJudge } from "./leaf-judge.js";
import { type Change, leastRepairs } from "./least-repairs.js";
import { leastSupport } from "./least-support.js";
import { openLeaves } from "./open-leaves.js";

/** How much is told, and of a condition on items, of which one. */
export interface ExplainConditionOptions extends ExplainOptions {
  /** The position of the item, for a condition that was compiled for items. */
  readonly item?: number | undefined;
}

const fromNone = whole({ from: 0 });
const optionRules = { evidence: fromNone, nearMiss: fromNone, item: fromNone };
const defaults: ExplainConditionOptions = {};
const MOST_NEAR_MISSES = 5;

type Explainer = (facts: Facts, options: ExplainConditionOptions) => Verdict;

// Made when it is first asked for: most conditions are never explained.
const explainers = new WeakMap<object, Explainer>();

/**
 * Why a condition is true, false or unknown of one subject: every node, the decisive leaves, what is missing and how little would be needed.
 * It takes time linear in the condition, whatever refers to what.
 * @throws INVALID_FACTS, INVALID_OPTIONS also for what is no compiled condition
 * @example
 * import { compileCondition, conditions, explainCondition } from "clientele/conditions";
 * import { customerSchema } from "clientele/model";
 * const schema = customerSchema("EUR");
 * const rule = compileCondition(conditions(schema).attr("net").gte("300.00"), schema, { asOf: "2026-04-01" });
 * const verdict = explainCondition({ attributes: { net: "250.00" } }, rule);
 * verdict.nearMiss; // => [{ leaves: [{ path: "", distance: "50.00" }] }]
 * @category Explanation
 */
export function explainCondition<S extends FactSchema>(
  facts: Facts<S>,
  rule: CompiledCondition<S> | CompiledItemCondition<S>,
  options: ExplainConditionOptions = defaults,
): Verdict {
  let explain = explainers.get(rule);
  if (explain === undefined) {
    explain = explainerOf(compiledOf(rule));
    explainers.set(rule, explain);
  }
  return explain(facts as Facts, options);
}

function explainerOf({ plan, path, rows, subjectOf }: Compiled): Explainer {
  const places = placesOf(plan, path, rows);
  let checked: ExplainConditionOptions | undefined;
  return (facts, options) => {
    const subject = subjectOf(facts, options.item);
    if (options !== checked) checkOptions<ExplainConditionOptions>(options, optionRules);
    checked = options;
    const { evidence = 5, nearMiss = 1 } = options;
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

/** The places of a plan, each reference expanded where it is met first. */
function placesOf(plan: Plan, path: string, rows: RowCompiler, expanded: Map<string, Place> = new Map()): Place {
  const place = (children: readonly Place[], isShared = false): Place => ({
    path,
    type: plan.condition.type,
    id: plan.condition.id,
    plan,
    children,
    judgeLeaf: leafJudge(plan, rows),
    isShared,
  });
  switch (plan.type) {
    case "group":
      return place(plan.of.map((child, index) => placesOf(child, `${path}/of/${index}`, rows, expanded)));
    case "not":
    case "assume":
      return place([placesOf(plan.of, `${path}/of`, rows, expanded)]);
    case "reference": {
      const { id } = plan.condition;
      const known = expanded.get(id);
      if (known !== undefined) return place([known], true);
      const child = placesOf(plan.of, plan.path, rows, expanded);
      expanded.set(id, child);
      return place([child]);
    }
    default:
      return place([]);
  }
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
