import type { Contribution, ScorecardRule } from "clientele/scorecards";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { type PlannedParts, scoringPlan } from "../../src/scorecards/scoring/scoring-plan.js";
import { confidenceOf, type TallyDetails, tally } from "../../src/scorecards/scoring/tally.js";

const when = { type: "constant", value: true } as const;
const points = fc.integer({ min: -4, max: 6 });
const rules = fc
  .array(fc.record({ points, group: fc.option(fc.constantFrom("g", "h")) }), { maxLength: 6 })
  .map((drawn) =>
    drawn.map(
      ({ points, group }, index): ScorecardRule => ({
        id: `rule ${index}`,
        when,
        points,
        reason: "r",
        ...(group === null ? {} : { group }),
      }),
    ),
  );
const attributes = fc.array(fc.record({ bins: fc.array(points, { minLength: 1, maxLength: 3 }), unknown: points }), {
  maxLength: 2,
});
/** Facts: what each rule says (0 false, 1 true), which bin each attribute falls into, and which of all these are unknown. */
const card = fc.tuple(rules, attributes).chain(([rules, attributes]) =>
  fc.record({
    parts: fc.constant<PlannedParts>({
      rules,
      attributes: attributes.map(({ bins, unknown }, index) => ({
        attribute: `attribute ${index}`,
        subject: { type: "attribute", field: "x" },
        reason: "r",
        unknown,
        bins: bins.map((points) => ({ points, test: { op: "exists" } })),
      })),
    }),
    truths: fc.array(fc.constantFrom(0, 1), { minLength: rules.length, maxLength: rules.length }),
    bins: fc.tuple(...attributes.map(({ bins }) => fc.nat(bins.length - 1))),
    hidden: fc.array(fc.boolean(), {
      minLength: rules.length + attributes.length,
      maxLength: rules.length + attributes.length,
    }),
    order: fc.infiniteStream(fc.nat()),
  }),
);
interface Drawn {
  readonly parts: PlannedParts;
  readonly truths: readonly number[];
  readonly bins: readonly number[];
  readonly hidden: readonly boolean[];
}

/** The answers in the order of the plan's conditions. */
function answersOf({ parts, truths, bins, hidden }: Drawn): (condition: number) => number {
  const plan = scoringPlan(parts);
  const answers: number[] = [];
  for (const { members } of plan.groups) {
    for (const { rule, condition } of members) {
      const index = parts.rules.indexOf(rule);
      answers[condition] = hidden[index] ? 2 : (truths[index] as number);
    }
  }
  for (const [index, { attribute, condition }] of plan.attributes.entries()) {
    for (const bin of attribute.bins.keys()) {
      answers[condition + bin] = hidden[parts.rules.length + index] ? 2 : bin === bins[index] ? 1 : 0;
    }
  }
  return (condition) => answers[condition] as number;
}

/** The score when all facts are known, written once more: best of each group, plus one bin of each attribute. */
function plainScore(
  { rules, attributes = [] }: PlannedParts,
  truths: readonly number[],
  bins: readonly number[],
): number {
  const fired = rules.filter((_, index) => truths[index] === 1);
  const best = new Map<string, number>();
  for (const { id, group, points } of fired) {
    const name = group ?? id;
    best.set(name, Math.max(points, best.get(name) ?? Number.NEGATIVE_INFINITY));
  }
  const fromRules = [...best.values()].reduce((sum, points) => sum + points, 0);
  return (
    fromRules + attributes.reduce((sum, { bins: all }, index) => sum + (all[bins[index] as number]?.points ?? 0), 0)
  );
}

/** Every way in which the hidden facts may turn out. */
function settlements({ parts, truths, bins, hidden }: Drawn): readonly number[] {
  const choices: readonly (readonly number[])[] = [
    ...truths.map((truth, index) => (hidden[index] ? [0, 1] : [truth])),
    ...bins.map((bin, index) => {
      const all = parts.attributes?.[index]?.bins ?? [];
      return hidden[parts.rules.length + index] ? [...all.keys()] : [bin];
    }),
  ];
  const ways = choices.reduce<readonly (readonly number[])[]>(
    (heads, values) => heads.flatMap((head) => values.map((value) => [...head, value])),
    [[]],
  );
  return ways.map((way) => plainScore(parts, way.slice(0, truths.length), way.slice(truths.length)));
}

const seen = { open: 0, settled: 0, superseded: 0, empty: 0, all: 0, grouped: 0 };
afterAll(() => {
  for (const [what, count] of Object.entries(seen)) expect(count, `cards with ${what}`).toBeGreaterThan(0);
});

