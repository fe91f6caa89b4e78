import { FALSE_IN_COLUMN, TRUE_IN_COLUMN, UNKNOWN_IN_COLUMN } from "../../conditions/shared.js";
import type { TruthOf } from "../rules/compiled-rules.js";
import type { Contribution } from "./scorecard.js";
import type { AttributePlan, RuleGroup, ScoringPlan } from "./scoring-plan.js";

/** What the answers add up to, and what the score could still become. */
export interface Tally {
  readonly score: number;
  /** The least and the most that the score can become when what is unknown becomes known. */
  readonly lowest: number;
  readonly highest: number;
}

/** Why points were given: the reason code, the condition that holds the evidence, and the facts to show beside it. */
export interface GivenPoints {
  readonly reason: string;
  readonly points: number;
  readonly condition: number;
  readonly show: readonly string[];
}

/** What an explanation wants to know besides; filled while adding up. */
export interface TallyDetails {
  readonly contributions: Contribution[];
  readonly given: GivenPoints[];
  /** The unknown conditions that could still change the score. */
  readonly open: number[];
}

/** Adds up one subject. Rows and columns, scores and explanations all come from here. */
export function tally(plan: ScoringPlan, truthOf: TruthOf, details?: TallyDetails): Tally {
  let score = 0;
  let lowest = 0;
  let highest = 0;
  for (const group of plan.groups) {
    const given = addGroup(group, truthOf, details);
    score += given.score;
    lowest += given.lowest;
    highest += given.highest;
  }
  for (const attribute of plan.attributes) {
    const given = addAttribute(attribute, truthOf, details);
    score += given.score;
    lowest += given.lowest;
    highest += given.highest;
  }
  return { score, lowest, highest };
}

/** The share of the points that known facts have settled, 0 to 1. */
export function confidenceOf(plan: ScoringPlan, { lowest, highest }: Tally): number {
  return plan.span === 0 ? 1 : 1 - (highest - lowest) / plan.span;
}

function addGroup({ members }: RuleGroup, truthOf: TruthOf, details: TallyDetails | undefined): Tally {
  let best: RuleGroup["members"][number] | undefined;
  let lowest = 0;
  let highest = Number.NEGATIVE_INFINITY;
  for (const member of members) {
    const truth = truthOf(member.condition);
    if (truth === FALSE_IN_COLUMN) continue;
    const { points } = member.rule;
    highest = Math.max(highest, points);
    if (truth === UNKNOWN_IN_COLUMN) lowest = Math.min(lowest, points);
    else if (best === undefined || points > best.rule.points) best = member;
  }
  const given: Tally =
    best === undefined
      ? { score: 0, lowest, highest: Math.max(highest, 0) }
      : { score: best.rule.points, lowest: best.rule.points, highest };
  if (details !== undefined) {
    for (const { rule, condition } of members) {
      const truth = truthOf(condition);
      if (rule === best?.rule) {
        details.contributions.push({ ruleId: rule.id, points: rule.points });
        details.given.push({ reason: rule.reason, points: rule.points, condition, show: rule.show ?? [] });
      } else if (truth === TRUE_IN_COLUMN) {
        details.contributions.push({ ruleId: rule.id, points: 0, supersededBy: best?.rule.id });
      } else if (
        truth === UNKNOWN_IN_COLUMN &&
        given.lowest < given.highest &&
        !(rule.points <= (best?.rule.points ?? NaN))
      ) {
        details.open.push(condition);
      }
    }
  }
  return given;
}

function addAttribute(
  { attribute, condition, min, max }: AttributePlan,
  truthOf: TruthOf,
  details: TallyDetails | undefined,
): Tally {
  const { attribute: ruleId, bins, unknown } = attribute;
  let lowest = Number.POSITIVE_INFINITY;
  let highest = Number.NEGATIVE_INFINITY;
  for (let bin = 0; bin < bins.length; bin++) {
    const truth = truthOf(condition + bin);
    if (truth === FALSE_IN_COLUMN) continue;
    const { points, reason = attribute.reason } = bins[bin] as (typeof bins)[number];
    if (truth === TRUE_IN_COLUMN) {
      details?.contributions.push({ ruleId, points, bin });
      details?.given.push({ reason, points, condition: condition + bin, show: attribute.show ?? [] });
      return { score: points, lowest: points, highest: points };
    }
    lowest = Math.min(lowest, points);
    highest = Math.max(highest, points);
  }
  details?.contributions.push({ ruleId, points: unknown });
  details?.open.push(condition);
  return lowest > highest ? { score: unknown, lowest: min, highest: max } : { score: unknown, lowest, highest };
}
