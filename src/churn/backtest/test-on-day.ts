import {
  type Day,
  type DayNumber,
  type Duration,
  formatDay,
  formatInstant,
  type MaybeColumn,
  parseDay,
  type Reason,
  zoneOf,
} from "../../core/index.js";
import { customerPositions, inWords, refusal, todayOf } from "../../core/shared.js";
import { baseAt, type CustomerBase } from "../../history/index.js";
import { contractStandings } from "../../lifecycle/shared.js";
import { type JudgedChurn, judgeChurn } from "../risks/judge-churn.js";
import type { ChurnRules } from "../rules/churn-rules.js";
import { signalsAskedFor } from "../rules/rules-that-apply.js";
import { type ChurnInputs, churnInputs, requireSameFrame } from "../signals/churn-inputs.js";
import type { ReadSources } from "../signals/churn-options.js";
import { signalNames } from "../signals/churn-schema.js";
import { horizonFrom } from "../signals/horizon.js";
import { signalTable } from "../signals/signal-table.js";
import type { BacktestOptions } from "./backtest-options.js";

/** One day looked at from what was known then. */
export interface TestedDay {
  readonly scores: number[];
  readonly labels: number[];
  readonly probabilities: number[];
  readonly truths: Record<string, number[]>;
  readonly warnings: readonly Reason[];
}

/** Judges the customers of one day and looks at what became of them. */
export function testOnDay(
  base: CustomerBase,
  rules: ChurnRules,
  { day, index }: { readonly day: Day; readonly index: number },
  { horizon, gap, factsAt, lapsedToo = false, minPurchaseDays = 1 }: BacktestOptions,
  sources: ReadSources,
): TestedDay {
  const today = parseDay(day, ["asOf", index]);
  const from = gap === undefined ? today : today + daysOfGap(today, gap);
  const until = from + horizonFrom(from, horizon).days;
  if (until > todayOf(base)) {
    throw refusal(
      "HORIZON_BEYOND_DATA",
      ["asOf", index],
      `a day whose horizon ends by ${formatDay(todayOf(base))}, where the base ends`,
      inWords(`${day}, whose horizon ends on ${formatDay(until)}`),
      "Stand on an earlier day or look less far ahead",
    );
  }
  const then = baseAt(base, day);
  const facts = factsAt?.(then);
  if (facts !== undefined) requireSameFrame(then, facts, ["factsAt"]);
  const inputs = churnInputs(then, { ...sources, horizon, facts });
  const asked = facts === undefined ? signalsAskedFor(rules) : undefined;
  const judged = judgeChurn(
    inputs,
    rules,
    asked === undefined ? inputs.factTable() : signalTable(inputs, asked),
    lapsedToo ? ["scored", "lapsed"] : ["scored"],
  );
  const rows: number[] = [];
  for (let customer = 0; customer < then.size; customer++) {
    const isEnough = then.columns.purchaseDays[customer]! >= minPurchaseDays;
    if (judged.columns.score.known[customer] === 1 && isEnough) rows.push(customer);
  }
  const hasLeft = departures(base, inputs, sources, { from, until });
  const column = ({ values }: MaybeColumn) => rows.map((customer) => values[customer]!);
  const { probability, score } = judged.columns;
  return {
    scores: column(score),
    labels: rows.map((customer) => (hasLeft(customer) ? 1 : 0)),
    probabilities: rows.every((customer) => probability.known[customer] === 1) ? column(probability) : [],
    truths: truthsOf(judged, rows),
    warnings: duplicates(inputs, rows, day),
  };
}

const daysOfGap = (today: DayNumber, gap: Duration): number => horizonFrom(today, gap, ["gap"]).days;

/** Who had no purchase day in (from, until], or under a contract none that still ran. */
function departures(
  base: CustomerBase,
  { base: then, standings }: ChurnInputs,
  { contracts = [] }: ReadSources,
  { from, until }: { readonly from: DayNumber; readonly until: DayNumber },
): (customer: number) => boolean {
  const places = customerPositions(base.customerIds);
  const { offsets, days, orders } = base.calendar;
  const end = formatInstant(zoneOf(base.timeZone).startOfDay(until + 1) - 1);
  const later = contractStandings({ asOf: end, timeZone: base.timeZone }, contracts, {
    contractEndsWithin: { days: 0 },
  });
  return (customer) => {
    const id = then.customerIds[customer]!;
    if (standings.has(id)) return later.get(id)?.kind === "ended";
    const place = places.get(id)!;
    for (let row = offsets[place + 1]! - 1; row >= offsets[place]! && days[row]! > from; row--) {
      if (days[row]! <= until && orders[row]! > 0) return false;
    }
    return true;
  };
}

function truthsOf({ card, plan, evaluated }: JudgedChurn, rows: readonly number[]): Record<string, number[]> {
  const truths: Record<string, number[]> = Object.fromEntries(card.rules.map(({ id }) => [id, []]));
  for (const customer of rows) {
    const truthOf = evaluated.truthsAt(customer);
    for (const { members } of plan.groups)
      for (const { rule, condition } of members) truths[rule.id]!.push(truthOf(condition));
  }
  return truths;
}

/** From this share on, customers who are alike in every signal are told. */
const ALIKE = 0.05;

function duplicates({ signals, missing }: ChurnInputs, rows: readonly number[], asOf: Day): readonly Reason[] {
  const columns = signalNames.filter((name) => !missing.has(name)).map((name) => signals[name]);
  const seen = new Set(
    rows.map((row) => columns.map(({ values, known }) => (known[row] === 1 ? values[row] : "?")).join(" ")),
  );
  const customers = rows.length - seen.size;
  return customers > ALIKE * rows.length ? [{ code: "churn.duplicate-rows", params: { asOf, customers } }] : [];
}
