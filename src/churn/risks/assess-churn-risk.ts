import { customerTable, type Reason, unknown } from "../../core/index.js";
import { refusal } from "../../core/shared.js";
import type { CustomerBase } from "../../history/index.js";
import type { FactSchema } from "../../model/index.js";
import type { Scorecard } from "../../scorecards/index.js";
import { rulesWorth } from "../backtest/rules-worth.js";
import type { ChurnRules } from "../rules/churn-rules.js";
import { signalsAskedFor } from "../rules/rules-that-apply.js";
import { type ChurnInputs, churnInputs } from "../signals/churn-inputs.js";
import { type ChurnSignalOptions, readSignalOptions } from "../signals/churn-options.js";
import { signalTable } from "../signals/signal-table.js";
import type { ChurnAssessment, ChurnColumns, ChurnRisks, ChurnStatus } from "./churn-risks.js";
import { type JudgedChurn, judgeChurn } from "./judge-churn.js";
import { keepBands } from "./keep-bands.js";
import { statusGroundsOf } from "./status-of.js";

/** How risks are assessed. */
export interface ChurnOptions<S extends FactSchema = FactSchema> extends ChurnSignalOptions<S> {
  /** The risks of before: a band is then left only `leaveBelow` points under its least. */
  readonly previous?: ChurnRisks | undefined;
}

/**
 * Who is about to leave, and why: every customer judged by rules over signals of their own past.
 *
 * Who can be judged gets a score, a band, reasons, and an action; who cannot gets a status that says why ({@link ChurnStatus}): gone already (five
 * expected gaps and more than the horizon without a purchase, or a contract that ended), first bought less than a median gap ago, or with a gap of their
 * own that is longer than the horizon and nothing else known. Whoever has a contract that runs is judged by it and by contacts, complaints and
 * satisfaction, not by their purchases. Rules that ask only for signals of sources not given are left out, with one warning.
 * `worth` tells what the rules were worth on this base: read it before the list. An empty base gives an empty table.
 * @throws INVALID_BASE, INVALID_OPTIONS, CHURN_FACTS_MISMATCH, INVALID_DEFINITION with all faults as `issues`, what `customerFacts` throws
 * @example
 * import { assessChurnRisk, defaultChurnRules } from "clientele/churn";
 * import { describeReasons } from "clientele/core";
 * import { summarizePurchases } from "clientele/history";
 * import { en } from "clientele/labels";
 * const order = (customerId: string, at: string) => ({ id: customerId + at, customerId, at, amount: "10.00", currency: "USD" });
 * const base = summarizePurchases(
 *   ["2026-01-05", "2026-01-15", "2026-01-25", "2026-02-04"].flatMap((at) => [order("ann", at), order("ben", at.replace("-0", "-1").replace("2026", "2025"))]),
 *   { asOf: "2026-03-06" },
 * );
 * const ann = assessChurnRisk(base, defaultChurnRules, { horizon: { days: 90 } }).get("ann");
 * ann?.status === "scored" && [ann.score, ann.band, ann.action]; // => [40, "watch", "send-offer"]
 * describeReasons(ann?.reasons ?? [], en)[1]; // => "Usually buys every 10 days; the last purchase is 30 days ago"
 * @category Churn
 */
export function assessChurnRisk<S extends FactSchema = FactSchema>(
  base: CustomerBase,
  rules: ChurnRules,
  options: ChurnOptions<S> = {},
): ChurnRisks {
  const { previous, ...others } = options ?? {};
  const read = readSignalOptions(others);
  const inputs = churnInputs(base, read);
  const asked = signalsAskedFor(rules);
  const judged = judgeChurn(
    inputs,
    rules,
    read.facts === undefined && asked !== undefined ? signalTable(inputs, asked) : inputs.factTable(),
  );
  if (previous !== undefined) requireRisks(previous, ["previous"]);
  const columns: ChurnColumns =
    previous === undefined
      ? judged.columns
      : {
          ...judged.columns,
          band: keepBands(judged.columns, judged.card.bands, rules.leaveBelow ?? 0, {
            customerIds: base.customerIds,
            previous,
          }),
        };
  return risksOf(inputs, rules, judged, columns, () =>
    read.facts === undefined || asked !== undefined
      ? rulesWorth(base, rules, inputs.pace.horizon.duration, read)
      : unknown(["factsAt"], [{ code: "churn.facts-not-cut", params: {} }]),
  );
}

