import { parseMinorUnits, type Reason } from "../../core/index.js";
import { inWords, refusal } from "../../core/shared.js";
import type { OrderCustomer, Transaction } from "../../model/index.js";
import type { LoyaltyState, Qualifying } from "../account/loyalty-state.js";
import { own } from "../account/loyalty-state.js";
import type { EarningRule, Points } from "../program/loyalty-program.js";
import { isOn, type ReadyProgram, type ReadyRule } from "../program/ready-program.js";
import { levelAt } from "../tiers/level-at.js";
import { capped } from "./caps.js";
import type { EarnBasis, PromotionBasis, RuleBasis, TypeBasis } from "./earn-basis.js";
import { isMore, numberOf, written, zero } from "./fraction.js";
import { type PointsOf, pointsOf } from "./points-of.js";
import { type ReadOrder, readOrder } from "./read-order.js";
import { reasonsOf, restOf, shared } from "./told-points.js";

/** What an order earns: the very reckoning of quotes and of `earn`. */
export interface Earning {
  readonly at: number;
  readonly basis: EarnBasis;
  readonly points: readonly Points[];
  /** Points of the main type by line, as far as the order has lines. */
  readonly byLine: readonly Points[];
  /** How the main type was reckoned, where a rule gives it. */
  readonly found: PointsOf | undefined;
  readonly eligible: readonly number[];
  readonly reasons: readonly Reason[];
  readonly uses: readonly (readonly [string, number])[];
  readonly carries: Readonly<Record<string, string>> | undefined;
  readonly qualifies: number | undefined;
  /** Points of the main type that rounding took, where no cap did. */
  readonly lost: number;
}

/** The currencies of the rates, where the order's is not among them. */
export type NotEarning = { readonly currency: string };

/** Reckons what an order earns; `state` tells of tiers, caps and carried remainders. */
export function earnByOrder(
  order: Transaction,
  ready: ReadyProgram,
  state: LoyaltyState | undefined,
  customer: OrderCustomer = {},
): Earning | NotEarning {
  const who: { -readonly [K in keyof OrderCustomer]: OrderCustomer[K] } = { ...customer };
  const read = readOrder(order, ready, who);
  if (ready.currencies.size > 0 && !ready.currencies.has(order.currency)) return { currency: order.currency };
  const { program, mainType, tiers } = ready;
  const spend = tiers?.currency === order.currency ? read.eligible : 0;
  if (tiers !== undefined && state !== undefined) {
    const basis = tiers.terms.basis;
    const amount = basis === "spend" ? spend : basis === "visits" ? 1 : 0;
    const own: readonly Qualifying[] = [{ at: read.at, notedAt: read.at, amount }];
    const tier = levelAt(state, ready, read.at, tiers.terms.tierForEarn === "including-this-order" ? own : []);
    if (tier === null) delete who["customer.tier"];
    else who["customer.tier"] = tier;
  }
  const barred = barriers(read, customer, program.earning.staffTag ?? "staff");
  const rules = ready.orderRules.filter(({ rule }) => barred.every(({ bar }) => includes(rule, bar)));
  const types = [...new Set(rules.map(({ pointType }) => pointType))].sort();
  const reasons: Reason[] = [...read.reasons, ...barred.map(({ reason }) => reason)];
  const bases: TypeBasis[] = [];
  const uses: (readonly [string, number])[] = [];
  const carries = new Map<string, string>();
  let byLine: readonly Points[] = read.parts.map(() => 0);
  let lost = 0;
  let main: PointsOf | undefined;
  for (const pointType of types) {
    const open = basisOf(pointType, rules, read, ready, state, customer);
    const found = pointsOf(open, read.parts);
    const addedBy = (promotion: string): Points => {
      const without = { ...open, promotions: open.promotions.filter(({ id }) => id !== promotion) };
      return Math.max(0, found.points - pointsOf(without, read.parts).points);
    };
    const cap = capped(found.points, pointType, undefined, read.at, ready, state, addedBy);
    if (!Number.isSafeInteger(found.points)) {
      const hint = "Check the rates of the programme and the amount of the order";
      throw refusal("INVALID_LOYALTY_COMMAND", ["order", "amount"], "points up to 2^53", inWords("more"), hint);
    }
    uses.push(...cap.uses);
    const limited = cap.points < found.points;
    bases.push({ ...open, points: cap.points, ...(limited && { limit: cap.points }) });
    if (program.earning.rounding?.remainder === "carry") carries.set(pointType, written(restOf(found)));
    reasons.push(...reasonsOf(found));
    if (limited) reasons.push({ code: "loyalty.cap-reached", params: { credited: cap.points, desired: found.points } });
    else if (found.points === 0 && isMore(found.exact, zero)) {
      reasons.push({ code: "loyalty.rounded-down-to-nothing", params: {} });
    }
    if (pointType === mainType) {
      main = found;
      byLine = shared(cap.points, found, read.parts.length);
      if (!limited) lost = Math.max(0, numberOf(restOf(found)));
    }
  }
  const counted = tierMeasure(ready);
  const basis: EarnBasis = {
    currency: order.currency,
    scale: read.scale,
    parts: read.parts,
    ...(read.lines > 0 && { skus: (order.lines ?? []).map(({ sku }) => sku) }),
    types: bases,
    ...(counted && { tier: counted }),
  };
  return {
    at: read.at,
    basis,
    points: bases.map(({ points }) => points),
    byLine,
    found: main,
    eligible: read.parts,
    reasons,
    uses,
    carries: carries.size > 0 ? Object.fromEntries(carries) : undefined,
    qualifies: barred.length > 0 ? undefined : qualifying(basis, spend),
    lost,
  };
}

