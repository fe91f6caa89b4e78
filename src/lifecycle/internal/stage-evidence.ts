import { addDurationToDay, type Duration, formatDay, known, unknown } from "../../core/index.js";
import { baseAt, type CustomerBase } from "../../history/index.js";
import { wilsonInterval } from "../../math/index.js";
import { lifecycleStages } from "../lifecycle-stage.js";
import type { StageEvidence, StageReturn } from "../stage-evidence.js";
import { judgeStage } from "./judge-stage.js";
import { type StageFrame, stageFrame } from "./stage-frame.js";

/** Stages as of one horizon earlier, and who bought since. Orders that have been fully refunded by now are no purchases now. */
export function stageEvidence(base: CustomerBase, now: StageFrame, horizon: Duration): StageEvidence {
  const day = addDurationToDay(now.today, horizon, -1);
  const earlier = baseAt(base, formatDay(day));
  const frame = stageFrame(earlier, now.rules, now.contracts);
  const customers = new Map(lifecycleStages.map((stage) => [stage, { customers: 0, boughtAgain: 0 }]));
  // Both id columns ascend and the earlier one holds none that the later one lacks: one walk finds everybody.
  let position = 0;
  for (let customer = 0; customer < earlier.size; customer++) {
    while (now.customerIds[position] !== earlier.customerIds[customer]) position++;
    const { stage, grounds } = judgeStage(frame, customer, undefined);
    const counts = stage === undefined || grounds.kind === "contract" ? undefined : customers.get(stage);
    if (counts === undefined) continue;
    counts.customers++;
    if (base.columns.lastDay.known[position] === 1 && base.columns.lastDay.values[position]! > day) {
      counts.boughtAgain++;
    }
  }
  const stages = Array.from(
    customers,
    ([stage, counts]): StageReturn => ({
      stage,
      ...counts,
      share: counts.customers === 0 ? unknown(["customers"]) : known(counts.boughtAgain / counts.customers),
      interval: wilsonInterval(counts.boughtAgain, counts.customers),
    }),
  );
  return { day: formatDay(day), horizon, stages };
}
