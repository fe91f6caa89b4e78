import {
  type Assessed,
  addDurationToDay,
  type Day,
  type Duration,
  formatDay,
  known,
  unknown,
} from "../../core/index.js";
import { baseAt, type CustomerBase } from "../../history/index.js";
import { wilsonInterval } from "../../math/index.js";
import { judgeStage } from "./judge-stage.js";
import { type LifecycleStage, lifecycleStages } from "./lifecycle-stage.js";
import { type StageInputs, stageInputs } from "./stage-inputs.js";

/** How many customers of one stage bought again. */
export interface StageReturn {
  readonly stage: LifecycleStage;
  /** At this stage on the evidence's day, without contract customers. */
  readonly customers: number;
  /** Of these, with a purchase after that day and up to `asOf`. */
  readonly boughtAgain: number;
  /** The second over the first, 0 to 1; unknown without customers. */
  readonly share: Assessed<number>;
  /** Wilson's 95 % interval of the share. */
  readonly interval: readonly [lower: number, upper: number];
}

/**
 * How well the stages predict: judged as of one horizon earlier, by the same rules and from what was known then, and compared with what happened.
 * @category Lifecycle
 */
export interface StageEvidence {
  /** The day as of which the stages were judged. */
  readonly day: Day;
  readonly horizon: Duration;
  /** Every stage, in the order of a customer's life. */
  readonly stages: readonly StageReturn[];
}

/** Stages as of one horizon earlier, and who bought since. Orders fully refunded by now do not count. */
export function stageEvidence(base: CustomerBase, now: StageInputs, horizon: Duration): StageEvidence {
  const day = addDurationToDay(now.today, horizon, -1);
  const earlier = baseAt(base, formatDay(day));
  const inputs = stageInputs(earlier, now.rules, now.contracts);
  const customers = new Map(lifecycleStages.map((stage) => [stage, { customers: 0, boughtAgain: 0 }]));
  // Both id columns ascend and the earlier one holds none that the later one lacks: one walk finds everybody.
  let position = 0;
  for (let customer = 0; customer < earlier.size; customer++) {
    while (now.customerIds[position] !== earlier.customerIds[customer]) position++;
    const { stage, grounds } = judgeStage(inputs, customer, undefined);
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
