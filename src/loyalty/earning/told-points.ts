import type { Reason } from "../../core/index.js";
import type { Points } from "../program/loyalty-program.js";
import { type Fraction, isMore, numberOf, zero } from "./fraction.js";
import type { PointsOf } from "./points-of.js";

/** What rounding leaves: the exact points less the whole ones. */
export function restOf({ exact, points }: PointsOf): Fraction {
  return { n: exact.n - BigInt(points) * exact.d, d: exact.d };
}

export function reasonsOf(found: PointsOf): readonly Reason[] {
  return [
    ...found.rules
      .filter(({ value }) => isMore(value, zero))
      .map(
        ({ id, value }): Reason => ({
          code: "loyalty.rule-applied",
          params: { rule: id, points: Math.round(numberOf(value) * 100) / 100 },
        }),
      ),
    ...found.promotions.map(({ id }): Reason => ({ code: "loyalty.promotion-applied", params: { promotion: id } })),
  ];
}

/** The points shared out over the parts that they came from, by largest remainder; ties go to the earlier part. */
export function shared(points: Points, { chunks }: PointsOf, parts: number): readonly Points[] {
  const weights = new Array<number>(parts).fill(0);
  for (const chunk of chunks) {
    for (const part of chunk.parts)
      weights[part] = (weights[part] as number) + numberOf(chunk.value) / chunk.parts.length;
  }
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
