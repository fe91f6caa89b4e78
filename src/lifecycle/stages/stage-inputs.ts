import { addDurationToDay, type Column, type DayNumber, parseInstant, type Zone, zoneOf } from "../../core/index.js";
import { type CustomerBase, purchaseCadence } from "../../history/index.js";
import { type PurchaseDays, purchaseDays } from "../purchase-days.js";
import type { ContractTerm } from "./contract-standing.js";
import type { LifecycleRules } from "./lifecycle-rules.js";
import { type SeasonFinder, seasonFinder } from "./season.js";
import { type Bounds, baseBounds } from "./stage-bounds.js";

/** Everything that stages of one base at one time are told from. */
export interface StageInputs {
  readonly rules: LifecycleRules;
  readonly customerIds: readonly string[];
  readonly asOf: number;
  readonly today: DayNumber;
  readonly zone: Zone;
  readonly purchases: PurchaseDays;
  /** Each customer's own median gap, for those with gaps. */
  readonly ownGaps: Column;
  /** The base's median gap in days; undefined where nobody bought on two days. */
  readonly medianGap: number | undefined;
  readonly newDays: number;
  readonly wonBackDays: number;
  readonly bounds: Bounds | undefined;
  readonly seasonOf: SeasonFinder;
  readonly contracts: ReadonlyMap<string, readonly ContractTerm[]>;
}

/** Reads a base for its stages. */
export function stageInputs(
  base: CustomerBase,
  rules: LifecycleRules,
  contracts: ReadonlyMap<string, readonly ContractTerm[]>,
): StageInputs {
  const zone = zoneOf(base.timeZone);
  const asOf = parseInstant(base.asOf);
  const today = zone.dayAt(asOf);
  const purchases = purchaseDays(base.calendar);
  const { baseMedianGapDays: median, columns: cadence } = purchaseCadence(base, { minGaps: 1 });
  const medianGap = median.status === "known" ? median.value : undefined;
  return {
    rules,
    customerIds: base.customerIds,
    asOf,
    today,
    zone,
    purchases,
    ownGaps: cadence.medianGapDays.values,
    medianGap,
    newDays: Math.max(
      today - addDurationToDay(today, rules.newFor.atLeast, -1),
      rules.newFor.medianGaps * (medianGap ?? 0),
    ),
    wonBackDays: today - addDurationToDay(today, rules.wonBackFor, -1),
    bounds: baseBounds(rules.thresholds, purchases, medianGap, today),
    seasonOf: rules.seasons === null ? () => undefined : seasonFinder(purchases, rules.seasons, today),
    contracts,
  };
}
