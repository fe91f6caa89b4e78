import { compileCondition, compileItemCondition } from "../../conditions/index.js";
import {
  civilOf,
  currencyDecimals,
  festivalDay,
  nextBirthday,
  parseInstant,
  parseMinorUnits,
  readAmount,
  startOfPeriod,
  weekdayOf,
  type Zone,
  zoneOf,
} from "../../core/index.js";
import { refuseAll } from "../../core/shared.js";
import { type FactSchema, type Facts, orderSchema } from "../../model/index.js";
import type { Quotient } from "../earning/earn-basis.js";
import { validateLoyaltyProgram } from "./define-loyalty-program.js";
import type { EarningPromotion, EarningRule, LoyaltyProgram, PointType, TierTerms } from "./loyalty-program.js";

type AnyFacts = Facts<FactSchema>;

/** Whether a rule or promotion holds for an order, or for one of its lines. */
type Judge = (facts: AnyFacts, asOf: number, line: number) => boolean;

export interface ReadyRule {
  readonly rule: EarningRule;
  readonly pointType: string;
  readonly holds: Judge | undefined;
  readonly rates: ReadonlyMap<string, { readonly gives: Quotient; readonly per: Quotient }>;
}

export interface ReadyPromotion {
  readonly promotion: EarningPromotion;
  readonly pointType: string;
  readonly holds: Judge | undefined;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly times: Quotient | undefined;
}

export interface ReadyTiers {
  readonly terms: TierTerms;
  readonly pointType: string;
  readonly currency: string | undefined;
  /** Lowest first, in whole units or minor units. */
  readonly levels: readonly { readonly id: string; readonly from: number }[];
}

/** A programme with its names looked up and its conditions compiled. */
export interface ReadyProgram {
  readonly program: LoyaltyProgram;
  readonly zone: Zone;
  readonly mainType: string;
  readonly types: ReadonlyMap<string, PointType>;
  readonly orderRules: readonly ReadyRule[];
  readonly activityRules: readonly ReadyRule[];
  readonly promotions: readonly ReadyPromotion[];
  readonly currencies: ReadonlySet<string>;
  readonly asksFacts: boolean;
  readonly tiers: ReadyTiers | undefined;
  isFifo(pointType: string): boolean;
}

// A cache of pure data: a programme is never changed in place.
const made = new WeakMap<LoyaltyProgram, ReadyProgram>();

/** A programme made ready, once. @throws INVALID_DEFINITION for one that `defineLoyaltyProgram` would refuse */
export function readyProgram(program: LoyaltyProgram, schema?: FactSchema): ReadyProgram {
  const known = schema === undefined && typeof program === "object" && program !== null ? made.get(program) : undefined;
  if (known !== undefined) return known;
  const ready = makeReady(program, schema ?? (orderSchema("*") as FactSchema));
  if (schema === undefined) made.set(program, ready);
  return ready;
}

function makeReady(program: LoyaltyProgram, schema: FactSchema): ReadyProgram {
  refuseAll(validateLoyaltyProgram(program, schema), "INVALID_DEFINITION");
  const { pointTypes, earning, redemption, timeZone, parameters, language } = program;
  const zone = zoneOf(timeZone);
  const types = new Map(pointTypes.map((type) => [type.id, type]));
  const sorted = [...types.keys()].sort();
  const mainType = redemption?.pointType ?? (sorted[0] as string);
  const judge = ({ when, on }: EarningRule | EarningPromotion): Judge | undefined => {
    if (when === undefined) return undefined;
    const whole = parameters === undefined ? when : { language, parameters, when };
    const frame = { asOf: 0, timeZone };
    if (on === "line") {
      const judgeAt = atMoments(compileItemCondition(whole, schema, "line" as never, frame));
      return (facts, asOf, line) => judgeAt(asOf).matches(facts, line);
    }
    const judgeAt = atMoments(compileCondition(whole, schema, frame));
    return (facts, asOf) => judgeAt(asOf).matches(facts);
  };
  const rules = earning.rules.map((rule): ReadyRule => {
    const pointType = rule.pointType ?? mainType;
    return { rule, pointType, holds: judge(rule), rates: ratesOf(rule, types.get(pointType)?.scale ?? 0) };
  });
  const orderRules = rules.filter(({ rule }) => rule.activity === undefined);
  const promotions = (earning.promotions ?? []).map(
    (promotion): ReadyPromotion => ({
      promotion,
      pointType: promotion.pointType ?? mainType,
      holds: judge(promotion),
      startsAt: boundOf(promotion.startsAt, timeZone, Number.NEGATIVE_INFINITY),
      endsAt: boundOf(promotion.endsAt, timeZone, Number.POSITIVE_INFINITY),
      times: promotion.times === undefined ? undefined : quotient(promotion.times),
    }),
  );
  return {
    program,
    zone,
    mainType,
    types,
    orderRules,
    activityRules: rules.filter(({ rule }) => rule.activity !== undefined),
    promotions,
    currencies: new Set(orderRules.flatMap(({ rates }) => [...rates.keys()])),
    asksFacts: [...orderRules, ...promotions].some(({ holds }) => holds !== undefined),
    tiers: program.tiers && readyTiers(program, program.tiers, mainType, types),
    isFifo: (pointType) => types.get(pointType)?.consumption === "fifo",
  };
}

