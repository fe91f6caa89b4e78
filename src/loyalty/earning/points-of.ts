import type { PromotionBasis, Quotient, RuleBasis, TypeBasis } from "./earn-basis.js";
import { type Fraction, fractionOf, isMore, plus, readFraction, rounded, times, zero } from "./fraction.js";

/** Points that came from some parts of an order. */
interface Chunk {
  readonly value: Fraction;
  readonly parts: readonly number[];
}

/** What the rules and promotions give for parts of an order. */
export interface PointsOf {
  readonly points: number;
  /** Before the last rounding. */
  readonly exact: Fraction;
  readonly chunks: readonly Chunk[];
  readonly rules: readonly { readonly id: string; readonly value: Fraction; readonly chunks: readonly Chunk[] }[];
  readonly promotions: readonly PromotionBasis[];
}

/**
 * The points of one type for the eligible amounts of an order's parts, by resolved numbers: the one formula of quotes, earning and refunds.
 *
 * Rules give chunks of points; `combine` says which count; promotions multiply them, raw or rounded, then add; the order is rounded last.
 * `whole` are the parts as they were ordered, for points by the piece after a part was refunded.
 */
export function pointsOf(basis: TypeBasis, parts: readonly number[], whole: readonly number[] = parts): PointsOf {
  const found = basis.rules.flatMap((rule) => {
    const chunks = chunksOf(rule, parts, whole, basis.rounding.at === "line");
    return chunks === undefined ? [] : [{ rule, chunks, value: total(chunks) }];
  });
  const applied = chosenRules(found, basis.combine);
  const base = applied.flatMap(({ chunks }) => chunks);
  const roundsBase =
    basis.multiplierBase === "rounded" ||
    (basis.multiplierBase === undefined && applied.length > 0 && applied.every(({ rule }) => rule.whole === true));
  const { mode, at } = basis.rounding;
  const start =
    roundsBase && basis.promotions.length > 0
      ? [{ value: rounded(total(base), mode), parts: [...new Set(base.flatMap((chunk) => chunk.parts))] }]
      : base;
  const givesAny = isMore(total(start), zero);
  const promotions = givesAny ? chosenPromotions(basis, start, parts) : [];
  // Raw means before increments are made whole, as far as there is something to multiply.
  const multiplied =
    promotions.length > 0 && basis.multiplierBase === "raw"
      ? applied.flatMap(({ rule }) => chunksOf({ ...rule, whole: undefined }, parts, whole, at === "line") ?? [])
      : start;
  const chunks = multiplied.map((chunk) => {
    const value = promotions.reduce((all, promotion) => times(all, factorOf(promotion, chunk, parts)), chunk.value);
    return { parts: chunk.parts, value: at === "line" ? rounded(value, mode) : value };
  });
  const added = promotions.reduce((all, { add = 0 }) => all + add, 0);
  const exact = plus(total(chunks), fractionOf(added));
  const carried = basis.carried === undefined ? exact : plus(exact, readFraction(basis.carried));
  // What a refund left over may be below zero.
  const points = Math.max(0, Number(rounded(carried, mode).n));
  return {
    points: Math.min(points, basis.limit ?? points),
    exact: carried,
    chunks,
    rules: applied.map(({ rule, value, chunks }) => ({ id: rule.id, value, chunks })),
    promotions,
  };
}

function chunksOf(
  rule: RuleBasis,
  parts: readonly number[],
  whole: readonly number[],
  byLine: boolean,
): readonly Chunk[] | undefined {
  const mine = (rule.parts ?? parts.map((_, index) => index)).filter((part) => part < parts.length);
  const eligible = mine.reduce((all, part) => all + (parts[part] as number), 0);
  if (rule.minimum === undefined ? eligible <= 0 : eligible < rule.minimum) return undefined;
  const counted = mine.filter((part) => (parts[part] as number) > 0);
  if (rule.points !== undefined) {
    if (rule.pieces === undefined) return [{ value: fractionOf(rule.points), parts: counted }];
    return counted.map((part) => {
      const share = { n: BigInt(parts[part] as number), d: BigInt(whole[part] as number) };
      const pieces = rounded(times(share, fractionOf(rule.pieces?.[part] ?? 0)), "floor");
      return { value: times(pieces, fractionOf(rule.points as number)), parts: [part] };
    });
  }
  const [gives, { n, d }] = [fraction(rule.gives), fraction(rule.per)];
  const perUnit = { n: d, d: n };
  const rate = times(perUnit, gives);
  const pointsFor = (amount: number): Fraction =>
    rule.whole === true
      ? times(rounded(times(fractionOf(amount), perUnit), "floor"), gives)
      : times(fractionOf(amount), rate);
  const together = rule.whole === true && rule.byLine !== true && !byLine;
  return together
    ? [{ value: pointsFor(eligible), parts: counted }]
    : counted.map((part) => ({ value: pointsFor(parts[part] as number), parts: [part] }));
}

interface Applied {
  readonly rule: RuleBasis;
  readonly chunks: readonly Chunk[];
  readonly value: Fraction;
}

/** Ties go to the higher priority, then to the id that comes first. */
function chosenRules(found: readonly Applied[], combine: TypeBasis["combine"]): readonly Applied[] {
  const sorted = [...found].sort((a, b) => byPriority(a.rule, b.rule));
  if (combine === "sum" || sorted.length < 2) return sorted;
  if (combine === "first") return sorted.slice(0, 1);
  return [sorted.reduce((best, each) => (isMore(each.value, best.value) ? each : best))];
}

function chosenPromotions(
  { promotions, promotionCombine }: TypeBasis,
  base: readonly Chunk[],
  parts: readonly number[],
): readonly PromotionBasis[] {
  const sorted = [...promotions].sort(byPriority);
  if (promotionCombine === "multiply" || sorted.length < 2) return sorted;
  if (promotionCombine === "latest") {
    return [sorted.reduce((best, each) => ((each.createdAt ?? "") > (best.createdAt ?? "") ? each : best))];
  }
  const worth = (promotion: PromotionBasis): Fraction =>
    plus(
      total(base.map((chunk) => ({ ...chunk, value: times(chunk.value, factorOf(promotion, chunk, parts)) }))),
      fractionOf(promotion.add ?? 0),
    );
  return [sorted.reduce((best, each) => (isMore(worth(each), worth(best)) ? each : best))];
}

const one: Fraction = { n: 1n, d: 1n };

/** What a promotion multiplies a chunk by: of a chunk from many parts, only the share of the parts that it is for. */
function factorOf(promotion: PromotionBasis, chunk: Chunk, parts: readonly number[]): Fraction {
  if (promotion.times === undefined) return one;
  const factor = fraction(promotion.times);
  const { parts: meant } = promotion;
  if (meant === undefined || chunk.parts.every((part) => meant.includes(part))) return factor;
  const amount = (of: readonly number[]): bigint => of.reduce((all, part) => all + BigInt(parts[part] as number), 0n);
  const all = amount(chunk.parts);
  if (all === 0n) return one;
  const share = { n: amount(chunk.parts.filter((part) => meant.includes(part))), d: all };
  return plus(one, times(share, plus(factor, { n: -1n, d: 1n })));
}

export const byPriority = (
  a: { readonly priority: number; readonly id: string },
  b: { readonly priority: number; readonly id: string },
): number => b.priority - a.priority || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

const total = (chunks: readonly Chunk[]): Fraction => chunks.reduce((all, { value }) => plus(all, value), zero);
const fraction = ([n, d]: Quotient = [0, 1]): Fraction => ({ n: BigInt(n), d: BigInt(d) });
