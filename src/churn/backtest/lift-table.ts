import type { Column } from "../../core/index.js";
import { checkOptions, whole } from "../../core/shared.js";
import { type ScoreGroup, scoreGroups } from "./evaluate-classifier.js";

/** The highest scores up to a share of all customers. */
export interface LiftBin {
  /** Of the customers, from the highest score on. */
  readonly share: number;
  /** As many customers; equal scores at the cut count by their part. */
  readonly customers: number;
  /** Of them, who churned. */
  readonly events: number;
  /** How many times more often than among all; 0 where nobody churned. */
  readonly lift: number;
  /** The share of all who churned. */
  readonly gain: number;
}

/** How {@link liftTable} cuts. */
export interface LiftTableOptions {
  /** A whole number from 1; default 10. */
  readonly bins?: number | undefined;
}

/**
 * What is caught when the highest tenth, two tenths … of scores are looked at. Equal scores at a cut are shared pro rata, so that no order of rows
 * changes the table. Nobody: no bins.
 * @throws INVALID_SCORES, INVALID_OPTIONS
 * @example
 * import { liftTable } from "clientele/churn";
 * liftTable([9, 7, 7, 1], [1, 1, 0, 0], { bins: 2 })[0]; // => { share: 0.5, customers: 2, events: 1.5, lift: 1.5, gain: 0.75 }
 * @category Backtests
 */
export function liftTable(scores: Column, labels: Column, options: LiftTableOptions = {}): readonly LiftBin[] {
  checkOptions<LiftTableOptions>(options, { bins: whole({ from: 1, to: 1000 }) });
  const { bins = 10 } = options;
  const groups = scoreGroups(scores, labels);
  if (groups.length === 0) return [];
  return Array.from({ length: bins }, (_, index) => topShare(groups, (index + 1) / bins));
}

/** The highest scores up to a share of all. */
export function topShare(groups: readonly ScoreGroup[], share: number): LiftBin {
  let [all, allEvents] = [0, 0];
  for (const { customers, events } of groups) {
    all += customers;
    allEvents += events;
  }
  const wanted = share * all;
  let [taken, events] = [0, 0];
  for (const group of groups) {
    const part = Math.min(1, (wanted - taken) / group.customers);
    if (part <= 0) break;
    taken += part * group.customers;
    events += part * group.events;
  }
  const lift = allEvents === 0 || taken === 0 ? 0 : events / taken / (allEvents / all);
  return { share, customers: wanted, events, lift, gain: allEvents === 0 ? 0 : events / allEvents };
}
