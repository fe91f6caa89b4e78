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

const scored: StatusGrounds = { status: "scored", reasons: [], missing: [] };

/** Whether a customer can be scored, and if not why. */
export function statusOf(inputs: ChurnInputs, customer: number): StatusGrounds {
  const { base, pace, standings, signals } = inputs;
  const { today, horizon, cadence, baseGapDays } = pace;
  const { lastDay, firstDay } = base.columns;
  const [last, first] = [lastDay.values[customer]!, firstDay.values[customer]!];
  const hasBought = lastDay.known[customer] === 1;
  const standing = standings.size === 0 ? undefined : standings.get(base.customerIds[customer]!);
  if (standing !== undefined && standing.kind !== "ended") return scored;
  if (standing !== undefined && !(hasBought && last > standing.end))
    return because("lapsed", "churn.contract-ended", {});
  if (!hasBought)
    return { status: "unknown", reasons: [{ code: "churn.no-purchase", params: {} }], missing: ["orders"] };
  const days = today - last;
  const expected = cadence.columns.expectedGapDays;
  if (expected.known[customer] === 1 && days > horizon.days && days > GONE_AFTER_GAPS * expected.values[customer]!) {
    return because("lapsed", "churn.long-gone", { days, gap: Math.round(expected.values[customer]!) });
  }
  const tenure = today - first;
  const gap = baseGapDays ?? NEW_FOR_DAYS;
  const hasRhythm = cadence.columns.medianGapDays.known[customer] === 1;
  if (tenure < gap && !hasRhythm) return because("too-new", "churn.first-bought-recently", { days: tenure, gap });
  if (isSlow(inputs, customer) && !besidePurchases.some((name) => signals[name].known[customer] === 1)) {
    const own = cadence.columns.medianGapDays.values[customer]!;
    return {
      ...because("too-slow-for-horizon", "churn.buys-rarely", { gap: own, horizon: horizon.days }),
      missing: ["interactions"],
    };
  }
  return scored;
}

const because = (status: ChurnStatus, code: string, params: Reason["params"]): StatusGrounds => ({
  status,
  reasons: [{ code, params }],
  missing: [],
});
