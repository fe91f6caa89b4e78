import type { Reason } from "../../core/index.js";
import type { Points } from "../program/loyalty-program.js";
import { type Fraction, numberOf } from "./fraction.js";
import type { PointsOf } from "./points-of.js";

/** What rounding leaves: the exact points less the whole ones. */
export function restOf({ exact, points }: PointsOf): Fraction {
  return { n: exact.n - BigInt(points) * exact.d, d: exact.d };
}

/** Why an order earns, or one part of it: what each rule gave, before promotions and rounding, and which promotions applied. */
export function reasonsOf({ rules, promotions }: PointsOf, part?: number): readonly Reason[] {
  const ruled = rules.map(({ id, value, chunks }): [string, number] => [
    id,
    part === undefined ? numberOf(value) : weightOf(chunks, part),
  ]);
  return [
    ...ruled
      .filter(([, points]) => points > 0)
      .map(
        ([rule, points]): Reason => ({
          code: "loyalty.rule-applied",
          params: { rule, points: Math.round(points * 100) / 100 },
        }),
      ),
    ...promotions
      .filter(({ parts }) => part === undefined || parts === undefined || parts.includes(part))
      .map(({ id }): Reason => ({ code: "loyalty.promotion-applied", params: { promotion: id } })),
  ];
}

/** The points of a part: what came from several parts is shared equally. */
const weightOf = (chunks: PointsOf["chunks"], part: number): number =>
  chunks.reduce((all, { value, parts }) => (parts.includes(part) ? all + numberOf(value) / parts.length : all), 0);

/** The points shared out over the parts that they came from, by largest remainder; ties go to the earlier part. */
export function shared(points: Points, { chunks }: PointsOf, parts: number): readonly Points[] {
  const weights = Array.from({ length: parts }, (_, part) => weightOf(chunks, part));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  if (all === 0) return weights.map((_, part) => (part === 0 ? points : 0));
  const exact = weights.map((weight) => (points * weight) / all);
  const whole = exact.map(Math.floor);
  const left = points - whole.reduce((sum, each) => sum + each, 0);
  const served = exact
    .map((value, part) => ({ part, rest: value - Math.floor(value) }))
    .sort((a, b) => b.rest - a.rest || a.part - b.part);
  for (const { part } of served.slice(0, left)) whole[part] = (whole[part] as number) + 1;
  return whole;
}
