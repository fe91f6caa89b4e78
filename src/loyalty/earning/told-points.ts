import type { Reason } from "../../core/index.js";
import type { Points } from "../program/loyalty-program.js";
import { type Fraction, numberOf } from "./fraction.js";
import type { PointsOf } from "./points-of.js";

/** What rounding leaves: the exact points less the whole ones. */
export function restOf({ exact, points }: PointsOf): Fraction {
  return { n: exact.n - BigInt(points) * exact.d, d: exact.d };
}

/** Why an order earns: what each rule gave, before promotions and rounding, and which promotions applied. */
export const reasonsOf = ({ rules, promotions }: PointsOf): readonly Reason[] => [
  ...rules.map(({ id, value }) => ruled(id, numberOf(value))).filter((reason) => reason !== undefined),
  ...promotions.map(({ id }) => promoted(id)),
];

/** The same for each of so many parts. */
export function reasonsByPart({ rules, promotions }: PointsOf, parts: number): readonly (readonly Reason[])[] {
  const all = Array.from({ length: parts }, (): Reason[] => []);
  for (const { id, chunks } of rules) {
    weightsOf(chunks, parts).forEach((points, part) => {
      const reason = ruled(id, points);
      if (reason !== undefined) (all[part] as Reason[]).push(reason);
    });
  }
  for (const { id, parts: meant } of promotions) {
    all.forEach((reasons, part) => {
      if (meant === undefined || meant.includes(part)) reasons.push(promoted(id));
    });
  }
  return all;
}

const ruled = (rule: string, points: number): Reason | undefined =>
  points > 0 ? { code: "loyalty.rule-applied", params: { rule, points: Math.round(points * 100) / 100 } } : undefined;
const promoted = (promotion: string): Reason => ({ code: "loyalty.promotion-applied", params: { promotion } });

/** The points of each part: what came from several parts is shared equally. */
function weightsOf(chunks: PointsOf["chunks"], count: number): number[] {
  const weights = Array<number>(count).fill(0);
  for (const { value, parts } of chunks) {
    const each = numberOf(value) / parts.length;
    for (const part of parts) weights[part] = (weights[part] as number) + each;
  }
  return weights;
}

/** The points shared out over the parts that they came from, by largest remainder; ties go to the earlier part. */
export function shared(points: Points, { chunks }: PointsOf, parts: number): readonly Points[] {
  const weights = weightsOf(chunks, parts);
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  if (all === 0) return weights.map((_, part) => (part === 0 ? points : 0));
  const exact = weights.map((weight) => (points * weight) / all);
  const whole = exact.map(Math.floor);
  const left = points - whole.reduce((sum, each) => sum + each, 0);
  if (left === 0) return whole;
  const served = exact
    .map((value, part) => ({ part, rest: value - Math.floor(value) }))
    .sort((a, b) => b.rest - a.rest || a.part - b.part);
  for (const { part } of served.slice(0, left)) whole[part] = (whole[part] as number) + 1;
  return whole;
}
