import type { Contribution } from "../scorecard.js";
import type { Answers } from "./judge.js";
import type { AttributePlan, RuleGroup, ScoringPlan } from "./scoring-plan.js";

/** What the answers add up to, and what the score could still become. */
export interface Tally {
  readonly score: number;
  /** The least and the most that the score can become when what is unknown becomes known. */
  readonly lowest: number;
  readonly highest: number;
}

/** Why points were given: the reason code, and the condition that holds the evidence. */
export interface Ground {
  readonly reason: string;
  readonly points: number;
  readonly condition: number;
}

/** What an explanation wants to know besides; filled while adding up. */
export interface TallyDetails {
  readonly contributions: Contribution[];
  readonly grounds: Ground[];
  /** The unknown conditions that could still change the score. */
  readonly open: number[];
}

/** Adds up one subject. Rows and columns, scores and explanations all come from here. */
export function tally(plan: ScoringPlan, answers: Answers, details?: TallyDetails): Tally {
  let score = 0;
  let lowest = 0;
  let highest = 0;
  for (const group of plan.groups) {
    const given = addGroup(group, answers, details);
    score += given.score;
    lowest += given.lowest;
    highest += given.highest;
  }
  for (const attribute of plan.attributes) {
    const given = addAttribute(attribute, answers, details);
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

function addGroup({ members }: RuleGroup, answers: Answers, details: TallyDetails | undefined): Tally {
  let best: RuleGroup["members"][number] | undefined;
  let lowest = 0;
  let highest = Number.NEGATIVE_INFINITY;
  for (const member of members) {
    const answer = answers(member.condition);
    if (answer === 0) continue;
    const { points } = member.rule;
    highest = Math.max(highest, points);
    if (answer === 2) lowest = Math.min(lowest, points);
    else if (best === undefined || points > best.rule.points) best = member;
  }
  const given: Tally =
    best === undefined
      ? { score: 0, lowest, highest: Math.max(highest, 0) }
      : { score: best.rule.points, lowest: best.rule.points, highest };
  if (details !== undefined) {
    for (const { rule, condition } of members) {
      const answer = answers(condition);
      if (rule === best?.rule) {
        details.contributions.push({ ruleId: rule.id, points: rule.points });
        details.grounds.push({ reason: rule.reason, points: rule.points, condition });
      } else if (answer === 1) details.contributions.push({ ruleId: rule.id, points: 0, outdoneBy: best?.rule.id });
      else if (answer === 2 && given.lowest < given.highest) details.open.push(condition);
    }
  }
  return given;
}

function addAttribute(
  { attribute, condition, min, max }: AttributePlan,
  answers: Answers,
  details: TallyDetails | undefined,
): Tally {
  const { attribute: ruleId, bins, unknown } = attribute;
  let lowest = Number.POSITIVE_INFINITY;
  let highest = Number.NEGATIVE_INFINITY;
  for (let bin = 0; bin < bins.length; bin++) {
    const answer = answers(condition + bin);
    if (answer === 0) continue;
    const { points, reason = attribute.reason } = bins[bin] as (typeof bins)[number];
    if (answer === 1) {
      details?.contributions.push({ ruleId, points, bin });
      details?.grounds.push({ reason, points, condition: condition + bin });
      return { score: points, lowest: points, highest: points };
    }
    lowest = Math.min(lowest, points);
    highest = Math.max(highest, points);
  }
  details?.contributions.push({ ruleId, points: unknown });
  details?.open.push(condition);
  return lowest > highest ? { score: unknown, lowest: min, highest: max } : { score: unknown, lowest, highest };
}
