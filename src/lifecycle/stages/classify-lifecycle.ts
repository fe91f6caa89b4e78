import { customerTable, type Duration, formatDay, known, parseDuration, unknown } from "../../core/index.js";
import { anything, checkOptions, type OptionRules, type Rule, readBy, satisfying } from "../../core/shared.js";
import { type CustomerBase, requireBase } from "../../history/index.js";
import type { Contract, Rows } from "../../model/index.js";
import { checkLifecycleRules } from "./check-lifecycle-rules.js";
import { contractTerms } from "./contract-standing.js";
import { defaultLifecycleRules } from "./default-lifecycle-rules.js";
import { type EarlierStages, memoryOf } from "./earlier-stages.js";
import { judgeStage } from "./judge-stage.js";
import type { LifecycleRules } from "./lifecycle-rules.js";
import {
  type LifecycleObjective,
  type LifecycleStage,
  lifecycleObjectives,
  lifecycleStages,
} from "./lifecycle-stage.js";
import type { AppliedThresholds, LifecycleColumns, LifecycleRow, LifecycleStages } from "./lifecycle-stages.js";
import { lifecycleWarnings } from "./lifecycle-warnings.js";
import { stageEvidence } from "./stage-evidence.js";
import { type StageInputs, stageInputs } from "./stage-inputs.js";
import { stageReasons } from "./stage-reasons.js";

/** Options of {@link classifyLifecycle}. */
export interface ClassifyLifecycleOptions {
  /** Default {@link defaultLifecycleRules}. */
  readonly rules?: LifecycleRules | undefined;
  /** Customers with a contract are judged by it: while it runs, and after its end until they buy again. */
  readonly contracts?: Rows<Contract> | undefined;
  /** The stages of an earlier run: for returns since then, and for hysteresis. */
  readonly earlier?: EarlierStages | undefined;
  /** How far before `asOf` the stages of `stageEvidence` are judged; days or longer, default 180 days. */
  readonly horizon?: Duration | undefined;
}

/**
 * The lifecycle stage of every customer and its objective, by rules that are data, with evidence of how well such stages have predicted who
 * buys again.
 *
 * The first of these that applies decides. A contract: running is `active` (`new` within the new time of its first day, `won-back` after a break),
 * cancelled or about to end `at-risk`, ended `lost`. No purchase: `prospect`. First purchase within the new time, which is 90 days or the
 * base's median gap if that is longer: `new`. A purchase within the last 90 days by someone who was dormant or lost the day before it,
 * or at the `earlier` date: `won-back`. Someone who bought in two years or more, always within one quarter or around one festival:
 * by the whole seasons missed. All others: days since the last purchase against bounds, `days <= bound`, 1.5, 3 and 5 times the own median
 * gap (type 7) from three gaps on, before that the base's; a gap counts as at least 7 days. See {@link LifecycleRules} for other modes.
 *
 * Whole local days. Orders fully refunded by `asOf` do not count as purchases. If the rules need a gap and nobody has bought on two days, the stage
 * is unknown. `lifecycle.stages-do-not-separate` warns of every two neighbours among active, at-risk, dormant and lost where the Wilson
 * intervals (95 %) of the shares that bought again overlap, or the later one's is higher.
 * @throws INVALID_BASE, INVALID_DEFINITION with all faults of the rules, INVALID_OPTIONS, INVALID_ROWS and what a faulty contract is refused with, all faults as `issues`
 * @example
 * import { summarizePurchases } from "clientele/history";
 * import { classifyLifecycle } from "clientele/lifecycle";
 * const order = (id: string, customerId: string, at: string) => ({ id, customerId, at, amount: "10.00", currency: "USD" });
 * const orders = [
 *   order("1", "ann", "2025-06-01"), order("2", "ann", "2025-07-01"), order("3", "ann", "2025-08-01"), order("4", "ann", "2025-09-01"),
 *   order("5", "ben", "2026-03-02"),
 * ];
 * const stages = classifyLifecycle(summarizePurchases(orders, { asOf: "2026-04-01", customerIds: ["cid"] }));
 * stages.columns.stage.values; // => ["lost", "new", "prospect"]
 * stages.get("ann")?.objective; // => "retain"
 * stages.get("ann")?.stage.reasons[0]; // => { code: "lifecycle.own-cadence", params: { gap: 31, days: 212 } }
 * stages.thresholds.newDays; // => 90
 * @category Lifecycle
 */
