import { formatDay, type Reason } from "../../core/index.js";
import type { LifecycleReasonCode } from "../reasons.js";
import type { ContractStanding } from "./contract-standing.js";
import { festivalName, type Season } from "./season.js";
import type { Grounds, Recency } from "./stage-grounds.js";
import type { StageInputs } from "./stage-inputs.js";

type LifecycleReason = Reason<LifecycleReasonCode>;

/** The grounds of a stage as reasons. */
export function stageReasons(grounds: Grounds, inputs: StageInputs): readonly LifecycleReason[] {
  switch (grounds.kind) {
    case "no-purchase":
      return [{ code: "lifecycle.no-purchase", params: {} }];
    case "no-cadence":
      return [{ code: "lifecycle.no-cadence", params: {} }];
    case "first-purchase":
      return [{ code: "lifecycle.first-purchase", params: { days: grounds.days, limit: inputs.newDays } }];
    case "returned":
      return [{ code: "lifecycle.returned", params: { day: formatDay(grounds.day), away: grounds.away } }];
    case "season":
      return [seasonReason(grounds.season)];
    case "contract":
      return [contractReason(grounds.standing, inputs)];
    case "recency":
      return recencyReasons(grounds, inputs.rules.hysteresis);
  }
}

function recencyReasons({ days, gap, own, limit, past, held }: Recency, hysteresis: number): LifecycleReason[] {
  const reasons: LifecycleReason[] = [];
  if (gap === undefined) reasons.push({ code: "lifecycle.last-purchase", params: { days } });
  else reasons.push({ code: own ? "lifecycle.own-cadence" : "lifecycle.base-cadence", params: { gap, days } });
  if (Number.isFinite(limit)) {
    reasons.push({ code: past ? "lifecycle.past-bound" : "lifecycle.within-bound", params: { limit } });
  }
  if (held) reasons.push({ code: "lifecycle.held", params: { percent: 100 * hysteresis } });
  return reasons;
}

function seasonReason(season: Season): LifecycleReason {
  const { seasons, missed } = season;
  if (season.kind === "quarter") {
    return { code: "lifecycle.quarter-buyer", params: { quarter: season.quarter, seasons, missed } };
  }
  return { code: "lifecycle.festival-buyer", params: { festival: festivalName(season.festival), seasons, missed } };
}

function contractReason(standing: ContractStanding, { newDays, today, wonBackDays }: StageInputs): LifecycleReason {
  switch (standing.kind) {
    case "ended":
      return { code: "lifecycle.contract-ended", params: { end: formatDay(standing.end) } };
    case "ends":
      return {
        code: standing.cancelled ? "lifecycle.contract-cancelled" : "lifecycle.contract-ends",
        params: { end: formatDay(standing.end) },
      };
    case "runs": {
      const { first, since, ended } = standing;
      if (today - first <= newDays) {
        return { code: "lifecycle.contract-began", params: { day: formatDay(first), limit: newDays } };
      }
      return ended !== undefined && today - since <= wonBackDays
        ? { code: "lifecycle.contract-resumed", params: { day: formatDay(since), ended: formatDay(ended) } }
        : { code: "lifecycle.contract-runs", params: { since: formatDay(since) } };
    }
  }
}
