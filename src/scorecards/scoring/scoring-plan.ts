import type { Condition } from "../../conditions/index.js";
import type { Scorecard, ScorecardAttribute, ScorecardOverride, ScorecardRule } from "./scorecard.js";

/** Rules of which only the highest that holds counts; a rule without a group is a group of its own. */
export interface RuleGroup {
  readonly members: readonly { readonly rule: ScorecardRule; readonly condition: number }[];
  /** The least and the most that it can give. */
  readonly min: number;
  readonly max: number;
}

/** An attribute and the place of its first bin among the conditions. */
export interface AttributePlan {
  readonly attribute: ScorecardAttribute;
  readonly condition: number;
  /** The least and the most that a known value can give. */
  readonly min: number;
  readonly max: number;
}

/** An override and the place of its condition. */
export interface OverridePlan {
  readonly override: ScorecardOverride;
  readonly condition: number;
}

/** A scorecard taken apart: the conditions to judge, and what to add up from their answers. */
export interface ScoringPlan {
  readonly conditions: readonly Condition[];
  readonly groups: readonly RuleGroup[];
  readonly attributes: readonly AttributePlan[];
  readonly overrides: readonly OverridePlan[];
  /** Attributes that some reason shows. */
  readonly shown: readonly string[];
  /** The least and the most that can come out. */
  readonly minScore: number;
  readonly maxScore: number;
  /** How far known facts can move the score: what confidence is a share of. */
  readonly span: number;
}

/** What a plan is made from: a scorecard whose parts are well-formed. */
export type PlannedParts = Pick<Scorecard<string>, "rules" | "attributes" | "overrides">;

export function scoringPlan({ rules, attributes = [], overrides = [] }: PlannedParts): ScoringPlan {
  const conditions: Condition[] = [];
  const add = (condition: Condition): number => conditions.push(condition) - 1;
  const groups = groupsOf(rules).map((members): RuleGroup => {
    const points = members.map((rule) => rule.points);
    return {
      members: members.map((rule) => ({ rule, condition: add(rule.when) })),
      min: Math.min(0, ...points),
      max: Math.max(0, ...points),
    };
  });
  const binned = attributes.map((attribute): AttributePlan => {
    const points = attribute.bins.map((bin) => bin.points);
    const [first = conditions.length] = attribute.bins.map(({ test }) =>
      add({ type: "compare", subject: attribute.subject, ...test }),
    );
    return { attribute, condition: first, min: Math.min(...points), max: Math.max(...points) };
  });
  const units = [...groups, ...binned];
  return {
    conditions,
    groups,
    attributes: binned,
    overrides: overrides.map((override) => ({ override, condition: add(override.when) })),
    shown: [...new Set([...rules, ...attributes, ...overrides].flatMap(({ show = [] }) => show))],
    minScore: sum([
      ...groups.map(({ min }) => min),
      ...binned.map(({ min, attribute }) => Math.min(min, attribute.unknown)),
    ]),
    maxScore: sum([
      ...groups.map(({ max }) => max),
      ...binned.map(({ max, attribute }) => Math.max(max, attribute.unknown)),
    ]),
    span: sum(units.map(({ min, max }) => max - min)),
  };
}

/** Rules by group, in the order of their first members; a rule without one stands alone. */
function groupsOf(rules: readonly ScorecardRule[]): readonly (readonly ScorecardRule[])[] {
  const groups = new Map<string | ScorecardRule, ScorecardRule[]>();
  for (const rule of rules) {
    const members = groups.get(rule.group ?? rule);
    if (members === undefined) groups.set(rule.group ?? rule, [rule]);
    else members.push(rule);
  }
  return [...groups.values()];
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