export function classifyLifecycle(base: CustomerBase, options: ClassifyLifecycleOptions = {}): LifecycleStages {
  requireBase(base);
  checkOptions<ClassifyLifecycleOptions>(options, optionRules);
  const { rules = defaultLifecycleRules, contracts = [], earlier, horizon = { days: 180 } } = options;
  checkLifecycleRules(rules).refuseFaults();
  const inputs = stageInputs(base, rules, contractTerms(contracts, base.timeZone));
  const memory = memoryOf(earlier, inputs);
  const judge = (index: number) => judgeStage(inputs, index, memory(base.customerIds[index]!));

  const stage: LifecycleStage[] = [];
  const objective: LifecycleObjective[] = [];
  const isKnown = new Uint8Array(base.size);
  const customers = { unknown: 0, ...noCustomers() };
  for (let index = 0; index < base.size; index++) {
    const found = judge(index).stage;
    stage.push(found ?? "active");
    objective.push(lifecycleObjectives[found ?? "active"]);
    isKnown[index] = found === undefined ? 0 : 1;
    customers[found ?? "unknown"]++;
  }
  const row = (index: number): LifecycleRow => {
    const { stage: found, grounds } = judge(index);
    const reasons = stageReasons(grounds, inputs);
    return {
      customerId: base.customerIds[index]!,
      stage: found === undefined ? unknown(["gaps"], reasons) : known(found, reasons),
      objective: found === undefined ? null : lifecycleObjectives[found],
      returned: grounds.kind === "returned" ? formatDay(grounds.day) : null,
    };
  };
  const evidence = stageEvidence(base, inputs, horizon);
  const table = customerTable<LifecycleRow, LifecycleColumns>({
    customerIds: base.customerIds,
    columns: { stage: { values: stage, known: isKnown }, objective: { values: objective, known: isKnown } },
    row,
    definition: { kind: rules.kind, id: rules.id, version: rules.version },
    warnings: lifecycleWarnings(inputs, evidence, customers),
  });
  const { asOf, timeZone } = base;
  return { ...table, asOf, timeZone, rules, thresholds: applied(inputs), customers, stageEvidence: evidence };
}

const horizonRule: Rule = (value, path, check) => {
  const found = readBy(parseDuration)(value, path, check);
  if (found === undefined || (found.unit !== "hours" && found.count > 0)) return found;
  return check.report(path, "a duration of one day or more", value);
};
const optionRules: OptionRules<ClassifyLifecycleOptions> = {
  rules: anything,
  contracts: anything,
  earlier: satisfying("the result of an earlier run", (run) => typeof Object(run).get === "function"),
  horizon: horizonRule,
};

const noCustomers = (): Record<LifecycleStage, number> =>
  Object.fromEntries(lifecycleStages.map((stage) => [stage, 0])) as Record<LifecycleStage, number>;

function applied({ rules, medianGap, newDays, wonBackDays, bounds }: StageInputs): AppliedThresholds {
  const orNever = (bound: number): number | null => (Number.isFinite(bound) ? bound : null);
  return {
    mode: rules.thresholds.mode,
    medianGapDays: medianGap === undefined ? unknown(["gaps"]) : known(medianGap),
    newDays,
    wonBackDays,
    upTo:
      bounds === undefined
        ? unknown(["gaps"])
        : known({ active: orNever(bounds[0]), atRisk: orNever(bounds[1]), dormant: orNever(bounds[2]) }),
  };
}