// Each law was seen to fail on planted bugs: the last rule of a group instead of the best, unknown rules that cannot lower the score, rules that hold
// left out of `highest`, the last bin skipped, and points of unknown attributes left out of the contributions.
test("law: what is known adds up plainly, and the possible range is exactly what settling the unknown facts can give", () => {
  fc.assert(
    fc.property(card, (drawn) => {
      const plan = scoringPlan(drawn.parts);
      const added = tally(plan, answersOf(drawn));
      const ways = settlements(drawn);
      expect(added.lowest).toBe(Math.min(...ways));
      expect(added.highest).toBe(Math.max(...ways));
      if (!drawn.hidden.includes(true)) expect(added.score).toBe(plainScore(drawn.parts, drawn.truths, drawn.bins));
      expect(plan.minScore).toBeLessThanOrEqual(added.lowest);
      expect(plan.maxScore).toBeGreaterThanOrEqual(added.highest);
      expect(added.score).toBeGreaterThanOrEqual(plan.minScore);
      expect(added.score).toBeLessThanOrEqual(plan.maxScore);
      added.lowest < added.highest ? seen.open++ : seen.settled++;
      if (drawn.hidden.length === 0) seen.empty++;
      else if (!drawn.hidden.includes(false)) seen.all++;
    }),
  );
});

test("law: contributions add up to the score, and open conditions are those that could still move it", () => {
  fc.assert(
    fc.property(card, (drawn) => {
      const plan = scoringPlan(drawn.parts);
      const details: TallyDetails = { contributions: [] as Contribution[], given: [], open: [] };
      const added = tally(plan, answersOf(drawn), details);
      expect(details.contributions.reduce((sum, { points }) => sum + points, 0)).toBe(added.score);
      expect(details.open.length > 0).toBe(added.lowest < added.highest || hasEqualBins(drawn));
      const confidence = confidenceOf(plan, added);
      expect(confidence).toBeGreaterThanOrEqual(0);
      expect(confidence).toBeLessThanOrEqual(1);
      if (!drawn.hidden.includes(true)) expect(confidence).toBe(1);
      for (const { ruleId, points, supersededBy } of details.contributions) {
        if (supersededBy === undefined) continue;
        seen.superseded++;
        expect(points).toBe(0);
        const pointsOf = (id: string) => drawn.parts.rules.find((rule) => rule.id === id)?.points as number;
        expect(pointsOf(supersededBy)).toBeGreaterThanOrEqual(pointsOf(ruleId));
      }
    }),
  );
});

test("law: another rule that holds and gives points never lowers the score", () => {
  fc.assert(
    fc.property(card, fc.integer({ min: 1, max: 9 }), fc.option(fc.constantFrom("g", "h")), (drawn, more, group) => {
      const rule: ScorecardRule = { id: "more", when, points: more, reason: "r", ...(group === null ? {} : { group }) };
      const { parts, truths, hidden } = drawn;
      const at = parts.rules.length;
      const richer: Drawn = {
        ...drawn,
        parts: { ...parts, rules: [...parts.rules, rule] },
        truths: [...truths, 1],
        hidden: [...hidden.slice(0, at), false, ...hidden.slice(at)],
      };
      const before = tally(scoringPlan(parts), answersOf(drawn));
      const after = tally(scoringPlan(richer.parts), answersOf(richer));
      if (group !== null && parts.rules.some((other) => other.group === group)) seen.grouped++;
      // Points below zero in the rule's own group may be superseded: that raises the score too.
      expect(after.score).toBeGreaterThanOrEqual(before.score);
      expect(after.lowest).toBeGreaterThanOrEqual(before.lowest);
      expect(after.highest).toBeGreaterThanOrEqual(before.highest);
    }),
  );
});

test("law: the order of rules changes nothing", () => {
  fc.assert(
    fc.property(card, (drawn) => {
      const { parts, truths, hidden } = drawn;
      const order = [...parts.rules.keys()].sort(() => (drawn.order.next().value % 3) - 1);
      const shuffled: Drawn = {
        ...drawn,
        parts: { ...parts, rules: order.map((index) => parts.rules[index] as ScorecardRule) },
        truths: order.map((index) => truths[index] as number),
        hidden: [...order.map((index) => hidden[index] as boolean), ...hidden.slice(parts.rules.length)],
      };
      expect(tally(scoringPlan(shuffled.parts), answersOf(shuffled))).toEqual(
        tally(scoringPlan(parts), answersOf(drawn)),
      );
    }),
  );
});

/** An unknown attribute whose bins all give the same is asked for all the same: its own points for the unknown differ from them. */
const hasEqualBins = ({ parts, hidden }: Drawn): boolean =>
  (parts.attributes ?? []).some(
    ({ bins }, index) => hidden[parts.rules.length + index] && new Set(bins.map(({ points }) => points)).size === 1,
  );

test("an attribute whose bins are all but one excluded has that bin's points as its whole range", () => {
  const parts: PlannedParts = {
    rules: [],
    attributes: [
      {
        attribute: "a",
        subject: { type: "attribute", field: "x" },
        unknown: 1,
        reason: "r",
        bins: [-3, 2, 5].map((points) => ({ points, test: { op: "exists" } as const })),
      },
    ],
  };
  const rangeOf = (...truths: readonly number[]) => {
    const { score, lowest, highest } = tally(scoringPlan(parts), (condition) => truths[condition] as number);
    return [score, lowest, highest];
  };
  expect(rangeOf(0, 2, 0)).toEqual([1, 2, 2]);
  expect(rangeOf(2, 2, 0)).toEqual([1, -3, 2]);
  // In no bin at all: then the points for the unknown stand, and nothing is excluded.
  expect(rangeOf(0, 0, 0)).toEqual([1, -3, 5]);
});