/** A condition at the moment of each order; one that does not look at the clock stays as it is. */
function atMoments<C extends { readonly looksAtClock: boolean; at(asOf: number): C }>(
  compiled: C,
): (asOf: number) => C {
  let [last, lastAt] = [compiled, 0];
  return (asOf) => {
    if (compiled.looksAtClock && asOf !== lastAt) [last, lastAt] = [compiled.at(asOf), asOf];
    return last;
  };
}

function readyTiers(
  program: LoyaltyProgram,
  terms: TierTerms,
  mainType: string,
  types: ReadonlyMap<string, PointType>,
): ReadyTiers {
  const pointType = terms.pointType ?? mainType;
  const currency =
    terms.basis === "spend"
      ? (terms.currency ?? program.earning.rules.flatMap(({ rates = {} }) => Object.keys(rates))[0])
      : undefined;
  const scale =
    currency !== undefined
      ? currencyDecimals(currency)
      : terms.basis === "visits"
        ? 0
        : (types.get(pointType)?.scale ?? 0);
  const levels = terms.levels
    .map(({ id, from }, index) => ({ id, from: parseMinorUnits(from, scale, ["tiers", "levels", index, "from"]) }))
    .sort((a, b) => a.from - b.from);
  return { terms, pointType, currency, levels };
}

const boundOf = (written: string | undefined, timeZone: string, otherwise: number): number =>
  written === undefined ? otherwise : parseInstant(written, { timeZone });

function ratesOf({ rates = {} }: EarningRule, pointScale: number): ReadyRule["rates"] {
  return new Map(
    Object.entries(rates).map(([currency, { points, per }]) => [
      currency,
      { gives: quotient(points, pointScale), per: quotient(per, currencyDecimals(currency)) },
    ]),
  );
}

/** A decimal times a power of ten as a quotient in lowest terms. */
function quotient(decimal: string, scale = 0): Quotient {
  const read = readAmount(decimal) as { units: bigint; scale: number };
  let [a, b] = [read.units * 10n ** BigInt(scale), 10n ** BigInt(read.scale)];
  const [n, d] = [a, b];
  while (b > 0n) [a, b] = [b, a % b];
  return [Number(n / a), Number(d / a)];
}

/** Whether a promotion holds at an instant, by its window and its days. */
export function isOn(ready: ReadyPromotion, at: number, zone: Zone, birthday: unknown): boolean {
  if (at < ready.startsAt || at >= ready.endsAt) return false;
  const { days } = ready.promotion;
  if (days === undefined) return true;
  const day = zone.dayAt(at);
  const { year, month, day: dayOfMonth } = civilOf(day);
  switch (days.type) {
    case "weekdays":
      return days.days.includes(weekdayOf(day));
    case "month-days":
      return days.days.includes(dayOfMonth);
    case "festival":
      return [year, year + 1].some((each) => festivalDay(days.festival, each) === day);
    case "birthday": {
      if (birthday === undefined) return false;
      const from = days.of === "day" ? day : startOfPeriod(day, "month");
      const kept = nextBirthday(birthday as never, from, { leapDay: days.leapDay });
      return days.of === "day" ? kept === day : civilOf(kept).month === month && kept - from < 31;
    }
    default:
      return days satisfies never;
  }
}
