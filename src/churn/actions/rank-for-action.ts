import { type Column, type Day, type MaybeColumn, parseDay, type Reason } from "../../core/index.js";
import { anything, checkOptions, inWords, refusal, satisfying, todayOf, whole } from "../../core/shared.js";
import { requireRisks } from "../risks/assess-churn-risk.js";
import type { ChurnRisks } from "../risks/churn-risks.js";

/** How a list of actions is made. */
export interface RankForActionOptions {
  /** What each customer is worth, in the order of the risks: a lifetime value, a margin. */
  readonly values: Column | MaybeColumn;
  /** How many can be cared for: a whole number from 0. */
  readonly capacity: number;
  /** Who is left in peace, until which day. */
  readonly snoozed?: ReadonlyMap<string, Day> | undefined;
}

/** One customer to act upon. */
export interface RankedForAction {
  readonly customerId: string;
  /** The value times the probability to leave; without a calibration times the share of the points that the rules can give. */
  readonly valueAtRisk: number;
  readonly band: string;
  readonly action?: string | undefined;
  readonly reasons: readonly Reason[];
}

/**
 * Whom to care for first: those with the most value at risk, as many as can be cared for.
 *
 * Left out: who is in the calmest band, of no known value above 0, or left in peace beyond the risks' own day. Equal ones by id.
 * @throws INVALID_RISKS, INVALID_OPTIONS, INVALID_DAY
 * @example
 * import { assessChurnRisk, defaultChurnRules, rankForAction } from "clientele/churn";
 * import { summarizePurchases } from "clientele/history";
 * const order = (at: string) => ({ id: at, customerId: "ann", at, amount: "10.00", currency: "USD" });
 * const base = summarizePurchases(["2026-01-05", "2026-01-15", "2026-01-25", "2026-02-04"].map(order), { asOf: "2026-03-20" });
 * const risks = assessChurnRisk(base, defaultChurnRules, { horizon: { days: 60 } });
 * rankForAction(risks, { values: [230], capacity: 10 }).map(({ customerId, action }) => [customerId, action]); // => [["ann", "send-offer"]]
 * rankForAction(risks, { values: [230], capacity: 10, snoozed: new Map([["ann", "2026-04-01"]]) }); // => []
 * @category Churn
 */
export function rankForAction(risks: ChurnRisks, options: RankForActionOptions): readonly RankedForAction[] {
  requireRisks(risks);
  checkOptions<RankForActionOptions>(
    options,
    {
      values: anything,
      capacity: whole({ from: 0 }),
      snoozed: satisfying("a map by customer", (map) => map instanceof Map),
    },
    ["values", "capacity"],
  );
  const { capacity, snoozed = new Map<string, Day>() } = options;
  const worthOf = valuesOf(options.values, risks.size);
  const today = todayOf(risks);
  const { status, band, score, probability } = risks.columns;
  const [, most] = risks.scores;
  const ranked: { place: number; valueAtRisk: number }[] = [];
  for (let place = 0; place < risks.size; place++) {
    const value = worthOf(place);
    const sleeps = snoozed.get(risks.customerIds[place]!);
    if (status[place] !== "scored" || band.values[place] === risks.bands[0] || value === undefined || value <= 0)
      continue;
    if (sleeps !== undefined && parseDay(sleeps, ["snoozed", risks.customerIds[place]!]) > today) continue;
    const chance = probability.known[place] === 1 ? probability.values[place]! : score.values[place]! / most;
    ranked.push({ place, valueAtRisk: value * chance });
  }
  return ranked
    .sort((a, b) => b.valueAtRisk - a.valueAtRisk || a.place - b.place)
    .slice(0, capacity)
    .map(({ place, valueAtRisk }) => {
      const row = risks.at(place);
      const action = row.status === "scored" ? row.action : undefined;
      const customerId = row.customerId;
      return {
        customerId,
        valueAtRisk,
        band: band.values[place]!,
        ...(action === undefined ? {} : { action }),
        reasons: row.reasons,
      };
    });
}

/** Reads values given in the order of a table; undefined where one is not known. @throws INVALID_OPTIONS */
export function valuesOf(values: Column | MaybeColumn, size: number): (place: number) => number | undefined {
  const maybe = Object(values) as MaybeColumn;
  const [column, known] = maybe.known === undefined ? [values as Column] : [maybe.values, maybe.known];
  if (column?.length !== size) {
    throw refusal(
      "INVALID_OPTIONS",
      ["values"],
      `${size} values, one for each customer of the risks`,
      inWords(`${column?.length}`),
    );
  }
  for (let place = 0; place < size; place++) {
    if (known?.[place] === 0 || Number.isFinite(column[place])) continue;
    throw refusal("INVALID_OPTIONS", ["values", place], "a finite number", column[place]);
  }
  return (place) => (known?.[place] === 0 ? undefined : column[place]);
}
