import type { Reason } from "../../core/index.js";
import { customerPositions } from "../../core/shared.js";
import type { LifecycleReasonCode } from "../reasons.js";
import { fadingStages, type LifecycleStage } from "./lifecycle-stage.js";
import type { StageEvidence } from "./stage-evidence.js";
import type { StageInputs } from "./stage-inputs.js";

/** What to know before trusting the stages. */
export function lifecycleWarnings(
  inputs: StageInputs,
  evidence: StageEvidence,
  customers: Readonly<Record<LifecycleStage | "unknown", number>>,
): readonly Reason<LifecycleReasonCode>[] {
  const warnings: Reason<LifecycleReasonCode>[] = [];
  if (customers.unknown > 0) {
    warnings.push({ code: "lifecycle.stage-unknown", params: { customers: customers.unknown } });
  }
  const positions = customerPositions(inputs.customerIds);
  const others = [...inputs.contracts.keys()].filter((customerId) => !positions.has(customerId)).length;
  if (others > 0) warnings.push({ code: "lifecycle.contracts-of-others", params: { customers: others } });
  inputs.bounds?.forEach((bound, index) => {
    if (Number.isFinite(bound)) return;
    warnings.push({ code: "lifecycle.bound-out-of-reach", params: { stage: fadingStages[index + 1]! } });
  });
  return [...warnings, ...unseparated(evidence)];
}

/**
 * The neighbours among active, at-risk, dormant and lost (stages without customers left out) whose shares of buying again do not clearly
 * fall from one to the next: the interval of the later stage reaches up into that of the earlier one.
 */
function unseparated({ day, stages }: StageEvidence): Reason<LifecycleReasonCode>[] {
  const seen = stages.filter(({ stage, customers }) => fadingStages.includes(stage as never) && customers > 0);
  if (stages.every(({ customers }) => customers === 0)) return [{ code: "lifecycle.no-evidence", params: { day } }];
  return seen.slice(1).flatMap((next, index): Reason<LifecycleReasonCode>[] => {
    const before = seen[index]!;
    if (next.interval[1] < before.interval[0]) return [];
    const percent = ({ boughtAgain, customers }: typeof next) => Math.round((10_000 * boughtAgain) / customers) / 100;
    return [
      {
        code: "lifecycle.stages-do-not-separate",
        params: { stage: before.stage, next: next.stage, share: percent(before), nextShare: percent(next) },
      },
    ];
  });
}
