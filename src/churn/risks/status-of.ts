import type { Reason } from "../../core/index.js";
import { type ChurnInputs, isSlow } from "../signals/churn-inputs.js";
import type { ChurnSignal } from "../signals/churn-schema.js";
import type { ChurnStatus } from "./churn-risks.js";

/** A status and why. */
export interface StatusGrounds {
  readonly status: ChurnStatus;
  readonly reasons: readonly Reason[];
  readonly missing: readonly string[];
}

/** After so many expected gaps, and more than the horizon, a customer is gone: as far as the stages of the lifecycle go by default. */
const GONE_AFTER_GAPS = 5;
/** Where nobody has come back yet, whoever came in this time is new. */
const NEW_FOR_DAYS = 30;

/** What judges those who buy too rarely for their rhythm to say anything. */
const besidePurchases: readonly ChurnSignal[] = [
  "churn.contactTail",
  "churn.engagementChange",
  "churn.openComplaint",
  "churn.satisfaction",
];

/** Why a customer has a status: the code of its reason, none for who can be scored. */
const statusBecauseOf = {
  none: "scored",
  "churn.contract-ended": "lapsed",
  "churn.no-purchase": "unknown",
  "churn.long-gone": "lapsed",
  "churn.first-bought-recently": "too-new",
  "churn.buys-rarely": "too-slow-for-horizon",
} as const satisfies Readonly<Record<string, ChurnStatus>>;
type Ground = keyof typeof statusBecauseOf;

/** Whether a customer can be scored. */
export const statusOf = (inputs: ChurnInputs, customer: number): ChurnStatus =>
  statusBecauseOf[groundOf(inputs, customer)];

/** The same with its reason. */
export function statusGroundsOf(inputs: ChurnInputs, customer: number): StatusGrounds {
  const ground = groundOf(inputs, customer);
  const status = statusBecauseOf[ground];
  if (ground === "none") return { status, reasons: [], missing: [] };
  const missing = ground === "churn.no-purchase" ? ["orders"] : ground === "churn.buys-rarely" ? ["interactions"] : [];
  return { status, reasons: [{ code: ground, params: paramsOf(inputs, customer, ground) }], missing };
}

function groundOf({ base, pace, standings, signals }: ChurnInputs, customer: number): Ground {
  const { today, horizon, cadence } = pace;
  const { lastDay, firstDay } = base.columns;
  const last = lastDay.values[customer]!;
  const hasBought = lastDay.known[customer] === 1;
  const standing = standings.size === 0 ? undefined : standings.get(base.customerIds[customer]!);
  if (standing !== undefined && standing.kind !== "ended") return "none";
  if (standing !== undefined && !(hasBought && last > standing.end)) return "churn.contract-ended";
  if (!hasBought) return "churn.no-purchase";
  const days = today - last;
  const expected = cadence.columns.expectedGapDays;
  if (expected.known[customer] === 1 && days > horizon.days && days > GONE_AFTER_GAPS * expected.values[customer]!) {
    return "churn.long-gone";
  }
  const hasRhythm = cadence.columns.medianGapDays.known[customer] === 1;
  if (!hasRhythm && today - firstDay.values[customer]! < gapOf(pace)) return "churn.first-bought-recently";
  if (!isSlow({ pace }, customer)) return "none";
  for (const name of besidePurchases) if (signals[name].known[customer] === 1) return "none";
  return "churn.buys-rarely";
}

function paramsOf({ base, pace }: ChurnInputs, customer: number, ground: Exclude<Ground, "none">): Reason["params"] {
  const { today, horizon, cadence } = pace;
  const { lastDay, firstDay } = base.columns;
  const { expectedGapDays, medianGapDays } = cadence.columns;
  switch (ground) {
    case "churn.long-gone":
      return { days: today - lastDay.values[customer]!, gap: Math.round(expectedGapDays.values[customer]!) };
    case "churn.first-bought-recently":
      return { days: today - firstDay.values[customer]!, gap: gapOf(pace) };
    case "churn.buys-rarely":
      return { gap: medianGapDays.values[customer]!, horizon: horizon.days };
    case "churn.contract-ended":
    case "churn.no-purchase":
      return {};
  }
}

const gapOf = ({ baseGapDays }: ChurnInputs["pace"]): number => baseGapDays ?? NEW_FOR_DAYS;