/** Refuses what is no table of risks. */
export function requireRisks(risks: unknown, path: readonly string[] = ["risks"]): asserts risks is ChurnRisks {
  const { columns, bands } = Object(risks) as Partial<ChurnRisks>;
  if (columns?.status !== undefined && bands !== undefined) return;
  throw refusal("INVALID_RISKS", path, "what assessChurnRisk gives", risks);
}

function risksOf(
  inputs: ChurnInputs,
  rules: ChurnRules,
  judged: JudgedChurn,
  columns: ChurnColumns,
  worthOf: () => ChurnRisks["worth"],
): ChurnRisks {
  const { base, pace, missing } = inputs;
  const { horizon, cadence, baseGapDays } = pace;
  const { customerIds, asOf, timeZone } = base;
  const { card, plan } = judged;
  const missingSignals = [...missing];
  const warnings: Reason[] = [
    ...(missingSignals.length === 0 ? [] : [{ code: "churn.sources-not-given", params: { signals: missingSignals } }]),
    ...(baseGapDays === undefined ? [{ code: "churn.no-gaps", params: {} }] : []),
  ];
  const customers: Record<ChurnStatus, number> = {
    scored: 0,
    lapsed: 0,
    "too-new": 0,
    "too-slow-for-horizon": 0,
    unknown: 0,
  };
  for (const status of columns.status) customers[status]++;
  const table = customerTable<ChurnAssessment, ChurnColumns>({
    customerIds,
    columns,
    definition: { kind: rules.kind, id: rules.id, version: rules.version },
    warnings,
    row: (customer) => ({
      customerId: customerIds[customer]!,
      ...assessmentOf(inputs, rules, judged, columns, customer),
    }),
  });
  let worth: ChurnRisks["worth"] | undefined;
  return {
    ...table,
    asOf,
    timeZone,
    horizon: horizon.duration,
    baseGapDays: cadence.baseMedianGapDays,
    customers,
    bands: card.bands.map(({ id }) => id),
    scores: [plan.minScore, plan.maxScore],
    missingSignals,
    get worth() {
      worth ??= worthOf();
      return worth;
    },
  };
}

function assessmentOf(
  inputs: ChurnInputs,
  rules: ChurnRules,
  judged: JudgedChurn,
  { status, band }: ChurnColumns,
  customer: number,
) {
  const grounds = statusGroundsOf(inputs, customer);
  if (grounds.status !== "scored") return { ...grounds, status: grounds.status };
  const result = judged.scoredAt(customer);
  if (result.status === "unknown" || status[customer] === "unknown") {
    return {
      status: "unknown" as const,
      reasons: result.reasons,
      missing: result.status === "unknown" ? result.missing : [],
    };
  }
  const { score, probability, confidence, reasons, missing } = result.value;
  const own = band.values[customer]!;
  const action = actionFor(rules, judged.card, own, reasons[0]?.code);
  return {
    status: "scored" as const,
    score,
    band: own,
    ...(probability === undefined ? {} : { probability }),
    confidence,
    reasons,
    missing,
    ...(action === undefined ? {} : { action }),
  };
}

/** The first action that fits, else the one that the band names. */
function actionFor(
  { actions = [] }: ChurnRules,
  { bands }: Scorecard<string>,
  band: string,
  weightiest: string | undefined,
) {
  const found = actions.find(
    (entry) => entry.band === band && (entry.reason === undefined || entry.reason === weightiest),
  );
  return found?.action ?? bands.find(({ id }) => id === band)?.action;
}