type Bar = "pending" | "test" | "staff" | "cancelled";
const includes = ({ include = [] }: EarningRule, bar: Bar): boolean => (include as readonly string[]).includes(bar);

/** Why an order earns nothing, unless a rule includes it. */
function barriers(
  { order }: ReadOrder,
  customer: OrderCustomer,
  staffTag: string,
): readonly { readonly bar: Bar; readonly reason: Reason }[] {
  const { status = "completed" } = order;
  const found: { bar: Bar; reason: Reason }[] = [];
  if (status !== "completed")
    found.push({ bar: status, reason: { code: "loyalty.not-completed", params: { status } } });
  if (customer["customer.tags"]?.includes(staffTag)) {
    found.push({ bar: "staff", reason: { code: "loyalty.staff", params: {} } });
  }
  return found;
}

function basisOf(
  pointType: string,
  rules: readonly ReadyRule[],
  read: ReadOrder,
  { program, promotions, zone, mainType }: ReadyProgram,
  state: LoyaltyState | undefined,
  customer: OrderCustomer,
): TypeBasis {
  const { combine = "sum", promotionCombine = "multiply", multiplierBase, rounding } = program.earning;
  const carried = state && own(state.carries, pointType);
  const places = (holds: ReadyRule["holds"], on: "order" | "line" | undefined): readonly number[] | undefined => {
    if (holds === undefined) return undefined;
    const all = read.parts.map((_, index) => index);
    if (on === "line") return all.filter((part) => part < read.lines && holds(read.facts(), read.at, part));
    return holds(read.facts(), read.at, 0) ? undefined : [];
  };
  return {
    pointType,
    combine,
    promotionCombine,
    rounding: { mode: rounding?.mode ?? "floor", at: rounding?.at ?? "order" },
    ...(multiplierBase && { multiplierBase }),
    ...(rounding?.remainder === "carry" && { carried: carried ?? written(zero) }),
    rules: rules
      .filter((each) => each.pointType === pointType)
      .flatMap((each) => ruleBasis(each, places(each.holds, each.rule.on), read)),
    promotions: promotions
      .filter(
        (each) => each.pointType === pointType || (each.promotion.pointType === undefined && pointType === mainType),
      )
      .filter((each) => isOn(each, read.at, zone, customer["customer.birthday"]))
      .flatMap(({ promotion, holds, times }): PromotionBasis[] => {
        const parts = places(holds, promotion.on);
        if (parts?.length === 0) return [];
        const { id, priority = 0, add, createdAt } = promotion;
        return [
          {
            id,
            priority,
            ...(parts && { parts }),
            ...(times && { times }),
            ...(add !== undefined && { add }),
            ...(createdAt !== undefined && { createdAt }),
          },
        ];
      }),
    points: 0,
  };
}

function ruleBasis(
  { rule, rates }: ReadyRule,
  parts: readonly number[] | undefined,
  { order, scale, lines }: ReadOrder,
): readonly RuleBasis[] {
  const rate = rates.get(order.currency);
  if (parts?.length === 0 || (rule.rates !== undefined && rate === undefined)) return [];
  const { id, priority = 0, mode, on, points, each, minimumSpend } = rule;
  return [
    {
      id,
      priority,
      ...(parts && { parts }),
      ...rate,
      ...(mode === "whole-increments" && { whole: true as const }),
      ...(on === "line" && { byLine: true as const }),
      ...(points !== undefined && { points }),
      ...(each === "piece" && {
        pieces: lines === 0 ? [1] : (order.lines ?? []).map(({ quantity = 1 }) => Math.floor(quantity)),
      }),
      ...(minimumSpend !== undefined && { minimum: parseMinorUnits(minimumSpend, scale, ["minimumSpend"]) }),
    },
  ];
}

/** By what an order counts for tiers. */
function tierMeasure({ tiers }: ReadyProgram): EarnBasis["tier"] {
  if (tiers === undefined) return undefined;
  const { basis } = tiers.terms;
  if (basis === "spend" || basis === "visits") return { basis };
  return { basis: "earned", pointType: tiers.pointType };
}

function qualifying({ tier, types }: EarnBasis, spend: number): number | undefined {
  if (tier === undefined) return undefined;
  if (tier.basis === "spend") return spend;
  if (tier.basis === "visits") return 1;
  return types.find(({ pointType }) => pointType === tier.pointType)?.points ?? 0;
}
